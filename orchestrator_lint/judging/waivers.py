"""A workspace in, the waivers that hold in it out, and what they take out of the count."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from orchestrator_lint.judging.excepted import Excepted, Grants, Keyed
from orchestrator_lint.judging.exception_faults import WAIVER_UNUSED
from orchestrator_lint.model import Settings, Unknown, Waiver, Workspace
from orchestrator_lint.problems import Card, Text
from orchestrator_lint.rules import Raised

_UNUSED = Text(
    en="The waiver `{waiver}` covers no finding: the rule `{rule}` finds nothing where it applies. Delete it, or correct `rule` or `applies_to`.",
    de="Die Ausnahme `{waiver}` deckt keinen Befund ab: Die Regel `{rule}` findet dort nichts, wo sie gilt. Löschen Sie die Ausnahme, oder berichtigen Sie `rule` oder `applies_to`.",
)


class InForce(NamedTuple):
    """A waiver of a rule that holds on the day of the judgement, and where it applies."""

    rule: str
    scopes: tuple[str, ...]
    excepted: Excepted
    noun: Waiver

    def reaches(self, name: str) -> bool:
        """Whether it applies to the object of this address."""
        return any(_reaches(scope, name) for scope in self.scopes)


def granted_by(waivers: Sequence[InForce]) -> Grants:
    """Give the first waiver that covers a rule for an object, if there is one."""
    by_rule: dict[str, list[InForce]] = {}
    for waiver in waivers:
        by_rule.setdefault(waiver.rule.lower(), []).append(waiver)

    def share(item: Keyed, name: str) -> Excepted | None:
        words = (item.card.name, item.card.code.lower()) if item.card.waivable else ()
        named = (waiver for word in words for waiver in by_rule.get(word, ()))
        return next((waiver.excepted for waiver in named if waiver.reaches(name)), None)

    def whole(item: Keyed) -> Excepted | None:
        found = (share(item, name) for name in item.problem.about or ("organisation",))
        return next((excepted for excepted in found if excepted is not None), None)

    return Grants(whole, share)


def in_force(workspace: Workspace, settings: Settings) -> Iterator[InForce]:
    """Give the waivers of rules that hold on that day: complete, not expired, not too long, not approved by who asked."""
    for waiver in workspace.waivers:
        try:
            holds = _holds(waiver, settings)
        except Unknown:
            continue
        if holds:
            yield _read(waiver)


def unused(waivers: Sequence[InForce], used: Iterable[Excepted], known: Mapping[str, Card]) -> Iterator[Raised]:
    """State every waiver of a rule that is known and can be waived, and that covers nothing."""
    ids = {excepted.id for excepted in used if excepted.kind == "waiver"}
    for waiver in waivers:
        waivable = any(card.waivable and is_meant(waiver.rule, card) for card in known.values())
        if waivable and waiver.excepted.id not in ids:
            yield Raised(WAIVER_UNUSED, waiver.noun.problem(_UNUSED, waiver=waiver.noun.id, rule=waiver.rule))


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


def is_meant(written: str, card: Card) -> bool:
    """Whether a waiver names this one rule; a whole group of rules or a law cannot be waived in one word."""
    return written.lower() in (card.code.lower(), card.name)


def _reaches(scope: str, name: str) -> bool:
    """Whether a scope takes in an object: `organisation` everything, a space its decisions."""
    if scope in ("organisation", name):
        return True
    return "/" not in scope and (name == f"spaces/{scope}" or name.startswith(f"{scope}/"))
