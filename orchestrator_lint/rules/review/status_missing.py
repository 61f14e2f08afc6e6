"""REV009: where the decision stands in its life is not stated."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, rule

MESSAGE = Text(
    en="No `status` is stated for {decisions}: without one, everything is asked that is asked of a `live` decision. Write one of `draft`, `planned`, `pilot`, `live`, `suspended`, `retired`.",
    de="Für {decisions} ist kein `status` angegeben; ohne ihn wird alles verlangt, was für eine laufende Entscheidung (`live`) gilt. Tragen Sie einen ein: `draft`, `planned`, `pilot`, `live`, `suspended` oder `retired`.",
)


@rule(
    code="REV009",
    name="status-missing",
    severity=Severity.WARNING,
    title=Text(en="The status of a decision is not stated", de="Der Status einer Entscheidung ist nicht angegeben"),
    why=Text(
        en="An idea on paper and a decision that hits people every day owe different things; readers must be able to tell them apart.",
        de="Ein Entwurf schuldet anderes als eine Entscheidung, die täglich Menschen trifft; wer die Richtlinie liest, muss beides unterscheiden können.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S9", "S10"),
    provisions=("iso-42001 A.6.2", "nist-ai-rmf GOVERN 1.6"),
    waivable=False,
    fix="status: TODO",
    bad=Bad("spaces: {lending: {decisions: {raise-limit: {status: null}}}}", at="spaces.lending.decisions.raise-limit"),
    good=Good("spaces: {lending: {every_decision: {status: pilot}, decisions: {raise-limit: {status: null}}}}"),
    cases=(
        Good("spaces: {lending: {decisions: {raise-limit: {status: suspended}}}}"),
        Good("spaces: {lending: {decisions: {raise-limit: {status: retired}}}}"),
    ),
)
def status_missing(decision: Decision) -> Iterator[Problem]:
    """Flag a decision for which neither it nor `every_decision` of its space states a status."""
    if not decision.status:
        yield decision.gap(decision.status, MESSAGE)
