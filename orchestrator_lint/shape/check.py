"""Document in, Shaped out: the schema's errors as Problems, one for each mistake."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from orchestrator_lint.language import Language
from orchestrator_lint.problems import Pointer, Problem
from orchestrator_lint.reading import Document
from orchestrator_lint.shape.coerce import coerced
from orchestrator_lint.shape.errors import Rejected, judge


class Shaped(NamedTuple):
    """A document whose values fit the schema but for the rejected paths, and what was wrong there."""

    document: Document
    problems: tuple[tuple[str, Problem], ...] = ()


def check_shape(document: Document, language: Language) -> Shaped:
    """Check one document against the schema of the language.

    Numbers stand in for text, and text like `1.10` for numbers, where the language wants so.
    """
    data = coerced(document.data, language.root)
    document = document._replace(data=data)
    found = [
        rejected
        for error in _errors(data, language)
        for rejected in judge(error, language, data)
        if not _covered(rejected.pointer, document.rejected)
    ]
    found = _first_of_each(found)
    rejected = document.rejected | {pointer for item in found for pointer in (item.pointer, *item.also)}
    problems = tuple((item.code, _problem(document, item)) for item in found)
    return Shaped(document._replace(rejected=frozenset(rejected)), problems)


def _errors(data: Any, language: Language) -> Iterator[Any]:
    from jsonschema import Draft202012Validator  # slow to import, so only where a file is checked

    yield from Draft202012Validator(
        language.schema, format_checker=Draft202012Validator.FORMAT_CHECKER
    ).iter_errors(data)


def _covered(pointer: Pointer, rejected: frozenset[Pointer]) -> bool:
    return any(pointer[: len(known)] == known for known in rejected)


def _first_of_each(found: list[Rejected]) -> list[Rejected]:
    """Keep the first statement of each place, and none inside a place that is rejected whole."""
    kept: dict[Pointer, Rejected] = {}
    for item in sorted(found, key=lambda item: len(item.pointer)):
        whole = frozenset(pointer for pointer, known in kept.items() if known.whole)
        if not _covered(item.pointer, whole):
            kept.setdefault(item.pointer, item)
    return list(kept.values())


def _problem(document: Document, item: Rejected) -> Problem:
    place = document.place(item.pointer)
    about = ("/".join(str(step) for step in item.pointer),)
    return Problem(place, item.text, item.values, about=about, names=(str(item.values.get("value", "")),))
