"""Workspace and report in, all pages out, each as text under its path below the output folder."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from orchestrator_lint.documents.charter import charter
from orchestrator_lint.documents.data_flows import data_flows
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.found import Found
from orchestrator_lint.documents.guardrails import guardrails
from orchestrator_lint.documents.home import home
from orchestrator_lint.documents.index import index
from orchestrator_lint.documents.page import Head, Page
from orchestrator_lint.documents.register import register
from orchestrator_lint.documents.stamp import stamped
from orchestrator_lint.documents.templating import rendered
from orchestrator_lint.judging import Report
from orchestrator_lint.model import Workspace
from orchestrator_lint.network import Network
from orchestrator_lint.problems import LANGUAGES


class Document(NamedTuple):
    """A page as it is written, and what it is. `language` is `mul` where it speaks both."""

    id: str
    language: str
    text: str


def documents(workspace: Workspace, report: Report) -> dict[str, Document]:
    """Give the pages of both languages and the page that leads to them, by path."""
    report = _lasting(report)
    found, network = Found(report), Network(workspace)
    made = {"index.md": Document("home", "mul", stamped(rendered("home", "en", home(workspace, report))))}
    for language in LANGUAGES:
        made |= _written(Edition(workspace, report, language, found, network))
    return dict(sorted(made.items()))


def all_pages(workspace: Workspace, report: Report) -> dict[str, str]:
    """Give the texts of all pages, by path."""
    return {path: document.text for path, document in documents(workspace, report).items()}


def pages(workspace: Workspace, report: Report, language: str) -> dict[str, str]:
    """Give the pages of one language (`de` or `en`), by path."""
    report = _lasting(report)
    made = _written(Edition(workspace, report, language, Found(report), Network(workspace)))
    return {path: document.text for path, document in made.items()}


def _lasting(report: Report) -> Report:
    """Leave out what only the calendar causes where no day was fixed: pages show due dates, and do not change overnight."""
    if report.as_of_from != "today":
        return report
    lasting = tuple(finding for finding in report.findings if not finding.calendar)
    return report._replace(findings=lasting, ranked=tuple(range(len(lasting))))


def _written(edition: Edition) -> dict[str, Document]:
    made = {page.path: _document(page, edition.language) for page in _pages(edition)}
    return dict(sorted(made.items()))


def _document(page: Page, language: str) -> Document:
    head = page.context["head"]
    return Document(head.id if isinstance(head, Head) else "", language, _text(page, language))


def _pages(edition: Edition) -> Iterator[Page]:
    yield index(edition)
    yield guardrails(edition)
    yield from register(edition)
    yield from data_flows(edition)
    for space in edition.spaces:
        yield charter(edition, space)


def _text(page: Page, language: str) -> str:
    content = rendered(page.template, language, page.context)
    # the lines from the second to the one above the rule: `sed '1d;/^---$/,$d' page.md | sha256sum`
    checksum = hashlib.sha256(f"\n{content}\n".encode()).hexdigest()
    return stamped(f"{content}\n{rendered('footer', language, {'checksum': checksum})}")
