"""Report in, SARIF 2.1.0 out, for code scanning (OASIS standard, 27 March 2020).

GitHub shows 5,000 results of a run and refuses a file with more than 25,000: what matters most stands first. There is no `automationDetails`: where it is
given, the `category` of an upload would not count, and two folders of one repository would replace each other's results.
"""

import json
from typing import Any
from urllib.parse import quote

from orchestrator_lint import __version__
from orchestrator_lint.frameworks.citing import provision
from orchestrator_lint.judging import Excepted, Finding, Location, NotPossible, Report
from orchestrator_lint.problems import Card, Severity, Text
from orchestrator_lint.repairing import Plan, plans
from orchestrator_lint.reports import words
from orchestrator_lint.reports.summary import not_possible

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_PRECISION = {"sure": "very-high", "likely": "medium"}  # as GitHub orders alerts
_ADVICE = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_MOST = 25_000  # results that GitHub takes of a run
_LEFT_OUT = Text(
    "Left out: {count} results, because code scanning takes {most} at most: those that matter least, and those that do "
    "not count. `--format json` has all.",
    "Ausgelassen: {count} Ergebnisse, weil Code-Scanning höchstens {most} annimmt: die am wenigsten wichtigen und die nicht "
    "mitgezählten. `--format json` nennt alle.",
)
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(report: Report, language: str = "en") -> str:
    """Write the report, with a description of every rule that could have spoken."""
    cards = report.run.cards
    codes, known = sorted(cards), plans(report)
    ranked = [*(report.findings[position] for position in report.ranked), *report.excepted]
    run = {
        "tool": {
            "driver": {
                "name": "orchestrator-lint",
                "fullName": f"orchestrator-lint {__version__}",
                "version": __version__,
                "semanticVersion": __version__,
                "language": "de-DE" if language == "de" else "en-GB",
                "rules": [_rule(cards[code], language) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, language)],
        "results": [
            {
                **_result(finding, codes.index(finding.card.code), report, language),
                **_fixes(known.get(finding.fingerprint), report, language),
            }
            for finding in ranked[:_MOST]
        ],
        "properties": {
            "asOf": report.as_of.isoformat(),
            "asOfFrom": report.as_of_from,
            "leftOut": [{**left._asdict(), "named": list(left.named)} for left in report.left_out],
        },
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(card: Card, language: str) -> dict[str, Any]:
    help_text = _help(card, language)
    return {
        "id": card.code,
        "name": "".join(word.capitalize() for word in card.name.split("-")),
        "shortDescription": {"text": f"{card.title.to(language)}."},
        "fullDescription": {"text": card.why.to(language)},
        "help": {"text": help_text.replace("```yaml\n", "").replace("```\n", ""), "markdown": help_text},
        "defaultConfiguration": {"level": _LEVEL[card.severity]},
        "properties": {
            "tags": ["governance", *card.serves],
            "precision": _PRECISION[card.confidence],
            "problem.severity": _ADVICE[card.severity],
            "provisions": list(card.provisions),
            "name": card.name,
        },
    }


def _help(card: Card, language: str) -> str:
    bad, good, law = ("Schlecht", "Gut", "Beleg zu") if language == "de" else ("Bad", "Good", "Evidence for")
    parts = [f"{card.why.to(language)}\n"]
    if card.bad is not None and card.good is not None:
        parts += [f"{bad}:\n\n```yaml\n{card.bad.yaml}\n```\n", f"{good}:\n\n```yaml\n{card.good.yaml}\n```\n"]
    if card.provisions:
        parts.append(f"{law}: {', '.join(provision(named, language) for named in card.provisions)}.\n")
    return "\n".join(parts)


def _result(finding: Finding, index: int, report: Report, language: str) -> dict[str, Any]:
    return {
        "ruleId": finding.card.code,
        "ruleIndex": index,
        "level": _LEVEL[finding.severity],
        "message": {"text": _plain(finding.message(language))},
        "locations": [
            {
                **_location(finding.location),
                "logicalLocations": [{"fullyQualifiedName": finding.about, "kind": "object"}],
            }
        ],
        "relatedLocations": [
            {
                "id": number,
                **_location(related.location),
                "message": {"text": related.text.to(language) if related.text else finding.about},
            }
            for number, related in enumerate(finding.related, 1)
        ],
        "partialFingerprints": {"orchestratorLint/v1": finding.fingerprint},
        "properties": {
            "decisions": list(finding.decisions),
            "provisions": [applies.provision for applies in finding.provisions],
            "calendar": finding.calendar,
        },
        **({"suppressions": [_suppression(finding.excepted, report, language)]} if finding.excepted else {}),
    }


def _fixes(plan: Plan | None, report: Report, language: str) -> dict[str, Any]:
    if plan is None:
        return {}
    by_path: dict[str, list[dict[str, Any]]] = {}
    for edit in plan.edits:
        _, *spot = report.run.pages[edit.path].lines.spot(edit.path, edit.start, edit.end)
        region = dict(zip(("startLine", "startColumn", "endLine", "endColumn"), spot, strict=True))
        by_path.setdefault(edit.path, []).append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    changes = [{"artifactLocation": _artifact(path), "replacements": edits} for path, edits in by_path.items()]
    description = (words.SAFE if plan.fix.safe else words.UNSAFE).to(language)
    return {"fixes": [{"description": {"text": description}, "artifactChanges": changes}]}


def _suppression(excepted: Excepted, report: Report, language: str) -> dict[str, Any]:
    in_source = excepted.kind == "comment"
    days = {"expires": excepted.expires, "since": excepted.since}
    return {
        "kind": "inSource" if in_source else "external",
        "status": "accepted",
        "justification": excepted.reason.to(language),
        "location": _location(report.run.locate(excepted.place)),
        "properties": {
            "kind": excepted.kind,
            "id": excepted.id,
            **({"approvedBy": excepted.approved_by} if excepted.approved_by else {}),
            **{name: day.isoformat() for name, day in days.items() if day is not None},
        },
    }


def _location(location: Location) -> dict[str, Any]:
    region = {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.end_line,
        "endColumn": location.end_column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(location.path), "region": region}}


def _artifact(path: str) -> dict[str, Any]:
    uri = quote(path, safe="/")
    return {"uri": uri} if path.startswith(("/", "..")) else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _plain(text: str) -> str:
    """Keep a viewer from making a link of `[words](address)` in a policy."""
    return text.replace("](", "] (")


def _invocation(report: Report, language: str) -> dict[str, Any]:
    notes = [_notification(item, language) for item in report.not_possible]
    left = len(report.findings) + len(report.excepted) - _MOST
    if left > 0:
        notes.append({"level": "warning", "message": {"text": _LEFT_OUT.to(language).format(count=left, most=_MOST)}})
    whole = not report.counts.unread
    return {"executionSuccessful": whole, **({"toolExecutionNotifications": notes} if notes else {})}


def _notification(item: NotPossible, language: str) -> dict[str, Any]:
    where = {"locations": [_location(item.cause)]} if item.cause else {}
    rules = {"rules": list(item.codes), "objects": list(item.subjects)}
    return {"level": "warning", "message": {"text": not_possible(item, language)}, **where, "properties": rules}
