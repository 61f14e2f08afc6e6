"""A property in, values that would be wrong there out: generic, by the type of the property alone."""

from collections.abc import Callable, Iterator
from typing import Any

from orchestrator_lint.language import Node
from tests.sensitivity.altered import TODAY, homes
from tests.sensitivity.properties import Property

EMPTIED, OPPOSITE, NOWHERE, SHAPE = "emptied", "opposite value", "reference to nothing", "shape"

# no placeholder among them: a rule finds those in any text, which says nothing about what the text is for
TEXTS = (
    "Where possible and as appropriate, nach Möglichkeit und bei Bedarf",
    "Refuse if the score is below 540. Unter 540 Punkten ablehnen.",
)
_DATES = ("1990-01-01", TODAY.replace(day=1, month=TODAY.month - 1).isoformat(), "2999-12-31")
_DURATIONS = ("1 minute", "99 years")
_NUMBERS = (0, 1, 1_000_000)
_EMPTY = {"string": "", "object": {}}
_NOT_A_WORD = "§ no word of the language"
_ENDS = ("this", "persons/nobody", "external/somebody")
_FEW, _MANY = 3, 18


def values(of: Property) -> Iterator[tuple[str, Any]]:
    """Wrong values with the kind of their wrongness, the most telling first."""
    node = of.node
    yield from ((EMPTIED, empty) for empty in _empty(node))
    if "array" in node.types:
        item = node.child(0)
        assert item is not None
        yield EMPTIED, []
        yield from ((EMPTIED, [empty]) for empty in _empty(item))
        yield from _simple(item, lambda value: [value])
    yield from _simple(node, lambda value: value)
    yield from ((OPPOSITE, value) for value in _maps(node))


def _empty(node: Node) -> list[Any]:
    """What says nothing in the types that a node may have; once for a text, of whatever form."""
    return [empty for kind, empty in _EMPTY.items() if kind in node.types][: 1 if node.is_text else None]


def _simple(node: Node, shaped: Callable[[Any], Any]) -> Iterator[tuple[str, Any]]:
    yield from ((OPPOSITE, shaped(value)) for value in _known(node))
    if node.takes_own_words:
        yield OPPOSITE, shaped("x-nothing-in-particular")
    if node.refers:
        yield NOWHERE, shaped("nobody")
        yield NOWHERE, shaped("roles/nobody")
    if node.words or "pattern" in node.schema or "const" in node.schema:
        yield SHAPE, shaped(_NOT_A_WORD)


def _known(node: Node) -> Iterator[Any]:
    """Values that the schema accepts."""
    form = str(node.schema.get("pattern", ""))
    yield from node.words if len(node.words) <= _MANY else (node.words[0], node.words[-1])
    if node.refers:
        yield from _others(node)
    elif node.schema.get("format") == "date":
        yield from _DATES
    elif "minute" in form:
        yield from _DURATIONS
    elif "string" in node.types and not node.words and not form:
        yield from TEXTS
    if "boolean" in node.types:
        yield from (True, False)
    if node.types & {"number", "integer"}:
        yield from _NUMBERS


def _others(node: Node) -> Iterator[str]:
    """Some ids that exist: a reference to each of them is wrong almost everywhere."""
    for section in ("systems", "roles", "principles", "datasets", "guardrails", "affected"):
        if {section, "section/id", "scope"} & set(node.refers):
            prefix = f"{section}/" if section not in node.refers else ""
            yield from (f"{prefix}{id}" for id in _ids(section)[:_FEW])
    if "decisions" in node.refers:
        yield from _decisions()[:_FEW]
    if "section/id" in node.refers and "pattern" not in node.schema:
        yield from _ENDS


def _ids(section: str) -> list[str]:
    home = {"affected": "affected-group"}.get(section, section.removesuffix("s"))
    return sorted({str(found.spot.pointer[-1]) for found in homes()[home]})


def _decisions() -> list[str]:
    return sorted({f"{found.spot.pointer[1]}/{found.spot.pointer[3]}" for found in homes()["decision"]})


def _maps(node: Node) -> Iterator[dict[str, Any]]:
    """For an object all its enumerated keys with their first word, and with their last; then its own examples."""
    words = {key: child.words for key in node.keys if (child := node.child(key)) is not None and child.words}
    if words:
        yield {key: known[0] for key, known in words.items()}
        yield {key: known[-1] for key, known in words.items()}
    if node.types & {"object", "array"} and not node.is_text:
        yield from node.schema.get("examples", ())
