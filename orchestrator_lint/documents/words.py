"""A language in, its words for the closed lists, days, lengths of time and numbers out."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache

from orchestrator_lint.frameworks import Applies
from orchestrator_lint.frameworks.citing import framework as called
from orchestrator_lint.shipped import shipped

_PROVISION = re.compile(
    r"(?i)(gdpr|dsgvo|eu-ai-act|ki-vo) (?:art\. ?)?(\d+)(?:\((\d+)\))?(?:\(([a-z])\))?(?:\(([ivx]+)\))?"
)
_PARTS = ("paragraph", "point", "item")
# `day` and `month` are also the tables that write a day
_UNITS = {"day": "day_long", "month": "month_long"}


class Words:
    """The words of one language, from `templates/words.<language>.toml`."""

    def __init__(self, language: str, tables: Mapping[str, Mapping[str, str]]) -> None:
        self.language, self.tables = language, tables

    def of(self, table: str, key: str) -> str:
        """Give the word for a value; a word of the organisation's own (`x-…`) stands as it is."""
        return self.tables[table].get(key, key.removeprefix("x-"))

    def one(self, document: str) -> str:
        """Name one document of a kind of which there are many."""
        return self.tables["one"].get(document) or self.tables["document"][document]

    def day(self, day: date) -> str:
        """Write a day as prose does: „1. November 2026“."""
        return self.tables["day"]["form"].format(
            day=day.day, month=self.tables["month"][str(day.month)], year=f"{day.year:04}"
        )

    def span(self, written: str, form: str = "plain") -> str:
        """Write a length of time like `14 days` as it is, or in the form `within` or `every`."""
        number, unit = written.split(" ")
        forms = self.tables[_UNITS.get(unit.removesuffix("s"), unit.removesuffix("s"))]
        single = number == "1"
        if form == "every" and single:
            return forms["each"]
        many = forms["within"] if form == "within" else forms["many"]
        said = {"number": self.number(number), "unit": forms["one"] if single else many}
        return self.tables["span"].get(form, "{number} {unit}").format(**said)

    def provision(self, written: str) -> str:
        """Write `gdpr 6(1)(b)` or `eu-ai-act 27(1)(a)` as lawyers cite it; anything else stands as it is."""
        found = _PROVISION.fullmatch(written.strip())
        if found is None:
            return written
        law, article, *parts = found.groups()
        form = self.tables["provision"]
        # the definitions of both laws are numbered, not divided into paragraphs
        is_numbered = (form[law.lower()], article) in ((form["eu-ai-act"], "3"), (form["gdpr"], "4"))
        names = ("number", *_PARTS[1:]) if is_numbered else _PARTS
        said = [form[key].format(part) for key, part in zip(names, parts, strict=True) if part]
        return form["article"].format(article="".join([article, *said]), law=form[law.lower()])

    def cited(self, applies: Applies, as_of: date = date.min) -> str:
        """Write a provision, and from when it applies where that day lies ahead of `as_of` or is not settled."""
        framework, _, rest = applies.provision.removesuffix(" new").partition(" ")
        name = self.provision(applies.provision.removesuffix(" new"))
        if name == applies.provision.removesuffix(" new"):  # a standard or recommendation
            name = f"{called(framework, self.language)} {rest}".strip()
        if not applies.settled:
            return f"{name} ({self.tables['applies']['unsettled']})"
        if applies.day is None or not applies.is_ahead(as_of):
            return name
        return f"{name} ({self.tables['applies']['from'].format(self.day(applies.day))})"

    def number(self, number: object) -> str:
        """Write a number with the decimal mark of the language."""
        text = f"{number:.12g}" if isinstance(number, float) else str(number)
        return text.replace(".", self.tables["number"]["point"])


@cache
def words_of(language: str) -> Words:
    """Give the words of `en` or `de`."""
    return Words(language, tomllib.loads(shipped("templates", f"words.{language}.toml")))
