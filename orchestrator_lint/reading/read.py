"""Source in, Reading out: its documents, its problems, and the text that nobody could read."""

from collections.abc import Mapping

import yaml

from orchestrator_lint.language import nearest
from orchestrator_lint.problems import Fill, Fix, Place, Problem, Quote, Related, Spot, Text
from orchestrator_lint.reading.compose import MAX_ALIASED, MAX_DEPTH, Composed, Fault, TooMuch, compose
from orchestrator_lint.reading.decode import decode
from orchestrator_lint.reading.document import Document, Reading
from orchestrator_lint.reading.mistake import Mistake
from orchestrator_lint.reading.places import Lines
from orchestrator_lint.reading.quotable import quotable
from orchestrator_lint.reading.statements import STATEMENTS
from orchestrator_lint.reading.syntax import forbidden, mistake_of
from orchestrator_lint.sources import MAX_BYTES, Source

_HEADER = "orchestrator"
_LIMITS = {"alias-bomb": f"{MAX_ALIASED:,}", "too-deep": str(MAX_DEPTH), "too-large": f"{MAX_BYTES // 1024 // 1024} MB"}
_FIRST = Text("it stands here first", "hier steht er zuerst")
_LONGEST_DETAIL = 60


def read(source: Source, sections: frozenset[str]) -> Reading:
    """Read one file; `sections` are the keys by which a file without header is known as a policy."""
    if source.fault:
        return _not_read(source)
    decoded = decode(source.data)
    builder = _Builder(source.path, decoded.text, sections)
    if decoded.wrong_at is not None:
        return builder.broken(Mistake("encoding", decoded.wrong_at, decoded.wrong_at + 1, decoded.looks_like))
    invisible = forbidden(decoded.text)
    if invisible is not None:
        return builder.broken(invisible)
    try:
        for composed in compose(decoded.text, with_spans=False):
            builder.add(composed)
    except TooMuch as much:
        return builder.broken(Mistake(much.kind, much.start, much.end))
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        return builder.broken(mistake_of(error, decoded.text))
    return builder.reading()


class _Builder:
    """Collects what a file gives, document by document."""

    def __init__(self, path: str, text: str, sections: frozenset[str]) -> None:
        self.path, self.text, self.sections = path, text, sections
        self.documents: list[Document] = []
        self.problems: list[tuple[str, Problem]] = []
        self.count = self.read_to = 0
        self.lines: Lines | None = None

    def add(self, composed: Composed) -> None:
        index, self.count, self.read_to = self.count, self.count + 1, composed.start
        self.problems += [self.fault(fault) for fault in composed.faults]
        data = composed.data
        if data is None:
            return
        if not isinstance(data, dict):
            if not composed.faults:
                self.say(Mistake("not-a-map", composed.start, composed.start + 1))
            return
        if _HEADER in data or self.headed(composed, index):
            self.documents.append(
                Document(self.path, index, data, composed.rejected, composed.copies, composed.ambiguous)
            )

    def headed(self, composed: Composed, index: int) -> bool:
        """Whether a document without header counts as a policy. A misspelt header is a key like any other."""
        if nearest(_HEADER, map(_plain, composed.data)) is not None:
            return True
        if (_HEADER,) in composed.rejected:
            return True
        known = [key for key in composed.data if key in self.sections]
        is_policy = 2 * len(known) >= len(composed.data) and bool(known)
        header = Fix(Fill(Place(self.path, index, ()), f"{_HEADER}: 1"))
        self.say(Mistake("header", composed.start, composed.start + 1), header if is_policy else None)
        return is_policy

    def reading(self, broken: bool = False, unread: str | None = None) -> Reading:
        if not self.documents and not self.problems:
            self.say(Mistake("empty", 0, 0))
        return Reading(self.path, tuple(self.documents), tuple(self.problems), self.text, unread, broken)

    def broken(self, mistake: Mistake) -> Reading:
        """End with a mistake from which on the file cannot be read."""
        if mistake.kind == "document-end" and self.documents:
            self.documents.pop()  # its rest stands behind the `...`
        if self.problems and self.problems[-1][1].text == STATEMENTS["not-a-map"].text:
            self.problems.pop()  # a syntax error follows: it is that error
        self.say(mistake)
        return self.reading(broken=True, unread=self.text[self.read_to if self.documents else 0 :])

    def say(self, mistake: Mistake, fix: Fix | None = None) -> None:
        values = {"path": self.path, "detail": _short(mistake.detail), "limit": _LIMITS.get(mistake.kind, "")}
        spot = self.spot(mistake.start, mistake.end)
        code, problem = _problem(mistake.kind, spot, values)
        whole = quotable(mistake, self.text)
        fix = Fix(Quote(self.path, *whole)) if whole else fix
        self.problems.append((code, problem._replace(fix=fix)))

    def fault(self, fault: Fault) -> tuple[str, Problem]:
        detail = _short(fault.detail)
        spot = self.spot(fault.start, fault.end)
        code, problem = _problem(fault.kind, spot, {"detail": detail})
        if fault.first:
            problem = problem.beside(Related(self.spot(*fault.first), _FIRST))
        about = ("/".join(str(step) for step in fault.pointer),)
        # that commas cut a list is likely, but only somebody who reads the sentence can tell
        fix = Fix(Quote(self.path, *fault.whole), safe=fault.kind != "cut-list") if fault.whole else None
        return code, problem._replace(names=(detail,), about=about, fix=fix)

    def spot(self, start: int, end: int) -> Spot:
        self.lines = self.lines or Lines(self.text)
        return self.lines.spot(self.path, start, end)


def _plain(key: str) -> str:
    return key[: 2 * len(_HEADER)]


def _short(detail: str) -> str:
    return detail if len(detail) <= _LONGEST_DETAIL else f"{detail[: _LONGEST_DETAIL - 1]}…"


def _problem(kind: str, spot: Spot, values: Mapping[str, object]) -> tuple[str, Problem]:
    statement = STATEMENTS[kind]
    return statement.code, Problem(spot, statement.text, values)


def _not_read(source: Source) -> Reading:
    kind = "dangling" if source.fault == "missing" and source.detail else source.fault
    values = {"path": source.path, "detail": source.detail, "limit": _LIMITS["too-large"]}
    problem = _problem(kind, Spot(source.path, 1, 1, 1, 1), values)
    return Reading(source.path, problems=(problem,), broken=True)
