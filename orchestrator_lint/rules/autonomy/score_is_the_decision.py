"""AUT010: the score decides, though the level promises a person."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, Value, rule

CUTOFF = Text(
    en="The outcome of {decisions} is fixed before a person looks: {cutoff}. So the score decides, and not the person whom `{level}` promises. Drop `machine.cutoff` and let people weigh these cases too, or set `autonomy` to what really happens and state the ground of Art. 22(2) GDPR.",
    de="Das Ergebnis von {decisions} steht fest, bevor ein Mensch hinsieht: {cutoff}. Also entscheidet der Score und nicht der Mensch, den `{level}` verspricht. Streichen Sie `machine.cutoff` und lassen Sie Menschen auch diese Fälle abwägen, oder setzen Sie `autonomy` auf das, was tatsächlich geschieht, und geben Sie die Ausnahme nach Art. 22 Abs. 2 DSGVO an.",
)
ONLY_AFTERWARDS = Text(
    en="In {decisions} a person may undo what the score has done (`reverse`), but neither disregard nor override it before. The score takes effect first and is the decision in fact. Add `disregard` or `override` to `oversight.override.may`, or set `autonomy` to what really happens.",
    de="Bei {decisions} darf ein Mensch rückgängig machen, was der Score bewirkt hat (`reverse`), ihn vorher aber weder außer Acht lassen noch außer Kraft setzen. Der Score wirkt zuerst und ist faktisch die Entscheidung. Ergänzen Sie in `oversight.override.may` `disregard` oder `override`, oder setzen Sie `autonomy` auf das, was tatsächlich geschieht.",
)
_HERE = "spaces.lending.decisions.raise-limit"
_CUTOFF = "machine: {cutoff: {field: score, below: 540, outcome: refusal}}"
_REVERSE = "oversight: {override: {may: [not-use, reverse]}}"


def _decision(keys: str) -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{keys}}}}}}}}}"


@rule(
    code="AUT010",
    name="score-is-the-decision",
    severity=Severity.WARNING,
    title=Text(en="The score is the decision", de="Der Score ist die Entscheidung"),
    why=Text(
        en="Where what follows draws strongly on a score, the scoring itself is the decision (CJEU C-634/21, SCHUFA).",
        de="Wo das Weitere maßgeblich von einem Score abhängt, ist schon das Scoring die Entscheidung (EuGH C-634/21, SCHUFA).",
    ),
    asks_from="planned",
    profile="assured",
    serves=("S5",),
    provisions=("gdpr 22(1)", "eu-ai-act 86", "iso-42001 A.5.4", "nist-ai-rmf MAP 2.2"),
    waits_for=("AUT006", "OVR001", "OVR002"),
    bad=Bad(_decision(_CUTOFF), at=f"{_HERE}.machine.cutoff"),
    good=Good(_decision(f"{_CUTOFF}, impact: {{level: moderate, effect: economic}}")),
    cases=(
        Bad(
            _decision("autonomy: informs, machine: {cutoff: {field: score, above: 700.5}}"),
            at=f"{_HERE}.machine.cutoff",
        ),
        Bad(_decision("status: planned, machine: {cutoff: {outcome: refusal}}"), at=f"{_HERE}.machine.cutoff"),
        Bad(_decision(_REVERSE), at=f"{_HERE}.oversight.override.may"),
        Good(_decision("oversight: {override: {may: [override, reverse]}}")),
        Good(_decision(f"machine: {{supplies: [options]}}, {_REVERSE}")),
        Good(
            "roles: {case-worker: {may_overrule: acts-unless-vetoed}}\n"
            + _decision(f"{_CUTOFF}, autonomy: acts-unless-vetoed, impact: {{level: moderate, effect: economic}}")
        ),
        Good(_decision(f"status: draft, {_CUTOFF}")),
        Good(_decision(f"status: retired, {_CUTOFF}")),
    ),
)
def score_is_the_decision(decision: Decision) -> Iterator[Problem]:
    """Flag a weighty decision up to `acts-on-approval` where a cut-off decides, or people may only undo the score."""
    if not decision.decides_within("informs", "acts-on-approval"):
        return
    if not (decision.weighs("high") or decision.has_grave_effect):
        return
    cutoff, may = decision.machine.cutoff, decision.oversight.override.may
    if cutoff:
        problem = decision.gap(cutoff, CUTOFF, cutoff=_in_words(cutoff), level=decision.level)
        yield problem.beside(decision.autonomy.place)
    elif decision.machine.supplies.has("probabilities") and _only_reverses(may):
        yield decision.gap(may, ONLY_AFTERWARDS).beside(decision.autonomy.place)


def _only_reverses(may: Value) -> bool:
    return may.has("reverse") and not may.has("disregard", "override")


def _in_words(cutoff: Value) -> Text:
    stated = [(key, f"`{cutoff.child(key).plain}`") for key in _WORDS if cutoff.child(key)]
    english = " ".join(_WORDS[key].en.format(value) for key, value in stated)
    german = " ".join(_WORDS[key].de.format(value) for key, value in stated)
    return Text(english, german)


_WORDS = {
    "field": Text("{}", "{}"),
    "below": Text("below {}", "unter {}"),
    "above": Text("above {}", "über {}"),
    "outcome": Text("→ {}", "→ {}"),
}
