"""Problems and waivers in, the problems that stand and those that are waived out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from orchestrator_lint.model import Settings, Unknown, Waiver, Workspace
from orchestrator_lint.problems import Card, Place, Problem, Severity, Text
from orchestrator_lint.rules import Raised

UNUSED = Card(
    code="REV010",
    name="waiver-unused",
    severity=Severity.WARNING,
    title=Text(en="A waiver that covers nothing", de="Eine Ausnahme, die nichts abdeckt"),
    why=Text(
        en="An exception that nobody needs any more stays open for what nobody has decided.",
        de="Eine Ausnahme, die niemand mehr braucht, hält eine Tür offen, über die niemand entschieden hat.",
    ),
    serves=("S10",),
    provisions=("iso-42001 10.2", "nist-ai-rmf GOVERN 1.5"),
    waivable=False,
)
_UNUSED = Text(
    en="The waiver `{waiver}` covers no finding: the rule `{rule}` finds nothing where it applies. Delete it, or correct `rule` or `applies_to`.",
    de="Die Ausnahme `{waiver}` deckt keinen Befund ab: Die Regel `{rule}` findet dort nichts, wo sie gilt. Löschen Sie die Ausnahme, oder berichtigen Sie `rule` oder `applies_to`.",
)


class Excepted(NamedTuple):
    """The exception by which a finding does not count, and what accounts for it; `kind` is `waiver`."""

    kind: str
    id: str
    place: Place
    reason: Text
    expires: date | None = None
    approved_by: str = ""


class InForce(NamedTuple):
    """A waiver of a rule that holds on the day of the judgement, and where it applies."""

    rule: str
    scopes: tuple[str, ...]
    excepted: Excepted
    noun: Waiver

    def covers(self, card: Card, name: str) -> bool:
        """Whether it waives the rule for the object of this address."""
        return card.waivable and _is_meant(self.rule, card) and any(_reaches(scope, name) for scope in self.scopes)


class Sorted(NamedTuple):
    """What stands, and what does not count and why."""

    standing: tuple[Raised, ...]
    excepted: tuple[tuple[Raised, Excepted], ...]


def sort_out(raised: Sequence[Raised], waivers: Sequence[InForce]) -> Sorted:
    """Take out of every problem what a waiver covers: the whole of it, or some of the decisions that share it."""
    standing: list[Raised] = []
    excepted: list[tuple[Raised, Excepted]] = []
    for item in raised:
        rest, covered = _parted(item, waivers) if waivers else (item, [])
        standing += [rest] if rest is not None else []
        excepted += covered
    return Sorted(tuple(standing), tuple(excepted))


def in_force(workspace: Workspace, settings: Settings) -> Iterator[InForce]:
    """Give the waivers of rules that hold on that day: complete, not expired, not too long, not approved by who asked."""
    for waiver in workspace.waivers:
        try:
            holds = _holds(waiver, settings)
        except Unknown:
            continue
        if holds:
            yield _read(waiver)


def unused(waivers: Sequence[InForce], used: Sequence[Excepted], known: Mapping[str, Card]) -> Iterator[Raised]:
    """State every waiver of a rule that is known and can be waived, and that covers nothing."""
    ids = {excepted.id for excepted in used}
    for waiver in waivers:
        waivable = any(card.waivable and _is_meant(waiver.rule, card) for card in known.values())
        if waivable and waiver.excepted.id not in ids:
            yield Raised(UNUSED, waiver.noun.problem(_UNUSED, waiver=waiver.noun.id, rule=waiver.rule))


def void_because(waiver: Waiver, settings: Settings) -> tuple[str, ...]:
    """Why a waiver waives nothing, whatever day it is: `incomplete`, `reversed`, `too-long`, `self-approved`.

    Raises Unknown where nobody can know it.
    """
    granted, expires = waiver.granted.day, waiver.expires.day
    faults = {"incomplete": bool(waiver.missing), "reversed": False, "too-long": False}
    if granted is not None and expires is not None:
        faults |= {"reversed": expires < granted, "too-long": expires > waiver.longest(settings).after(granted)}
    faults["self-approved"] = waiver.is_self_approved
    return tuple(fault for fault, stands in faults.items() if stands)


def _holds(waiver: Waiver, settings: Settings) -> bool:
    granted, expires = waiver.granted.day, waiver.expires.day
    if not waiver.rule or granted is None or expires is None or void_because(waiver, settings):
        return False
    return granted <= settings.as_of <= expires


def _read(waiver: Waiver) -> InForce:
    excepted = Excepted(
        "waiver", waiver.id, waiver.place, waiver.reason.text, waiver.expires.day, str(waiver.approved_by.plain)
    )
    return InForce(str(waiver.rule.plain), waiver.applies_to.words, excepted, waiver)


def _parted(item: Raised, waivers: Sequence[InForce]) -> tuple[Raised | None, list[tuple[Raised, Excepted]]]:
    card, problem = item
    about = problem.about or ("organisation",)
    for waiver in waivers:
        if any(waiver.covers(card, name) for name in about):
            return None, [(item, waiver.excepted)]
    by_waiver: dict[Excepted, list[str]] = {}
    for name in problem.gathered:
        found = next((waiver.excepted for waiver in waivers if waiver.covers(card, name)), None)
        if found is not None:
            by_waiver.setdefault(found, []).append(name)
    parts = [(item._replace(problem=_only(problem, left)), excepted) for excepted, left in by_waiver.items()]
    covered = {name for left in by_waiver.values() for name in left}
    rest = [name for name in problem.gathered if name not in covered]
    if not covered:
        return item, []
    return (item._replace(problem=_only(problem, rest)) if rest else None), parts


def _only(problem: Problem, left: Sequence[str]) -> Problem:
    gathered = tuple(left)
    return problem._replace(gathered=gathered, values={**problem.values, "decisions": gathered})


def _is_meant(written: str, card: Card) -> bool:
    """Whether a waiver names this one rule; a whole group of rules or a law cannot be waived in one word."""
    return written.lower() in (card.code.lower(), card.name)


def _reaches(scope: str, name: str) -> bool:
    """Whether a scope takes in an object: `organisation` everything, a space its decisions."""
    if scope in ("organisation", name):
        return True
    return "/" not in scope and (name == f"spaces/{scope}" or name.startswith(f"{scope}/"))
