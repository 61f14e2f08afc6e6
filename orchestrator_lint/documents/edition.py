"""Workspace, report and a language in, all that the documents of that language share out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from orchestrator_lint.documents.found import Found, Open, opened
from orchestrator_lint.documents.links import Links, is_id, links_of
from orchestrator_lint.documents.offices import Offices
from orchestrator_lint.documents.reader import Reader
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.words import words_of
from orchestrator_lint.judging import Finding, Report
from orchestrator_lint.language import Node
from orchestrator_lint.model import Decision, Noun, Organisation, Space, Unknown, Workspace
from orchestrator_lint.network import Mapped
from orchestrator_lint.problems import LANGUAGES


class Publisher(NamedTuple):
    """Who answers for the documents of the whole organisation."""

    owner: tuple[Said, ...]
    approved_by: tuple[Said, ...]
    classification: Said


class Edition:
    """One language of the documents."""

    def __init__(self, workspace: Workspace, report: Report, language: str, found: Found, network: Mapped) -> None:
        self.workspace, self.report, self.language = workspace, report, language
        self.found, self.network = found, network
        self.words = words_of(language)
        self.links = links_of(workspace, language)
        self.facts: dict[str, Mapping[str, object]] = {}  # of decisions, by address: several documents say them
        self.reader = Reader(self.words, _tongues(self.organisation), {})

    @cached_property
    def organisation(self) -> Organisation | None:
        """The organisation, where one can be read."""
        try:
            return self.workspace.organisation
        except Unknown:
            return None

    @cached_property
    def publisher(self) -> Publisher:
        """Who answers for the documents of the whole organisation, as far as it says so."""
        here = self.reader.at(self.organisation, "documents")
        if here is None:
            gap = self.reader.gap() if self.organisation is None else Said(why="unreadable")
            return Publisher((gap,), (), Said())
        return Publisher(
            self.reader.office(here, "owner") or (self.reader.gap(),),
            self.reader.office(here, "approved_by"),
            self.reader.text(here, "classification"),
        )

    @cached_property
    def frameworks(self) -> tuple[str, ...]:
        """The laws and standards that the organisation declares."""
        return self.report.frameworks or ()

    @cached_property
    def offices(self) -> Offices:
        """Which role has which part in which decision."""
        return Offices(self.workspace)

    @cached_property
    def spaces(self) -> tuple[Space, ...]:
        """The spaces, by id; one whose id cannot be the name of a page is left out."""
        return tuple(space for space in self.workspace.spaces if is_id(space.id))

    @cached_property
    def statuses(self) -> tuple[tuple[int, Said], ...]:
        """How many decisions of the organisation have which status."""
        return self.count(self.workspace.decisions)

    def count(self, decisions: Iterable[Decision]) -> tuple[tuple[int, Said], ...]:
        """How many decisions have which status, in the order of life."""
        return self.counted(decisions, "status", "status")

    def counted(self, decisions: Iterable[Decision], path: str, table: str) -> tuple[tuple[int, Said], ...]:
        """How many decisions say which word of a closed list at a path, in the order of the list."""
        counted = Counter(self.reader.word(decision, path, table) for decision in decisions)
        order = list(self.words.tables[table].values())
        return tuple(
            (counted[said], said)
            for said in sorted(counted, key=lambda said: (order.index(said.text) if said.text in order else 9, said))
        )

    @property
    def is_foreign(self) -> bool:
        """Whether the policies name their languages and this one is not among them."""
        return bool(self.reader.tongues) and self.language not in self.reader.tongues

    def of(self, noun: Noun) -> Reader:
        """Give the reader for an object; what its space as a whole lacks, a decision lacks too."""
        codes = {finding.card.code for finding in self.found.on(noun.address)}
        if isinstance(noun, Decision):
            above = self.found.on(noun.space.address)
            codes |= {finding.card.code for finding in above if not finding.decisions}
        return self.reader.on(frozenset(codes))

    def key(self, node: Node | None) -> str:
        """Name a key of the language as the language does."""
        schema = node.schema if node is not None else {}
        own = schema.get("x-de", {}) if self.language == "de" else {}
        return str(own.get("title") or schema.get("title") or "")

    def opened(self, *findings: list[Finding], told: bool = True) -> Open:
        """Count findings, each once, and group them in this language where they are `told` and not only counted."""
        return opened((finding for some in findings for finding in some), self.language, told)

    def decision(self, links: Links, decision: Decision) -> Said:
        """Name a decision, with a link to its charter."""
        return self.reader.title(decision)._replace(link=links.decision(decision))


def language_of(workspace: Workspace) -> str:
    """Give the language of the documents that the organisation names first; English where it names none."""
    try:
        tongues = _tongues(workspace.organisation)
    except Unknown:
        tongues = ()
    return next((tongue for tongue in tongues if tongue in LANGUAGES), "en")


def _tongues(organisation: Organisation | None) -> tuple[str, ...]:
    try:
        return organisation.child("languages").words if organisation is not None else ()
    except Unknown:
        return ()
