"""REV007: the same words stand for many cases."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Settings, Severity, Text, Threshold, Workspace, rule
from orchestrator_lint.rules.language.texts import Prose, fields, shortened, texts

MESSAGE = Text(
    en="The same words stand on {count} objects: “{quoted}”. Say for each what is particular to it, or state it once where it can be inherited, as in `every_decision` of the space.",
    de="Dieselben Worte stehen an {count} Objekten: „{quoted}“. Schreiben Sie jeweils, was gerade dort gilt, oder schreiben Sie es einmal dorthin, von wo es vererbt wird, etwa in `every_decision` des Raums.",
)
THRESHOLDS = {"duplicate-text-count": Threshold(5, "lower"), "duplicate-text-words": Threshold(6, "lower")}
_MOST_PLACES = 20
_FIELDS = fields(
    "decisions.human.does",
    "decisions.machine.does",
    "decisions.out_of_scope",
    "datasets.justification",
    "waivers.reason",
    "waivers.compensates",
    reasons=True,
)
_WORDS = "Weighs the reasons and decides with care"
_VARIANTS = (f"{_WORDS}.", _WORDS.upper(), f"{_WORDS}!", _WORDS.replace(" and", "  and"), _WORDS)


def _decisions(*said: str) -> str:
    more = (
        f"d-{number}: {{x-like: lending/raise-limit, human: {{does: {words!r}}}}}" for number, words in enumerate(said)
    )
    return f"spaces: {{lending: {{decisions: {{{', '.join(more)}}}}}}}"


@rule(
    code="REV007",
    name="copy-paste-justification",
    severity=Severity.WARNING,
    title=Text(en="The same words stand for many cases", de="Dieselben Worte stehen für viele Fälle"),
    why=Text(
        en="Boilerplate hides that nobody has thought about the single case.",
        de="Textbausteine verdecken, dass niemand über den einzelnen Fall nachgedacht hat.",
    ),
    asks_from="draft",
    serves=("S7",),
    provisions=("eu-ai-act 27(1)(d)", "gdpr 35(7)", "iso-42001 A.5.3", "nist-ai-rmf MAP 5.1"),
    waits_for=("TXT004",),
    thresholds=THRESHOLDS,
    bad=Bad(_decisions(*_VARIANTS), at="spaces.lending.decisions.d-0.human.does"),
    good=Good(_decisions(*_VARIANTS[:4])),
    cases=(
        Good(_decisions(*["Weighs the case with care."] * 6)),
        Good(
            _decisions(*_VARIANTS[:4])
            .replace("decisions: {", f"every_decision: {{human: {{does: {_WORDS}}}}}, decisions: {{", 1)
            .replace("d-3: {", "d-3: {status: retired, ")
        ),
    ),
)
def copy_paste_justification(workspace: Workspace, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag words that stand on many objects where each should say what is particular to it.

    Case, punctuation and spaces do not count; what a space passes on to its decisions stands once.
    """
    enough = settings.threshold("duplicate-text-words", THRESHOLDS)
    alike: dict[str, dict[str, Prose]] = defaultdict(dict)
    for prose in texts(workspace, asked, _FIELDS):
        plain = _plain(prose.written)
        if plain.count(" ") + 1 >= enough:
            alike[plain].setdefault(prose.noun.address, prose)
    for same in alike.values():
        if len(same) >= settings.threshold("duplicate-text-count", THRESHOLDS):
            yield _problem(list(same.values()))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", unicodedata.normalize("NFKC", text).lower()).split())


def _problem(same: list[Prose]) -> Problem:
    first, *others = same
    problem = first.problem(MESSAGE, count=len(same), quoted=shortened(first.written))
    about = tuple(prose.noun.address for prose in same)
    return problem._replace(about=about).beside(*(prose.place for prose in others[:_MOST_PLACES]))
