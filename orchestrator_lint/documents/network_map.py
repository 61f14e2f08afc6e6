"""Workspace in, the network map out: how spaces hang together, what much hangs on, what stands apart, a page a space."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from orchestrator_lint.documents.concerned import named
from orchestrator_lint.documents.diagram import ARROWS, Line, drawn
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.ends import End
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.mapping import end, numbered, on_map
from orchestrator_lint.documents.network_space import network_space
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Dataset, Decision, Noun, Role, Space, System
from orchestrator_lint.network import Hub

_TOP = 10
_RULES = ("NET", "ESC006")
_KINDS: Mapping[str, type[Noun]] = {"roles": Role, "systems": System, "datasets": Dataset, "decisions": Decision}
# a line to each of so many spaces hides all others; such an object stands in the table only
_WIDE = 15


def network_map(edition: Edition) -> Iterator[Page]:
    """Give the map of the whole and one of each space. It lists the findings of the rules on the network."""
    links = edition.links.at("network.md")
    network = edition.network
    shared = _shared(edition)
    drawn_shared = _drawn_shared(edition, shared)
    yield page(
        edition,
        links,
        "network",
        "network",
        [finding for finding in edition.found.all if finding.card.code.startswith(_RULES)],
        whole=network.whole,
        numbers=_numbers(edition),
        overview=_overview(edition),
        spaces=tuple(row for row in _spaces(edition, links) if row["before"] or row["after"]),
        others=_others(edition, links),
        shared_diagrams=drawn(drawn_shared, edition.words),
        shared=tuple(_in_spaces(edition, links, hub) for hub in shared[: max(_TOP, len(drawn_shared))]),
        shared_number=len(shared),
        shared_wide=_WIDE if shared and len(_spaces_of(shared[0])) > _WIDE else 0,
        disputes=_disputes(edition, links),
        hubs=tuple(_hubs(edition, links, kind) for kind in _KINDS),
        exact=bool(network.hubs) and network.hubs[0].between is not None,
        largest=len(network.pieces[0]) if network.pieces else 0,
        apart=tuple((len(piece), named(edition, links, piece)) for piece in network.pieces[1:] if len(piece) > 1),
        alone=_alone(edition, links),
        handovers=tuple(
            {
                "start": edition.reader.title(it.start),
                "end": edition.reader.title(it.end),
                "by": on_map(edition, links, it.by),
            }
            for it in network.machine_to_machine
        ),
    )
    for space in edition.spaces:
        yield network_space(edition, space)


def _numbers(edition: Edition) -> Mapping[str, int]:
    counted = Counter(hub.noun.section for hub in edition.network.hubs)
    return {
        "spaces": len(edition.spaces),
        "decisions": len(edition.network.current),
        "retired": len(edition.workspace.decisions) - len(edition.network.current),
        "roles": counted["roles"],
        "systems": counted["systems"],
        "datasets": counted["datasets"],
    }


def _overview(edition: Edition) -> Mapping[str, object]:
    """The spaces, what comes out of one and goes into another, and disputes that leave a space; the heaviest arrows."""
    by_id = {space.id: _node(edition, space) for space in edition.spaces}
    inside = {(tie.decision.space.id, tie.role) for tie in edition.network.owners}
    lines = [
        (number, Line(by_id[start], by_id[to], str(number)))
        for (start, to), number in edition.network.between_spaces.items()
        if start in by_id and to in by_id
    ]
    leaving = {
        pair: number for pair, number in edition.network.disputes.items() if pair not in inside and pair[0] in by_id
    }
    reach = Counter(role for _, role in leaving)
    lines += [
        (number, Line(by_id[space], end(edition, role), str(number), "-.->"))
        for (space, role), number in leaving.items()
        if reach[role] <= _WIDE
    ]
    lines.sort(key=lambda item: (-item[0], item[1].start.key, item[1].end.key))
    shown = [line for _, line in lines[:ARROWS]]
    return {
        "diagrams": drawn([shown], edition.words),
        "arrows": len(lines),
        "shown": len(shown),
        "wide": _WIDE if any(number > _WIDE for number in reach.values()) else 0,
    }


def _node(edition: Edition, space: Space) -> End:
    return End(space.address, "spaces", Said(f"{edition.reader.title(space).text}\n({_size(edition, space)})"))


def _size(edition: Edition, space: Space) -> int:
    return sum(decision in edition.network.standing for decision in space.decisions)


def _spaces(edition: Edition, links: Links) -> Iterator[Context]:
    """What the decisions of other spaces give each space, and what it gives them."""
    by_id = {space.id: space for space in edition.spaces}
    before: dict[str, list[tuple[Noun, int]]] = defaultdict(list)
    after: dict[str, list[tuple[Noun, int]]] = defaultdict(list)
    for (start, to), number in edition.network.between_spaces.items():
        if start in by_id and to in by_id:
            before[to].append((by_id[start], number))
            after[start].append((by_id[to], number))
    for space in edition.spaces:
        yield {
            "name": on_map(edition, links, space),
            "decisions": _size(edition, space),
            "before": numbered(edition, links, before[space.id]),
            "after": numbered(edition, links, after[space.id]),
        }


def _others(edition: Edition, links: Links) -> tuple[Said, ...]:
    """The spaces between which and others no result goes over, by title, with the number of their decisions."""
    joined = {id for pair in edition.network.between_spaces for id in pair}
    names = [
        on_map(edition, links, space)._replace(text=f"{edition.reader.title(space).text} ({_size(edition, space)})")
        for space in edition.spaces
        if space.id not in joined
    ]
    return tuple(sorted(names))


def _shared(edition: Edition) -> list[Hub]:
    """The roles, systems and data with which more than one space works, those of most spaces first."""
    hubs = [hub for hub in edition.network.hubs if not isinstance(hub.noun, Decision) and len(_spaces_of(hub)) > 1]
    return sorted(hubs, key=lambda hub: (-len(_spaces_of(hub)), -len(hub.decisions), hub.noun.address))


def _spaces_of(hub: Hub) -> Counter[Space]:
    return Counter(decision.space for decision in hub.decisions)


def _drawn_shared(edition: Edition, shared: Sequence[Hub]) -> list[list[Line]]:
    """A line for each space in which an object is at work, as many objects as one diagram holds."""
    known = set(edition.spaces)
    groups: list[list[Line]] = []
    for hub in shared:
        spaces = _spaces_of(hub)
        group = [
            Line(end(edition, hub.noun), _node(edition, space), str(spaces[space]), "---")
            for space in sorted(spaces, key=lambda space: space.id)
            if space in known
        ]
        if len(group) <= _WIDE and sum(map(len, groups)) + len(group) <= ARROWS:
            groups.append(group)
    return groups


def _in_spaces(edition: Edition, links: Links, hub: Hub) -> Context:
    return {
        "name": on_map(edition, links, hub.noun),
        "kind": edition.words.of("kind", hub.noun.section),
        "decisions": len(hub.decisions),
        "spaces": numbered(edition, links, _spaces_of(hub).items()),
    }


def _disputes(edition: Edition, links: Links) -> tuple[Context, ...]:
    """Where disputes end: by role, those with most decisions first."""
    by_id = {space.id: space for space in edition.spaces}
    found: dict[Role, list[tuple[Noun, int]]] = defaultdict(list)
    for (space, role), number in edition.network.disputes.items():
        if space in by_id:
            found[role].append((by_id[space], number))
    order = sorted(found, key=lambda role: (-sum(number for _, number in found[role]), role.id))
    return tuple(
        {
            "role": edition.reader.title(role),
            "number": sum(number for _, number in found[role]),
            "from": numbered(edition, links, found[role]),
        }
        for role in order[:_TOP]
    )


def _hubs(edition: Edition, links: Links, kind: str) -> Context:
    """The ten objects of a kind on which most hangs; what only one decision works with is none."""
    hubs = [hub for hub in edition.network.hubs if isinstance(hub.noun, _KINDS[kind]) and len(hub.decisions) > 1]
    number = max(len(edition.network.current), 1)
    return {
        "kind": kind,
        "title": edition.words.of("kinds", kind),
        "rows": tuple(
            {
                "name": on_map(edition, links, hub.noun),
                "decisions": len(hub.decisions),
                "share": round(100 * len(hub.decisions) / number),
                "between": round(100 * (hub.between or 0)),
            }
            for hub in hubs[:_TOP]
        ),
    }


def _alone(edition: Edition, links: Links) -> tuple[Said, ...]:
    """The spaces with decisions that nothing connects with any other, with how many there are."""
    counted = Counter(decision.space for decision in edition.network.alone)
    return numbered(edition, links, counted.items())
