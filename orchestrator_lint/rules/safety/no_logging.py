"""SAF006: nothing tells later what the machine put out and who decided what."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MISSING = Text(
    en="What is recorded of each case in {decisions} is not stated. Write in `log.fields` what is kept, `output`, `decision` and `who` at least, and in `log.retention` how long.",
    de="Was bei {decisions} von jedem Fall aufgezeichnet wird, ist nicht angegeben. Schreiben Sie in `log.fields`, was festgehalten wird, mindestens `output`, `decision` und `who`, und in `log.retention`, wie lange.",
)
TOO_LITTLE = Text(
    en="`log.fields` of {decisions} leaves out {missing}. Without that nobody can tell later what the AI put out, what was decided, and by whom. Add what is missing.",
    de="In `log.fields` fehlt bei {decisions}: {missing}. Ohne diese Angaben weiß später niemand, was die KI ausgab, was entschieden wurde und durch wen. Ergänzen Sie, was fehlt.",
)
NO_EXCUSE = Text(
    en="The reason in `log` does not suffice for {decisions}: it is accepted only at impact `none` or `low`, and not for a high-risk AI system. Replace `none_because` by `fields` and `retention`.",
    de="Die Begründung in `log` genügt für {decisions} nicht: Anerkannt wird sie nur bei der Auswirkung `none` oder `low` und nicht bei einem Hochrisiko-KI-System. Ersetzen Sie `none_because` durch `fields` und `retention`.",
)
_LEAST = ("output", "decision", "who")
_HERE = "spaces.lending.every_decision.log"
_LIGHT = "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}"
_REASON = "{fields: null, retention: null, none_because: Each run is undone with one key.}"


def _with(log: str, decision: str = "status: live") -> str:
    return f"spaces: {{lending: {{every_decision: {{log: {log}}}, decisions: {{raise-limit: {{{decision}}}}}}}}}"


@rule(
    code="SAF006",
    name="no-logging",
    severity=Severity.ERROR,
    title=Text(en="Nothing is recorded of the cases", de="Von den Fällen wird nichts aufgezeichnet"),
    why=Text(
        en="Without records there is neither explanation nor learning nor proof.",
        de="Ohne Aufzeichnungen gibt es weder Erläuterung noch Lernen noch Nachweis.",
    ),
    asks_from="planned",
    serves=("S3",),
    provisions=(
        "eu-ai-act 12",
        "eu-ai-act 26(6)",
        "gdpr 5(2)",
        "iso-42001 A.6.2.8",
        "nist-ai-rmf MEASURE 2.8",
    ),
    accepts_reason=True,
    fix="log: {fields: [TODO], retention: TODO}",
    bad=Bad(_with("null"), at="spaces.lending.decisions.raise-limit"),
    good=Good(_with("{fields: [who, decision, output, reasons, override, outcome]}")),
    cases=(
        Bad(_with("{fields: [input, output, decision, reasons, when, override, outcome]}"), at=f"{_HERE}.fields"),
        Bad(_with("{fields: null}", "status: planned, autonomy: prepares"), at=_HERE),
        Bad(
            _with(
                "null",
                "log: {fields: [decision, who, reasons, override, outcome], retention: 1 year}, autonomy: acts-on-approval, "
                f"{_LIGHT}",
            ),
            at="spaces.lending.decisions.raise-limit.log.fields",
        ),
        Bad(_with(_REASON), at=_HERE),
        Bad(_with(_REASON, "impact: {level: low, effect: economic}, law: {risk_class: high}"), at=_HERE),
        Good(_with(_REASON, f"autonomy: acts-on-approval, {_LIGHT}")),
        Good(_with("{fields: null, state: in-progress}", "status: planned")),
        Good(_with("null", f"autonomy: recommends, {_LIGHT}")),
        Good(_with("null", "autonomy: informs")),
        Good(_with("null", "status: draft")),
        Good(_with("null", "status: retired")),
    ),
)
def no_logging(decision: Decision) -> Iterator[Problem]:
    """Flag a decision in which the machine acts, or prepares a serious one, without a record of output, decision and who.

    A reason is accepted at impact none or low outside the class of high-risk AI systems.
    """
    if decision.acts_from("acts-on-approval") or (decision.acts_from("prepares") and decision.is_serious):
        for problem in _gaps(decision):
            yield problem.beside(decision.autonomy.place)


def _gaps(decision: Decision) -> Iterator[Problem]:
    log = decision.log
    if log.reasoned and not decision.is_light:
        yield decision.gap(log, NO_EXCUSE)
    elif not log.settled and not log.fields:
        yield decision.gap(log.fields if log else log, MISSING)
    elif not log.settled:
        missing = [field for field in _LEAST if not log.fields.has(field)]
        if missing:
            yield decision.gap(log.fields, TOO_LITTLE, missing=missing)
