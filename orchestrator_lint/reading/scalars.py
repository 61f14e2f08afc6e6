"""A plain YAML scalar in, the value that YAML 1.2 gives it out."""

import re
from math import isinf

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
# https://yaml.org/spec/1.2.2/#103-core-schema, without .inf and .nan: no policy means them
_NUMBER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_LONGEST_NUMBER = 40  # digits; longer ones are reference numbers, and int() refuses thousands


class PlainNumber(str):
    """An unquoted number whose spelling says more than its value: `012`, `1.10`, `1e3`.

    It is text, and a number (`number`) where the language asks for one.
    """

    __slots__ = ()

    @property
    def number(self) -> int | float:
        """The value under the core schema of YAML 1.2."""
        if self.startswith(("0o", "0x")):
            return int(self, 0)
        return int(self) if re.fullmatch(r"[-+]?[0-9]+", self) else float(self)


_TAGS: dict[str, tuple[type, ...]] = {
    "!": (object,),
    "tag:yaml.org,2002:str": (str,),
    "tag:yaml.org,2002:map": (dict,),
    "tag:yaml.org,2002:seq": (list,),
    "tag:yaml.org,2002:null": (type(None),),
    "tag:yaml.org,2002:bool": (bool,),
    "tag:yaml.org,2002:int": (int, PlainNumber),
    "tag:yaml.org,2002:float": (int, float, PlainNumber),
}


def resolve(text: str) -> bool | int | float | str | None:
    """Give null, a boolean, a number or the text itself; `no`, `on` and dates are text."""
    if not text or text[0] in "0123456789+-.":
        return _number(text) if text else None
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    return text


def _number(text: str) -> int | float | str:
    if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return text
    spelled = PlainNumber(text)
    value = spelled.number
    if isinstance(value, float) and isinf(value):
        return text
    return value if str(value) == text else spelled


def fits_tag(tag: str, data: object) -> bool:
    """Whether a value is what its YAML tag says; tags besides those of plain data never fit."""
    kinds = _TAGS.get(tag)
    return kinds is not None and isinstance(data, kinds)
