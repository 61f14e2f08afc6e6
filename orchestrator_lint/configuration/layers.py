"""A configuration file in, its layers out: the file and all that it extends, each read once."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from orchestrator_lint.configuration.file import File, file_of
from orchestrator_lint.configuration.layer import Layer, parse_layer
from orchestrator_lint.forms import LARGEST, InputError
from orchestrator_lint.problems import Card

_DEEPEST = 20  # bases of bases; nobody follows so many


class Stacked(NamedTuple):
    """A layer, the file it came from, and the layers right below it, the nearest last."""

    layer: Layer
    file: File
    bases: tuple["Stacked", ...]

    def all(self) -> tuple["Stacked", ...]:
        """Give this layer and all below it, each once, the farthest first: every one above what it extends."""
        return tuple(self._postorder())

    def _postorder(self) -> Iterator["Stacked"]:
        seen: set[str] = set()
        waiting: list[tuple[Stacked, bool]] = [(self, False)]
        while waiting:
            stacked, is_last = waiting.pop()
            if is_last:
                yield stacked
            elif stacked.layer.name not in seen:
                seen.add(stacked.layer.name)
                waiting += [(stacked, True), *((base, False) for base in reversed(stacked.bases))]


def read_layers(file: File, cards: Mapping[str, Card]) -> Stacked:
    """Read a file and all that it extends.

    Raises InputError that names file and line: for a base that is not there, is wrong, or goes round in a circle.
    """
    return _Reader(cards).read(file, ())


class _Reader:
    """Reads each file once, however many layers extend it."""

    def __init__(self, cards: Mapping[str, Card]) -> None:
        self.cards = cards
        self.known: dict[Path, Stacked] = {}

    def read(self, file: File, above: tuple[File, ...]) -> Stacked:
        real = file.path.resolve()
        if real not in self.known:
            layer = parse_layer(_bytes(file), file.name, self.cards)
            bases = tuple(
                self._base(layer, place, written, (*above, file)) for place, written in enumerate(layer.extends)
            )
            self.known[real] = Stacked(layer, file, bases)
        return self.known[real]

    def _base(self, layer: Layer, place: int, written: str, above: tuple[File, ...]) -> Stacked:
        said = f"{layer.at('extends', place)}: extends"
        try:
            file = file_of(above[-1].beside(written))
        except InputError as error:
            raise InputError(f"{said}: {error.message}") from None
        around = [one.path.resolve() for one in above]
        if file.path.resolve() in around:
            circle = [*above[around.index(file.path.resolve()) :], file]
            raise InputError(f"{said}: goes round in a circle: {' → '.join(one.name for one in circle)}")
        if len(above) >= _DEEPEST:
            raise InputError(f"{said}: more than {_DEEPEST} files stand one upon the other")
        return self.read(file, above)


def _bytes(file: File) -> bytes:
    try:
        with file.path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"{file.name}: {error.strerror}") from None
