"""One error of the JSON Schema validator in, what is rejected and why out."""

from collections.abc import Callable, Iterator
from typing import Any

from orchestrator_lint.language import Language, Node, nearest, slug
from orchestrator_lint.problems import Pointer, Text
from orchestrator_lint.shape import faults as say
from orchestrator_lint.shape import hints
from orchestrator_lint.shape.rejected import HEADER, Rejected, key_of
from orchestrator_lint.shape.unknown import unknown_keys
from orchestrator_lint.shape.written import written


def judge(error: Any, language: Language, data: Any) -> Iterator[Rejected]:
    """Give what an error of `data` rejects: one entry a mistake."""
    pointer: Pointer = tuple(error.absolute_path)
    if error.validator == "anyOf":
        yield from _union(error, pointer, language, data)
    elif "propertyNames" in error.absolute_schema_path:
        yield from _wrong_id(error, pointer)
    elif pointer == (HEADER,):
        yield _version(error.instance, pointer)
    elif error.validator == "additionalProperties":
        yield from unknown_keys(error.instance, pointer, language, data)
    elif error.validator in _HANDLERS:
        yield from _HANDLERS[error.validator](error, pointer, language)


def _union(error: Any, pointer: Pointer, language: Language, data: Any) -> Iterator[Rejected]:
    """Judge by the one alternative whose type fits; where none fits, the type is wrong."""
    by_branch: dict[int, list[Any]] = {}
    for inner in error.context:
        by_branch.setdefault(inner.schema_path[0], []).append(inner)
    fitting = [inner for inner in by_branch.values() if not any(_is_of_type(item, error) for item in inner)]
    if not fitting:
        yield from _wrong_type(error, pointer, language)
    elif len(fitting) > 1:
        yield from _wrong_value(error, pointer, language)
    else:
        for item in fitting[0]:
            yield from judge(item, language, data)


def _is_of_type(inner: Any, outer: Any) -> bool:
    """Whether an inner error says that the value itself has another type."""
    same = list(inner.absolute_path) == list(outer.absolute_path)
    return same and (inner.validator == "type" or (inner.validator == "enum" and not isinstance(inner.instance, str)))


def _wrong_id(error: Any, pointer: Pointer) -> Iterator[Rejected]:
    name = str(error.instance)
    at = (*pointer, name)
    if error.validator == "maxLength":
        values = {"value": written(name), "limit": str(error.validator_value)}
        yield Rejected("SHP004", at, say.LONG_ID, values, whole=False, on_key=True)
        return
    proposal = slug(name)
    hint = hints.filled(say.DID_YOU_MEAN, near=written(proposal)) if proposal else say.NO_HINT
    also = ((*pointer, proposal),) if proposal else ()
    yield Rejected(
        "SHP004", at, say.WRONG_ID, {"value": written(name), "hint": hint}, also, False, True, proposal or None
    )


def _wrong_value(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    node = language.at(pointer)
    words = node.words if node else ()
    if error.instance is None or not isinstance(error.instance, (str, int, float)):
        yield from _wrong_type(error, pointer, language)
        return
    near = nearest(str(error.instance), words)
    possible = say.POSSIBLE_OR_OWN if node is not None and node.takes_own_words else say.POSSIBLE
    hint = hints.filled(say.DID_YOU_MEAN, near=near) if near else hints.words_of(possible, words)
    values = {"key": key_of(pointer), "value": written(error.instance), "hint": hint}
    yield Rejected("SHP002", pointer, say.UNKNOWN_VALUE, values, meant=near, certain=False)


def _wrong_type(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    node = language.at(pointer)
    types = sorted((node.types if node else frozenset()) - {"null"}, key=list(say.TYPE_NAMES).index)
    values = {
        "key": key_of(pointer),
        "expected": _joined([say.TYPE_NAMES[name] for name in types]),
        "found": _found(error.instance),
        "value": written(error.instance),
        "hint": hints.of_type(error.instance, types),
    }
    is_text = isinstance(error.instance, bool) and "string" in types and not (node and node.words)
    meant = written(error.instance) if is_text else None
    yield Rejected("SHP003", pointer, say.WRONG_TYPE, values, meant=meant)


def _wrong_form(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    node = language.at(pointer)
    form = _form(node) or Text("another form", "eine andere Form")
    pattern = _pattern(error, node)
    near, hint = hints.form_meant(str(error.instance), pattern), hints.of_form(str(error.instance), pattern)
    values = {"key": key_of(pointer), "value": written(error.instance), "form": form, "hint": hint}
    yield Rejected("SHP004", pointer, say.WRONG_FORM, values, meant=near)


def _form(node: Node | None) -> Text | None:
    for branch in (node, *node.branches) if node is not None else ():
        if "x-form" in branch.schema:
            return Text(**branch.schema["x-form"])
    return None


def _pattern(error: Any, node: Node | None) -> str:
    branches = node.branches if node is not None else ()
    found = [error.schema.get("pattern"), *(branch.schema.get("pattern") for branch in branches)]
    return next((str(pattern) for pattern in found if pattern), "")


def _too_small(error: Any, pointer: Pointer, _: Language) -> Iterator[Rejected]:
    values = {"key": key_of(pointer), "expected": str(error.validator_value), "value": written(error.instance)}
    yield Rejected("SHP004", pointer, say.TOO_SMALL, values)


def _version(version: Any, pointer: Pointer) -> Rejected:
    text, meant = say.UNKNOWN_VERSION, None
    if version is None:
        text, meant = say.NO_VERSION, 1
    elif isinstance(version, bool) or not isinstance(version, (int, float)):
        text, meant = say.WRONG_VERSION, 1 if str(version).strip() == "1" else None
    return Rejected("SHP005", pointer, text, {"key": HEADER, "value": written(version)}, meant=meant)


_HANDLERS: dict[str, Callable[[Any, Pointer, Language], Iterator[Rejected]]] = {
    "enum": _wrong_value,
    "type": _wrong_type,
    "pattern": _wrong_form,
    "format": _wrong_form,
    "minimum": _too_small,
    "maxLength": _wrong_form,
}


def _found(value: Any) -> Text:
    """What stands there: a list or map by its kind, anything else as it is written."""
    kinds: tuple[tuple[type, str], ...] = ((bool, "boolean"), (str, "string"), (int, "integer"), (float, "number"))
    for kind, name in kinds:
        if isinstance(value, kind):
            return hints.filled(say.FOUND[name], value=written(value))
    return say.FOUND["array" if isinstance(value, list) else "object" if isinstance(value, dict) else "null"]


def _joined(texts: list[Text]) -> Text:
    return Text(say.OR.en.join(text.en for text in texts), say.OR.de.join(text.de for text in texts))
