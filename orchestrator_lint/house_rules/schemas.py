"""A fragment that is ready to run and a value in, the places at which the value does not fit out."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from orchestrator_lint.house_rules.patterns import LONGEST
from orchestrator_lint.house_rules.seen import SeenList, SeenMap, at, seen
from orchestrator_lint.model import Unknown, Value
from orchestrator_lint.problems import Pointer


class Fragment:
    """A fragment, compiled once."""

    def __init__(self, schema: Any) -> None:
        self.schema = schema
        self._validator = _validator()(schema)

    def fits(self, value: Value) -> bool:
        """Whether a value fits; raises Unknown where that hangs on what was rejected."""
        return bool(self._validator.is_valid(seen(value)))

    def faults(self, value: Value) -> Iterator[Value]:
        """Give what does not fit, each place once; what is missing stands at the place where it would stand."""
        whole = seen(value)
        paths = dict.fromkeys(_path(error) for error in self._validator.iter_errors(whole))
        yield from (at(value, path) for path in paths)


@cache
def _validator() -> Any:
    """JSON Schema as the reference reads it, but for views of policies, and telling the place of what is missing."""
    from jsonschema import Draft202012Validator, validators

    types = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "object": lambda _, value: isinstance(value, (SeenMap, dict)),
            "array": lambda _, value: isinstance(value, (SeenList, list)),
            "string": lambda _, value: isinstance(value, str) or _is_prose(value),
        }
    )
    keywords = {
        "required": _required,
        "dependentRequired": _dependent,
        "additionalProperties": _additional,
        "anyOf": _any_of,
        "contains": _contains,
        "not": _not,
        "pattern": _pattern,
        "minLength": _min_length,
        "maxLength": _max_length,
    }
    extend: Any = validators.extend
    return extend(Draft202012Validator, keywords, type_checker=types)


def _path(error: Any) -> Pointer:
    """The place of an error; where every alternative fails, the stretch that their places share."""
    own: Pointer = tuple(error.absolute_path)
    if not error.context:
        return own
    inner = [_path(one) for one in error.context]
    shared = len(own)
    while all(len(path) > shared for path in inner) and len({path[shared] for path in inner}) == 1:
        shared += 1
    return inner[0][:shared]


def _wrong(path: Iterable[str] = ()) -> Any:
    from jsonschema import ValidationError

    return ValidationError("", path=tuple(path))


def _required(validator: Any, names: Sequence[str], whole: Any, _: Any) -> Iterator[Any]:
    if validator.is_type(whole, "object"):
        yield from (_wrong((name,)) for name in names if name not in whole)


def _dependent(validator: Any, names: Mapping[str, Sequence[str]], whole: Any, _: Any) -> Iterator[Any]:
    if validator.is_type(whole, "object"):
        for name, others in names.items():
            yield from _required(validator, others if name in whole else (), whole, _)


def _additional(validator: Any, inner: Any, whole: Any, schema: Any) -> Iterator[Any]:
    if validator.is_type(whole, "object"):
        for name in whole:
            if name not in schema.get("properties", {}):
                yield from validator.descend(whole[name], inner, path=name)


def _any_of(validator: Any, options: Sequence[Any], whole: Any, _: Any) -> Iterator[Any]:
    """An option that holds makes up for another that hangs on what was rejected."""
    unknown: Unknown | None = None
    errors: list[Any] = []
    for option in options:
        try:
            found = list(validator.descend(whole, option))
        except Unknown as met:
            unknown = unknown or met
            continue
        if not found:
            return
        errors += found
    if unknown is not None:
        raise unknown
    error = _wrong()
    error.context = errors
    for one in errors:
        one.parent = error
    yield error


def _contains(validator: Any, wanted: Any, whole: Any, schema: Any) -> Iterator[Any]:
    """Items that were rejected count for either side, and decide only where it hangs on them."""
    if not validator.is_type(whole, "array"):
        return
    inner, number, unknown = validator.evolve(schema=wanted), 0, list[Unknown]()
    for place in range(len(whole)):
        try:
            number += inner.is_valid(whole[place])
        except Unknown as met:
            unknown.append(met)
    least, most = schema.get("minContains", 1), schema.get("maxContains", len(whole))
    if number > most or number + len(unknown) < least:
        yield _wrong()
    elif unknown and (number < least or number + len(unknown) > most):
        raise unknown[0]


def _not(validator: Any, inner: Any, whole: Any, _: Any) -> Iterator[Any]:
    if validator.evolve(schema=inner).is_valid(whole):
        yield _wrong(_only_way(inner, whole))


def _only_way(schema: Any, whole: Any) -> Iterator[str]:
    """The keys on the way to what a forbidden fragment speaks of, as far as there is only one and it stands."""
    while isinstance(schema, dict) and isinstance(whole, SeenMap) and schema.keys() <= {"properties", "required"}:
        inner = schema.get("properties", {})
        names = {*inner, *schema.get("required", ())}
        if len(names) != 1:
            return
        (name,) = names
        if name not in whole:
            return
        yield name
        schema, whole = inner.get(name), whole[name]


def _is_prose(value: Any) -> bool:
    return isinstance(value, SeenMap) and bool(value.value.node.is_text)


def _texts(whole: Any) -> Iterator[tuple[Pointer, str]]:
    """A text, or each wording of a text that is written by language."""
    if isinstance(whole, str):
        yield (), whole
    elif _is_prose(whole):
        yield from (((language,), whole[language]) for language in whole if isinstance(whole[language], str))


def _pattern(_: Any, pattern: str, whole: Any, __: Any) -> Iterator[Any]:
    yield from _texts_that(whole, lambda text: not _found(pattern, text))


def _min_length(_: Any, least: int, whole: Any, __: Any) -> Iterator[Any]:
    yield from _texts_that(whole, lambda text: len(text) < least)


def _max_length(_: Any, most: int, whole: Any, __: Any) -> Iterator[Any]:
    yield from _texts_that(whole, lambda text: len(text) > most)


def _found(pattern: str, text: str) -> bool:
    """Whether a pattern is found; Unknown for a text so long that the search could take long."""
    if len(text) > LONGEST:
        raise Unknown
    return re.search(pattern, text) is not None


def _texts_that(whole: Any, is_wrong: Callable[[str], bool]) -> Iterator[Any]:
    """Give an error for each wording that is wrong; one for all where all are."""
    texts = list(_texts(whole))
    wrong = [path for path, text in texts if is_wrong(text)]
    yield from [_wrong()] if wrong and len(wrong) == len(texts) else [_wrong(map(str, path)) for path in wrong]
