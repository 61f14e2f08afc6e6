"""What is missing in a document in, the edits that write it out: in the author's style and the order of the language."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from orchestrator_lint.language import policy_language
from orchestrator_lint.problems import Pointer
from orchestrator_lint.repairing.edit import Edit, NotPossible
from orchestrator_lint.repairing.layout import Layout
from orchestrator_lint.repairing.skeleton import as_flow, as_lines, is_blank

Tree = Mapping[str | int, Any]


def filled(layout: Layout, wanted: Tree) -> list[Edit]:
    """Give the edits by which what `wanted` names is there; what stands there already stays.

    Raises NotPossible where something else stands in the way, or stands behind an alias.
    """
    if layout.faults:  # something in the document is not where it seems to be
        raise NotPossible
    edits = list(_Filling(layout).below((), wanted))
    if not edits:
        raise NotPossible
    return edits


class _Filling:
    def __init__(self, layout: Layout) -> None:
        self.layout, self.path = layout, layout.page.path

    def below(self, pointer: Pointer, wanted: Any) -> Iterator[Edit]:
        """Go down as far as something stands there, and write the rest."""
        present = self.layout.at(pointer)
        if is_blank(present):
            yield from self.instead(pointer, wanted)
        elif not isinstance(wanted, Mapping):
            return  # something stands there
        elif isinstance(present, list):
            yield from self.items(pointer, present, wanted)
        elif isinstance(present, dict) and not is_reasoned(present):
            yield from self.keys(pointer, present, wanted)
        else:
            raise NotPossible

    def items(self, pointer: Pointer, present: list[Any], wanted: Tree) -> Iterator[Edit]:
        for step, value in wanted.items():
            if not isinstance(step, int) or step >= len(present):
                raise NotPossible
            yield from self.below((*pointer, step), value)

    def keys(self, pointer: Pointer, present: dict[str, Any], wanted: Tree) -> Iterator[Edit]:
        missing = {}
        for key, value in wanted.items():
            if self.layout.has((*pointer, key)):
                yield from self.below((*pointer, key), value)
            elif key in present:
                raise NotPossible  # it stands behind a merge key
            elif policy_language().at((*pointer, key)) is None:
                raise NotPossible  # it belongs elsewhere
            else:
                missing[str(key)] = value
        if missing:
            yield from self.insert(pointer, present, missing)

    def insert(self, pointer: Pointer, present: dict[str, Any], missing: Mapping[str, Any]) -> Iterator[Edit]:
        """Write new keys, each after the key that stands before it in the language."""
        self.layout.span(pointer)
        if self.layout.gives_away(pointer):
            raise NotPossible
        order = _order(pointer)
        own = [key for key in present if self.layout.has((*pointer, key))]
        groups: dict[str | None, dict[str, Any]] = {}
        for key in sorted(missing, key=order):
            groups.setdefault(_before(key, own, order), {})[key] = missing[key]
        for sibling, entries in groups.items():
            if self.layout.is_flow(pointer):
                yield self.in_brackets(pointer, own, sibling, entries)
            else:
                yield self.in_lines(pointer, own, sibling, entries)

    def in_brackets(
        self, pointer: Pointer, own: Sequence[str], sibling: str | None, entries: Mapping[str, Any]
    ) -> Edit:
        text = ", ".join(f"{key}: {as_flow(value)}" for key, value in entries.items())
        if sibling is not None:
            end = self.layout.end((*pointer, sibling))
            return Edit(self.path, end, end, f", {text}")
        start = self.first(pointer, own)
        return Edit(self.path, start, start, f"{text}, ")

    def in_lines(self, pointer: Pointer, own: Sequence[str], sibling: str | None, entries: Mapping[str, Any]) -> Edit:
        first = self.first(pointer, own)
        column, newline = self.layout.column(first), self.layout.newline
        lines = as_lines(entries, self.layout.step(pointer))
        if sibling is not None:
            end = self.layout.line_end(self.layout.end((*pointer, sibling)))
            return Edit(self.path, end, end, "".join(f"{newline}{' ' * column}{line}" for line in lines))
        return Edit(self.path, first, first, "".join(f"{line}{newline}{' ' * column}" for line in lines))

    def first(self, pointer: Pointer, own: Sequence[str]) -> int:
        if not own:
            raise NotPossible  # all its keys stand behind a merge key
        return self.layout.spans[*pointer, own[0]].key[0]

    def instead(self, pointer: Pointer, wanted: Any) -> Iterator[Edit]:
        """Write a value where nothing stands behind the colon, or only a null or empty brackets."""
        span = self.layout.span(pointer)
        if not pointer or not isinstance(pointer[-1], str) or self.layout.is_repeated(pointer):
            raise NotPossible
        colon, (start, end) = self.layout.colon(pointer), span.value
        if (
            start < colon
            or self.layout.text[colon:start].strip(" ")
            or self.layout.text[start : start + 1] in ("&", "!")
        ):
            raise NotPossible
        if not isinstance(wanted, Mapping) or self.layout.is_inside_flow(pointer):
            yield Edit(self.path, colon, self.layout.behind(colon, end), f" {as_flow(wanted)}")
            return
        line_end = self.layout.line_end(end)
        column = self.layout.column(span.key[0]) + self.layout.step(pointer[:-1])
        lines = as_lines(wanted, self.layout.step(pointer[:-1]))
        block = "".join(f"{self.layout.newline}{' ' * column}{line}" for line in lines)
        yield Edit(self.path, colon, line_end, self.layout.text[end:line_end].rstrip() + block)


def is_reasoned(present: Mapping[str, Any]) -> bool:
    """Whether it is said why nothing is needed here: then nobody else says what is."""
    return not is_blank(present.get("none_because"))


def _order(pointer: Pointer) -> Any:
    node = policy_language().at(pointer)
    known = {key: number for number, key in enumerate(node.keys if node is not None else ())}
    return lambda key: known.get(key, len(known))


def _before(key: str, own: Sequence[str], order: Any) -> str | None:
    """The key after which a new one stands: of those written the last that the language has before it."""
    earlier = [known for known in own if order(known) < order(key)]
    return max(earlier, key=order) if earlier else None
