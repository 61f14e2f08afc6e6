"""Flows in, Mermaid flowcharts out; a table beside them says the same, so that nobody needs the picture."""

from collections.abc import Sequence
from typing import NamedTuple

from orchestrator_lint.documents.ends import End
from orchestrator_lint.documents.escape import Verbatim, mermaid
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.words import Words

# Mermaid refuses more than 500 arrows in a diagram; people follow far fewer.
_ARROWS = 60
_SHAPES = {
    "datasets": '[("{}")]',
    "systems": '[["{}"]]',
    "roles": '(["{}"])',
    "decisions": '{{{{"{}"}}}}',
    "persons": '>"{}"]',
    "external": '[/"{}"/]',
}


class Arrow(NamedTuple):
    """One flow: its ends, what it carries or is for, the way it takes, and whether it takes effect outside."""

    start: End
    end: End
    carries: Said
    use: Said
    via: tuple[Said, ...]
    decision: Said
    effect: bool
    learns: bool = False


def diagrams(arrows: Sequence[Arrow], words: Words) -> tuple[Verbatim, ...]:
    """Draw the flows, in several diagrams where there are many."""
    parts = [arrows[start : start + _ARROWS] for start in range(0, len(arrows), _ARROWS)]
    return tuple(_diagram(part, words) for part in parts)


def _diagram(arrows: Sequence[Arrow], words: Words) -> Verbatim:
    numbers: dict[str, str] = {}
    nodes, edges = [], []
    for arrow in arrows:
        for end in (arrow.start, arrow.end):
            if end.key not in numbers:
                numbers[end.key] = f"n{len(numbers) + 1}"
                nodes.append(f"  {numbers[end.key]}{_shape(end, words)}")
        edges.append(f"  {numbers[arrow.start.key]} {_line(arrow)} {numbers[arrow.end.key]}")
    return Verbatim("\n".join(["flowchart LR", *nodes, *dict.fromkeys(edges)]))


def _shape(end: End, words: Words) -> str:
    return _SHAPES.get(end.kind, '["{}"]').format(mermaid(_word(end.name, words)))


def _line(arrow: Arrow) -> str:
    line = "-.->" if arrow.learns else "==>" if arrow.effect else "-->"
    said = arrow.carries or arrow.use
    return f'{line}|"{mermaid(said.text)}"|' if said else line


def _word(said: Said, words: Words) -> str:
    if said.text:
        return said.text
    return words.tables["mark"]["unreadable" if said.why == "unreadable" else "missing"]
