"""AUT015: a decision is said to weigh little, though what weighs heavily is built on it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from orchestrator_lint.model import (
    Bad,
    Decision,
    Decisions,
    Good,
    Problem,
    Related,
    Severity,
    Text,
    Unknown,
    Value,
    impact_rank,
    rule,
)
from orchestrator_lint.network import Network

MESSAGE = Text(
    en="The impact of `{decision}` is stated as `{impact}`, but its result goes into {built}, where the impact is `{heavier}`: a mistake made here is carried on there. State in `impact.level` what a wrong result leads to in the end; or keep the later decision free of it, and take it out of `depends_on` and `flows`.",
    de="Die Auswirkung von `{decision}` ist mit `{impact}` angegeben, das Ergebnis geht aber in {built} ein, wo die Auswirkung `{heavier}` ist: Ein Fehler, der hier entsteht, wirkt dort weiter. Geben Sie in `impact.level` an, wozu ein falsches Ergebnis am Ende führt; oder halten Sie die spätere Entscheidung davon frei und streichen Sie die Verbindung aus `depends_on` und `flows`.",
)
HEAVIER = Text(en="the heavier impact of what is built on it", de="die schwerere Auswirkung dessen, was darauf aufbaut")

_SELECT = (
    "select-cases: {x-like: lending/raise-limit, title: Select cases for review, question: Whose file is looked at?"
)
_SORTS = "impact: {level: low, effect: none}, law: {risk_class: minimal, area: none}"


def _built(select: str, link: str = "depends_on: [lending/select-cases]") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{link}}}, {_SELECT}, {select}}}}}}}}}"


_FLOWS = (
    "flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment},\n"
    "  {from: systems/repayment-score, to: roles/case-worker, carries: score and reasons},\n"
    "  {from: roles/case-worker, to: this, carries: decision and reasons}, "
)
_TO_PEOPLE = "{from: this, to: persons/customers, carries: letter}"
_HERE = "spaces.lending.decisions.select-cases.impact.level"


@rule(
    code="AUT015",
    name="impact-understated",
    severity=Severity.WARNING,
    title=Text(
        en="A decision is said to weigh less than what is built on it",
        de="Eine Entscheidung soll weniger wiegen als das, was auf ihr aufbaut",
    ),
    why=Text(
        en="To be selected may seem harmless; whoever is selected meets what follows. A chain weighs what its heaviest link does to people.",
        de="Ausgewählt zu werden, wirkt harmlos; wer ausgewählt wird, den trifft, was folgt. Eine Kette wiegt so schwer wie ihr schwerstes Glied.",
    ),
    asks_from="planned",
    confidence="likely",
    serves=("S8", "S13"),
    provisions=("eu-ai-act 9(2)(a)", "eu-ai-act 27(1)(d)", "iso-42001 A.5.4", "nist-ai-rmf MAP 5.1"),
    waits_for=("AUT011", "NET003"),
    bad=Bad(_built(_SORTS), at=_HERE),
    good=Good(_built("impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none}")),
    cases=(
        Bad(_built(f"{_SORTS}, autonomy: informs"), at=_HERE),
        Bad(
            _built(_SORTS, f"{_FLOWS}{{from: decisions/lending/select-cases, to: this, carries: list}}, {_TO_PEOPLE}]"),
            at=_HERE,
        ),
        Bad(
            _built(
                f"{_SORTS}, {_FLOWS}{{from: this, to: decisions/lending/raise-limit, carries: list}}]", "status: live"
            ),
            at=_HERE,
        ),
        Good(_built(_SORTS.replace("low", "high"))),
        Good(_built(f"{_SORTS}, status: draft")),
        Good(_built(_SORTS, "status: draft, depends_on: [lending/select-cases]")),
        Good(
            _built(
                _SORTS,
                "depends_on: [lending/select-cases], impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none}",
            )
        ),
    ),
)
def impact_understated(network: Network, asked: Decisions) -> Iterator[Problem]:
    """Flag a decision made with AI whose impact is two or more levels below that of one built on it, which is at least `high`.

    One level less is no contradiction: the later decision adds something of its own. A decision is built on another
    that it names in `depends_on`, and on one from which a flow leads to it.
    """
    links = _links(network, asked)
    for decision in asked:
        heavier = [link for link in links[decision.address] if _is_understated(decision, link.start)]
        if heavier:
            yield _problem(decision, heavier)


class _Link(NamedTuple):
    """A decision that builds on another, and where that is said."""

    start: Decision
    at: Value


def _links(network: Network, asked: Decisions) -> Mapping[str, Sequence[_Link]]:
    """What is built on each decision, by its address."""
    among = {decision.address: decision for decision in asked}
    links: dict[str, list[_Link]] = defaultdict(list)
    for edge in network.depends:
        if edge.start.address in among:
            links[edge.end.address].append(_Link(edge.start, edge.at))
    for decision in asked:
        for flow in _known_flows(decision):
            start, end = _ends(flow, decision)
            if start != end and end in among:
                links[start].append(_Link(among[end], flow))
    return links


def _known_flows(decision: Decision) -> list[Value]:
    """The flows of a decision whose ends can be read; none where one cannot."""
    try:
        return [flow for flow in decision.flows if flow.from_ and flow.to]
    except Unknown:
        return []


def _ends(flow: Value, decision: Decision) -> tuple[str, str]:
    """The addresses of the decisions that a flow joins; what is no decision belongs to the one in which it stands."""
    start, end = str(flow.from_.plain), str(flow.to.plain)
    here = decision.address
    return (
        start.removeprefix("decisions/") if start.startswith("decisions/") else here,
        end.removeprefix("decisions/") if end.startswith("decisions/") else here,
    )


def _is_understated(decision: Decision, heavier: Decision) -> bool:
    try:
        stated, reached = decision.impact_level, heavier.impact_level
        if stated is None or reached is None or not heavier.weighs("high"):
            return False
        return decision.acts_from("informs") and impact_rank(reached) - impact_rank(stated) > 1
    except Unknown:
        return False


def _problem(decision: Decision, links: Sequence[_Link]) -> Problem:
    """Name the heaviest of what is built on the decision, and show where that is said."""
    most = max((str(link.start.impact_level) for link in links), key=impact_rank)
    heaviest = [link for link in links if link.start.impact_level == most]
    built, level = sorted({link.start.address for link in heaviest}), decision.impact.level
    problem = level.problem(MESSAGE, decision=decision.address, impact=level, heavier=most, built=built)
    shown = [place for link in heaviest for place in (link.at.place, Related(link.start.impact.level.place, HEAVIER))]
    return problem._replace(about=(decision.address,)).beside(*shown)
