"""GRD005: nothing follows when a guardrail is breached."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Guardrail, Problem, Severity, Text, rule

MESSAGE = Text(
    en="It is not stated what follows when the guardrail `{guardrail}` is breached (missing: {missing}). Write in `on_breach` what is done (`action`), who acts on it (`to`), and within what time (`within`).",
    de="Es ist nicht angegeben, was folgt, wenn die Leitplanke `{guardrail}` verletzt wird (offen: {missing}). Schreiben Sie in `on_breach`, was geschieht (`action`), wer dann handelt (`to`) und in welcher Frist (`within`).",
)
_HERE = "guardrails.no-unexplained-refusal.on_breach"


def _with(on_breach: str, status: str = "live") -> str:
    guardrail = f"guardrails: {{no-unexplained-refusal: {{on_breach: {on_breach}}}}}"
    return f"{guardrail}\nspaces: {{lending: {{decisions: {{raise-limit: {{status: {status}}}}}}}}}"


@rule(
    code="GRD005",
    name="breach-without-action",
    severity=Severity.ERROR,
    title=Text(
        en="Nothing follows when a guardrail is breached",
        de="Auf die Verletzung einer Leitplanke folgt nichts",
    ),
    why=Text(
        en="A border whose crossing has no consequence soon is none.",
        de="Eine Grenze, deren Verletzung folgenlos bleibt, ist bald keine mehr.",
    ),
    asks_from="planned",
    serves=("S9",),
    provisions=(
        "eu-ai-act 20",
        "eu-ai-act 26(5)",
        "eu-ai-act 27(1)(f)",
        "gdpr 33",
        "iso-42001 10.2",
        "iso-42001 A.8.4",
        "nist-ai-rmf MANAGE 2.3",
        "nist-ai-rmf MANAGE 4.3",
    ),
    fix="on_breach: {action: TODO, to: TODO, within: TODO}",
    bad=Bad(_with("null"), at=_HERE),
    good=Good(_with("{action: notify, to: credit-committee, within: 4 hours}")),
    cases=(
        Bad(_with("{action: null}"), at=_HERE),
        Bad(_with("{to: null, within: null}", "planned"), at=_HERE),
        Bad(_with("{within: null}", "suspended"), at=_HERE),
        Good(_with("{to: null, within: null, state: in-progress}", "suspended")),
        Good(_with("{to: null}", "draft")),
        Good(
            "guardrails: {later: {statement: Nobody waits in vain., kind: ethical, owner: head-of-lending}}\n"
            "spaces: {lending: {decisions: {old: {status: retired, guardrails: [later]}}}}"
        ),
    ),
)
def breach_without_action(guardrail: Guardrail, used_by: Decisions) -> Iterator[Problem]:
    """Flag a guardrail that holds for a decision and whose breach lacks an action, a receiver or a time."""
    on_breach = guardrail.on_breach
    if not used_by or on_breach.settled:
        return
    missing = [key for key in ("action", "to", "within") if not on_breach.child(key)]
    if missing:
        values = {"guardrail": guardrail.id, "missing": missing, "decisions": used_by.addresses}
        yield on_breach.problem(MESSAGE, **values).beside(guardrail.place_of("owner"))
