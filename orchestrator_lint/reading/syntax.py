"""An error of the YAML parser in, the kind of mistake and its offsets out, in an author's terms."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from orchestrator_lint.reading import lines
from orchestrator_lint.reading.brackets import bracket
from orchestrator_lint.reading.misplaced import colon, no_colon, outside
from orchestrator_lint.reading.mistake import Mistake
from orchestrator_lint.reading.parser import tokens

_NOT_ALLOWED = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|={7}|\|{7})(?= |\r|$)[^\r\n]*", re.MULTILINE)
_ODD = "\xa0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff"
_ODD_SPACE = re.compile(f"^[ \\t]*(?:- +)*([{_ODD}])|[:-]([{_ODD}])")


class _Error(NamedTuple):
    """The text, the words of the parser, where what it read began, and where it stopped."""

    text: str
    problem: str
    context: str
    start: int
    here: int


def forbidden(text: str) -> Mistake | None:
    """Find the first character that YAML does not allow."""
    found = _NOT_ALLOWED.search(text)
    if found is None:
        return None
    return Mistake("control-character", found.start(), found.end(), f"U+{ord(found[0]):04X}")


def diagnose(error: yaml.YAMLError, text: str) -> Mistake:
    """Say what an author did wrong. libyaml and its Python twin word the same errors differently."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context_mark", None) or mark
    here = min(mark.index, len(text)) if mark else 0
    start = min(context.index, len(text)) if context else here
    words = str(getattr(error, "problem", None) or error), str(getattr(error, "context", None) or "")
    known = _Error(text, *words, start, here)
    return _conflict(known) or _odd_space(known) or _open_quote(known) or _by_words(known)


def _by_words(error: _Error) -> Mistake:
    for words, _, handler in (case for case in _PROBLEMS if case[1] == "problem"):
        if words in error.problem:
            return handler(error)
    for words, _, handler in (case for case in _PROBLEMS if case[1] == "context"):
        if words in error.context:
            return handler(error)
    return Mistake("other", *lines.stretch(error.text, error.here), error.problem)


def _conflict(error: _Error) -> Mistake | None:
    found = _CONFLICT.search(error.text)
    if found is None or found.start() > lines.stretch(error.text, error.here)[1]:
        return None
    return Mistake("conflict", found.start(), found.end(), found[0][:7])


def _odd_space(error: _Error) -> Mistake | None:
    """A character that looks like a space but is none, on the line or on the one before it."""
    for begin, end in (lines.before(error.text, error.here), lines.bounds(error.text, error.here)):
        found = _ODD_SPACE.search(error.text[begin:end])
        if found is not None:
            group = 1 if found[1] else 2
            at = begin + found.start(group)
            return Mistake("odd-space", at, at + 1, f"U+{ord(found[group]):04X}")
    return None


def _open_quote(error: _Error) -> Mistake | None:
    """The last quoted text before the error, where it swallowed lines that are keys."""
    last = None
    for token in tokens(error.text):
        if token.start_mark.index >= error.here:
            break
        if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
            last = token
    if last is None or not lines.holds_keys(error.text[last.start_mark.index : last.end_mark.index]):
        return None
    return Mistake("open-quote", last.start_mark.index, last.start_mark.index + 1)


def _token(error: _Error) -> Mistake:
    char = error.text[error.here : error.here + 1]
    return _tab(error) if char == "\t" else _reserved(error)


def _reserved(error: _Error) -> Mistake:
    char = error.text[error.here : error.here + 1]
    return Mistake("reserved", error.here, error.here + 1, char)


def _mark(error: _Error) -> Mistake:
    char = error.text[error.start : error.start + 1]
    return Mistake("asterisk" if char == "*" else "reserved", error.start, error.start + 1, char)


def _tab(error: _Error) -> Mistake:
    begin, end = lines.bounds(error.text, error.here)
    at = error.text.find("\t", begin, end)
    at = error.here if at < 0 else at
    return Mistake("tab", at, at + 1)


def _escape(error: _Error) -> Mistake:
    at = error.text.rfind("\\", 0, error.here + 1)
    at = error.here if at < 0 else at
    code = re.compile(r"\\[ux][0-9a-fA-F]*|\\.?").match(error.text, at)
    return Mistake("escape", at, code.end() if code else at + 1, code[0] if code else "\\")


def _tag(error: _Error) -> Mistake:
    word = re.compile(r"\S*").match(error.text, error.start)
    end = word.end() if word else error.start + 1
    return Mistake("tag", error.start, end, error.text[error.start : end])


def _document(error: _Error) -> Mistake:
    """Text after the end of a document, or after a directive without `---`."""
    for sign, kind in (("...", "document-end"), ("%", "directive")):
        at = error.text.rfind(f"\n{sign}", 0, error.here) + 1
        if at or error.text.startswith(sign):
            return Mistake(kind, *lines.stretch(error.text, at))
    first = lines.first(error.text)
    if error.text[first : first + 1] in (" ", "\t"):
        return Mistake("indentation", *lines.stretch(error.text, first))
    return Mistake("other", *lines.stretch(error.text, error.here), error.problem)


def _node(error: _Error) -> Mistake:
    if "block node" in error.context:
        return _reserved(error)
    return bracket(error.text, error.start, error.here)


# words of libyaml and of its Python twin, the nearest first
_PROBLEMS: tuple[tuple[str, str, Callable[[_Error], Mistake]], ...] = (
    ("cannot start any token", "problem", _token),
    ("tab character", "problem", _tab),
    ("mapping values are not allowed", "problem", lambda error: colon(error.text, error.here)),
    ("mapping keys are not allowed", "problem", _reserved),
    ("sequence entries are not allowed", "problem", lambda error: Mistake("list-item", error.here, error.here + 1)),
    ("expected ':'", "problem", lambda error: no_colon(error.text, error.start)),
    ("escape", "problem", lambda error: _tag(error) if "tag" in error.context else _escape(error)),
    ("hexa", "problem", _escape),
    ("hexdecimal", "problem", _escape),
    ("directive", "problem", lambda error: Mistake("directive", *lines.stretch(error.text, error.start))),
    ("incompatible YAML", "problem", lambda error: Mistake("directive", *lines.stretch(error.text, error.start))),
    ("<document start>", "problem", _document),
    ("tag handle", "problem", _tag),
    ("alias", "context", _mark),
    ("anchor", "context", _mark),
    ("block scalar", "context", lambda error: Mistake("block-text", error.start, error.start + 1)),
    ("directive", "context", lambda error: Mistake("directive", *lines.stretch(error.text, error.start))),
    ("quoted scalar", "context", lambda error: Mistake("open-quote", error.start, error.start + 1)),
    ("tag", "context", _tag),
    ("block node", "context", _node),
    ("flow", "context", _node),
    ("block", "context", lambda error: outside(error.text, error.start, error.here)),
)


def mistake_of(error: Exception, text: str) -> Mistake:
    """Say what is wrong where the parser or its reader gave up."""
    if isinstance(error, yaml.MarkedYAMLError) and "maximum nesting depth" in str(error.problem):
        mark: Any = error.problem_mark  # libyaml looks ahead, and has a limit of its own since 0.2.6
        return Mistake("too-deep", mark.index, mark.index + 1)
    if isinstance(error, yaml.YAMLError) and not isinstance(error, yaml.reader.ReaderError):
        return diagnose(error, text)
    at: Any = getattr(error, "position", getattr(error, "start", 0))
    at = min(int(at), len(text))
    return Mistake("control-character", at, at + 1, f"U+{ord(text[at]):04X}" if at < len(text) else "?")
