"""The bytes of a file of rules in, its data and the line of each part out; what its schema does not know is one clear error."""

import re
from typing import Any, NamedTuple

from orchestrator_lint.forms import InputError, Path, check_form, line_of, load

_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")


class RuleFile(NamedTuple):
    """What a file holds. `name` is how messages name it."""

    name: str
    data: dict[str, Any]
    lines: dict[Path, int]

    def at(self, path: Path) -> str:
        """File and line of a part."""
        return f"{self.name}:{line_of(path, self.lines)}"

    def wrong(self, path: Path, message: str) -> InputError:
        """Give the error that says what is wrong with a part, with file and line."""
        return InputError(f"{self.at(path)}: {message}")


def parse_file(data: bytes, name: str) -> RuleFile:
    """Read a file from its bytes. Raises InputError that names file and line."""
    loaded = load(data, name)
    _read_decimals(loaded.data)
    check_form(loaded, name, "rules")
    return RuleFile(name, loaded.data if isinstance(loaded.data, dict) else {}, loaded.lines)


def _read_decimals(data: Any) -> None:
    """Read `minimum: 0.5` as a number; elsewhere a number with a point stays text, as `1.10` is one."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        if key in _NUMBERS and isinstance(value, str) and _DECIMAL.fullmatch(value):
            data[key] = float(value)
        _read_decimals(value)
