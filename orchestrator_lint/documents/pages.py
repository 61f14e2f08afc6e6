"""Workspace and report in, all pages out, each as text under its path below the output folder."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from orchestrator_lint.documents.board import board
from orchestrator_lint.documents.charter import charter
from orchestrator_lint.documents.data_flows import data_flows
from orchestrator_lint.documents.dpia import dpia
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.evidence import evidence
from orchestrator_lint.documents.exceptions import exceptions
from orchestrator_lint.documents.found import Found
from orchestrator_lint.documents.fria import fria
from orchestrator_lint.documents.guardrails import guardrails
from orchestrator_lint.documents.home import home
from orchestrator_lint.documents.incidents import incidents
from orchestrator_lint.documents.index import index
from orchestrator_lint.documents.instructions import instructions
from orchestrator_lint.documents.links import has_page
from orchestrator_lint.documents.network_map import network_map
from orchestrator_lint.documents.notice import notice
from orchestrator_lint.documents.occasions import called_for
from orchestrator_lint.documents.oversight import oversight_plan
from orchestrator_lint.documents.page import Head, Page, Picture
from orchestrator_lint.documents.principles import principles
from orchestrator_lint.documents.raci import raci
from orchestrator_lint.documents.register import register
from orchestrator_lint.documents.rulebook import rulebook
from orchestrator_lint.documents.sheet import sheet
from orchestrator_lint.documents.stamp import stamped
from orchestrator_lint.documents.style import Style
from orchestrator_lint.documents.templating import Templates, templates_of
from orchestrator_lint.documents.training import training
from orchestrator_lint.escape import unescaped
from orchestrator_lint.judging import Report, with_old_findings
from orchestrator_lint.model import Decision, Workspace
from orchestrator_lint.network import Mapped
from orchestrator_lint.problems import LANGUAGES

_PLAIN = Style()

_HEADING = re.compile(r"^# (.*)$|<title[^>]*>(.*?)</title>", re.MULTILINE)


class Document(NamedTuple):
    """A page as it is written, and what it is. `language` is `mul` where it speaks both."""

    id: str
    language: str
    title: str
    text: str


def documents(workspace: Workspace, report: Report, style: Style = _PLAIN) -> dict[str, Document]:
    """Give the pages of both languages and the page that leads to them, by path.

    Raises TemplateFault where a template of the organisation's own is wrong.
    """
    report = _lasting(with_old_findings(report))
    found, network = Found(report), Mapped(workspace)
    made: dict[str, Document] = {}
    for language in LANGUAGES:
        edition = Edition(workspace, report, language, found, network)
        made |= _written(edition, templates_of(language, style))
    front = templates_of("en", style).rendered("home", home(workspace, report))
    made["index.md"] = _stamped("home", "mul", front, style)
    return dict(sorted(made.items()))


def all_pages(workspace: Workspace, report: Report, style: Style = _PLAIN) -> dict[str, str]:
    """Give the texts of all pages, by path."""
    return {path: document.text for path, document in documents(workspace, report, style).items()}


def pages(workspace: Workspace, report: Report, language: str, style: Style = _PLAIN) -> dict[str, str]:
    """Give the texts of the pages of one language (`de` or `en`), by path."""
    report = _lasting(with_old_findings(report))
    edition = Edition(workspace, report, language, Found(report), Mapped(workspace))
    return {path: made.text for path, made in _written(edition, templates_of(language, style)).items()}


def _lasting(report: Report) -> Report:
    """Leave out what only the calendar causes where no day was fixed: pages show due dates, and do not change overnight."""
    if report.as_of_from != "today":
        return report
    kept = [position for position, finding in enumerate(report.findings) if not finding.calendar]
    now = {position: number for number, position in enumerate(kept)}
    ranked = tuple(now[position] for position in report.ranked if position in now)
    return report._replace(findings=tuple(report.findings[position] for position in kept), ranked=ranked)


def _written(edition: Edition, templates: Templates) -> dict[str, Document]:
    # one after the other: what a page is made of is large, and needed no longer once it is written
    written = {page.path: _document(page, edition, templates) for page in _pages(edition)}
    front = index(edition, written)
    written[front.path] = _document(front, edition, templates)
    return dict(sorted(written.items()))


def _pages(edition: Edition) -> Iterator[Page | Picture]:
    for document in _OF_ALL:
        yield from document(edition)
    for space in edition.spaces:
        yield charter(edition, space)
        for decision in space.decisions:
            if has_page(decision):
                yield sheet(edition, decision)
                yield from (_ON_A_DECISION[kind](edition, decision) for kind in called_for(edition, decision))


def _document(page: Page | Picture, edition: Edition, templates: Templates) -> Document:
    if isinstance(page, Picture):
        return _stamped(page.id, edition.language, page.svg, Style())
    rules = edition.links.on(page.path).to("rules.md")
    content = templates.rendered(page.template, page.context, rules)
    # the title and all lines down to the rule: `sed -n '/^# /,/^---$/p' page.md | sed '$d' | sha256sum`
    checksum = hashlib.sha256(f"{content}\n".encode()).hexdigest()
    head = page.context["head"]
    body = f"{content}\n{templates.rendered('footer', {'checksum': checksum})}"
    return _stamped(head.id if isinstance(head, Head) else "", edition.language, body, templates.style)


def _stamped(id: str, language: str, body: str, style: Style) -> Document:
    found = _HEADING.search(body)
    title = unescaped(found[1] or found[2]) if found else ""
    return Document(id, language, title, stamped(body, title=title if style.flavour == "mkdocs" else None))


# the documents of the whole organisation
_OF_ALL: tuple[Callable[[Edition], Iterable[Page | Picture]], ...] = (
    board,
    network_map,
    principles,
    register,
    raci,
    guardrails,
    training,
    incidents,
    evidence,
    data_flows,
    exceptions,
    instructions,
    rulebook,
)

# those on one decision that calls for them; `occasions` says which
_ON_A_DECISION: Mapping[str, Callable[[Edition, Decision], Page]] = {
    "oversight": oversight_plan,
    "notices": notice,
    "dpia": dpia,
    "fria": fria,
}
