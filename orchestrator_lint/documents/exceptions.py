"""Workspace and report in, the exceptions register out: what does not hold for a while, who allowed it, and what is not needed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from orchestrator_lint.documents.allowed import comments, old_findings
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.found import subject
from orchestrator_lint.documents.links import Links, anchored
from orchestrator_lint.documents.noes import lists_of
from orchestrator_lint.documents.page import Context, Page, day_of, page
from orchestrator_lint.documents.reader import items, target_at, target_of
from orchestrator_lint.documents.said import Said
from orchestrator_lint.judging import Finding, Run, void_because
from orchestrator_lint.model import Decision, Guardrail, Noun, Settings, Unknown, Waiver, is_self_approved
from orchestrator_lint.problems import Card


def exceptions(edition: Edition) -> Iterator[Page]:
    """Give the register, and where there are many decisions a page of reasoned noes for each space."""
    links = edition.links.at("exceptions.md")
    covered, cards = _covered(edition), _cards(edition.report.run)
    lists = lists_of(edition)
    yield page(
        edition,
        links,
        "exceptions",
        "exceptions",
        edition.found.of_section("waivers", "changes"),
        waivers=tuple(
            _waiver(edition, links, waiver, cards, covered.get(waiver.id, ()))
            for waiver in sorted(edition.workspace.waivers, key=_ends)
        ),
        comments=comments(edition),
        old=old_findings(edition),
        changes=tuple(_change(edition, change) for change in edition.workspace.all("changes")),
        lists=tuple({"title": some.title, "number": len(some.noes), "link": some.on(links)} for some in lists),
        rows=() if edition.links.split else tuple(row for some in lists for row in some.rows(edition, links)),
    )
    if edition.links.split:
        yield from (some.page(edition) for some in lists)


def _ends(waiver: Waiver) -> tuple[date, str]:
    """What ends first stands first, and before it what names no end."""
    try:
        return waiver.expires.day or date.min, waiver.id
    except Unknown:
        return date.min, waiver.id


def _covered(edition: Edition) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in edition.report.excepted:
        if finding.excepted is not None and finding.excepted.kind == "waiver":
            found[finding.excepted.id].append(finding)
    return found


def _cards(run: Run) -> dict[str, Card]:
    """The rules by each word that a waiver may name them by."""
    by_code = dict(run.cards)
    named = {word: name.split(" ")[0] for word, name in run.settings.known_rules.items()}
    return {word: by_code[code] for word, code in named.items() if code in by_code}


def _waiver(
    edition: Edition, links: Links, waiver: Waiver, cards: dict[str, Card], findings: Sequence[Finding]
) -> Context:
    reader, language = edition.of(waiver), edition.language
    written = reader.key(waiver, "rule")
    card = cards.get(written.lower())
    rail = target_at(waiver, "guardrail")
    return {
        "anchor": f"waiver-{anchored(waiver.id)}",
        "id": waiver.id,
        "rule": Said(card.title.to(language)) if card is not None else Said(written),
        "code": card.code if card is not None else "",
        "why": card.why.to(language) if card is not None else "",
        "rail": reader.named(waiver, "guardrail")._replace(link=links.guardrail(rail.id) if rail is not None else ""),
        "protects": edition.of(rail).text(rail, "statement") if isinstance(rail, Guardrail) else Said(),
        "applies_to": _scopes(edition, links, waiver),
        "reason": reader.text(waiver, "reason", "REV004"),
        "compensates": reader.text(waiver, "compensates", "REV004"),
        "requested_by": reader.office(waiver, "requested_by", "REV004"),
        "approved_by": reader.office(waiver, "approved_by", "REV004"),
        "granted": reader.day(waiver, "granted", "REV004"),
        "expires": reader.day(waiver, "expires", "REV004"),
        "ticket": reader.text(waiver, "ticket"),
        "void": tuple(edition.words.of("waiver", key) for key in _faults(waiver, edition.report.run.settings)),
        "missing": _missing(edition, waiver),
        "standing": edition.words.of("waiver", _standing(edition, waiver)),
        "findings": tuple(
            {"code": finding.card.code, "subject": subject(finding), "says": finding.message(language)}
            for finding in findings
        ),
    }


def _scopes(edition: Edition, links: Links, waiver: Waiver) -> tuple[Said, ...]:
    """Where it holds; a decision with a link to its sheet."""
    found = items(waiver, "applies_to")
    named = edition.of(waiver).all_named(waiver, "applies_to", "REV004")
    if len(found) != len(named):
        return named
    return tuple(
        said._replace(link=links.decision(target)) if isinstance(target := target_of(item), Decision) else said
        for item, said in zip(found, named, strict=True)
    )


def _faults(waiver: Waiver, settings: Settings) -> tuple[str, ...]:
    """Why it waives nothing, whatever day it is."""
    try:
        void, rule = void_because(waiver, settings), str(waiver.rule.plain or "").lower()
    except Unknown:
        return ("unreadable",)
    unknown = ("unknown-rule",) if rule and rule not in settings.known_rules else ()
    return (*void, *unknown, *(("not-waivable",) if rule in settings.unwaivable else ()))


def _missing(edition: Edition, waiver: Waiver) -> tuple[Said, ...]:
    try:
        return tuple(Said(edition.key(waiver.node.child(key))) for key in waiver.missing)
    except Unknown:
        return ()


def _standing(edition: Edition, waiver: Waiver) -> str:
    """Whether it holds on the day of the pages; where none is fixed, only that nothing is missing."""
    try:
        granted, expires = waiver.granted.day, waiver.expires.day
    except Unknown:
        return "unreadable"
    if not day_of(edition.report) or granted is None or expires is None:
        return "whole"
    day = edition.report.as_of
    return "ahead" if day < granted else "expired" if day > expires else "in-force"


def _change(edition: Edition, change: Noun) -> Context:
    reader = edition.of(change)
    return {
        "id": change.id,
        "of": reader.named(change, "of"),
        "field": reader.text(change, "field"),
        "reason": reader.text(change, "reason"),
        "requested_by": reader.office(change, "requested_by"),
        "approved_by": reader.office(change, "approved_by"),
        "date": reader.day(change, "date"),
        "is_self_approved": _approves_itself(change),
    }


def _approves_itself(change: Noun) -> bool:
    try:
        return is_self_approved(change)
    except Unknown:
        return False
