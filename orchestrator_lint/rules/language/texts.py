"""A workspace in, its prose out: each text with its languages, its field, its place and the object it stands in."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from orchestrator_lint.language import Node
from orchestrator_lint.model import Decision, Decisions, Noun, Problem, Text, Unknown, Workspace
from orchestrator_lint.problems import Place, Pointer
from orchestrator_lint.reading import Document

Field = tuple[str, ...]


class Fields(NamedTuple):
    """The fields that a rule reads, as keys without ids, positions and languages; with `reasons`, every reason too.

    What stands in a decision begins with `decisions`, also where `every_decision` of a space says it.
    """

    named: frozenset[Field]
    reasons: bool = False


class Piece(NamedTuple):
    """A string of a file: its path, its field, the language where it says so, and its node in the policy language."""

    pointer: Pointer
    field: Field
    language: str | None
    node: Node
    written: str


class Prose(NamedTuple):
    """A text of a workspace: the languages it is read in, the field, the place, and the object it stands in."""

    written: str
    languages: tuple[str, ...]
    field: Field
    place: Place
    noun: Noun

    @property
    def subject(self) -> str:
        """How messages name the object."""
        return name_of(self.noun)

    def problem(self, text: Text, part: tuple[int, int] | None = None, **values: object) -> Problem:
        """State a problem of this text, or of a stretch of it; what else is wrong with the object stays."""
        start, length = part or (0, len(self.written))
        said = " ".join(self.written[start : start + length].split())
        place = self.place._replace(part=part)
        problem = self.noun.problem_at(place, text, subject=self.subject, **values).of_these_words()
        return problem._replace(names=(dotted(self.place.pointer), said))


def fields(*paths: str, reasons: bool = False) -> Fields:
    """Give the fields with these dotted names."""
    return Fields(frozenset(tuple(path.split(".")) for path in paths), reasons)


def texts(workspace: Workspace, asked: Decisions, wanted: Fields) -> Iterator[Prose]:
    """Give the texts of these fields, file by file in the order of the lines; of decisions, those that are asked."""
    spoken, addresses = spoken_languages(workspace), frozenset(asked.addresses)
    for document, every in all_pieces(workspace):
        for piece in every:
            if not _is_wanted(piece, wanted):
                continue
            noun = holder(workspace, document, piece.pointer, addresses)
            if noun is not None:
                languages = spoken if piece.language is None else (piece.language,)
                yield Prose(piece.written, languages, piece.field, document.place(piece.pointer), noun)


def spoken_languages(workspace: Workspace) -> tuple[str, ...]:
    """The languages in which a plain text is read; none where nobody can tell."""
    try:
        organisation = workspace.organisation
        declared = organisation.languages.words if organisation is not None else ()
    except Unknown:
        return ()
    return declared or ("de", "en")


def holder(workspace: Workspace, document: Document, pointer: Pointer, asked: frozenset[str]) -> Noun | None:
    """The object in which a value stands; None where the value is unknown, the object another, or the decision not asked."""
    if workspace.is_rejected(document, pointer):
        return None
    noun = workspace.noun_around(pointer)
    # of an id that stands twice only the first counts
    if noun is None or noun.document is not document or (isinstance(noun, Decision) and noun.address not in asked):
        return None
    return noun


def pieces(document: Document, root: Node) -> list[Piece]:
    """All strings of a file; own `x-` keys are left out."""
    found: list[Piece] = []
    _gather(document.data, Piece((), (), None, root, ""), found)
    return found


def all_pieces(workspace: Workspace) -> list[tuple[Document, list[Piece]]]:
    """The strings of all files; they are gathered once for all rules."""
    known = workspace.worked_out
    if "texts" not in known:
        root = workspace.language.root
        known["texts"] = [(document, pieces(document, root)) for document in workspace.documents]
    gathered: list[tuple[Document, list[Piece]]] = known["texts"]
    return gathered


def _is_wanted(piece: Piece, wanted: Fields) -> bool:
    return piece.field in wanted.named or (wanted.reasons and piece.field[-1:] == ("none_because",))


def name_of(noun: Noun) -> str:
    """How messages name an object: a decision by its address, all else by its id."""
    return noun.address if isinstance(noun, Decision) else noun.id


def dotted(pointer: Pointer) -> str:
    """Write a path with dots."""
    return ".".join(str(step) for step in pointer)


def shortened(text: str, longest: int = 60) -> str:
    """Quote a text in one line, of a long one the beginning."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _gather(value: Any, at: Piece, found: list[Piece]) -> None:
    if isinstance(value, str):
        found.append(at._replace(written=value))
        return
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        below = _below(at, step)
        if below is not None:
            _gather(inner, below, found)


def _below(at: Piece, step: str | int) -> Piece | None:
    """One step down; None where the language has no such key, or it is the organisation's own."""
    if isinstance(step, str) and step.startswith("x-"):
        return None
    node = at.node.child(step)
    if node is None:
        return None
    field, language = at.field, at.language
    if isinstance(step, str):
        if at.node.is_text and len(step) == 2:
            language = step
        elif at.node.keys:  # a map without keys of its own is one by id
            inside = field == ("spaces",) and step in ("decisions", "every_decision")
            field = ("decisions",) if inside else (*field, step)
    return Piece((*at.pointer, step), field, language, node, "")
