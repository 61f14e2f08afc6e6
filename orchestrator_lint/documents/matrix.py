"""Numbers of decisions by autonomy level and impact in, a picture of them out: as SVG, and in words for who cannot see it.

The picture needs no script, no colour and nothing from outside. It holds words and numbers of ours, no text of a policy.
"""

from collections.abc import Iterator, Mapping
from math import sqrt
from typing import NamedTuple

from orchestrator_lint.documents.words import Words
from orchestrator_lint.model.levels import IMPACTS, LEVELS, highest_allowed, level_rank

# in the units of the picture; it is drawn to fit the width of a page
_LEFT, _TOP, _WIDE, _HIGH, _LINE = 96, 4, 82, 24, 12
_RIGHT, _BOTTOM = _LEFT + _WIDE * len(LEVELS), _TOP + _HIGH * len(IMPACTS)
_LABEL = 13  # letters of a level on one line
_INK, _DOT, _BEYOND, _BETWEEN = "#1a1a1a", "#1f4e79", "#c9c9c9", "#f4f1e8"


class Cell(NamedTuple):
    """How many decisions stand in a cell, and how many of them lie beyond the limit."""

    number: int = 0
    beyond: int = 0


Cells = Mapping[tuple[str, str], Cell]


def matrix(cells: Cells, outside: int, words: Words) -> str:
    """Draw the cells by impact and level; `outside` is the number of decisions without one of both."""
    return "\n".join(
        ["".join(_open(cells, outside, words)), *_zones(), *_axes(words), *_dots(cells), *_legend(outside, words)]
    )


def _open(cells: Cells, outside: int, words: Words) -> Iterator[str]:
    say = words.tables["picture"]
    height = _BOTTOM + _LINE * (6 if outside else 4)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_RIGHT + 6} {height}" width="{_RIGHT + 6}" '
    yield f'height="{height}" role="img" aria-labelledby="title desc" xml:lang="{words.language}" '
    yield f'font-family="Arial, Helvetica, sans-serif" font-size="12" fill="{_INK}">\n'
    yield f'<title id="title">{say["title"]}</title>\n<desc id="desc">{" ".join(_told(cells, words))}</desc>\n'
    yield '<defs><pattern id="between" width="7" height="7" patternUnits="userSpaceOnUse" '
    yield f'patternTransform="rotate(45)"><rect width="7" height="7" fill="{_BETWEEN}"/><path d="M0 0V7" stroke="#b5ab8f" '
    yield 'stroke-width="2"/></pattern></defs>\n'
    yield f'<rect width="{_RIGHT + 6}" height="{height}" fill="#ffffff"/>'


def _told(cells: Cells, words: Words) -> Iterator[str]:
    """The cells that hold something, heaviest impact first."""
    say = words.tables["picture"]
    for impact in reversed(IMPACTS):
        held = [(level, cells[impact, level]) for level in LEVELS if (impact, level) in cells]
        each = [
            f"{words.of('level', level)} {cell.number}"
            + (f" ({say['beyond_count'].format(number=cell.beyond)})" if cell.beyond else "")
            for level, cell in held
        ]
        if each:
            yield f"{say['impact']} {words.of('impact', impact)}: {', '.join(each)}."
    yield say["same"]


def _zones() -> Iterator[str]:
    """Three zones of each row, and between them the limits: a broken line and a thick one."""
    rows = list(reversed(IMPACTS))
    for number, impact in enumerate(rows):
        top = _TOP + number * _HIGH
        always, ever = _edge(impact, "irreversible"), _edge(impact, "easy")
        yield f'<rect x="{always}" y="{top}" width="{ever - always}" height="{_HIGH}" fill="url(#between)"/>'
        if ever < _RIGHT:
            yield f'<rect x="{ever}" y="{top}" width="{_RIGHT - ever}" height="{_HIGH}" fill="{_BEYOND}"/>'
    lines = [f"M{x} {_TOP}V{_BOTTOM}" for x in range(_LEFT, _RIGHT + 1, _WIDE)]
    lines += [f"M{_LEFT} {y}H{_RIGHT}" for y in range(_TOP, _BOTTOM + 1, _HIGH)]
    yield f'<path d="{"".join(lines)}" stroke="#8a8a8a" stroke-width="0.6" fill="none"/>'
    yield f'<path d="{_stairs("irreversible")}" stroke="{_INK}" stroke-width="2" stroke-dasharray="5 3" fill="none"/>'
    yield f'<path d="{_stairs("easy")}" stroke="{_INK}" stroke-width="3" fill="none"/>'


