"""Workspace in, the principles sheet out: how people decide, where principles collide, and which guide nothing."""

from collections import defaultdict
from collections.abc import Iterator

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links, anchored
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.reader import items, target_at, target_of, targets
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Principle, Space, Value

_CODES = ("PUR005", "PUR006", "PUR007", "PUR008")
_LAST = 10**9  # what has no rank stands below what has one


def principles(edition: Edition) -> Iterator[Page]:
    """Give the sheet. It lists the findings on principles."""
    links = edition.links.at("principles.md")
    used = _used(edition, links)
    found = sorted(
        (noun for noun in edition.workspace.all("principles") if isinstance(noun, Principle)),
        key=lambda principle: (_rank(edition, principle), principle.id),
    )
    yield page(
        edition,
        links,
        "principles",
        "principles",
        [
            *edition.found.of_section("principles"),
            *(finding for finding in edition.found.all if finding.card.code in _CODES),
        ],
        principles=tuple(_principle(edition, principle, used.get(principle.id, {})) for principle in found),
        tensions=tuple(one for space in edition.spaces for one in _tensions(edition, links, space)),
        bare=tuple(
            edition.of(space).title(space)._replace(link=links.charter(space.id))
            for space in edition.spaces
            if not items(space, "principles")
        ),
    )


def _principle(edition: Edition, principle: Principle, used: dict[str, list[Said]]) -> Context:
    reader = edition.of(principle)
    return {
        "anchor": f"principle-{anchored(principle.id)}",
        "title": reader.text(principle, "title") or Said(principle.id),
        "statement": reader.text(principle, "statement"),
        "means": reader.texts(principle, "means"),
        "counterexamples": reader.texts(principle, "counterexamples"),
        "rank": reader.number(principle, "rank"),
        "spaces": tuple(used.get("spaces", ())),
        "decisions": tuple(used.get("decisions", ())),
        "guardrails": tuple(used.get("guardrails", ())),
        "unused": not used,
        "code": reader.gap("PUR007").code,
    }


def _used(edition: Edition, links: Links) -> dict[str, dict[str, list[Said]]]:
    """The spaces, single decisions and guardrails that name each principle."""
    found: dict[str, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for space in edition.spaces:
        shared = {target.id for target in targets(space, "principles")}
        for id in sorted(shared):
            name = edition.of(space).title(space)._replace(link=links.charter(space.id))
            found[id]["spaces"].append(name)
        for decision in space.decisions:
            own = {target.id for target in targets(decision, "principles")} - shared
            for id in sorted(own):
                found[id]["decisions"].append(edition.decision(links, decision))
    for rail in edition.workspace.guardrails:
        principle = target_at(rail, "principle")
        if principle is not None:
            name = edition.of(rail).title(rail)._replace(link=links.guardrail(rail.id))
            found[principle.id]["guardrails"].append(name)
    return found


def _tensions(edition: Edition, links: Links, space: Space) -> Iterator[Context]:
    reader = edition.of(space)
    for item in items(space, "tensions"):
        if item is None:
            continue
        stated = reader.named(item, "first")
        yield {
            "space": reader.title(space)._replace(link=links.charter(space.id)),
            "between": reader.all_named(item, "between", "PUR008"),
            "first": stated if stated or stated.why == "unreadable" else Said(),
            "by_rank": _highest(edition, item),
            "gap": reader.gap("PUR008"),
        }


def _highest(edition: Edition, tension: Value) -> Said:
    """The principle that the ranks put first; nothing where they do not settle it."""
    parts = [target for value in items(tension, "between") if isinstance(target := target_of(value), Principle)]
    ranks = [_rank(edition, principle) for principle in parts]
    if len(parts) < 2 or _LAST in ranks or len(set(ranks)) < len(ranks):
        return Said()
    return edition.reader.title(parts[ranks.index(min(ranks))])


def _rank(edition: Edition, principle: Principle) -> int:
    value = edition.reader.at(principle, "rank")
    return value.plain if value is not None and isinstance(value.plain, int) else _LAST
