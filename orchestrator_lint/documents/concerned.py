"""Findings or decisions in, what they concern out: few names with links instead of many, and the people who feel it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.said import Said
from orchestrator_lint.judging import Finding
from orchestrator_lint.model import Decision, Noun, Space, Unknown

SHOWN = 3


class Named(NamedTuple):
    """The first few of several names, and how many more there are."""

    names: tuple[Said, ...]
    more: int = 0


def few(names: Iterable[Said]) -> Named:
    """Keep the first few names; where only one more is left, it is shown too."""
    each = tuple(names)
    shown = len(each) if len(each) <= SHOWN + 1 else SHOWN
    return Named(each[:shown], len(each) - shown)


def causes(edition: Edition, findings: Iterable[Finding]) -> list[Noun]:
    """Give the objects at which the findings stand, each once: for what decisions inherit, their space."""
    return _each(edition, ((finding, () if _is_space(finding) else finding.decisions) for finding in findings))


def objects(edition: Edition, findings: Iterable[Finding]) -> list[Noun]:
    """Give the decisions that share the findings, else the objects on which they are, each once, in that order."""
    return _each(edition, ((finding, finding.decisions) for finding in findings))


def _is_space(finding: Finding) -> bool:
    return (
        finding.about.startswith("spaces/") and finding.about.count("/") == 1 and finding.about not in finding.decisions
    )


def _each(edition: Edition, found: Iterable[tuple[Finding, tuple[str, ...]]]) -> list[Noun]:
    nouns: dict[str, Noun] = {}
    for finding, decisions in found:
        for address in decisions or (finding.about,):
            noun = _noun(edition, address, bool(decisions))
            if noun is not None:
                nouns.setdefault(noun.address, noun)
    return list(nouns.values())


def _noun(edition: Edition, address: str, is_decision: bool) -> Noun | None:
    section, _, rest = address.partition("/")
    steps = rest.split("/")
    if section == "spaces" and len(steps) > 2:
        is_decision, address = True, f"{steps[0]}/{steps[2]}"
    try:
        if is_decision:
            return edition.workspace.find("decisions", address)
        return edition.workspace.find(section, steps[0] if rest else section)
    except Unknown:
        return None


def named(edition: Edition, links: Links, nouns: Iterable[Noun]) -> Named:
    """Name the first few objects, with links to where they are described; all decisions of a space go by its name."""
    nouns = list(nouns)
    whole = _whole_spaces(edition, nouns)
    bundled = list(dict.fromkeys(_bundle(noun, whole) for noun in nouns))
    return few(name_of(edition, links, noun) for noun in bundled)


def _whole_spaces(edition: Edition, nouns: Iterable[Noun]) -> set[Space]:
    """The spaces of several decisions of which all that are not retired are among these."""
    there = {noun for noun in nouns if isinstance(noun, Decision)}
    spaces = {
        space: edition.network.standing.intersection(space.decisions)
        for space in {decision.space for decision in there}
    }
    return {space for space, decisions in spaces.items() if len(decisions) > 1 and decisions <= there}


def _bundle(noun: Noun, whole: set[Space]) -> Noun:
    return noun.space if isinstance(noun, Decision) and noun.space in whole else noun


def name_of(edition: Edition, links: Links, noun: Noun) -> Said:
    """Name an object, with a link to where it is described."""
    if noun.section == "organisation":
        return Said(edition.report.organisation or edition.words.tables["mark"]["organisation"])
    return edition.reader.title(noun)._replace(link=links.noun(noun))


def people(edition: Edition, nouns: Iterable[Noun]) -> tuple[Said, ...]:
    """Name the groups whom the decisions affect, or the decisions of a space, or those that use the object."""
    found: dict[Said, None] = {}
    for noun in nouns:
        for decision in _decisions(edition, noun):
            found |= dict.fromkeys(said for said in edition.reader.all_named(decision, "impact.affects") if said)
    return tuple(sorted(found))


def _decisions(edition: Edition, noun: Noun) -> Sequence[Decision]:
    if isinstance(noun, Decision):
        return (noun,)
    return noun.decisions if isinstance(noun, Space) else edition.network.users(noun)
