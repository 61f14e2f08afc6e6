"""Workspace, report and a language in, all that the documents of that language share out."""

from functools import cached_property

from orchestrator_lint.documents.found import Found, Open, opened
from orchestrator_lint.documents.links import Links, is_id, links_of
from orchestrator_lint.documents.reader import Reader
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.words import words_of
from orchestrator_lint.judging import Finding, Report
from orchestrator_lint.model import Decision, Noun, Organisation, Space, Unknown, Workspace
from orchestrator_lint.network import Network
from orchestrator_lint.problems import LANGUAGES


class Edition:
    """One language of the documents."""

    def __init__(self, workspace: Workspace, report: Report, language: str, found: Found, network: Network) -> None:
        self.workspace, self.report, self.language = workspace, report, language
        self.found, self.network = found, network
        self.words = words_of(language)
        self.links = links_of(workspace, language)
        self.reader = Reader(self.words, _tongues(self.organisation))

    @cached_property
    def organisation(self) -> Organisation | None:
        """The organisation, where one can be read."""
        try:
            return self.workspace.organisation
        except Unknown:
            return None

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

    def decision(self, links: Links, decision: Decision) -> Said:
        """Name a decision, with a link to its charter."""
        return self.reader.title(decision)._replace(link=links.decision(decision))


def first_language(workspace: Workspace) -> str:
    """Give the language of the documents that the organisation names first; English where it names none."""
    try:
        tongues = _tongues(workspace.organisation)
    except Unknown:
        tongues = ()
    return next((tongue for tongue in tongues if tongue in LANGUAGES), LANGUAGES[0])


def _tongues(organisation: Organisation | None) -> tuple[str, ...]:
    try:
        return organisation.child("languages").words if organisation is not None else ()
    except Unknown:
        return ()
