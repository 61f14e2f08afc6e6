"""REF001: a reference names nothing."""

from collections.abc import Iterator

from orchestrator_lint.language import nearest
from orchestrator_lint.model import Bad, Good, Problem, Reference, Severity, Text, Workspace, rule

MESSAGE = Text(
    en="`{target}` does not exist in `{section}`.{suggestion} Correct the reference, or add `{target}` there.",
    de="`{target}` gibt es in `{section}` nicht.{suggestion} Berichtigen Sie den Verweis, oder legen Sie `{target}` dort an.",
)
NEAR = Text(en=" Did you mean `{near}`?", de=" Meinten Sie `{near}`?")
ELSEWHERE = Text(
    en=" That id stands in `{section}`, which cannot be named here.",
    de=" Diese Kennung steht in `{section}`; das lässt sich hier nicht nennen.",
)
ADDRESS = Text(
    en=" A decision is named together with its space, as `space/decision`.",
    de=" Eine Entscheidung wird zusammen mit ihrem Raum genannt, als `raum/entscheidung`.",
)
_NONE = Text(en="", de="")
_SECTIONS = ("roles", "systems", "datasets", "guardrails", "principles", "spaces", "decisions", "goals", "affected")


def _waived(applies_to: str) -> str:
    return (
        f"waivers: {{w-1: {{guardrail: no-unexplained-refusal, applies_to: [{applies_to}], requested_by: internal-audit,\n"
        "  approved_by: ai-officer, reason: The letters move to a new printer., compensates: Two people read each letter.,\n"
        "  granted: 2026-10-19, expires: 2026-11-16}}"
    )


@rule(
    code="REF001",
    name="unknown-reference",
    severity=Severity.ERROR,
    title=Text(en="A reference names nothing that exists", de="Ein Verweis führt ins Leere"),
    why=Text(
        en="A reference into the void names a responsibility, a source or a guardrail that is not there.",
        de="Ein Verweis ins Leere nennt eine Verantwortung, eine Quelle oder eine Leitplanke, die es nicht gibt.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S3",),
    provisions=("iso-42001 7.5.2",),
    waivable=False,
    waits_for=("TXT004",),
    bad=Bad("spaces: {lending: {owner: head-of-lendin}}", at="spaces.lending.owner"),
    good=Good("spaces: {lending: {owner: roles/head-of-lending}}"),
    cases=(
        Bad("spaces: {lending: {principles: [dignity-first, case-worker]}}", at="spaces.lending.principles.1"),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {depends_on: [verify-income]}}}}",
            at="spaces.lending.decisions.raise-limit.depends_on.0",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {depends_on: [raise-limit]}}}}",
            at="spaces.lending.decisions.raise-limit.depends_on.0",
        ),
        Bad(
            "systems: {repayment-score: {learns_from: [credit-file, nothing]}}",
            at="systems.repayment-score.learns_from.1",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {involves: {informed: [customers]}}}}}",
            at="spaces.lending.decisions.raise-limit.involves.informed.0",
        ),
        Bad(
            "spaces: {lending: {flows: [{from: this, to: persons/neighbours, carries: letter}]}}",
            at="spaces.lending.flows.0.to",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {status: retired, principles: [thrift]}}}}",
            at="spaces.lending.decisions.raise-limit.principles.0",
        ),
        Bad("spaces: {lending: {principles: [dignity-first, dignity-last]}}", at="spaces.lending.principles.1"),
        Bad("spaces: {lending: {serves: [fair-acess]}}", at="spaces.lending.serves.0"),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {impact: {affects: [customers, clients]}}}}}",
            at="spaces.lending.decisions.raise-limit.impact.affects.1",
        ),
        Bad(_waived("lending/lower-limit"), at="waivers.w-1.applies_to.0"),
        Good(_waived("organisation, lending, lending/raise-limit, guardrails/no-unexplained-refusal")),
        Good("organisation: {affected: null}\nspaces: {lending: {decisions: {raise-limit: {status: draft}}}}"),
        Good(
            f"organisation: null\n{_waived('organisation')}\nspaces: {{lending: {{serves: null, decisions: {{raise-limit: {{status: draft}}}}}}}}"
        ),
        Good("spaces: {lending: {flows: [{from: this, to: external/Scorewerk GmbH, carries: outcome}]}}"),
    ),
)
def unknown_reference(workspace: Workspace) -> Iterator[Problem]:
    """Flag every id that no object of its section has, once for each missing target, with all references to it."""
    missing: dict[tuple[str, str], list[Reference]] = {}
    for reference in workspace.references.all:
        # a waiver may speak of the organisation even where nobody describes it
        if not reference.exists and reference.section != "organisation":
            missing.setdefault((reference.section, reference.id), []).append(reference)
    for (section, id), references in missing.items():
        yield _problem(workspace, section, id, references)


def _problem(workspace: Workspace, section: str, id: str, references: list[Reference]) -> Problem:
    """State it of the target: what else is wrong with those who refer to it is hidden by nothing."""
    first, *more = (reference.place for reference in references)
    values = {
        "target": id,
        "section": _path(workspace, section, id),
        "suggestion": _suggestion(workspace, section, id),
    }
    return Problem(first, MESSAGE, values, about=(f"{section}/{id}",), names=(section, id)).beside(*more)


def _path(workspace: Workspace, section: str, id: str) -> str:
    """Where the target should stand in the policies."""
    if section in ("goals", "affected"):
        return f"organisation.{section}"
    space, named, _ = id.partition("/")
    if section != "decisions" or not named:
        return section
    return f"spaces.{space}.decisions" if space in workspace.ids("spaces") else "spaces"


def _suggestion(workspace: Workspace, section: str, id: str) -> Text:
    near = _same_decision(workspace, section, id) or nearest(id, workspace.ids(section))
    meant = _NONE if near is None else Text(NEAR.en.format(near=near), NEAR.de.format(near=near))
    if section == "decisions":
        return meant if "/" in id else Text(ADDRESS.en + meant.en, ADDRESS.de + meant.de)
    return meant if near is not None else _elsewhere(workspace, section, id)


def _elsewhere(workspace: Workspace, section: str, id: str) -> Text:
    """Say that another section has this id, or the one that the reference names itself."""
    head, _, rest = id.partition("/")
    for other in _SECTIONS:
        if other != section and (id in workspace.ids(other) or (other == head and rest in workspace.ids(other))):
            path = _path(workspace, other, id)
            return Text(ELSEWHERE.en.format(section=path), ELSEWHERE.de.format(section=path))
    return _NONE


def _same_decision(workspace: Workspace, section: str, id: str) -> str | None:
    """The one decision with this id, where its space was left out or is another."""
    if section != "decisions":
        return None
    last = id.rpartition("/")[2]
    found = [address for address in workspace.ids("decisions") if address.rpartition("/")[2] == last]
    return found[0] if len(found) == 1 else None
