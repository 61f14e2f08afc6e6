"""Workspace in, the guardrail catalogue out: what each guardrail says, how it is kept, and where it holds."""

from collections import defaultdict
from collections.abc import Iterator

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links, anchored
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.reader import Reader, target_at, targets
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Decision, Guardrail, Noun, Space

_LIMITS = ("at_most", "at_least", "equals")


class _Held:
    """Where guardrails hold: in whole spaces and in single decisions; and the decisions that have none."""

    def __init__(self, edition: Edition) -> None:
        self.spaces: dict[str, list[Space]] = defaultdict(list)
        self.decisions: dict[str, list[Decision]] = defaultdict(list)
        self.bare: list[Decision] = []
        for space in edition.spaces:
            shared = _ids(targets(space, "every_decision.guardrails"))
            for id in shared:
                self.spaces[id].append(space)
            for decision in space.decisions:
                self._add(decision, shared)

    def _add(self, decision: Decision, shared: set[str]) -> None:
        own = _ids(targets(decision, "guardrails")) - shared
        for id in own:
            self.decisions[id].append(decision)
        if not own and not shared:
            self.bare.append(decision)


def guardrails(edition: Edition) -> Iterator[Page]:
    """Give the catalogue. It lists the findings on guardrails, and those on decisions that lack one."""
    links = edition.links.at("guardrails.md")
    held = _Held(edition)
    lacking = [finding for finding in edition.found.all if finding.card.code.startswith("GRD")]
    waivers = _waivers(edition)
    yield page(
        edition,
        links,
        "guardrails",
        "guardrails",
        [*edition.found.of_section("guardrails"), *lacking],
        rails=tuple(
            _rail(edition, links, rail, held, waivers.get(rail.id, [])) for rail in edition.workspace.guardrails
        ),
        bare=tuple(_bare(edition, links, decision) for decision in held.bare),
    )


def _rail(edition: Edition, links: Links, rail: Guardrail, held: _Held, waivers: list[Context]) -> Context:
    reader = edition.of(rail)
    return {
        "anchor": f"guardrail-{anchored(rail.id)}",
        "id": rail.id,
        "title": reader.title(rail),
        "statement": reader.text(rail, "statement"),
        "kind": reader.word(rail, "kind", "guardrail_kind", "GRD002"),
        "protects": reader.text(rail, "protects"),
        "principle": _principle(edition, rail),
        **_measure(reader, rail),
        "enforced": reader.block(rail, "enforced", "GRD004"),
        "how": reader.word(rail, "enforced.how", "enforced", "GRD004"),
        "at": reader.text(rail, "enforced.at", "GRD004"),
        "before": reader.text(rail, "enforced.before"),
        "on_breach": reader.block(rail, "on_breach", "GRD005"),
        "action": reader.word(rail, "on_breach.action", "on_breach", "GRD005"),
        "to": reader.office(rail, "on_breach.to", "GRD005"),
        "within": reader.span(rail, "on_breach.within", "within", "GRD005"),
        "owner": reader.office(rail, "owner", "OWN006", "OWN002"),
        "spaces": tuple(
            edition.of(space).title(space)._replace(link=links.charter(space.id))
            for space in held.spaces.get(rail.id, ())
        ),
        "decisions": tuple(edition.decision(links, decision) for decision in held.decisions.get(rail.id, ())),
        "waivers": tuple(waivers),
    }


def _measure(reader: Reader, rail: Guardrail) -> Context:
    bound, number = _limit(reader, rail)
    return {
        "limit": reader.block(rail, "limit", "GRD003"),
        "bound": bound,
        "number": number,
        "metric": reader.text(rail, "limit.metric", "GRD003"),
        "unit": reader.text(rail, "limit.unit"),
        "basis": reader.text(rail, "limit.basis", "GRD006"),
        "test": reader.text(rail, "test"),
        "measured": reader.block(rail, "measured", "GRD004"),
        "by": reader.office(rail, "measured.by", "GRD004"),
        "every": reader.span(rail, "measured.every", "every", "GRD004"),
    }


def _limit(reader: Reader, rail: Guardrail) -> tuple[str, Said]:
    """Which bound is stated, and its number."""
    for bound in _LIMITS:
        number = reader.number(rail, f"limit.{bound}")
        if number or number.why == "unreadable":
            return bound, number
    return "", reader.gap("GRD003")


def _principle(edition: Edition, rail: Guardrail) -> Said:
    found = target_at(rail, "principle")
    if found is None:
        return edition.of(rail).named(rail, "principle")
    reader = edition.of(found)
    return reader.text(found, "title") or reader.text(found, "statement") or Said(found.id)


def _bare(edition: Edition, links: Links, decision: Decision) -> Context:
    reader = edition.of(decision)
    block = reader.block(decision, "guardrails", "GRD001", "GRD002")
    return {"name": edition.decision(links, decision), "block": block}


def _waivers(edition: Edition) -> dict[str, list[Context]]:
    """The exceptions from guardrails, by the id of the guardrail."""
    found: dict[str, list[Context]] = defaultdict(list)
    for waiver in edition.workspace.all("waivers"):
        reader = edition.of(waiver)
        rail = reader.key(waiver, "guardrail")
        if rail:
            found[rail].append(
                {
                    "reason": reader.text(waiver, "reason"),
                    "expires": reader.day(waiver, "expires", "REV004"),
                    "approved_by": reader.office(waiver, "approved_by", "REV004"),
                    "compensates": reader.text(waiver, "compensates"),
                    "applies_to": reader.all_named(waiver, "applies_to", "REV004"),
                }
            )
    return found


def _ids(found: list[Noun]) -> set[str]:
    return {rail.id for rail in found if isinstance(rail, Guardrail)}
