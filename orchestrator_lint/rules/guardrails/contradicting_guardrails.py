"""GRD007: guardrails leave no value that would be allowed."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from orchestrator_lint.model import Bad, Decision, Good, Guardrail, Problem, Severity, Text, Value, rule

PAIR = Text(
    en="`{guardrail}` and `{other_guardrail}` cannot both be kept in {decisions}: for “{metric}” the first asks for `{limit}`, the second for `{other_limit}`. Correct one of them, or let them hold for different decisions.",
    de="`{guardrail}` und `{other_guardrail}` lassen sich bei {decisions} nicht zugleich einhalten: Für „{metric}“ verlangt die eine `{limit}`, die andere `{other_limit}`. Berichtigen Sie eine davon, oder lassen Sie sie für verschiedene Entscheidungen gelten.",
)
ALONE = Text(
    en="`{guardrail}` cannot be kept: it asks for `{limit}` and for `{other_limit}` at once. Correct one of the two.",
    de="`{guardrail}` lässt sich nicht einhalten: Sie verlangt zugleich `{limit}` und `{other_limit}`. Berichtigen Sie eines von beiden.",
)

_AT_LEAST_FIVE = "no-unexplained-refusal: {limit: {at_most: null, at_least: 5}}"


class Bounds(NamedTuple):
    """The lowest and the highest value that a guardrail allows, each with the words that say so; None where open."""

    low: tuple[float, str] | None
    high: tuple[float, str] | None

    def conflict_with(self, other: "Bounds") -> bool:
        """Whether this asks for more than the other allows."""
        return self.low is not None and other.high is not None and self.low[0] > other.high[0]


def _second(limit: str, held: str = "guardrails: [other]") -> str:
    other = (
        "other: {statement: Some refusals go out without reasons., kind: economic, measured: {by: model-steward, every: 1 month},\n"
        "  enforced: {how: procedural, at: desk}, on_breach: {action: notify, to: head-of-lending, within: 1 day}, owner: head-of-lending,\n"
        f"  limit: {{metric: Refusals  without reasons , basis: board decision 2026-03, {limit}}}}}"
    )
    return f"guardrails: {{{other}}}\nspaces: {{lending: {{decisions: {{raise-limit: {{{held}}}}}}}}}"


@rule(
    code="GRD007",
    name="contradicting-guardrails",
    severity=Severity.ERROR,
    title=Text(en="Guardrails that contradict each other", de="Leitplanken, die einander widersprechen"),
    why=Text(
        en="Where two borders leave no room, people learn to ignore both.",
        de="Lassen zwei Grenzen keinen Raum, lernt man, beide zu übergehen.",
    ),
    asks_from="draft",
    serves=("S8",),
    provisions=("iso-42001 A.6.2.2", "nist-ai-rmf MEASURE 1.1"),
    bad=Bad(_second("at_least: 3, unit: per month"), at="guardrails.other.limit"),
    good=Good(_second("at_most: 3, unit: per month")),
    cases=(
        Bad(_second("equals: 3, unit: Per Month", "status: draft, guardrails: [other]"), at="guardrails.other.limit"),
        Bad(
            _second("at_most: 4, unit: per month").replace("guardrails: {", f"guardrails: {{{_AT_LEAST_FIVE}, ", 1),
            at="guardrails.other.limit",
        ),
        Bad(
            "guardrails: {no-unexplained-refusal: {limit: {at_most: 0, at_least: 2}}}",
            at="guardrails.no-unexplained-refusal.limit",
        ),
        Bad(
            "guardrails: {no-unexplained-refusal: {limit: {equals: 4, metric: null}, test: Is it four?}}",
            at="guardrails.no-unexplained-refusal.limit",
        ),
        Bad(_second("at_least: 3, at_most: 2, unit: per month"), at="guardrails.other.limit"),
        Good(_second("at_least: 0, unit: per month")),
        Good(_second("at_least: 3, unit: per year")),
        Good(_second("at_least: 3")),
        Good(_second("at_least: 3, unit: per month", "guardrails: []}, old: {status: retired, guardrails: [other]")),
        Good(_second("at_least: 3, unit: per month", "status: retired, guardrails: [other]")),
        Good("guardrails: {no-unexplained-refusal: {limit: {at_least: 0, equals: 0}}}"),
    ),
)
def contradicting_guardrails(decision: Decision) -> Iterator[Problem]:
    """Flag limits that hold for one decision and that no value keeps, and a limit that contradicts itself.

    Limits are compared where metric and unit are the same; `equals` is a lower and an upper bound.
    """
    possible: dict[tuple[str, str], list[tuple[Guardrail, Bounds]]] = defaultdict(list)
    for guardrail in sorted(decision.guardrails_held, key=_position):
        bounds = _bounds(guardrail.limit)
        if bounds.conflict_with(bounds):
            yield _problem(ALONE, decision, guardrail, bounds, bounds)
        elif guardrail.limit.metric:
            possible[_plain(guardrail.limit.metric), _plain(guardrail.limit.unit)].append((guardrail, bounds))
    for same in possible.values():
        yield from _contradictions(decision, same)


def _contradictions(decision: Decision, same: list[tuple[Guardrail, Bounds]]) -> Iterator[Problem]:
    for (earlier, its), (later, own) in combinations(same, 2):
        if own.conflict_with(its) or its.conflict_with(own):
            names = {"other_guardrail": earlier.id, "metric": later.limit.metric}
            problem = _problem(PAIR, decision, later, own, its, **names)
            yield problem.beside(earlier.limit.place, *(held.place for held in decision.guardrail_lists if held))


def _position(guardrail: Guardrail) -> tuple[str, int, int]:
    """Where a guardrail stands: by path, document of the file, and line."""
    document = guardrail.document
    return document.path, document.index, list(document.data["guardrails"]).index(guardrail.id)


def _bounds(limit: Value) -> Bounds:
    low = [(value.plain, f"{value.pointer[-1]}: {value.plain}") for value in (limit.at_least, limit.equals) if value]
    high = [(value.plain, f"{value.pointer[-1]}: {value.plain}") for value in (limit.at_most, limit.equals) if value]
    return Bounds(max(low, default=None), min(high, default=None))


def _plain(text: Value) -> str:
    return " ".join(str(text.plain or "").lower().split())


def _problem(
    text: Text, decision: Decision, guardrail: Guardrail, own: Bounds, other: Bounds, **values: object
) -> Problem:
    limits = (own.low, other.high) if own.conflict_with(other) else (own.high, other.low)
    words = [limit[1] for limit in limits if limit is not None]
    values |= {"guardrail": guardrail.id, "limit": words[0], "other_limit": words[1], "decisions": (decision.address,)}
    return guardrail.limit.problem(text, **values)
