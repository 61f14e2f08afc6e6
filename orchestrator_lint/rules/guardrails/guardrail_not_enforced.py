"""GRD004: nothing holds a guardrail in place, or nobody measures its limit."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Guardrail, Problem, Severity, Text, Value, rule

NOT_ENFORCED = Text(
    en="It is not stated what enforces the guardrail `{guardrail}` (missing: {missing}). Write in `enforced` by which means it is kept (`how`) and at which point of the process (`at`).",
    de="Es ist nicht angegeben, was die Leitplanke `{guardrail}` durchsetzt (offen: {missing}). Schreiben Sie in `enforced`, mit welchem Mittel sie gewahrt wird (`how`) und an welcher Stelle des Ablaufs (`at`).",
)
NOT_MEASURED = Text(
    en="The guardrail `{guardrail}` has a limit, but it is not stated who looks whether it is kept (missing: {missing}). Write in `measured` who measures it (`by`) and how often (`every`).",
    de="Die Leitplanke `{guardrail}` hat eine Grenze, aber es ist nicht angegeben, wer nachsieht, ob sie eingehalten wird (offen: {missing}). Schreiben Sie in `measured`, wer sie misst (`by`) und wie oft (`every`).",
)
_AT = "guardrails.no-unexplained-refusal"


def _with(more: str, status: str = "live") -> str:
    guardrail = f"guardrails: {{no-unexplained-refusal: {{{more}}}}}"
    return f"{guardrail}\nspaces: {{lending: {{decisions: {{raise-limit: {{status: {status}}}}}}}}}"


@rule(
    code="GRD004",
    name="guardrail-not-enforced",
    severity=Severity.WARNING,
    title=Text(
        en="A guardrail is declared but not enforced", de="Eine Leitplanke ist erklärt, aber nicht durchgesetzt"
    ),
    why=Text(en="Declared is not enforced.", de="Aufgeschrieben ist noch nicht durchgesetzt."),
    asks_from="planned",
    serves=("S6", "S9"),
    provisions=("eu-ai-act 9(5)", "eu-ai-act 26(1)", "gdpr 32", "iso-42001 A.6.2.6", "nist-ai-rmf MANAGE 1.3"),
    waits_for=("GRD003",),
    fix="enforced: {how: TODO, at: TODO}",
    bad=Bad(_with("enforced: null"), at=_AT),
    good=Good(_with("limit: null, test: Does every refusal letter name two reasons?, measured: null")),
    cases=(
        Bad(_with("enforced: {at: ''}", "planned"), at=f"{_AT}.enforced.at"),
        Bad(_with("enforced: {how: null}", "suspended"), at=f"{_AT}.enforced"),
        Bad(_with("measured: null"), at=_AT),
        Bad(_with("measured: {every: null}"), at=f"{_AT}.measured"),
        Bad(
            _with("measured: {by: null, every: null, none_because: The engine lets no other letter out.}"),
            at=f"{_AT}.measured",
        ),
        Good(_with("enforced: {how: null, at: null, state: planned}").replace("status: live", "status: suspended")),
        Good(_with("measured: {every: null, state: in-progress}").replace("status: live", "status: suspended")),
        Good(_with("enforced: null, measured: null", "draft")),
    ),
)
def guardrail_not_enforced(guardrail: Guardrail, used_by: Decisions) -> Iterator[Problem]:
    """Flag a guardrail that holds for a decision and lacks the means or the point of enforcement, or the measuring."""
    if not used_by:
        return
    values = {"guardrail": guardrail.id, "decisions": used_by.addresses}
    asked = [(guardrail.enforced, NOT_ENFORCED, ("how", "at"), "{how: TODO, at: TODO}")]
    if guardrail.limit:
        asked.append((guardrail.measured, NOT_MEASURED, ("by", "every"), "{by: TODO, every: TODO}"))
    for block, message, keys, skeleton in asked:
        missing = [key for key in keys if not block.child(key)]
        if missing and not _is_under_way(block):
            problem = _at(block, missing).problem(message, missing=missing, **values)
            yield problem.beside(guardrail.limit.place).filled_by(skeleton, block.place)


def _at(block: Value, missing: list[str]) -> Value:
    """The block, or what is written blank in it."""
    blank = [block.child(key) for key in missing if not block.child(key).silent]
    return blank[0] if blank else block


def _is_under_way(block: Value) -> bool:
    return block.settled and not block.reasoned
