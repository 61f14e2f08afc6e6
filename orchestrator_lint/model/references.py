"""The references of a workspace in, the objects they name out."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from orchestrator_lint.model.nouns import Noun
from orchestrator_lint.model.value import Unknown, Value
from orchestrator_lint.problems import Place

if TYPE_CHECKING:
    from orchestrator_lint.model.workspace import Workspace

_OUTSIDE = ("external/", "persons/")


class Reference(NamedTuple):
    """A reference as written, the section that it should come from and, where it exists, what it names."""

    place: Place
    written: str
    section: str
    id: str
    exists: bool


class References:
    """Resolves references, and knows all that stand in a workspace."""

    def __init__(self, workspace: "Workspace") -> None:
        self.workspace = workspace

    def resolve(self, value: Value) -> Noun | None:
        """Give the object that a reference names, None for one outside the policies.

        Raises Unknown where it does not exist: REF001 says so, and no other rule draws anything from it.
        """
        written = str(value.plain)
        if written == "this":
            return value.owner_noun
        if written.startswith(_OUTSIDE):
            return None
        for section, id in self.candidates(written, value.node.refers):
            found = self.workspace.find(section, id)
            if found is not None:
                return found
        raise Unknown(value.place)

    def candidates(self, written: str, refers: tuple[str, ...]) -> list[tuple[str, str]]:
        """The sections and ids that a reference may mean, the likeliest first."""
        head, _, rest = written.partition("/")
        if "section/id" in refers:
            return [(head, rest)]
        if "scope" in refers:
            return self._scope(written, head, rest)
        if "decisions" in refers or not rest:
            return [(section, written) for section in refers]
        return [(section, rest) for section in refers if section == head] or [(refers[0], written)]

    def _scope(self, written: str, head: str, rest: str) -> list[tuple[str, str]]:
        if written == "organisation" or not rest:
            return [("organisation", written)] if written == "organisation" else [("spaces", written)]
        inside = head in self.workspace.language.sections
        return [(head, rest)] if inside else [("decisions", written)]

    @cached_property
    def all(self) -> tuple[Reference, ...]:
        """Give every reference of the workspace that can be judged, file by file, in the order of the lines.

        A missing id that several sections could hold belongs to the one in which others miss it too.
        """
        judged = list(self._all())
        missed = Counter((one.section, one.id) for one, _ in judged if not one.exists)
        return tuple(one if one.exists else _placed(one, options, missed) for one, options in judged)

    def _all(self) -> Iterator[tuple[Reference, list[tuple[str, str]]]]:
        for document in self.workspace.documents:
            for pointer, node, value in self.workspace.language.walk(document.data):
                refers = node.refers
                if not refers or not isinstance(value, str) or not value.strip():
                    continue
                if not self.workspace.is_rejected(document, pointer):
                    yield from self._judged(document.place(pointer), value, refers)

    def _judged(
        self, place: Place, written: str, refers: tuple[str, ...]
    ) -> Iterator[tuple[Reference, list[tuple[str, str]]]]:
        if written == "this" or written.startswith("external/"):
            return
        if written.startswith("persons/"):
            refers, written = ("affected",), written.removeprefix("persons/")
        if set(refers) & {"affected"} and not self.workspace.names_groups:
            return
        options = self.candidates(written, refers)
        try:
            exists = any(self.workspace.find(section, id) is not None for section, id in options)
        except Unknown:
            return
        section, id = options[0]
        yield Reference(place, written, section, id, exists), options


def _placed(one: Reference, options: list[tuple[str, str]], missed: Counter[tuple[str, str]]) -> Reference:
    section, id = max(options, key=lambda option: missed[option])
    return one._replace(section=section, id=id)
