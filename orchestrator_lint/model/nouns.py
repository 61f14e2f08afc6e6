"""An object of a section in, a noun out: a role, a system, a space that knows its id and its address."""

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from orchestrator_lint.language import Node
from orchestrator_lint.model.time import Duration
from orchestrator_lint.model.value import Unknown, Value
from orchestrator_lint.problems import Place, Text, Threshold
from orchestrator_lint.reading import Document

if TYPE_CHECKING:
    from orchestrator_lint.model.decision import Decision
    from orchestrator_lint.model.settings import Settings
    from orchestrator_lint.model.workspace import Workspace


class Noun(Value):
    """An object with an id. Its `address` is `section/id`."""

    __slots__ = ("__dict__", "id")
    section: ClassVar[str] = ""

    def __init__(self, workspace: "Workspace", document: Document, id: str, node: Node, plain: object) -> None:
        super().__init__(workspace, document, (self.section, id), plain, node)
        self.id = id

    @cached_property
    def _seen(self) -> dict[str | int, Value]:
        """The values that somebody has asked for: a policy does not change, and most rules ask for the same ones."""
        return {}

    def child(self, key: str | int) -> Value:
        """Give what stands under a key."""
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = super().child(key)
        return found

    @property
    def address(self) -> str:
        """How reports and fingerprints name the object."""
        return f"{self.pointer[0]}/{self.id}"

    @cached_property
    def label(self) -> Text:
        """Its title in both languages, else its id."""
        try:
            title = self.child("title") if self.node.child("title") is not None else None
        except Unknown:
            title = None
        return title.text if title else Text(self.id, self.id)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Noun) and self.address == other.address

    def __hash__(self) -> int:
        return hash(self.address)


class Organisation(Noun):
    """The organisation itself; there is one in a workspace."""

    section = "organisation"

    def __init__(self, workspace: "Workspace", document: Document, node: Node, plain: object) -> None:
        Value.__init__(self, workspace, document, ("organisation",), plain, node)
        self.id = "organisation"

    @property
    def address(self) -> str:
        """The organisation has no id."""
        return "organisation"

    @cached_property
    def label(self) -> Text:
        """Its name."""
        return Text(self.said_name, self.said_name)

    @property
    def said_name(self) -> str:
        """The name as written, or nothing."""
        return str(self.child("name").plain or "")


class Principle(Noun):
    """How people decide, in a sentence."""

    section = "principles"


class Role(Noun):
    """Who answers, oversees or decides: a person, a team, a committee or a mailbox."""

    section = "roles"

    @property
    def is_person(self) -> bool:
        """Whether one person holds it; a role that is silent on its kind is one."""
        return self.child("kind").plain in (None, "person")

    def is_same_person(self, other: "Role") -> bool:
        """Whether it is the same role, or the same holder is written for both."""
        if self == other:
            return True
        mine, theirs = (str(role.child("held_by").plain or "").strip().casefold() for role in (self, other))
        return bool(mine) and mine == theirs


class System(Noun):
    """A machine that takes part in decisions."""

    section = "systems"


class Dataset(Noun):
    """Data that feeds decisions."""

    section = "datasets"


class Guardrail(Noun):
    """A limit on what may be done."""

    section = "guardrails"


class Waiver(Noun):
    """A dated exception from a rule or a guardrail."""

    section = "waivers"
    needed: ClassVar = ("applies_to", "reason", "compensates", "requested_by", "approved_by", "granted", "expires")
    thresholds: ClassVar = {"waiver-max-duration": Threshold("12 months", "lower")}

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys that make it an exception and are not written; without them it waives nothing."""
        waived = self.child("rule") or self.child("guardrail")
        return (*(() if waived else ("rule",)), *(key for key in self.needed if not self.child(key)))

    @property
    def is_self_approved(self) -> bool:
        """Whether the same role, or the same person in another role, asked for it and approved it."""
        return is_self_approved(self)

    def longest(self, settings: "Settings") -> Duration:
        """How long it may hold."""
        return Duration.parse(str(settings.threshold("waiver-max-duration", self.thresholds)))


def is_self_approved(noun: Noun) -> bool:
    """Whether the same role, or the same person in another role, asked for an exception or a change and approved it."""
    asked, approved = (noun.child(key).target for key in ("requested_by", "approved_by"))
    return isinstance(asked, Role) and isinstance(approved, Role) and approved.is_same_person(asked)


class Space(Noun):
    """A decision space with its decisions."""

    section = "spaces"

    @cached_property
    def decisions(self) -> "tuple[Decision, ...]":
        """The decisions that can be read, in the order of the file."""
        return self.workspace.decisions_of(self)

    def where(self, key: str) -> Place:
        """Where a key stands or, where it is left out, the space."""
        return self.document.place((*self.pointer, key))


def nouns_of(section: str) -> type[Noun]:
    """Give the class of the objects of a section."""
    return {kind.section: kind for kind in _KINDS}.get(section, Noun)


_KINDS: tuple[type[Noun], ...] = (Principle, Role, System, Dataset, Guardrail, Waiver, Space)
