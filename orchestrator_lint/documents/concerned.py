"""Findings or decisions in, what they concern out: few names with links instead of many, and the people who feel it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.said import Said
from orchestrator_lint.judging import Finding
from orchestrator_lint.model import Dataset, Decision, Guardrail, Noun, Space, Unknown

SHOWN = 3


class Named(NamedTuple):
    """The first few of several names, and how many more there are."""

    names: tuple[Said, ...]
    more: int = 0


def first(number: int) -> int:
    """Say how many of several names to show: where only one more is left, it is shown too."""
    return number if number <= SHOWN + 1 else SHOWN


def few(names: Sequence[Said]) -> Named:
    """Keep the first few names."""
    shown = first(len(names))
    return Named(tuple(names[:shown]), len(names) - shown)


def objects(edition: Edition, findings: Iterable[Finding]) -> list[Noun]:
    """Give the decisions that share the findings, else the objects on which they are, each once, in that order."""
    found: dict[str, Noun] = {}
    for finding in findings:
        addresses = finding.decisions or (finding.about,)
        for noun in (_noun(edition, address, bool(finding.decisions)) for address in addresses):
            if noun is not None:
                found.setdefault(noun.address, noun)
    return list(found.values())


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
    there = {noun.address for noun in nouns}
    bundled = list(dict.fromkeys(_bundle(noun, there) for noun in nouns))
    shown = first(len(bundled))
    return Named(tuple(name_of(edition, links, noun) for noun in bundled[:shown]), len(bundled) - shown)


def _bundle(noun: Noun, there: set[str]) -> Noun:
    if isinstance(noun, Decision) and len(noun.space.decisions) > 1:
        return noun.space if all(decision.address in there for decision in noun.space.decisions) else noun
    return noun


def name_of(edition: Edition, links: Links, noun: Noun) -> Said:
    """Name an object, with a link to where it is described."""
    if noun.section == "organisation":
        return Said(edition.report.organisation or edition.words.tables["mark"]["organisation"])
    return edition.title(noun)._replace(link=_where(links, noun))


def _where(links: Links, noun: Noun) -> str:
    if isinstance(noun, Decision):
        return links.decision(noun)
    if isinstance(noun, Space):
        return links.charter(noun.id)
    if isinstance(noun, Dataset):
        return links.dataset(noun.id)
    return links.guardrail(noun.id) if isinstance(noun, Guardrail) else ""


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
