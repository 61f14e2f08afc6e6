"""A decision in, its pre-filled fundamental rights impact assessment (Art. 27 AI Act) out."""

from orchestrator_lint.documents.assessed import assessed, others
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.facts import Fact, Facts
from orchestrator_lint.documents.links import page_on
from orchestrator_lint.documents.page import Context, Page, page_of
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.sheet import findings_on
from orchestrator_lint.frameworks import applies_from
from orchestrator_lint.model import Decision
from orchestrator_lint.rules.law.annex_iii import FOR_EVERYONE, FOR_PUBLIC_BODIES


def fria(edition: Edition, decision: Decision) -> Page:
    """Give the page. It says what the policies say towards each block, and asks people for the rest."""
    links = edition.links.at(page_on("fria", decision))
    return page_of(
        edition,
        links,
        "fria",
        decision,
        findings_on(edition, decision),
        in_list=False,
        it=assessed(edition, links, decision),
        duty=_duty(edition, decision),
        others=others(edition, links, decision, "fria"),
    )


def _duty(edition: Edition, decision: Decision) -> Context:
    """Whom Art. 27(1) speaks of, with what the policies say of it, and from when."""
    reader, language = edition.reader, edition.language
    area = reader.key(decision, "law.area")
    applies = applies_from("eu-ai-act 27(1)", area)
    known = edition.words.tables["annex_iii"]
    return {
        "case": _case(edition, decision, area),
        "point": known.get(area, ""),
        "public_body": _public_body(edition),
        "from": edition.words.day(applies.day) if applies.day is not None else "",
        "note": applies.note.to(language) if applies.note is not None else "",
    }


def _case(edition: Edition, decision: Decision, area: str) -> str:
    """What Art. 27(1) has to do with the decision, as far as the policies tell."""
    if edition.reader.key(decision, "law.risk_class") not in ("high", ""):
        return "not-high"
    if area in FOR_EVERYONE:
        return "everyone"
    if area in FOR_PUBLIC_BODIES:
        public = edition.reader.flag(edition.organisation, "public_body")
        return {True: "public", False: "private"}.get(public, "silent") if public is not None else "silent"
    return {"critical-infrastructure": "left-out", "product-safety": "product", "none": "no-area"}.get(area, "open")


def _public_body(edition: Edition) -> Fact:
    organisation = edition.organisation
    if organisation is None:
        return Fact((Said(why="missing"),), "organisation.public_body")
    return Facts(edition.of(organisation), organisation).flag("public_body")
