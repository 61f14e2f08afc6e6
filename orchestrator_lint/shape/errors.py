"""One error of the JSON Schema validator in, what is rejected and why out."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from orchestrator_lint.language import Language, Node, nearest, slug
from orchestrator_lint.problems import Pointer, Text
from orchestrator_lint.shape import faults as say
from orchestrator_lint.shape import hints
from orchestrator_lint.shape.meant import above, meant
from orchestrator_lint.shape.written import written

_HEADER = "orchestrator"


class Rejected(NamedTuple):
    """A path whose value cannot be relied on, the statement, and further paths that are unknown by it.

    `whole` is true where nothing inside the value is judged any more, `on_key` where the key is at fault.
    """

    code: str
    pointer: Pointer
    text: Text
    values: Mapping[str, object]
    also: tuple[Pointer, ...] = ()
    whole: bool = True
    on_key: bool = False


def judge(error: Any, language: Language) -> Iterator[Rejected]:
    """Give what an error rejects: one entry a mistake."""
    pointer: Pointer = tuple(error.absolute_path)
    if error.validator == "anyOf":
        yield from _union(error, pointer, language)
    elif "propertyNames" in error.absolute_schema_path:
        yield from _wrong_id(error, pointer)
    elif pointer == (_HEADER,):
        yield _version(error.instance, pointer)
    elif error.validator in _HANDLERS:
        yield from _HANDLERS[error.validator](error, pointer, language)


def _union(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
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
            yield from judge(item, language)


def _is_of_type(inner: Any, outer: Any) -> bool:
    """Whether an inner error says that the value itself has another type."""
    same = list(inner.absolute_path) == list(outer.absolute_path)
    return same and (inner.validator == "type" or (inner.validator == "enum" and not isinstance(inner.instance, str)))


def _unknown_key(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    node = language.at(pointer) or language.root
    known = node.keys
    unknown = [key for key in error.instance if key not in known and node.child(key) is None]
    item = node.child(0)
    if item is not None and unknown and set(unknown) <= set(item.keys):
        yield Rejected("SHP003", pointer, say.ONE_ENTRY, {"key": _key_of(pointer)})
        return
    for key in unknown:
        parent = above(key, error.instance, node)
        near = None if parent else meant(key, error.instance, node)
        hint = hints.filled(say.BELONGS_ABOVE, parent=parent) if parent else hints.of_key(key, near, node)
        also = list(_unknown_by(key, near, parent, pointer, error.instance))
        if pointer and len(unknown) == len(error.instance):
            also.append(pointer)  # with no key that is known, nobody can tell what it says
        values = {"key": written(key), "hint": hint}
        yield Rejected("SHP001", (*pointer, key), say.UNKNOWN_KEY, values, tuple(also), on_key=True)


def _unknown_by(
    key: str, near: str | None, parent: str | None, pointer: Pointer, around: Mapping[str, Any]
) -> Iterator[Pointer]:
    """The places of which an unknown key takes the value: where it was meant to stand."""
    if near and near not in around:
        yield (*pointer, near)
    if parent:
        yield (*pointer, parent, key) if around[parent] else (*pointer, parent)
    if around[key] is None and pointer:
        yield (*pointer[:-1], key)  # an id that is indented too far


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
    yield Rejected("SHP004", at, say.WRONG_ID, {"value": written(name), "hint": hint}, also, whole=False, on_key=True)


def _wrong_value(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    node = language.at(pointer)
    words = node.words if node else ()
    if error.instance is None or not isinstance(error.instance, (str, int, float)):
        yield from _wrong_type(error, pointer, language)
        return
    near = nearest(str(error.instance), words)
    possible = say.POSSIBLE_OR_OWN if node is not None and node.takes_own_words else say.POSSIBLE
    hint = hints.filled(say.DID_YOU_MEAN, near=near) if near else hints.words_of(possible, words)
    values = {"key": _key_of(pointer), "value": written(error.instance), "hint": hint}
    yield Rejected("SHP002", pointer, say.UNKNOWN_VALUE, values)


def _wrong_type(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    node = language.at(pointer)
    types = sorted((node.types if node else frozenset()) - {"null"}, key=list(say.TYPE_NAMES).index)
    values = {
        "key": _key_of(pointer),
        "expected": _joined([say.TYPE_NAMES[name] for name in types]),
        "found": _found(error.instance),
        "value": written(error.instance),
        "hint": hints.of_type(error.instance, types),
    }
    yield Rejected("SHP003", pointer, say.WRONG_TYPE, values)


def _wrong_form(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    node = language.at(pointer)
    form = _form(node) or Text("another form", "eine andere Form")
    hint = hints.of_form(str(error.instance), _pattern(error, node))
    values = {"key": _key_of(pointer), "value": written(error.instance), "form": form, "hint": hint}
    yield Rejected("SHP004", pointer, say.WRONG_FORM, values)


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
    values = {"key": _key_of(pointer), "expected": str(error.validator_value), "value": written(error.instance)}
    yield Rejected("SHP004", pointer, say.TOO_SMALL, values)


def _version(version: Any, pointer: Pointer) -> Rejected:
    text = say.UNKNOWN_VERSION
    if version is None:
        text = say.NO_VERSION
    elif isinstance(version, bool) or not isinstance(version, (int, float)):
        text = say.WRONG_VERSION
    return Rejected("SHP005", pointer, text, {"key": _HEADER, "value": written(version)})


_HANDLERS: dict[str, Callable[[Any, Pointer, Language], Iterator[Rejected]]] = {
    "additionalProperties": _unknown_key,
    "enum": _wrong_value,
    "type": _wrong_type,
    "pattern": _wrong_form,
    "format": _wrong_form,
    "minimum": _too_small,
    "maxLength": _wrong_form,
}


def _key_of(pointer: Pointer) -> str:
    names = [step for step in pointer if isinstance(step, str)]
    return written(names[-1]) if names else _HEADER


def _found(value: Any) -> Text:
    """What stands there: a list or map by its kind, anything else as it is written."""
    kinds: tuple[tuple[type, str], ...] = ((bool, "boolean"), (str, "string"), (int, "integer"), (float, "number"))
    for kind, name in kinds:
        if isinstance(value, kind):
            return hints.filled(say.FOUND[name], value=written(value))
    return say.FOUND["array" if isinstance(value, list) else "object" if isinstance(value, dict) else "null"]


def _joined(texts: list[Text]) -> Text:
    return Text(say.OR.en.join(text.en for text in texts), say.OR.de.join(text.de for text in texts))
