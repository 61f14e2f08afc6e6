"""Workspace, report and a language in, all that the documents of that language share out."""

from functools import cached_property
from typing import NamedTuple

from orchestrator_lint.documents.found import Found, Open, opened
from orchestrator_lint.documents.links import Links, is_id, links_of
from orchestrator_lint.documents.reader import Reader
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.words import words_of
from orchestrator_lint.judging import Finding, Report
from orchestrator_lint.model import Decision, Noun, Organisation, Space, Unknown, Workspace
from orchestrator_lint.network import Mapped


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
        self.reader = Reader(self.words, _tongues(self.organisation))
        self._titles: dict[str, Said] = {}

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
    def spaces(self) -> tuple[Space, ...]:
        """The spaces, by id; one whose id cannot be the name of a page is left out."""
        return tuple(space for space in self.workspace.spaces if is_id(space.id))

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

    def opened(self, *findings: list[Finding]) -> Open:
        """Count and group findings in this language, each once."""
        return opened((finding for some in findings for finding in some), self.language)

    def title(self, noun: Noun) -> Said:
        """Give the title of an object, else its id; pages that name much name the same again and again."""
        if noun.address not in self._titles:
            titled = noun.node.child("title") is not None  # waivers and changes have none
            self._titles[noun.address] = self.reader.title(noun) if titled else Said(noun.id)
        return self._titles[noun.address]

    def decision(self, links: Links, decision: Decision) -> Said:
        """Name a decision, with a link to its charter."""
        return self.reader.title(decision)._replace(link=links.decision(decision))


def _tongues(organisation: Organisation | None) -> tuple[str, ...]:
    try:
        return organisation.child("languages").words if organisation is not None else ()
    except Unknown:
        return ()
