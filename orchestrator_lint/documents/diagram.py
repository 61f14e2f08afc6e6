"""Lines between ends in, Mermaid flowcharts out; a table beside them says the same, so that nobody needs the picture."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from orchestrator_lint.documents.ends import End
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.words import Words
from orchestrator_lint.escape import Verbatim, mermaid

# Mermaid refuses more than 500 arrows in a diagram; people follow far fewer.
ARROWS = 60
_SHAPES = {
    "datasets": '[("{}")]',
    "systems": '[["{}"]]',
    "roles": '(["{}"])',
    "decisions": '{{{{"{}"}}}}',
    "persons": '>"{}"]',
    "external": '[/"{}"/]',
}


class Line(NamedTuple):
    """One line of a diagram: its ends, what stands on it, and how it is drawn (`-->`, `==>`, `-.->`, `---`)."""

    start: End
    end: End
    label: str = ""
    form: str = "-->"


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
    return drawn(([_line(arrow)] for arrow in arrows), words)


def drawn(groups: Iterable[Sequence[Line]], words: Words) -> tuple[Verbatim, ...]:
    """Draw lines, in several diagrams where there are many; a group stays together where it fits into one."""
    parts: list[list[Line]] = [[]]
    for group in groups:
        if len(parts[-1]) + len(group) > ARROWS and parts[-1]:
            parts.append([])
        for line in group:
            if len(parts[-1]) == ARROWS:
                parts.append([])
            parts[-1].append(line)
    return tuple(_diagram(part, words) for part in parts if part)


def _diagram(lines: Sequence[Line], words: Words) -> Verbatim:
    numbers: dict[str, str] = {}
    nodes, edges = [], []
    for line in lines:
        for end in (line.start, line.end):
            if end.key not in numbers:
                numbers[end.key] = f"n{len(numbers) + 1}"
                nodes.append(f"  {numbers[end.key]}{_shape(end, words)}")
        edges.append(f"  {numbers[line.start.key]} {_drawn(line)} {numbers[line.end.key]}")
    return Verbatim("\n".join(["flowchart LR", *nodes, *dict.fromkeys(edges)]))


def _shape(end: End, words: Words) -> str:
    return _SHAPES.get(end.kind, '["{}"]').format(mermaid(_word(end.name, words)))


def _line(arrow: Arrow) -> Line:
    said = arrow.carries or arrow.use
    return Line(arrow.start, arrow.end, said.text, "-.->" if arrow.learns else "==>" if arrow.effect else "-->")


def _drawn(line: Line) -> str:
    return f'{line.form}|"{mermaid(line.label)}"|' if line.label else line.form


def _word(said: Said, words: Words) -> str:
    if said.text:
        return said.text
    return words.tables["mark"]["unreadable" if said.why == "unreadable" else "missing"]
