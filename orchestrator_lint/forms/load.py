"""YAML text in, plain data and the line of every value out; YAML 1.2: `No` and `12:30` are text."""

import re
from typing import NamedTuple, TypeAlias

import yaml

from orchestrator_lint.forms.error import InputError

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Path = tuple[str | int, ...]

LARGEST = 1_000_000  # bytes; such a file is a page or two
DEEPEST = 50
_OPENING = (
    yaml.FlowSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.BlockMappingStartToken,
)
_CLOSING = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken, yaml.BlockEndToken)
_HALF = re.compile("[\ud800-\udfff]")  # no file can hold it, so no message and no document could
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_WORDS: dict[str, Json] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class Loaded(NamedTuple):
    """Data, and the line (from 1) at which each of its values stands."""

    data: Json
    lines: dict[Path, int]


def load(data: bytes, name: str) -> Loaded:
    """Read one YAML document; numbers with a point stay text.

    Raises InputError, for aliases and keys that stand twice too.
    """
    if len(data) > LARGEST:
        raise InputError(f"{name}: larger than {LARGEST} bytes, too large for such a file")
    try:
        text = data.decode("utf-8-sig")
        _check_tokens(text, name)
        node = yaml.compose(text, yaml.SafeLoader)
        lines: dict[Path, int] = {}
        return Loaded(None if node is None else _value(node, (), lines, name), lines)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{name}:{line}: not UTF-8") from error
    except yaml.YAMLError as error:
        raise InputError(_told(error, name)) from error


def _check_tokens(text: str, name: str) -> None:
    """Refuse aliases, which can blow up, deep nesting, on which PyYAML spends the square of the depth, and half characters."""
    depth = 0
    for token in yaml.scan(text, yaml.SafeLoader):
        depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
        if depth > DEEPEST:
            raise InputError(f"{name}:{token.start_mark.line + 1}: nested too deeply")
        if isinstance(token, yaml.AliasToken):
            raise InputError(
                f"{name}:{token.start_mark.line + 1}: aliases (`*name`) are not read here; write the value out"
            )
        if isinstance(token, yaml.ScalarToken) and (half := _HALF.search(token.value)):
            code = f"U+{ord(half[0]):04X}"
            raise InputError(f"{name}:{token.start_mark.line + 1}: {code} is half a character; write the whole one")


def _told(error: yaml.YAMLError, name: str) -> str:
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        place = f"{name}:{mark.line + 1}" if mark else name
        return f"{place}: not YAML: {error.problem or error.context}"
    return f"{name}: not YAML: {' '.join(str(error).split())}"


def _value(node: yaml.Node, path: Path, lines: dict[Path, int], name: str) -> Json:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _map(node, path, lines, name)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, place), lines, name) for place, item in enumerate(node.value)]
    return _scalar(node) if isinstance(node, yaml.ScalarNode) else None


def _map(node: yaml.MappingNode, path: Path, lines: dict[Path, int], name: str) -> Json:
    found: dict[str, Json] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise InputError(f"{name}:{line}: a key must be a word, not a list or a map")
        if key.value in found:
            raise InputError(f'{name}:{line}: the key "{key.value}" stands here twice')
        found[key.value] = _value(value, (*path, key.value), lines, name)
        lines[*path, key.value] = line
    return found


def _scalar(node: yaml.ScalarNode) -> Json:
    if node.style is not None:
        return str(node.value)
    if node.value in _WORDS:
        return _WORDS[node.value]
    return int(node.value) if _INTEGER.fullmatch(node.value) else str(node.value)
