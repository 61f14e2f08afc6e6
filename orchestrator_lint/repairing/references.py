"""An id in the wrong form in, the edits that give it and all references to it the right one out."""

from collections.abc import Iterator

from orchestrator_lint.language import Node, policy_language, slug
from orchestrator_lint.model import Workspace
from orchestrator_lint.problems import Place, Pointer, Rename, Rewrite
from orchestrator_lint.reading import Pages

_GROUP = "persons/"


def followers(pages: Pages, change: Rename) -> list[Rewrite] | None:
    """Give the references that follow a renamed id, in all files; None where somebody must choose.

    That is where a file could not be read, another id has or gets the same form, a reference may mean something else, or
    the id stands under a key that is misspelt.
    """
    if any(reading.broken for reading in pages.readings.values()):
        return None
    documents = [document for reading in pages.readings.values() for document in reading.documents]
    pointer, new = change.place.pointer, change.key
    alike = [other for document in documents for other in _ids(document.data, pointer) if slug(other) == new]
    if len(alike) != 1 or any(
        _hides(document.data, policy_language().root, str(pointer[-1])) for document in documents
    ):
        return None
    return _Following(Workspace(documents, policy_language()), pointer, new).all()


def _ids(data: object, pointer: Pointer) -> Iterator[str]:
    """The ids that stand beside one at a path, in one document."""
    for step in pointer[:-1]:
        data = data.get(str(step)) if isinstance(data, dict) else None
    yield from data if isinstance(data, dict) else ()


def _hides(data: object, node: Node | None, id: str) -> bool:
    """Whether an id stands where the language has no place: under a misspelt key it may be a reference."""
    if isinstance(data, str):
        return node is None and id in data.split("/")
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    known = ((step, value) for step, value in steps if not (isinstance(step, str) and step.startswith("x-")))
    return any(_hides(value, node.child(step) if node is not None else None, id) for step, value in known)


class _Following:
    def __init__(self, workspace: Workspace, pointer: Pointer, new: str) -> None:
        self.workspace, self.new, self.old = workspace, new, str(pointer[-1])
        inside = len(pointer) > 2
        self.section = str(pointer[-2]) if inside else str(pointer[0])
        self.space = str(pointer[1]) if self.section == "decisions" else ""

    def all(self) -> list[Rewrite] | None:
        found = []
        for document in self.workspace.documents:
            for pointer, node, value in self.workspace.language.walk(document.data):
                if not node.refers or not isinstance(value, str) or self.old not in value:
                    continue
                meant = self.followed(value, node.refers)
                if meant is None:
                    return None
                # aliases repeat a reference; it is changed where it is written
                place = Place(document.path, document.index, document.written(pointer))
                if meant != value and Rewrite(place, meant) not in found:
                    found.append(Rewrite(place, meant))
        return found

    def followed(self, written: str, refers: tuple[str, ...]) -> str | None:
        """What a reference becomes; itself where it means something else, None where that cannot be told."""
        if written.startswith(_GROUP):
            is_meant = self.section == "affected" and written == _GROUP + self.old
            return _GROUP + self.new if is_meant else written
        options = self.workspace.references.candidates(written, refers)
        meant = [option for option in options if self.is_meant(*option)]
        if not meant:
            return written
        if len(options) > 1 and any(self.exists(*option) for option in options if option not in meant):
            return None
        return self.renamed(written)

    def is_meant(self, section: str, id: str) -> bool:
        """Whether section and id name the object, or for a space something in it."""
        if self.section == "decisions":
            return section == "decisions" and id == f"{self.space}/{self.old}"
        if self.section == "spaces" and section == "decisions":
            return id.partition("/")[0] == self.old
        return (section, id) == (self.section, self.old)

    def exists(self, section: str, id: str) -> bool:
        way = (("organisation",) if section == "affected" else ()) + (section, id)
        return any(id in _ids(document.data, way) for document in self.workspace.documents)

    def renamed(self, written: str) -> str:
        """Change the step that is the id: the last, but of a decision in a renamed space the first of its address."""
        steps = written.split("/")
        at = max(index for index, step in enumerate(steps) if step == self.old) if self.section != "spaces" else 0
        if self.section == "spaces":
            at = steps.index(self.old, 1 if steps[0] in ("spaces", "decisions") and len(steps) > 1 else 0)
        steps[at] = self.new
        return "/".join(steps)
