"""A syntax error in, the stretch of the line that is one text without its quotation marks out, where that is certain."""

import re

from orchestrator_lint.language import policy_language
from orchestrator_lint.reading import lines
from orchestrator_lint.reading.mistake import Mistake

_BEGINS = re.compile(r"[ ]*(?:- +)*(?:[\w-]+:[ ]+)?(?=\S)")
_COMMENT = re.compile(r"[ \t]+#")
_KINDS = frozenset(("colon", "reserved", "asterisk"))
_OTHERWISE = tuple("\"'[]{}&|>!,?#")  # what begins so is quoted already, or something else than a text
_ALIAS = re.compile(r"\*[\w-]+:?$")


def quotable(mistake: Mistake, text: str) -> tuple[int, int] | None:
    """Give the value of the line of a mistake, where it must be one text.

    It holds a colon, or begins with a sign that no unquoted text may begin with.
    """
    if mistake.kind not in _KINDS:
        return None
    begin, end = lines.bounds(text, mistake.start)
    lead = _BEGINS.match(text[begin:end])
    start = begin + lead.end() if lead else begin
    if start == begin or (mistake.kind == "colon") != (start < mistake.start):
        return None
    comment = _COMMENT.search(text, start, end)
    value = text[start : comment.start() if comment else end].rstrip()
    if value.startswith(_OTHERWISE) or _ALIAS.match(value) or _may_be_a_key(text[start : mistake.start]):
        return None
    return start, start + len(value)


def _may_be_a_key(before: str) -> bool:
    """Whether the word before a colon is a key of the language: then it may have been meant as one, on a line of its own."""
    word = before.rpartition(" ")[2]
    return word in policy_language().names
