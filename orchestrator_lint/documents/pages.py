"""Workspace and report in, all pages out, each as text under its path below the output folder."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from orchestrator_lint.documents.board import board
from orchestrator_lint.documents.charter import charter
from orchestrator_lint.documents.data_flows import data_flows
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.found import Found
from orchestrator_lint.documents.guardrails import guardrails
from orchestrator_lint.documents.home import home
from orchestrator_lint.documents.index import index
from orchestrator_lint.documents.links import has_page
from orchestrator_lint.documents.network_map import network_map
from orchestrator_lint.documents.occasions import called_for
from orchestrator_lint.documents.page import Page, Picture
from orchestrator_lint.documents.register import register
from orchestrator_lint.documents.rulebook import rulebook
from orchestrator_lint.documents.sheet import sheet
from orchestrator_lint.documents.stamp import stamped
from orchestrator_lint.documents.templating import rendered
from orchestrator_lint.judging import Report
from orchestrator_lint.model import Decision, Workspace
from orchestrator_lint.network import Mapped
from orchestrator_lint.problems import LANGUAGES


def all_pages(workspace: Workspace, report: Report) -> dict[str, str]:
    """Give the pages of both languages and the page that leads to them, by path."""
    report = _lasting(report)
    found, network = Found(report), Mapped(workspace)
    made = {"index.md": stamped(rendered("home", "en", home(workspace, report)))}
    for language in LANGUAGES:
        made |= _written(Edition(workspace, report, language, found, network))
    return dict(sorted(made.items()))


def pages(workspace: Workspace, report: Report, language: str) -> dict[str, str]:
    """Give the pages of one language (`de` or `en`), by path."""
    report = _lasting(report)
    return _written(Edition(workspace, report, language, Found(report), Mapped(workspace)))


def _lasting(report: Report) -> Report:
    """Leave out what only the calendar causes where no day was fixed: pages show due dates, and do not change overnight."""
    if report.as_of_from != "today":
        return report
    kept = [position for position, finding in enumerate(report.findings) if not finding.calendar]
    now = {position: number for number, position in enumerate(kept)}
    ranked = tuple(now[position] for position in report.ranked if position in now)
    return report._replace(findings=tuple(report.findings[position] for position in kept), ranked=ranked)


def _written(edition: Edition) -> dict[str, str]:
    made: list[Page | Picture] = list(_pages(edition))
    made.append(index(edition, [page.path for page in made]))
    texts = {page.path: _text(page, edition) for page in made}
    return dict(sorted(texts.items()))


def _pages(edition: Edition) -> Iterator[Page | Picture]:
    for document in _OF_ALL:
        yield from document(edition)
    for space in edition.spaces:
        yield charter(edition, space)
        for decision in space.decisions:
            if has_page(decision):
                yield sheet(edition, decision)
                yield from (_ON_A_DECISION[kind](edition, decision) for kind in called_for(edition, decision))


def _text(page: Page | Picture, edition: Edition) -> str:
    if isinstance(page, Picture):
        return stamped(page.svg)
    rules = edition.links.on(page.path).to("rules.md")
    content = rendered(page.template, edition.language, page.context, rules)
    # the lines from the second to the one above the rule: `sed '1d;/^---$/,$d' page.md | sha256sum`
    checksum = hashlib.sha256(f"\n{content}\n".encode()).hexdigest()
    return stamped(f"{content}\n{rendered('footer', edition.language, {'checksum': checksum})}")


# the documents of the whole organisation
_OF_ALL: tuple[Callable[[Edition], Iterable[Page | Picture]], ...] = (
    board,
    network_map,
    register,
    guardrails,
    data_flows,
    rulebook,
)

# those on one decision that calls for them; `occasions` says which
_ON_A_DECISION: Mapping[str, Callable[[Edition, Decision], Page]] = {}
