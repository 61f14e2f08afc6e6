"""Documents in, the Workspace out: all files together, each object once, each reference resolvable."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from orchestrator_lint.language import Language, slug
from orchestrator_lint.model.decision import Decision
from orchestrator_lint.model.flows import acts_past_people
from orchestrator_lint.model.nouns import (
    Dataset,
    Guardrail,
    Noun,
    Organisation,
    Principle,
    Role,
    Space,
    System,
    Waiver,
    nouns_of,
)
from orchestrator_lint.model.references import References
from orchestrator_lint.model.subjects import EmptySpace
from orchestrator_lint.model.value import Unknown
from orchestrator_lint.problems import Place, Pointer
from orchestrator_lint.reading import Document

# goals and groups of people are maps inside `organisation`
_INSIDE_ORGANISATION = frozenset(("goals", "affected"))


class Twice(NamedTuple):
    """An id that stands twice in a section, with the place that counts and the one that does not."""

    section: str
    id: str
    first: Place
    second: Place


class Workspace:
    """All policies that were read. `unread` holds the texts of files, or parts of files, that were not."""

    def __init__(self, documents: Sequence[Document], language: Language, unread: Sequence[str | None] = ()) -> None:
        self.documents, self.language = tuple(documents), language
        self.unread = tuple(unread)
        self.references = References(self)
        self.twice: list[Twice] = []
        # what several rules need of all policies, by a name of theirs
        self.worked_out: dict[str, Any] = {}
        self._sections: dict[str, dict[str, Noun]] = defaultdict(dict)
        self._unknown_sections: set[str] = set()
        for document in self.documents:
            self._add(document)

    def _add(self, document: Document) -> None:
        if () in document.rejected:
            self._unknown_sections |= self.language.sections
            return
        for section in self.language.sections:
            if (section,) in document.rejected:
                self._unknown_sections.add(section)
            elif isinstance(document.data.get(section), dict):
                self._add_section(document, section)

    def _add_section(self, document: Document, section: str) -> None:
        objects = document.data[section]
        node = self.language.section(section)
        if section == "organisation":
            self._keep(Organisation(self, document, node, objects))
            return
        for id, plain in objects.items():
            if id.startswith("x-"):
                continue
            child = node.child(id)
            if child is not None and (section, id) not in document.rejected and isinstance(plain, (dict, type(None))):
                self._keep(self._noun(section, document, id, child, plain))

    def _noun(self, section: str, document: Document, id: str, node: Any, plain: Any) -> Noun:
        kind = nouns_of(section)
        if kind is Space and not (isinstance(plain, dict) and plain.get("decisions")):
            kind = EmptySpace
        if kind is Noun:
            noun = Noun(self, document, id, node, plain)
            noun.pointer = (section, id)
            return noun
        return kind(self, document, id, node, plain)

    def _keep(self, noun: Noun) -> None:
        section = str(noun.pointer[0])
        known = self._sections[section].get(noun.id)
        if known is None:
            self._sections[section][noun.id] = noun
        else:
            self.twice.append(Twice(section, noun.id, known.place, noun.place))

    @property
    def organisation(self) -> Organisation | None:
        """The organisation, where one is described; Unknown where nobody can tell."""
        found = self.find("organisation", "organisation")
        return found if isinstance(found, Organisation) else None

    def all(self, section: str) -> Iterator[Noun]:
        """The objects of a section, by id."""
        yield from (noun for _, noun in sorted(self._sections[section].items()))

    def ids(self, section: str) -> list[str]:
        """The ids of a section, sorted; addresses for decisions; groups and goals are those of the organisation."""
        if section == "decisions":
            return sorted(self._by_address)
        if section in _INSIDE_ORGANISATION:
            organisation = self._sections["organisation"].get("organisation")
            return sorted((organisation.plain or {}).get(section) or {}) if organisation is not None else []
        return sorted(self._sections[section])

    @property
    def spaces(self) -> Iterator[Space]:
        """The decision spaces, by id."""
        return (noun for noun in self.all("spaces") if isinstance(noun, Space))

    @property
    def roles(self) -> Iterator[Role]:
        """The roles, by id."""
        return (noun for noun in self.all("roles") if isinstance(noun, Role))

    @property
    def systems(self) -> Iterator[System]:
        """The systems, by id."""
        return (noun for noun in self.all("systems") if isinstance(noun, System))

    @property
    def datasets(self) -> Iterator[Dataset]:
        """The datasets, by id."""
        return (noun for noun in self.all("datasets") if isinstance(noun, Dataset))

    @property
    def guardrails(self) -> Iterator[Guardrail]:
        """The guardrails, by id."""
        return (noun for noun in self.all("guardrails") if isinstance(noun, Guardrail))

    @property
    def principles(self) -> Iterator[Principle]:
        """The principles, by id."""
        return (noun for noun in self.all("principles") if isinstance(noun, Principle))

    @property
    def waivers(self) -> Iterator[Waiver]:
        """The waivers, by id."""
        return (noun for noun in self.all("waivers") if isinstance(noun, Waiver))

    @cached_property
    def declared_frameworks(self) -> tuple[str, ...] | None:
        """The frameworks that the organisation declared; None where it is silent, or nobody can tell."""
        try:
            organisation = self.organisation
            declared = organisation.child("frameworks") if organisation is not None else None
            return declared.words if declared is not None and not declared.silent else None
        except Unknown:
            return None

    @property
    def frameworks(self) -> tuple[str, ...]:
        """The frameworks that are declared; none where the organisation is silent."""
        return self.declared_frameworks or ()

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions that can be read, by address."""
        found = [decision for space in self.spaces for decision in self.decisions_of(space)]
        return tuple(sorted(found, key=lambda decision: decision.address))

    @cached_property
    def _decisions(self) -> dict[str, tuple[Decision, ...]]:
        return {}

    def decisions_of(self, space: Space) -> tuple[Decision, ...]:
        """The decisions of a space that can be read, in the order of the file."""
        if space.id not in self._decisions:
            self._decisions[space.id] = tuple(self._read_decisions(space))
        return self._decisions[space.id]

    def _read_decisions(self, space: Space) -> Iterator[Decision]:
        try:
            decisions = space.child("decisions").plain
        except Unknown:
            return
        for id, plain in (decisions or {}).items():
            readable = not id.startswith("x-") and isinstance(plain, (dict, type(None)))
            if readable and (*space.pointer, "decisions", id) not in space.document.rejected:
                yield Decision(self, space, id)

    @cached_property
    def _by_address(self) -> dict[str, Decision]:
        return {decision.address: decision for decision in self.decisions}

    def find(self, section: str, id: str) -> Noun | None:
        """Give an object by section and id, None where it does not exist.

        Raises Unknown where it may stand in what could not be read.
        """
        if section == "decisions":
            found: Noun | None = self._by_address.get(id)
        elif section in _INSIDE_ORGANISATION:
            return self._in_organisation(section, id)
        else:
            found = self._sections[section].get(id)
        if found is None and self._may_exist(section, id):
            raise Unknown
        return found

    def _in_organisation(self, section: str, id: str) -> Noun | None:
        organisation = self.organisation
        if organisation is None:
            return None
        return organisation if id in dict(organisation.child(section).entries()) else None

    def _may_exist(self, section: str, id: str) -> bool:
        holder = "spaces" if section == "decisions" else section
        if holder in self._unknown_sections:
            return True
        path = ("spaces", *id.split("/")) if section == "decisions" else (section, *id.split("/"))
        parts = [step for step in path[1:] if isinstance(step, str)]
        if any(text is None or all(part in text for part in parts) for text in self.unread):
            return True
        if section != "decisions":
            return (section, parts[0]) in self._refused_objects
        return any(_is_rejected_on_the_way(document, parts) for document in self.documents)

    @cached_property
    def _refused_objects(self) -> frozenset[tuple[str, str]]:
        """The rejected objects that a reference may mean: section and id, as the id should have been."""
        refused = (pointer for document in self.documents for pointer in document.rejected if len(pointer) == 2)
        return frozenset((str(pointer[0]), slug(str(pointer[1]))) for pointer in refused)

    @property
    def names_groups(self) -> bool:
        """Whether the organisation lists the groups of people that its decisions reach."""
        try:
            organisation = self.organisation
            return organisation is not None and bool(organisation.child("affected").plain)
        except Unknown:
            return False

    @property
    def is_whole(self) -> bool:
        """Whether everything could be read; if not, nothing can be said about what is missing in all of it."""
        return not self.unread and not self._unknown_sections

    def is_rejected(self, document: Document, pointer: Pointer) -> bool:
        """Whether a value, or one around it, cannot be relied on."""
        if not document.rejected:
            return False
        return any(pointer[:depth] in document.rejected for depth in range(len(pointer) + 1))

    def noun_around(self, pointer: Pointer) -> Noun | None:
        """Give the innermost object in which a place stands."""
        if len(pointer) >= 4 and pointer[0] == "spaces" and pointer[2] == "decisions":
            decision = self._by_address.get(f"{pointer[1]}/{pointer[3]}")
            if decision is not None:
                return decision
        if pointer and pointer[0] == "organisation":
            return self._sections["organisation"].get("organisation")
        return self._sections[str(pointer[0])].get(str(pointer[1])) if len(pointer) > 1 else None

    def takes_effect_past_people(self, decision: Decision) -> bool:
        """Whether a flow of the decision leads from its systems to an effect without a person."""
        return acts_past_people(decision)


def _is_rejected_on_the_way(document: Document, parts: list[str]) -> bool:
    """Whether a decision, or its space, was rejected in a document."""
    ways: tuple[Pointer, ...] = (
        ("spaces", parts[0]),
        ("spaces", parts[0], "decisions"),
        ("spaces", parts[0], "decisions", parts[-1]),
    )
    return any(way in document.rejected for way in ways)
