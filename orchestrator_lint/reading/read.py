"""Source in, Reading out: its documents, its problems, and the text that nobody could read."""

from collections.abc import Mapping

import yaml

from orchestrator_lint.problems import Problem, Related, Spot, Text
from orchestrator_lint.reading.compose import MAX_ALIASED, MAX_DEPTH, Composed, Fault, TooMuch, compose
from orchestrator_lint.reading.decode import decode
from orchestrator_lint.reading.document import Document, Reading
from orchestrator_lint.reading.faults import STATEMENTS
from orchestrator_lint.reading.places import Lines
from orchestrator_lint.reading.syntax import Mistake, diagnose
from orchestrator_lint.sources import MAX_BYTES, Source

_HEADER = "orchestrator"
_LIMITS = {"alias-bomb": f"{MAX_ALIASED:,}", "too-deep": str(MAX_DEPTH), "too-large": f"{MAX_BYTES // 1024 // 1024} MB"}
_FIRST = Text("it stands here first", "hier steht er zuerst")


def read(source: Source, sections: frozenset[str]) -> Reading:
    """Read one file; `sections` are the keys by which a file without header is known as a policy."""
    if source.fault:
        return _not_read(source)
    decoded = decode(source.data)
    if decoded.wrong_at is not None:
        at = decoded.wrong_at
        mistake = Mistake("encoding", at, at + 1, decoded.looks_like)
        return _broken(_Builder(source.path, decoded.text, sections), mistake)
    builder = _Builder(source.path, decoded.text, sections)
    try:
        for composed in compose(decoded.text, with_spans=False):
            builder.add(composed)
    except TooMuch as much:
        return _broken(builder, Mistake(much.kind, much.start, much.end))
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        return _broken(builder, _mistake(error, decoded.text))
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
        for fault in composed.faults:
            self.problems.append(self.fault(fault))
        data = composed.data
        if data is None and not composed.faults:
            return
        if not isinstance(data, dict):
            self.say(Mistake("not-a-map", composed.start, composed.start + 1))
            return
        document = Document(self.path, index, data, composed.rejected)
        if _HEADER not in data:
            self.say(Mistake("header", composed.start, composed.start + 1))
            if not self.sections & set(data):
                return
        self.documents.append(document)

    def reading(self, broken: bool = False, unread: str | None = None) -> Reading:
        if not self.documents and not self.problems:
            self.say(Mistake("empty", 0, 0))
        return Reading(self.path, tuple(self.documents), tuple(self.problems), self.text, unread, broken)

    def forget_fragment(self) -> None:
        """Drop the statement that a text is no map where a syntax error follows: it is that error."""
        if self.problems and self.problems[-1][1].text == STATEMENTS["not-a-map"].text:
            self.problems.pop()

    def say(self, mistake: Mistake) -> None:
        values = {"path": self.path, "detail": mistake.detail, "limit": _LIMITS.get(mistake.kind, "")}
        spot = self.spot(mistake.start, mistake.end)
        self.problems.append(_problem(mistake.kind, spot, values))

    def fault(self, fault: Fault) -> tuple[str, Problem]:
        detail = fault.detail if len(fault.detail) <= 60 else f"{fault.detail[:59]}…"
        spot = self.spot(fault.start, fault.end)
        code, problem = _problem(fault.kind, spot, {"detail": detail})
        if fault.first:
            problem = problem.beside(Related(self.spot(*fault.first), _FIRST))
        return code, problem._replace(names=(detail,), about=_about(fault))

    def spot(self, start: int, end: int) -> Spot:
        self.lines = self.lines or Lines(self.text)
        return self.lines.spot(self.path, start, end)


def _about(fault: Fault) -> tuple[str, ...]:
    return ("/".join(str(step) for step in fault.pointer),)


def _problem(kind: str, spot: Spot, values: Mapping[str, object]) -> tuple[str, Problem]:
    statement = STATEMENTS[kind]
    return statement.code, Problem(spot, statement.text, values)


def _broken(builder: _Builder, mistake: Mistake) -> Reading:
    builder.forget_fragment()
    builder.say(mistake)
    return builder.reading(broken=True, unread=builder.text[builder.read_to if builder.documents else 0 :])


def _not_read(source: Source) -> Reading:
    kind = "dangling" if source.fault == "missing" and source.detail else source.fault
    values = {"path": source.path, "detail": source.detail, "limit": _LIMITS["too-large"]}
    problem = _problem(kind, Spot(source.path, 1, 1, 1, 1), values)
    return Reading(source.path, problems=(problem,), broken=True)


def _mistake(error: Exception, text: str) -> Mistake:
    if isinstance(error, yaml.YAMLError):
        return diagnose(error, text)
    at = getattr(error, "start", 0)
    return Mistake("control-character", at, at + 1, f"U+{ord(text[at]):04X}" if at < len(text) else "?")
