"""REF001: a reference names nothing."""

from collections.abc import Iterator

from orchestrator_lint.language import nearest
from orchestrator_lint.model import Bad, Good, Problem, Reference, Severity, Text, Workspace, rule

MESSAGE = Text(
    en="`{target}` does not exist in `{section}`.{suggestion} Correct the reference, or add `{target}` there.",
    de="`{target}` gibt es in `{section}` nicht.{suggestion} Berichtigen Sie den Verweis, oder legen Sie `{target}` dort an.",
)
_NEAR = Text(en=" Did you mean `{near}`?", de=" Meinten Sie `{near}`?")
_ELSEWHERE = Text(en=" It exists in `{section}`.", de=" In `{section}` gibt es das.")
_NONE = Text(en="", de="")
_SECTIONS = ("roles", "systems", "datasets", "guardrails", "principles", "spaces", "decisions", "goals", "affected")


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
    serves=("S3",),
    provisions=("iso-42001 7.5.2",),
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
        Bad("spaces: {lending: {principles: [dignity-first, dignity-last]}}", at="spaces.lending.principles.1"),
        Bad("spaces: {lending: {serves: [fair-acess]}}", at="spaces.lending.serves.0"),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {impact: {affects: [customers, clients]}}}}}",
            at="spaces.lending.decisions.raise-limit.impact.affects.1",
        ),
        Bad("waivers: {w-1: {applies_to: [lending/lower-limit]}}", at="waivers.w-1.applies_to.0"),
        Good(
            "waivers: {w-1: {applies_to: [organisation, lending, lending/raise-limit, guardrails/no-unexplained-refusal]}}"
        ),
        Good("organisation: {affected: null}"),
    ),
)
def unknown_reference(workspace: Workspace) -> Iterator[Problem]:
    """Flag every id that no object of its section has, once for each missing target, with all references to it."""
    missing: dict[tuple[str, str], list[Reference]] = {}
    for reference in workspace.references.all():
        if not reference.exists:
            missing.setdefault((reference.section, reference.id), []).append(reference)
    for (section, id), references in missing.items():
        yield _problem(workspace, section, id, references)


def _problem(workspace: Workspace, section: str, id: str, references: list[Reference]) -> Problem:
    first = references[0].place
    noun = workspace.noun_around(first.pointer)
    values = {"target": id, "section": section, "suggestion": _suggestion(workspace, section, id)}
    about = (noun.address,) if noun is not None else ("organisation",)
    return Problem(first, MESSAGE, values, about=about, names=(section, id)).beside(
        *(one.place for one in references[1:])
    )


def _suggestion(workspace: Workspace, section: str, id: str) -> Text:
    near = nearest(id, workspace.ids(section)) or _full_address(workspace, section, id)
    if near is not None:
        return Text(_NEAR.en.format(near=near), _NEAR.de.format(near=near))
    homes = [other for other in _SECTIONS if other != section and id in workspace.ids(other)]
    if homes:
        return Text(_ELSEWHERE.en.format(section=homes[0]), _ELSEWHERE.de.format(section=homes[0]))
    return _NONE


def _full_address(workspace: Workspace, section: str, id: str) -> str | None:
    """The one decision with this id, where its space was left out."""
    if section != "decisions" or "/" in id:
        return None
    found = [address for address in workspace.ids("decisions") if address.endswith(f"/{id}")]
    return found[0] if len(found) == 1 else None
