"""Policies in, the reasoned noes in them out: what they say is not needed, where, and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.said import Said
from orchestrator_lint.escape import Verbatim
from orchestrator_lint.model import Decision, Noun, Space, Unknown, Value, Workspace
from orchestrator_lint.problems import Pointer


class List(NamedTuple):
    """The reasoned noes of a space, or, without one, those that stand outside of spaces."""

    title: Said
    space: Space | None
    noes: tuple[Value, ...]

    @property
    def name(self) -> str:
        """The page on which they stand where there are many decisions."""
        return f"exceptions/{self.space.id}.md" if self.space is not None else "exceptions/elsewhere.md"

    def on(self, links: Links) -> Verbatim:
        """Where they stand, as seen from a page."""
        return links.to(self.name) if links.split else links.to("exceptions.md", "noes")

    def rows(self, edition: Edition, links: Links) -> Iterator[Context]:
        """Give what each says."""
        for value in self.noes:
            block = edition.reader.block(value, "")
            yield {"of": _subject(edition, links, value), "what": _what(edition, value), "block": block}

    def page(self, edition: Edition) -> Page:
        """Give the page of the list."""
        links = edition.links.at(self.name)
        space = self.space
        return page(
            edition,
            links,
            "exceptions-space",
            f"exceptions-{space.id if space is not None else 'elsewhere'}",
            edition.found.in_space(space.id) if space is not None else [],
            edition.of(space).office(space, "owner", "OWN001") if space is not None else (),
            in_list=False,
            decisions=space.decisions if space is not None else (),
            title=self.title,
            rows=tuple(self.rows(edition, links)),
            register=links.to("exceptions.md"),
        )


def lists_of(edition: Edition) -> tuple[List, ...]:
    """Give the lists: one for each space that has any, by id, and what stands outside of spaces last."""
    by_space: dict[str, list[Value]] = defaultdict(list)
    for value in _all(edition.workspace):
        by_space[str(value.pointer[1]) if value.pointer[0] == "spaces" else ""].append(value)
    outside = by_space.pop("", [])
    spaces = [space for space in edition.spaces if space.id in by_space]
    inside = [List(edition.of(space).title(space), space, tuple(by_space[space.id])) for space in spaces]
    rest = List(Said(edition.words.tables["mark"]["elsewhere"]), None, tuple(outside))
    return (*inside, *((rest,) if outside else ()))


def _all(workspace: Workspace) -> Iterable[Value]:
    """Every reasoned no that can be read, in the order of ids and not of files."""
    found = [value for document in workspace.documents for value in _in(workspace, document)]
    return sorted(found, key=lambda value: tuple(str(step) for step in value.pointer))


def _in(workspace: Workspace, document: Any) -> Iterator[Value]:
    for pointer, plain in _maps(document.data, ()):
        node = workspace.language.at(pointer)
        if node is None or "none_because" not in node.keys or workspace.is_rejected(document, pointer):
            continue
        value = Value(workspace, document, pointer, plain, node)
        try:
            if value.reasoned and _counts(workspace, value):
                yield value
        except Unknown:
            continue


def _maps(data: Any, pointer: Pointer) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """Give the maps that hold a `none_because`, with their paths."""
    if isinstance(data, dict):
        if data.get("none_because"):
            yield pointer, data
        for key, value in data.items():
            if isinstance(value, (dict, list)):
                yield from _maps(value, (*pointer, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            if isinstance(value, (dict, list)):
                yield from _maps(value, (*pointer, index))


def _counts(workspace: Workspace, value: Value) -> bool:
    """Whether it stands in an object that counts: the first of those with its id."""
    noun = workspace.noun_around(value.pointer)
    return noun is not None and noun.document is value.document


def _subject(edition: Edition, links: Links, value: Value) -> Said:
    noun = edition.workspace.noun_around(value.pointer)
    if isinstance(noun, Decision):
        return edition.decision(links, noun)
    if isinstance(noun, Space):
        every = "every_decision" in value.pointer
        title = edition.reader.title(noun)._replace(link=links.charter(noun.id))
        return title._replace(text=f"{title.text} ({edition.words.tables['mark']['every']})") if every else title
    return _name(edition, noun) if noun is not None else Said(value.path)


def _name(edition: Edition, noun: Noun) -> Said:
    if noun.address == "organisation":
        return Said(edition.report.organisation or noun.id)
    return edition.reader.title(noun) if noun.node.child("title") is not None else Said(noun.id)


def _what(edition: Edition, value: Value) -> Said:
    return Said(edition.key(value.node))
