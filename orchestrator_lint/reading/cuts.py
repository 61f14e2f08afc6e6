"""Values of a flow map or list in, the suspicion that a comma cut a text apart out."""

import re
from collections.abc import Sequence
from typing import Any

import yaml

# words that begin the second half of a sentence and hardly ever an item of a list
_CONTINUES = re.compile(
    r"(and|or|but|which|who|whose|because|so that|unless|although|"
    r"und|oder|aber|sondern|denn|weil|dass|damit|falls|sofern|obwohl|welche[rmns]?|"
    r"(der|die|das|den|dem|deren|dessen)(?= \S+ .*(t|en)[.]?$)) ",
)


def cut_key(text: str, key: Any, value: Any) -> bool:
    """Whether a key of a flow map is the rest of a text that an unquoted comma cut.

    It is where no colon follows it, or where it holds a space: keys of policies never do.
    """
    if key.style or not key.implicit[0]:
        return False
    if " " in key.value.strip():
        return True
    empty = isinstance(value, yaml.ScalarEvent) and not value.value and value.implicit[0]
    return empty and ":" not in text[key.end_mark.index : value.end_mark.index + 1]


def is_one_sentence(items: Sequence[str]) -> bool:
    """Whether the plain items of a flow list read as one sentence that its commas cut."""
    if len(items) < 2 or " " not in items[0]:
        return False
    later = items[1:]
    if any(_CONTINUES.match(item) for item in later):
        return True
    starts, ends = items[0][0].isupper(), items[-1][-1:] in (".", "!", "?")
    return starts and ends and any(item[:1].islower() for item in later)
