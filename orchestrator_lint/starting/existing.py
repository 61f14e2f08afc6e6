"""Sources in, what new entries have to know of them out: the texts, the ids, the language."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from orchestrator_lint.problems import LANGUAGES, Text
from orchestrator_lint.reading import Document, read
from orchestrator_lint.sources import Source
from orchestrator_lint.starting.refusal import Refusal

_BROKEN = Text(
    "`{path}` cannot be read, so nobody can tell which ids exist. `orchestrator-lint check` says what is wrong there; "
    "nothing was changed.",
    "`{path}` lässt sich nicht lesen; daher ist unklar, welche Kennungen es gibt. `orchestrator-lint check` sagt, was "
    "dort nicht stimmt; nichts wurde geändert.",
)


class Policy(NamedTuple):
    """A policy file: its path, its text without a byte order mark, and the documents in it."""

    path: str
    text: str
    documents: tuple[Document, ...]

    def having(self, section: str, id: str | None = None) -> Document | None:
        """Give the first document with entries in a section, or with this one."""
        found = ((document, _entries(document, section)) for document in self.documents)
        return next((document for document, entries in found if (entries if id is None else id in entries)), None)

    def number(self, section: str) -> int:
        """How many entries of a section stand in the file."""
        return sum(len(_entries(document, section)) for document in self.documents)


class Beginnings(NamedTuple):
    """The policies that exist; `ids` names by section where each id stands first, decisions by address."""

    policies: tuple[Policy, ...]
    ids: Mapping[str, Mapping[str, str]]
    language: str | None


def beginnings(sources: Sequence[Source], sections: frozenset[str]) -> Beginnings:
    """Read what exists. Raises Refusal where a file cannot be read: an id in it could be given twice."""
    policies = []
    for source in sources:
        reading = read(source, sections)
        if reading.broken:
            raise Refusal(_BROKEN, path=source.path)
        if reading.documents:
            policies.append(Policy(source.path, reading.text or "", reading.documents))
    ids: dict[str, dict[str, str]] = {section: {} for section in (*sorted(sections), "decisions")}
    for policy in policies:
        for document in policy.documents:
            for section, id in _ids(document, sections):
                ids[section].setdefault(id, policy.path)
    return Beginnings(tuple(policies), ids, _language(policies))


def _ids(document: Document, sections: frozenset[str]) -> Iterator[tuple[str, str]]:
    for section in sections:
        yield from ((section, id) for id in _entries(document, section))
    for space, data in _entries(document, "spaces").items():
        decisions = data.get("decisions") if isinstance(data, dict) else None
        yield from (("decisions", f"{space}/{id}") for id in (decisions if isinstance(decisions, dict) else ()))


def _entries(document: Document, section: str) -> Mapping[str, Any]:
    found = document.data.get(section)
    return found if isinstance(found, dict) else {}


def _language(policies: Sequence[Policy]) -> str | None:
    """Give the first language of the organisation that we can write; None where it names none."""
    for policy in policies:
        for document in policy.documents:
            named = _entries(document, "organisation").get("languages")
            if isinstance(named, list):
                return next((word for word in named if word in LANGUAGES), None)
    return None
