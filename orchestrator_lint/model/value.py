"""A document and a path in, a view of what stands there out: value and address in one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from orchestrator_lint.language import Node
from orchestrator_lint.model.time import Duration, parse_date
from orchestrator_lint.problems import Place, Pointer, Problem, Text
from orchestrator_lint.reading import Document

if TYPE_CHECKING:
    from orchestrator_lint.model.nouns import Noun
    from orchestrator_lint.model.workspace import Workspace

_REASON = frozenset(("none_because", "basis", "instead"))


class Unknown(Exception):
    """A rule has met a value that nobody can know; `place` is where the cause stands, if it has one."""

    def __init__(self, place: Place | None = None) -> None:
        super().__init__()
        self.place = place


class Value:
    """What stands at a path of a policy, or would stand there.

    A key of the language is read as an attribute (`decision.oversight.by`; `from_` where Python reserves the word)
    and gives a Value. It is true where something stands there: null, blank text, empty lists and maps,
    and a mere `none_because` are missing. Reading what was rejected raises Unknown; reading a key that the
    language does not have raises AttributeError.
    """

    __slots__ = ("around", "document", "node", "plain", "pointer", "workspace")

    def __init__(
        self,
        workspace: "Workspace",
        document: Document,
        pointer: Pointer,
        plain: Any,
        node: Node,
        around: "Value | None" = None,
    ) -> None:
        self.workspace, self.document, self.pointer = workspace, document, pointer
        self.plain, self.node, self.around = plain, node, around

    def __getattr__(self, name: str) -> "Value":
        if name.startswith("__"):
            raise AttributeError(name)
        return self.child(name.removesuffix("_"))

    def __bool__(self) -> bool:
        if _stands(self.plain):
            return True
        if self.plain is not None and self._holds_unknown():
            raise Unknown(self.place)
        return False

    def _holds_unknown(self) -> bool:
        """Whether something that was rejected stands inside: then nobody can say that nothing does."""
        depth = len(self.pointer)
        return any(len(path) > depth and path[:depth] == self.pointer for path in self.document.rejected)

    def __iter__(self) -> Iterator["Value"]:
        """The items of a list; one text counts as a list of one."""
        if isinstance(self.plain, list):
            for index in range(len(self.plain)):
                yield self.child(index)
        elif isinstance(self.plain, str) and self.plain.strip():
            yield self

    def __str__(self) -> str:
        return self.said("en")

    def child(self, key: str | int) -> "Value":
        """Give what stands under a key or at an index."""
        node = self.node.child(key)
        if node is None:
            raise AttributeError(f"the policy language has no key {key!r} at {self.path or 'the root'}")
        pointer = (*self.pointer, key)
        if self.document.rejected and pointer in self.document.rejected:
            raise Unknown(self.document.place(pointer))
        plain = None
        if isinstance(self.plain, dict):
            plain = self.plain.get(key)
        elif isinstance(self.plain, list) and isinstance(key, int):
            plain = self.plain[key]
        return Value(self.workspace, self.document, pointer, plain, node, self)

    def entries(self) -> Iterator[tuple[str, "Value"]]:
        """The keys of a map with what stands under them, own `x-` keys left out."""
        if isinstance(self.plain, dict):
            for key in self.plain:
                if not key.startswith("x-"):
                    yield key, self.child(key)

    @property
    def path(self) -> str:
        """The path through the file, dotted."""
        return ".".join(str(step) for step in self.pointer)

    @property
    def place(self) -> Place:
        """Where it stands, or would stand."""
        return self.document.place(self.pointer)

    def place_of(self, key: str) -> Place:
        """Where a key of it stands, or would stand; what stands there is not read and may be unknown."""
        return self.document.place((*self.pointer, key))

    @property
    def silent(self) -> bool:
        """Whether nothing is written here at all, so that the value around it holds."""
        return self.plain is None

    @property
    def reasoned(self) -> bool:
        """Whether it is said with a reason that nothing is needed here."""
        return isinstance(self.plain, dict) and _stands(self.plain.get("none_because")) and not self

    @property
    def settled(self) -> bool:
        """Whether no rule may ask for a key inside: a reasoned no, or a block that is still being built."""
        if isinstance(self.plain, dict):
            if self.plain.get("state") in ("in-progress", "planned") or self.reasoned:
                return True
        return self.around is not None and self.around.settled

    @property
    def words(self) -> tuple[str, ...]:
        """The texts of a list, or the one text, as written."""
        return tuple(str(item.plain) for item in self)

    @property
    def sole(self) -> "Value":
        """The one text, also of a list that names nothing else; Unknown where a list names several."""
        items = [item for item in self if item]
        if len({str(item.plain).strip() for item in items}) > 1:
            raise Unknown(self.place)
        return items[0] if items else self

    def has(self, *wanted: str) -> bool:
        """Whether a list holds one of these words; Unknown only where that cannot be told."""
        if isinstance(self.plain, list):
            return known_any(partial(self._holds, index, wanted) for index in range(len(self.plain)))
        return self.plain in wanted

    def _holds(self, index: int, wanted: tuple[str, ...]) -> bool:
        return self.child(index).plain in wanted

    def said(self, language: str) -> str:
        """Give a text in `language`, else in the first language it has."""
        if isinstance(self.plain, dict):
            written = [text for key, text in self.plain.items() if key not in _REASON]
            texts = [text for text in (self.plain.get(language), *written) if isinstance(text, str)]
            return texts[0] if texts else ""
        return "" if self.plain is None else str(self.plain)

    @property
    def text(self) -> Text:
        """Give a text in both languages of reports."""
        return Text(self.said("en"), self.said("de"))

    @property
    def day(self) -> date | None:
        """Give a date."""
        return parse_date(self.plain) if self else None

    @property
    def length(self) -> Duration | None:
        """Give a duration."""
        return Duration.parse(self.plain) if self and isinstance(self.plain, str) else None

    @property
    def target(self) -> "Noun | None":
        """Give the object that a reference names; None where nothing is written, Unknown where it does not exist."""
        return self.workspace.references.resolve(self) if self else None

    @property
    def owner_noun(self) -> "Noun | None":
        """Give the object of the workspace in which this stands."""
        return self.workspace.noun_around(self.pointer)

    def problem(self, text: Text, **values: object) -> Problem:
        """State a problem at this place; Values among `values` are written as they stand."""
        return self.problem_at(self.place, text, **values)

    def problem_at(self, place: Place, text: Text, **values: object) -> Problem:
        """State a problem of this object at another place."""
        noun = self.owner_noun
        spoken = {name: _spoken(value) for name, value in values.items()}
        decisions = spoken.get("decisions")
        gathered = decisions if isinstance(decisions, tuple) else ()
        about = (noun.address,) if noun is not None else ("organisation",)
        return Problem(place, text, spoken, about=about, gathered=gathered, names=_names(spoken))


def known_any(checks: Iterable[Callable[[], bool]]) -> bool:
    """Whether one check is true, an unknown one counting only where no other is."""
    unknown: Unknown | None = None
    for check in checks:
        try:
            if check():
                return True
        except Unknown as met:
            unknown = unknown or met
    if unknown is not None:
        raise unknown
    return False


def _stands(plain: Any) -> bool:
    if plain is None:
        return False
    if isinstance(plain, str):
        return bool(plain.strip())
    if isinstance(plain, dict):
        return any(_stands(value) for key, value in plain.items() if not _is_aside(key, plain))
    return any(_stands(item) for item in plain) if isinstance(plain, list) else True


def _is_aside(key: str, around: Mapping[str, Any]) -> bool:
    """Whether a key adds nothing to what is said: a reason and what goes with it, or the organisation's own."""
    reason = key in _REASON or (key == "state" and _stands(around.get("none_because")))
    return reason or key.startswith("x-")


# free text, counts and days say nothing about which finding this is
_NOT_NAMES = frozenset(("decisions", "title", "text", "term", "count", "total", "share", "date", "groups"))


def _names(values: Mapping[str, object]) -> tuple[str, ...]:
    names: list[str] = []
    for key in sorted(values):
        value = values[key]
        if key in _NOT_NAMES or isinstance(value, Text):
            continue
        names += [str(item) for item in value] if isinstance(value, tuple) else [str(value)]
    return tuple(names)


def _spoken(value: object) -> object:
    if isinstance(value, Value):
        return value.text if value.node.is_text else value.words if isinstance(value.plain, list) else str(value.plain)
    if isinstance(value, (list, set, frozenset)):
        return tuple(value)
    return value
