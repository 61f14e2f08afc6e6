"""The end of a flow in, its name and kind out."""

from typing import NamedTuple

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.reader import target_of
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Dataset, Decision, Unknown, Value


class End(NamedTuple):
    """Where a flow starts or arrives. `key` tells ends apart, `kind` is the word before the slash."""

    key: str
    kind: str
    name: Said


def end_of(edition: Edition, links: Links, flow: Value, side: str, here: Decision | None) -> End:
    """Give the end `from` or `to` of a flow; `this` is the decision `here` in which the flow holds."""
    try:
        value = flow.child(side)
    except Unknown:
        return End(f"?unreadable-{flow.path}-{side}", "", Said(why="unreadable"))
    if not value:
        return End(f"?missing-{flow.path}-{side}", "", edition.of(here).gap("DAT002") if here else Said(why="missing"))
    written = str(value.plain)
    if written == "this":
        return (
            _decision(edition, links, here)
            if here is not None
            else End("this", "decisions", Said(written, "unresolved"))
        )
    return _named(edition, links, value, written)


def _named(edition: Edition, links: Links, value: Value, written: str) -> End:
    kind, _, rest = written.partition("/")
    target = target_of(value)
    if isinstance(target, Decision):
        return _decision(edition, links, target)
    if kind == "persons" and edition.organisation is not None:
        return End(written, kind, edition.reader.inside(edition.organisation, "affected", rest))
    if kind in ("persons", "external"):
        return End(written, kind, Said(rest))
    if target is None:
        return End(written, kind, Said(rest or written, "unresolved"))
    name = edition.reader.title(target)
    return End(written, kind, name._replace(link=links.dataset(target.id)) if isinstance(target, Dataset) else name)


def _decision(edition: Edition, links: Links, decision: Decision) -> End:
    return End(f"decisions/{decision.address}", "decisions", edition.decision(links, decision))
