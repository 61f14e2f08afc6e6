"""A space in, the map of it out: who has a part in which decision, what feeds it, and what it shares with other spaces."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from orchestrator_lint.documents.concerned import few
from orchestrator_lint.documents.decided import has_machine, level_of
from orchestrator_lint.documents.diagram import Line, drawn
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.ends import End
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.mapping import end, on_map
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Dataset, Decision, Noun, Role, Space, System

_ANSWERS, _OVERSEES, _TAKES_PART = "==>", "-->", "-.->"
_FORMS = {"owner": _ANSWERS, "overseer": _OVERSEES}


def network_space(edition: Edition, space: Space) -> Page:
    """Give the map of a space. It lists the findings of the rules on the network that concern it."""
    links = edition.links.at(f"network/{space.id}.md")
    current = [decision for decision in space.decisions if decision in edition.network.standing]
    return page(
        edition,
        links,
        "network-space",
        f"network-{space.id}",
        [finding for finding in edition.found.in_space(space.id) if finding.card.code.startswith("NET")],
        edition.of(space).office(space, "owner", "OWN001"),
        decisions=current,
        whole=edition.network.whole,
        title=edition.reader.title(space),
        charter=links.charter(space.id),
        map=links.to("network.md"),
        people=drawn(_people(edition, space, current), edition.words),
        machines=drawn(_machines(edition, space, current), edition.words),
        rows=tuple(_row(edition, links, decision) for decision in current),
        shared=tuple(_shared(edition, links, space, current)),
    )


class _Tie(NamedTuple):
    """One line to a decision of the space."""

    start: Noun
    decision: Decision
    form: str


def _people(edition: Edition, space: Space, current: Sequence[Decision]) -> Iterator[list[Line]]:
    """Who answers for, oversees or otherwise takes part in which decision; the weightiest office counts."""
    ties = [tie for decision in current for tie in _offices(edition, decision)]
    return _bundled(edition, space, current, ties)


def _offices(edition: Edition, decision: Decision) -> Iterator[_Tie]:
    seen: set[Noun] = set()
    for name, noun in edition.network.parts[decision.address]:  # owner and overseer come first
        if isinstance(noun, Role) and noun not in seen:
            seen.add(noun)
            yield _Tie(noun, decision, _FORMS.get(name, _TAKES_PART))


def _bundled(edition: Edition, space: Space, current: Sequence[Decision], ties: Sequence[_Tie]) -> Iterator[list[Line]]:
    """One line where something holds for all decisions of the space; the others decision by decision."""
    reach: dict[tuple[Noun, str], int] = defaultdict(int)
    for tie in ties:
        reach[tie.start, tie.form] += 1
    whole = {key for key, number in reach.items() if number == len(current) > 1}
    everything = End(f"all/{space.id}", "decisions", Said(edition.words.of("picture", "all").format(len(current))))
    yield [Line(end(edition, start), everything, "", form) for start, form in sorted(whole, key=_by_address)]
    by_decision: dict[Decision, list[Line]] = {decision: [] for decision in current}
    for tie in ties:
        if (tie.start, tie.form) not in whole:
            by_decision[tie.decision].append(Line(end(edition, tie.start), end(edition, tie.decision), "", tie.form))
    yield from by_decision.values()


def _by_address(key: tuple[Noun, str]) -> tuple[str, str]:
    return key[0].address, key[1]


def _machines(edition: Edition, space: Space, current: Sequence[Decision]) -> Iterator[list[Line]]:
    """Which data goes into which system, which system into which decision, and which decision into another."""
    seen: set[tuple[str, str]] = set()
    systems = [_Tie(system, decision, "-->") for decision in current for system in _systems(edition, decision)]
    groups = [*_bundled(edition, space, current, systems), *(_fed(edition, decision) for decision in current)]
    for group in groups:
        yield [line for line in group if not _known(line, seen)]


def _known(line: Line, seen: set[tuple[str, str]]) -> bool:
    key = line.start.key, line.end.key
    if key in seen:
        return True
    seen.add(key)
    return False


def _fed(edition: Edition, decision: Decision) -> list[Line]:
    """The lines that lead into a decision and its systems, and those that lead on from it into other spaces."""
    network, here = edition.network, end(edition, decision)
    flows = (*network.flows_of(decision), *network.flows_of(decision.space))
    lines = [
        Line(end(edition, start), end(edition, to) if isinstance(to, System) else here)
        for start, to in flows
        if isinstance(start, Dataset)
    ]
    lines += [
        Line(end(edition, dataset), end(edition, system), "", "-.->")
        for system in _systems(edition, decision)
        for dataset in network.learnt_by(system)
    ]
    lines += [Line(end(edition, before), here, "", "==>") for before in network.before.get(decision.address, ())]
    after = network.after.get(decision.address, ())
    return lines + [Line(here, end(edition, other), "", "==>") for other in after if other.space != decision.space]


def _row(edition: Edition, links: Links, decision: Decision) -> Context:
    reader, network = edition.of(decision), edition.network
    others = [tie.start for tie in _offices(edition, decision) if tie.form == _TAKES_PART]
    return {
        "name": on_map(edition, links, decision),
        "level": level_of(reader, decision),
        "owner": reader.office(decision, "owner", "OWN001", "OWN002"),
        "overseer": reader.office(decision, "oversight.by", "OVR001") if has_machine(reader, decision) else (),
        "others": _titles(edition, others),
        "systems": _titles(edition, _systems(edition, decision)),
        "datasets": tuple(
            on_map(edition, links, it) for it in network.worked_with[decision.address] if isinstance(it, Dataset)
        ),
        "before": tuple(on_map(edition, links, other) for other in network.before.get(decision.address, ())),
        "after": tuple(on_map(edition, links, other) for other in network.after.get(decision.address, ())),
    }


def _systems(edition: Edition, decision: Decision) -> list[System]:
    parts = edition.network.parts[decision.address]
    return list(dict.fromkeys(noun for name, noun in parts if name == "systems" and isinstance(noun, System)))


def _titles(edition: Edition, nouns: Iterable[Noun]) -> tuple[Said, ...]:
    return tuple(edition.reader.title(noun) for noun in nouns)


def _shared(edition: Edition, links: Links, space: Space, current: Sequence[Decision]) -> Iterator[Context]:
    """What the space has in common with others: roles, systems, data, and in which spaces they are at work too."""
    elsewhere = edition.network.spaces_of
    nouns = {noun for decision in current for noun in edition.network.worked_with[decision.address]}
    for noun in sorted(nouns, key=lambda noun: noun.address):
        others = [other for other in elsewhere.get(noun, ()) if other != space]
        if others:
            yield {
                "name": on_map(edition, links, noun),
                "kind": edition.words.of("kind", noun.section),
                "spaces": few(on_map(edition, links, other) for other in sorted(others, key=lambda space: space.id)),
            }
