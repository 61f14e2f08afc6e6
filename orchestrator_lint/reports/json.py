"""Report in, JSON out, in the shape of `schemas/report.schema.json`."""

import json
from typing import Any

from orchestrator_lint import __version__
from orchestrator_lint.frameworks import Applies
from orchestrator_lint.judging import Excepted, Finding, Location, NotPossible, RelatedPlace, Report
from orchestrator_lint.problems import Severity
from orchestrator_lint.reading.places import Lines
from orchestrator_lint.repairing import Edit, Plan, plans

VERSION = 1


def render(report: Report, language: str = "en") -> str:
    """Write the report with messages in `language`; lines and columns count from 1, paths are relative."""
    return json.dumps(_report(report, language), indent=2, ensure_ascii=False) + "\n"


def _report(report: Report, language: str) -> dict[str, Any]:
    positions = {position: rank for rank, position in enumerate(report.ranked, 1)}
    known = plans(report)
    return {
        "version": VERSION,
        "tool": {"name": "orchestrator-lint", "version": __version__},
        "language": language,
        "organisation": report.organisation,
        "as_of": {"date": report.as_of.isoformat(), "from": report.as_of_from},
        "frameworks": None if report.frameworks is None else list(report.frameworks),
        "summary": {
            **report.counts._asdict(),
            "findings": {severity.word: report.number(severity) for severity in sorted(Severity, reverse=True)},
            "calendar": sum(finding.calendar for finding in report.findings),
            "excepted": len(report.excepted),
            "not_possible": sum(item.number for item in report.not_possible),
        },
        "findings": [
            {
                **_finding(finding, positions[position], report, language),
                "fix": _fix(known.get(finding.fingerprint), report),
            }
            for position, finding in enumerate(report.findings)
        ],
        "excepted": [{**_finding(finding, None, report, language), "fix": None} for finding in report.excepted],
        "ladder": {
            "profile": report.profile,
            "rungs": [{"profile": rung.profile, "open": rung.open, "codes": list(rung.codes)} for rung in report.rungs],
        },
        "not_possible": [_not_possible(item) for item in report.not_possible],
        "left_out": [{**left._asdict(), "named": list(left.named)} for left in report.left_out],
    }


def _finding(finding: Finding, rank: int | None, report: Report, language: str) -> dict[str, Any]:
    return {
        "code": finding.card.code,
        "rule": finding.card.name,
        "severity": finding.severity.word,
        "message": finding.message(language),
        "why": finding.card.why.to(language),
        "about": finding.about,
        "decisions": list(finding.decisions),
        "location": _location(finding.location),
        "related": [_related(related, language) for related in finding.related],
        "provisions": [_provision(applies) for applies in finding.provisions],
        "ahead": _provision(finding.ahead) if finding.ahead else None,
        "confidence": finding.card.confidence,
        "calendar": finding.calendar,
        "rank": rank,
        "fingerprint": finding.fingerprint,
        "exception": _exception(finding.excepted, report, language) if finding.excepted else None,
    }


def _fix(plan: Plan | None, report: Report) -> dict[str, Any] | None:
    if plan is None:
        return None
    return {
        "safety": "safe" if plan.fix.safe else "unsafe",
        "edits": [_edit(edit, report.run.pages[edit.path].lines) for edit in plan.edits],
    }


def _edit(edit: Edit, lines: Lines) -> dict[str, Any]:
    return {**lines.spot(edit.path, edit.start, edit.end)._asdict(), "text": edit.text}


def _provision(applies: Applies) -> dict[str, Any]:
    day = applies.day.isoformat() if applies.day else None
    return {"name": applies.provision, "applies_from": day, "settled": applies.settled}


def _exception(excepted: Excepted, report: Report, language: str) -> dict[str, Any]:
    return {
        "kind": excepted.kind,
        "id": excepted.id,
        "location": _location(report.run.locate(excepted.place)),
        "since": excepted.since.isoformat() if excepted.since else None,
        "approved_by": excepted.approved_by or None,
        "expires": excepted.expires.isoformat() if excepted.expires else None,
        "reason": excepted.reason.to(language),
    }


def _related(related: RelatedPlace, language: str) -> dict[str, Any]:
    text = {"message": related.text.to(language)} if related.text else {}
    return {"location": _location(related.location), **text}


def _location(location: Location) -> dict[str, Any]:
    known = location._asdict()
    defined = known.pop("defined")
    if defined is not None:
        known["defined"] = {"line": defined[0], "column": defined[1]}
    return known


def _not_possible(item: NotPossible) -> dict[str, Any]:
    return {
        "count": item.number,
        "codes": list(item.codes),
        "subjects": list(item.subjects),
        "because_of": _location(item.cause) if item.cause else None,
    }
