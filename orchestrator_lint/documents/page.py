"""What every page carries besides its content: where it stands, what it is, as of when, what is open."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.found import Open
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.said import Said
from orchestrator_lint.escape import Verbatim
from orchestrator_lint.judging import Finding, Report
from orchestrator_lint.model import Decision

Context = Mapping[str, object]
# where a document on a decision is not named after its template
_ID = {"sheet": "decision"}
OTHER = {"de": "en", "en": "de"}


class Page(NamedTuple):
    """A page before it is written: its path below the output folder, its template, and what the template says."""

    path: str
    template: str
    context: Context


class Picture(NamedTuple):
    """A picture before it is written: its path below the output folder, its id, and its text as SVG."""

    path: str
    id: str
    svg: str


class Head(NamedTuple):
    """The particulars of a page.

    `status` says how many of the decisions that the page speaks of have which status. `approved_by` and
    `classification` are those of the organisation's documents; both may be empty.
    """

    id: str
    organisation: str
    as_of: str
    as_of_from: str
    owner: tuple[Said, ...]
    approved_by: tuple[Said, ...]
    classification: Said
    status: tuple[tuple[int, Said], ...]
    overview: Verbatim
    other: Verbatim
    is_foreign: bool
    found: Open
    in_list: bool


def day_of(report: Report) -> str:
    """Give the day that the pages speak for; none where no day was fixed, so that pages do not change overnight."""
    return "" if report.as_of_from == "today" else report.as_of.isoformat()


def page_of(
    edition: Edition,
    links: Links,
    template: str,
    decision: Decision,
    findings: list[Finding],
    in_list: bool = True,
    **context: object,
) -> Page:
    """Put a page on one decision together: its owner and its status are those of the page."""
    return page(
        edition,
        links,
        template,
        f"{_ID.get(template, template)}-{decision.space.id}--{decision.id}",
        findings,
        edition.of(decision).office(decision, "owner", "OWN001", "OWN002"),
        in_list,
        (decision,),
        **context,
    )


def fixed_day(report: Report) -> date:
    """Give that day for a comparison: where none was fixed, one before all others, so that nothing is past."""
    return report.as_of if day_of(report) else date.min


def page(
    edition: Edition,
    links: Links,
    template: str,
    id: str,
    findings: list[Finding],
    owner: tuple[Said, ...] = (),
    in_list: bool = True,
    decisions: Iterable[Decision] | None = None,
    **context: object,
) -> Page:
    """Put a page together.

    `in_list` is false where the findings are counted here and listed elsewhere. A page without an owner of its own has
    that of the organisation's documents; `decisions` are those that it speaks of, by default all.
    """
    report = edition.report
    head = Head(
        id=id,
        organisation=report.organisation,
        as_of=day_of(report),
        as_of_from=edition.words.of("as_of_from", report.as_of_from),
        owner=owner or edition.publisher.owner,
        approved_by=() if owner else edition.publisher.approved_by,
        classification=edition.publisher.classification,
        status=edition.statuses if decisions is None else edition.count(decisions),
        overview=links.to("index.md"),
        other=links.other(OTHER[edition.language]),
        is_foreign=edition.is_foreign,
        found=edition.opened(findings, told=in_list),
        in_list=in_list,
    )
    return Page(links.page, template, {"head": head, **context})
