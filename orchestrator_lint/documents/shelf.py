"""All documents in the order in which the index and a site list them."""

from typing import NamedTuple


class Shelf(NamedTuple):
    """Documents for one kind of reader.

    A document is a page of its own name (`register` is `register.md`) or, where it says of what there is one each, a
    folder of pages.
    """

    readers: str
    documents: tuple[str, ...]


SHELVES = (
    Shelf("lead", ("board", "network", "principles", "register")),
    Shelf("decide", ("spaces", "decisions", "raci", "guardrails", "oversight", "notices", "training", "incidents")),
    Shelf("check", ("evidence", "data-flows", "exceptions", "dpia", "fria", "instructions", "rules")),
)
# of what there is one page each
EACH = {
    "spaces": "space",
    "decisions": "decision",
    "oversight": "called",
    "notices": "called",
    "dpia": "called",
    "fria": "called",
    "instructions": "system",
}
