"""A vague word in its sentence in, whether the sentence says enough to check it out."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from orchestrator_lint.model import Workspace
from orchestrator_lint.rules.language.sentences import Found


class Names(NamedTuple):
    """The names that make a sentence checkable, in small letters and one space between words.

    Where a part of the workspace could not be read (`whole` is false), any word may be one of them.
    """

    roles: frozenset[str]
    guardrails: frozenset[str]
    whole: bool = True


def names_of(workspace: Workspace) -> Names:
    """Give the ids and titles of all roles, and the ids of all guardrails."""
    roles = (name for role in workspace.roles for name in (role.id, role.label.en, role.label.de))
    guardrails = (guardrail.id for guardrail in workspace.guardrails)
    return Names(plain_names(roles), plain_names(guardrails), workspace.is_whole)


def plain_names(names: Iterable[str]) -> frozenset[str]:
    """Write names alike: spaces, underscores, hyphens and case do not tell them apart."""
    return frozenset(" ".join(_WORD.findall(name.lower())) for name in names) - {""}


def is_checkable(found: Found, names: Names) -> bool:
    """Whether the same sentence says what the kind of word calls for, or the word means something firm here."""
    ok_if = found.term.ok_if
    if ok_if in ("never", "nie"):
        return False
    if ok_if.startswith("ok ") or _means_something_else(found, names):
        return True
    return _says_enough(found.term.kind, _Rest(f"{found.before} … {found.after}", names))


def names_a_role(text: str, names: Names) -> bool:
    """Whether a role stands in a text, or may stand there."""
    return _Rest(text, names).names_a_role()


class _Rest(NamedTuple):
    """A sentence without the vague word."""

    text: str
    names: Names

    def has(self, *patterns: re.Pattern[str]) -> bool:
        return any(pattern.search(self.text) for pattern in patterns)

    def names_a_role(self) -> bool:
        return not self.names.whole or _names_one_of(self.text, self.names.roles)

    def names_a_guardrail(self) -> bool:
        return not self.names.whole or _names_one_of(self.text, self.names.guardrails)


def _says_enough(kind: str, rest: _Rest) -> bool:
    if kind == "vague_condition":
        return rest.has(_CLAUSE, _NUMBER, _DATE) or rest.names_a_role()
    if kind == "vague_time":
        return rest.has(_TIME, _DATE)
    if kind == "vague_quality":
        return rest.has(_NUMBER, _MEASURED) or rest.names_a_guardrail()
    if kind == "vague_duty":
        return rest.has(_NUMBER, _DATE, _CLAUSE) and rest.names_a_role()
    if kind == "absolute":
        return rest.has(_NUMBER) or rest.names_a_guardrail()
    return kind == "vague_actor" and rest.names_a_role()


def _means_something_else(found: Found, names: Names) -> bool:
    """Whether the word stands for something definite: „decisions im Einzelfall“, someone responsible *for* a thing."""
    words = found.term.words.lower()
    if words == "sollte":  # „Sollte der Kunde widersprechen, …“ is a condition
        return not found.before.strip(" \t\n-–•*„“\"'(") and not found.sentence.text.rstrip().endswith("?")
    before, after = _OTHER_SENSES.get(words, (_NEVER, _NEVER))
    if before.search(found.before) or after.match(found.after):
        return True
    return words == "responsible" and _names_one_of(" ".join(_WORD.findall(found.after)[:4]), names.roles, first=True)


def _names_one_of(text: str, names: frozenset[str], first: bool = False) -> bool:
    """Whether one of the names stands in the text, in the plural or another case too; with `first`, at its beginning."""
    words = _WORD.findall(text)
    starts = range(1 if first else len(words))
    spans = (words[start : start + length] for start in starts for length in range(1, _LONGEST_NAME + 1))
    return any(_is_one_of(" ".join(span), names) for span in spans)


def _is_one_of(name: str, names: frozenset[str]) -> bool:
    if len(name) < _SHORT:
        return name.isupper() and name.lower() in names
    low = name.lower()
    return any(low.endswith(ending) and low[: len(low) - len(ending)] in names for ending in _ENDINGS)


def _after(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)(?:{words})|n['’]t)\s+$", re.IGNORECASE)


_WORD = re.compile(r"\w+")
_NEVER = re.compile(r"(?!)")
_LONGEST_NAME = 6  # words
_SHORT = 3  # letters: `IT` is a role, `it` a word
_ENDINGS = ("", "s", "es", "n", "en", "e", "in", "innen")
_OTHER_SENSES = {
    "responsible": (
        re.compile(r"\b(?:person|people|role|team|body|someone|those|whoever is|who is)\s+$", re.IGNORECASE),
        re.compile(r"\s+(?:for|to|person|people|role|team|body|authority|party|manager|officer|unit)\b", re.IGNORECASE),
    ),
    "fair": (_NEVER, re.compile(r"\s+value\b", re.IGNORECASE)),
    "reasonable": (_NEVER, re.compile(r"\s+(?:doubt|adjustment|accommodation)", re.IGNORECASE)),
    "always": (_after("not|almost|nearly|hardly|as|has|have|had|need to"), _NEVER),
    "never": (_after("almost|nearly|hardly"), re.compile(r"\s+(?:mind|before)\b", re.IGNORECASE)),
    "guaranteed": (_after("not|never|not be|cannot be"), re.compile(r"\s+(?:income|loans?|rates?|minimum)\b")),
    "100 %": (_after("not|nicht"), _NEVER),
    "immer": (
        _after("nicht|fast|beinahe|nahezu|wie|für|was|wer|wo|wann|wohin"),
        re.compile(
            r"\s+(?:wieder|noch|mehr|wenn|dann|weniger|besser|größer|kleiner|länger|öfter|häufiger|schneller|stärker)\b",
            re.IGNORECASE,
        ),
    ),
    "stets": (_after("nicht"), _NEVER),
    "nie": (_after("fast|beinahe|noch|nahezu"), re.compile(r"\s+(?:zuvor|mehr)\b", re.IGNORECASE)),
    # in a subordinate clause it names nobody's duty
    "man": (
        _after(
            "(?:damit|weil|was|wie|wenn|wo|wen|wem|dass|ob|den|denen|die|das|dem|der|als|bis|sobald|falls|sofern|bevor|nachdem"
            r"|wor?(?:auf|an|in|mit|für|durch|hin|her))(?:\s+(?:sich|es|ihn|sie))?"
        ),
        _NEVER,
    ),
    # a right of the person, in the words of Art. 7(3) and 21 GDPR
    "jederzeit": (_after("nicht"), re.compile(r".*\bwider(?:sprech|ruf|spruch)", re.IGNORECASE)),
    "garantiert": (_after("nicht"), re.compile(r"\s+(?:nicht|nichts|kein)\b", re.IGNORECASE)),
    # the words of Art. 22 GDPR and Art. 86 AI Act
    "im einzelfall": (re.compile(r"entscheidung(?:en|sfindung)?\s+$", re.IGNORECASE), _NEVER),
}


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)


_CLAUSE = _words(
    *("if", "when", "unless", r"as\s+soon\s+as", "except", "wenn", "falls", "sobald", "sofern", "ausgenommen"),
    *(r"außer(?!\s+(?:kraft|acht|betracht|dienst|haus))", r"es\s+sei\s+denn"),
)
_NUMBER_WORDS = "|".join(
    (
        "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen",
        "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|twice",
        "zwei|zweier|drei|dreier|vier|fünf|sechs|sieben|(?<!außer )acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn",
        "sechzehn|siebzehn|achtzehn|neunzehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig",
        "hundert|tausend|million(?:en)?|dutzend",
    )
)
_NUMBER = _words(r"[\w-]*\d[\w-]*", rf"(?:{_NUMBER_WORDS})(?:mal|fach)?")
_UNITS = "|".join(
    (
        "minutes?|hours?|days?|weeks?|months?|quarters?|years?|sekunden?|minuten?|stunden?|wochen?",
        "(?:werk|arbeits|bankarbeits|geschäfts|kalender)?tag(?:e[ns]?|s)?|monat(?:e[ns]?|s)?",
        "quartal(?:e[ns]?|s)?|jahr(?:e[ns]?|s)?",
    )
)
_BETWEEN = r"(?:(?:working|business|banking|calendar|second|third|other|zweite[nrs]?|dritte[nrs]?|volle[nrs]?)[\s-]+)?"
_EACH = "|".join(
    (
        "an?|one|each|every|per|same|next|following|eine?|eine[mnrs]|jede[mnrs]?|pro|je|im",
        "selbe[nrs]?|gleiche[mnrs]?|nächste[mnrs]?|folgende[mnrs]?",
    )
)
_TIME = _words(
    rf"(?:\d+(?:[.,]\d+)?|{_NUMBER_WORDS}|{_EACH})[\s-]*{_BETWEEN}(?:{_UNITS})",
    rf"(?:\d+(?:[.,]\d+)?|{_NUMBER_WORDS})[\s-]*seconds?",
    r"\d+\s?(?:h|min|sec|std\.?|d)",
    rf"(?:\d+|ein|{_NUMBER_WORDS})-?(?:minütig|stündig|tägig|wöchig|monatig|jährig|stündlich|wöchentlich|monatlich|jährlich)\w*",
    "hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|half-yearly|yearly|annual(?:ly)?",
    "(?:stünd|täg|wöchent|monat|vierteljähr|halbjähr|jähr)lich(?:e[mnrs]?)?|quartalsweise|werktags",
)
_MONTHS = "|".join(
    (
        "january|february|march|april|june|july|august|september|october|november|december",
        "januar|jänner|februar|märz|juni|juli|oktober|dezember",
    )
)
_DATE = _words(
    r"\d{4}-\d{2}(?:-\d{2})?",
    r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?",
    _MONTHS,
    r"(?:\d{1,2}\.?|in|by|until|each|every|im|bis|ab|jeden)\s+(?:may|mai)",
    r"(?:may|mai)\s+\d{1,4}",
    r"(?:by|until|since|end\s+of|bis|ab|seit|ende|anfang|mitte|jahr|q[1-4])\s+(?:19|20)\d\d(?!\s*(?:[€$%]|eur|usd|dollar|cases|fälle))",
)
_MEASURED = _words(r"measured\s+(?:by|against)", r"gemessen\s+an")
