"""One error of the JSON Schema validator in, what is rejected and why out."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from orchestrator_lint.language import Language, Node, nearest, slug
from orchestrator_lint.problems import Pointer, Text, listed
from orchestrator_lint.shape import faults as say


class Rejected(NamedTuple):
    """A path whose value cannot be relied on, the statement, and further paths that are unknown by it.

    `whole` is true where nothing inside the value is judged any more.
    """

    code: str
    pointer: Pointer
    text: Text
    values: Mapping[str, object]
    also: tuple[Pointer, ...] = ()
    whole: bool = False


def judge(error: Any, language: Language, data: Any) -> Iterator[Rejected]:
    """Give what an error rejects: one entry a mistake."""
    pointer: Pointer = tuple(error.absolute_path)
    if error.validator == "anyOf":
        yield from _union(error, language, data)
        return
    if "propertyNames" in error.absolute_schema_path:
        yield from _wrong_id(error, pointer, language)
        return
    handler = _HANDLERS.get(error.validator)
    if handler is not None:
        yield from handler(error, pointer, language)


def _union(error: Any, language: Language, data: Any) -> Iterator[Rejected]:
    """Judge by the one alternative whose type fits; where none fits, the type is wrong."""
    pointer: Pointer = tuple(error.absolute_path)
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


def _unknown_key(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    node = language.at(pointer) or language.root
    known = node.keys
    unknown = [key for key in error.instance if key not in known and node.child(key) is None]
    item = node.child(0)
    if item is not None and unknown and set(unknown) <= set(item.keys):
        yield Rejected("SHP003", pointer, say.ONE_ENTRY, {"key": _key_of(pointer)}, whole=True)
        return
    for key in unknown:
        near = node.synonym(key) or nearest(key, known)
        hint = _key_hint(key, near, node, known)
        also = ((*pointer, near),) if near and near not in error.instance else ()
        yield Rejected("SHP001", (*pointer, key), say.UNKNOWN_KEY, {"key": key, "hint": hint}, also, whole=True)


def _key_hint(key: str, near: str | None, node: Node, known: tuple[str, ...]) -> Text:
    if near:
        return _filled(say.DID_YOU_MEAN, near=near)
    home = _home(key, node)
    if home:
        return _filled(say.BELONGS, parent=home)
    if node.is_text:
        return say.LANGUAGE_KEY
    return _words(say.OWN_KEY, known)


def _home(key: str, node: Node) -> str | None:
    """Name the one object below that has this key, the nearest level first."""
    level = [("", node)]
    for _ in range(4):
        level = [
            (f"{path}.{name}".lstrip("."), child)
            for path, parent in level
            for name in (*parent.keys, *(("<id>",) if parent.child("id") and not parent.keys else ()))
            if (child := parent.child(name.replace("<id>", "id"))) is not None and not child.is_text
        ]
        homes = [path for path, child in level if key in child.keys]
        if homes:
            return homes[0] if len(homes) == 1 else None
    return None


def _wrong_id(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    written = str(error.instance)
    proposal = slug(written)
    hint = _filled(say.DID_YOU_MEAN, near=proposal) if proposal else say.NO_HINT
    values = {"key": str(pointer[-1]) if pointer else "", "value": written, "hint": hint}
    yield Rejected("SHP004", (*pointer, written), say.WRONG_ID, values, whole=False)


def _wrong_value(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    node = language.at(pointer)
    words = node.words if node else ()
    if not isinstance(error.instance, (str, int, float)):
        yield from _wrong_type(error, pointer, language)
        return
    written = _written(error.instance)
    near = nearest(written, words)
    own = node is not None and len(node.branches) > 1
    hint = _filled(say.DID_YOU_MEAN, near=near) if near else _words(say.POSSIBLE_OR_OWN if own else say.POSSIBLE, words)
    values = {"key": _key_of(pointer), "value": written, "hint": hint}
    yield Rejected("SHP002", pointer, say.UNKNOWN_VALUE, values, whole=True)


def _wrong_type(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    node = language.at(pointer)
    types = sorted((node.types if node else frozenset()) - {"null"}, key=list(say.TYPE_NAMES).index)
    expected = _joined([say.TYPE_NAMES[name] for name in types])
    values = {
        "key": _key_of(pointer),
        "expected": expected,
        "found": say.TYPE_NAMES[_type_of(error.instance)],
        "value": _written(error.instance),
        "hint": _type_hint(error.instance, types),
    }
    yield Rejected("SHP003", pointer, say.WRONG_TYPE, values, whole=True)


def _type_hint(value: Any, types: list[str]) -> Text:
    scalar = isinstance(value, (str, int, float))
    if types == ["boolean"] and isinstance(value, str):
        return _filled(say.AS_BOOLEAN, near="false" if value.lower() in ("no", "off", "n", "nein") else "true")
    if scalar and "array" in types:
        return _filled(say.AS_LIST, value=_written(value))
    if isinstance(value, str) and set(types) <= {"number", "integer"}:
        return _number_hint(value)
    if isinstance(value, bool) and "string" in types:
        return _filled(say.QUOTE_IT, value=_written(value))
    return say.NO_HINT


def _number_hint(value: str) -> Text:
    for near, hint in ((value, say.NO_QUOTES), (value.replace(",", "."), say.NO_DECIMAL_COMMA)):
        try:
            float(near)
        except ValueError:
            continue
        return _filled(hint, near=near)
    return say.NO_HINT


def _wrong_form(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    node = language.at(pointer)
    forms = node.schema.get("x-form") if node else None
    form = Text(**forms) if forms else Text("another form", "eine andere Form")
    near = corrected(str(error.instance), str(error.schema.get("pattern", "")))
    hint = _filled(say.DID_YOU_MEAN, near=near) if near else say.NO_HINT
    values = {"key": _key_of(pointer), "value": str(error.instance), "form": form, "hint": hint}
    yield Rejected("SHP004", pointer, say.WRONG_FORM, values, whole=True)


def _too_small(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    values = {"key": _key_of(pointer), "expected": error.validator_value, "value": _written(error.instance)}
    yield Rejected("SHP004", pointer, say.TOO_SMALL, values, whole=True)


def _version(error: Any, pointer: Pointer, language: Language) -> Iterator[Rejected]:
    yield Rejected("SHP005", pointer, say.UNKNOWN_VERSION, {"key": "orchestrator", "value": _written(error.instance)})


_HANDLERS: dict[str, Callable[[Any, Pointer, Language], Iterator[Rejected]]] = {
    "additionalProperties": _unknown_key,
    "enum": _wrong_value,
    "type": _wrong_type,
    "pattern": _wrong_form,
    "format": _wrong_form,
    "minimum": _too_small,
    "const": _version,
    "maxLength": _wrong_form,
}


def corrected(written: str, pattern: str) -> str | None:
    """Give the form that was probably meant; None where that is not certain."""
    from orchestrator_lint.shape.forms import date_form, duration_form

    if "minute|hour" in pattern:
        return duration_form(written)
    return date_form(written) if pattern.startswith("^[0-9]{4}") else None


def _key_of(pointer: Pointer) -> str:
    names = [step for step in pointer if isinstance(step, str)]
    return names[-1] if names else "orchestrator"


def _written(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _type_of(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return "null" if value is None else "boolean"
    names = {str: "string", int: "integer", float: "number", list: "array", dict: "object"}
    return next(name for kind, name in names.items() if isinstance(value, kind))


def _filled(text: Text, **values: str) -> Text:
    return Text(text.en.format_map(values), text.de.format_map(values))


def _words(text: Text, words: tuple[str, ...]) -> Text:
    if not words:
        return say.NO_HINT
    return Text(text.en.format(words=listed(words, "en", 14)), text.de.format(words=listed(words, "de", 14)))


def _joined(texts: list[Text]) -> Text:
    return Text(say.OR.en.join(text.en for text in texts), say.OR.de.join(text.de for text in texts))