def _edge(impact: str, reversibility: str) -> int:
    """Where the highest level ends that the built-in limit allows."""
    return _LEFT + _WIDE * (level_rank(highest_allowed(impact, reversibility)) + 1)


def _stairs(reversibility: str) -> str:
    rows = list(reversed(IMPACTS))
    steps = [f"H{_edge(impact, reversibility)}V{_TOP + _HIGH * (number + 1)}" for number, impact in enumerate(rows)]
    return f"M{_edge(rows[0], reversibility)} {_TOP}{''.join(steps)}"


def _axes(words: Words) -> Iterator[str]:
    say = words.tables["picture"]
    for number, axis in enumerate((f"{say['impact']} ↑", f"{say['level']} →")):
        yield f'<text x="0" y="{_BOTTOM + _LINE * (number + 1) + 2}" font-weight="bold" font-size="11">{axis}</text>'
    for number, impact in enumerate(reversed(IMPACTS)):
        yield f'<text x="0" y="{_TOP + number * _HIGH + _HIGH // 2 + 4}">{words.of("impact", impact)}</text>'
    for number, level in enumerate(LEVELS):
        middle = _LEFT + number * _WIDE + _WIDE // 2
        for line, text in enumerate(_wrapped(words.of("level", level))):
            yield f'<text x="{middle}" y="{_BOTTOM + _LINE * (line + 1) + 2}" text-anchor="middle" font-size="11">{text}</text>'


def _wrapped(text: str) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= _LABEL or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _dots(cells: Cells) -> Iterator[str]:
    """A dot for each cell that holds something: its area grows with the number, which stands in it."""
    most = max((cell.number for cell in cells.values()), default=1)
    for row, impact in enumerate(reversed(IMPACTS)):
        for column, level in enumerate(LEVELS):
            cell = cells.get((impact, level))
            if cell is not None:
                x, y = _LEFT + column * _WIDE + _WIDE // 2, _TOP + row * _HIGH + _HIGH // 2
                yield from _dot(x, y, cell, most)
                if cell.beyond and level_rank(level) <= level_rank(highest_allowed(impact, "easy")):
                    yield _mark(x, y, cell, most)  # in the zone beyond, all of them are


def _dot(x: int, y: int, cell: Cell, most: int) -> Iterator[str]:
    radius = _radius(cell, most)
    yield f'<circle cx="{x}" cy="{y}" r="{radius:.1f}" fill="{_DOT}" stroke="#ffffff" stroke-width="1.5"/>'
    yield f'<text x="{x}" y="{y + 4}" text-anchor="middle" font-weight="bold" fill="#ffffff">{cell.number}</text>'


def _mark(x: int, y: int, cell: Cell, most: int) -> str:
    at = f'x="{x + _radius(cell, most) + 3:.1f}" y="{y + 4}"'
    halo = 'font-weight="bold" stroke="#ffffff" stroke-width="3" paint-order="stroke"'
    return f"<text {at} {halo}>▲{cell.beyond}</text>"


def _radius(cell: Cell, most: int) -> float:
    return max(11 * sqrt(cell.number / most), 4.5 + 3.5 * len(str(cell.number)))


def _legend(outside: int, words: Words) -> Iterator[str]:
    say = words.tables["picture"]
    y = _BOTTOM + _LINE * 3 + 6
    keys = [
        (f'fill="#ffffff" stroke="{_INK}"', say["allowed"]),
        (f'fill="url(#between)" stroke="{_INK}" stroke-dasharray="3 2"', say["between"]),
        (f'fill="{_BEYOND}" stroke="{_INK}" stroke-width="2"', say["beyond"]),
    ]
    x = _LEFT
    for paint, text in keys:
        yield f'<rect x="{x}" y="{y - 11}" width="16" height="12" {paint}/><text x="{x + 22}" y="{y}">{text}</text>'
        x += 34 + 7 * len(text)
    yield f'<text x="{x}" y="{y}"><tspan font-weight="bold">▲</tspan> {say["beyond_key"]}</text>'
    if outside:
        yield f'<text x="{_LEFT}" y="{y + _LINE + 4}">{say["outside"].format(number=outside)}</text>'
    yield "</svg>\n"
