"""Document in, Shaped out: the schema's errors as Problems, one for each mistake."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from orchestrator_lint.language import Language
from orchestrator_lint.problems import Fix, Place, Pointer, Problem, Related, Rename, Rewrite
from orchestrator_lint.reading import Document
from orchestrator_lint.shape.coerce import coerced
from orchestrator_lint.shape.errors import judge
from orchestrator_lint.shape.faults import ALSO_USED, READ_OTHERWISE
from orchestrator_lint.shape.fits import fits
from orchestrator_lint.shape.misplaced import misplaced
from orchestrator_lint.shape.rejected import Rejected, key_of
from orchestrator_lint.shape.written import written

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
    document = document._replace(rejected=frozenset(rejected))
    problems = (*_problems(document, found), *_ambiguous(document, language))
    return Shaped(document, problems)


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
    for (code, origin), items in uses.items():
        first, *others = sorted(items, key=lambda item: item.pointer != origin)
        related = [Related(document.place(item.pointer, item.on_key), ALSO_USED) for item in others[:_USES_SHOWN]]
        yield code, _problem(document, first).beside(*related)


def _problem(document: Document, item: Rejected) -> Problem:
    place = document.place(item.pointer, item.on_key)
    about = ("/".join(str(step) for step in item.pointer),)
    names = (str(item.values.get("value", "")),)
    return Problem(place, item.text, item.values, about=about, names=names, fix=_fix(place, item))


def _fix(place: Place, item: Rejected) -> Fix | None:
    if item.meant is None:
        return None
    if item.on_key:
        return Fix(Rename(place, str(item.meant), everywhere=item.code == "SHP004"), item.certain)
    return Fix(Rewrite(place, item.meant), item.certain)


def _ambiguous(document: Document, language: Language) -> Iterator[tuple[str, Problem]]:
    """Texts without quotes that other programs read as something else; an id is not quoted where it is defined either."""
    for pointer in document.ambiguous:
        node = language.at(pointer)
        value = _at(document.data, pointer)
        is_text = node is not None and "string" in node.types and not node.refers and not node.words
        if is_text and isinstance(value, str) and not _covered(pointer, document.rejected):
            place, text = document.place(pointer), str(value)
            values = {"value": written(text), "key": key_of(pointer)}
            about = ("/".join(str(step) for step in pointer),)
            fix = Fix(Rewrite(place, text))
            yield "SHP006", Problem(place, READ_OTHERWISE, values, about=about, names=(text,), fix=fix)


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        known = isinstance(data, list) or (isinstance(data, dict) and step in data)
        data = data[step] if known else None  # what stands in a merge key has no place of its own
    return data
