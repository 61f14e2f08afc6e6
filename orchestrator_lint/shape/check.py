"""Document in, Shaped out: the schema's errors as Problems, one for each mistake."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from orchestrator_lint.language import Language
from orchestrator_lint.problems import Pointer, Problem, Related
from orchestrator_lint.reading import Document
from orchestrator_lint.shape.coerce import coerced
from orchestrator_lint.shape.errors import judge
from orchestrator_lint.shape.faults import ALSO_USED
from orchestrator_lint.shape.fits import fits
from orchestrator_lint.shape.misplaced import misplaced
from orchestrator_lint.shape.rejected import Rejected

_USES_SHOWN = 5


class Shaped(NamedTuple):
    """A document whose values fit the schema but for the rejected paths, and what was wrong there."""

    document: Document
    problems: tuple[tuple[str, Problem], ...] = ()


def check_shape(document: Document, language: Language) -> Shaped:
    """Check one document against the schema of the language.

    Numbers stand in for text, and text like `1.10` for numbers, where the language wants so.
    """
    data = coerced(document.data, language.root)
    lost = list(misplaced(data, language))
    known = document.rejected.union(*(item.also for item in lost), (item.pointer for item in lost))
    document = document._replace(data=data, rejected=known)
    found = [
        rejected
        for error in _errors(data, language)
        for rejected in judge(error, language, data)
        if not _covered(rejected.pointer, document.rejected)
    ]
    found = lost + _first_of_each(found)
    rejected = document.rejected | {pointer for item in found for pointer in (item.pointer, *item.also)}
    problems = tuple(_problems(document, found))
    return Shaped(document._replace(rejected=frozenset(rejected)), problems)


def _errors(data: Any, language: Language) -> Iterator[Any]:
    if fits(data, language):
        return
    from jsonschema import Draft202012Validator  # slow, so only where it has something to say

    yield from Draft202012Validator(language.schema, format_checker=Draft202012Validator.FORMAT_CHECKER).iter_errors(
        data
    )


def _covered(pointer: Pointer, rejected: AbstractSet[Pointer]) -> bool:
    return bool(rejected) and any(pointer[:depth] in rejected for depth in range(len(pointer) + 1))


def _first_of_each(found: list[Rejected]) -> list[Rejected]:
    """Keep the first statement of each place, and none inside a place that is rejected whole."""
    kept: dict[Pointer, Rejected] = {}
    whole: set[Pointer] = set()
    for item in sorted(found, key=lambda item: len(item.pointer)):
        if not _covered(item.pointer, whole):
            kept.setdefault(item.pointer, item)
            if item.whole:
                whole.add(item.pointer)
    return list(kept.values())


def _problems(document: Document, found: list[Rejected]) -> Iterator[tuple[str, Problem]]:
    """One problem for each mistake: what aliases repeat is said where it is written, if it is judged there."""
    uses: dict[tuple[str, Pointer], list[Rejected]] = {}
    for item in found:
        uses.setdefault((item.code, document.written(item.pointer)), []).append(item)
    for (code, written), items in uses.items():
        first, *others = sorted(items, key=lambda item: item.pointer != written)
        related = [Related(document.place(item.pointer, item.on_key), ALSO_USED) for item in others[:_USES_SHOWN]]
        yield code, _problem(document, first).beside(*related)


def _problem(document: Document, item: Rejected) -> Problem:
    place = document.place(item.pointer, item.on_key)
    about = ("/".join(str(step) for step in item.pointer),)
    return Problem(place, item.text, item.values, about=about, names=(str(item.values.get("value", "")),))
