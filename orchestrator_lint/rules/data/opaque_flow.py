"""DAT002: the way of the data cannot be followed."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, Text, Value, chained, rule
from orchestrator_lint.network import FlowGraph, Network, flows_of

NO_FLOWS = Text(
    en="{decisions} works with {systems}, but no flow of data is described. List in `flows` where the data comes from, through which hops, for what purpose, and who receives the output.",
    de="Bei {decisions} wirkt {systems} mit, aber kein Datenfluss ist beschrieben. Führen Sie in `flows` auf, woher die Daten kommen, über welche Zwischenstationen, zu welchem Zweck und wer die Ausgabe erhält.",
)
NO_END = Text(
    en="A flow of {decisions} lacks an end (missing: {missing}). Write both `from` and `to`.",
    de="Einem Datenfluss von {decisions} fehlt ein Ende (es fehlt: {missing}). Schreiben Sie `from` und `to`.",
)
NO_USE = Text(
    en="What the flow {flow} of {decisions} serves is not stated. Write its purpose in `use`.",
    de="Wozu der Datenfluss {flow} von {decisions} dient, ist nicht angegeben. Schreiben Sie den Zweck in `use`.",
)
NO_CONTENT = Text(
    en="What the flow {flow} of {decisions} passes on is not stated. Write it in `carries`, or the purpose in `use`.",
    de="Was der Datenfluss {flow} von {decisions} weitergibt, ist nicht angegeben. Schreiben Sie es in `carries` oder den Zweck in `use`.",
)
NAMELESS_HOP = Text(
    en="A hop of the flow {flow} of {decisions} goes by a word that could mean anything: “{hop}”. Write which system, file or service the data passes through.",
    de="Eine Zwischenstation des Datenflusses {flow} von {decisions} trägt ein Wort, das alles heißen kann: „{hop}“. Schreiben Sie, welches System, welche Datei oder welchen Dienst die Daten durchlaufen.",
)
EMPTY_HOP = Text(
    en="A hop of the flow {flow} of {decisions} has no name. Write which system, file or service the data passes through.",
    de="Eine Zwischenstation des Datenflusses {flow} von {decisions} hat keinen Namen. Schreiben Sie, welches System, welche Datei oder welchen Dienst die Daten durchlaufen.",
)
NO_ORIGIN = Text(
    en="What `{system}` works on in {decisions} cannot be traced: no flow leads to it from a source. Add one to `systems/{system}` from a dataset, from `external/…` or `persons/…`, or from a role together with what it `carries`.",
    de="Worauf `{system}` bei {decisions} beruht, ist nicht nachvollziehbar: Kein Datenfluss führt von einer Quelle dorthin. Ergänzen Sie einen zu `systems/{system}`, der von einem Datensatz, von `external/…` oder `persons/…` ausgeht oder von einer Rolle, samt dem, was sie weitergibt (`carries`).",
)
NO_RECEIVER = Text(
    en="What `{system}` puts out in {decisions} arrives nowhere. Add a flow from `systems/{system}` to the role, the decision or the outside party that receives it.",
    de="Was `{system}` bei {decisions} ausgibt, kommt nirgends an. Ergänzen Sie einen Datenfluss von `systems/{system}` zu der Rolle, der Entscheidung oder der Stelle außerhalb, die es erhält.",
)

_NEEDS_USE = ("datasets/", "external/")
_SOURCES = ("datasets/", "external/", "decisions/")
_PEOPLE = ("roles/", "persons/")
_RECEIVERS = ("roles/", "persons/", "external/", "decisions/")
_NOTHING_IN_PARTICULAR = frozenset(
    (
        *("unknown", "various", "diverse", "several", "other", "others", "misc", "etc", "internal", "external"),
        *("interface", "api", "system", "systems", "tool", "service", "cloud", "third party", "black box"),
        *("unbekannt", "verschiedene", "mehrere", "andere", "sonstige", "usw", "intern", "extern", "schnittstelle"),
        *("dienst", "werkzeug", "dritte", "drittanbieter"),
    )
)


@rule(
    code="DAT002",
    name="opaque-flow",
    severity=Severity.ERROR,
    title=Text(en="A flow of data that nobody can follow", de="Ein Datenfluss, dem niemand folgen kann"),
    why=Text(
        en="Transparency instead of control: whoever answers for a decision must be able to follow the data from its source to the person who decides, hop by hop.",
        de="Transparenz statt Kontrolle: Wer eine Entscheidung verantwortet, muss den Weg der Daten von der Quelle bis zu dem Menschen, der entscheidet, Station für Station verfolgen können.",
    ),
    asks_from="planned",
    profile="starter",
    serves=("S3", "S8"),
    provisions=(
        "eu-ai-act 12",
        "eu-ai-act 13(1)",
        "gdpr 30(1)(d)",
        "iso-42001 A.4.3",
        "iso-42001 A.7.5",
        "nist-ai-rmf MAP 4.1",
    ),
    waits_for=("REF001",),
    fix="flows: [{from: TODO, to: TODO, use: TODO, carries: TODO}]",
    bad=Bad(
        "spaces: {lending: {decisions: {raise-limit: {flows: []}}}}", at="spaces.lending.decisions.raise-limit.flows"
    ),
    good=Good(
        "spaces: {lending: {decisions: {raise-limit: {flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment}, {from: systems/repayment-score, to: roles/case-worker, carries: score}]}}}}"
    ),
    cases=(
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {flows: null}}}}",
            at="spaces.lending.decisions.raise-limit.flows",
        ),
        Bad(
            "spaces: {lending: {flows: [{from: datasets/credit-file, use: credit-assessment}]}}",
            at="spaces.lending.flows.0.to",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {flows: [{from: datasets/credit-file, to: systems/repayment-score, carries: the file}, {from: systems/repayment-score, to: this, carries: score}]}}}}",
            at="spaces.lending.decisions.raise-limit.flows.0",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment}, {from: systems/repayment-score, to: this, carries: ' '}]}}}}",
            at="spaces.lending.decisions.raise-limit.flows.1.carries",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment, via: [nightly-export, Third_Party, {name: Schnittstelle}]}, {from: systems/repayment-score, to: roles/case-worker, carries: score}]}}}}",
            at="spaces.lending.decisions.raise-limit.flows.0.via.1",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment, via: [{where: Frankfurt}]}, {from: systems/repayment-score, to: external/bureau, carries: score}]}}}}",
            at="spaces.lending.decisions.raise-limit.flows.0.via.0",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {flows: [{from: systems/repayment-score, to: roles/case-worker, carries: score}]}}}}",
            at="spaces.lending.decisions.raise-limit.machine.systems.0",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {flows: [{from: roles/case-worker, to: systems/repayment-score, use: credit-assessment}, {from: systems/repayment-score, to: this, carries: score}]}}}}",
            at="spaces.lending.decisions.raise-limit.machine.systems.0",
        ),
        Bad(
            "spaces: {lending: {decisions: {raise-limit: {flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment}]}}}}",
            at="spaces.lending.decisions.raise-limit.machine.systems.0",
        ),
        Bad(
            "datasets: {scores: {x-like: datasets/credit-file, title: Scores, source: Repayment score}}\n"
            "spaces: {lending: {decisions: {raise-limit: {flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment}, {from: systems/repayment-score, to: datasets/scores, carries: score}]}}}}",
            at="spaces.lending.decisions.raise-limit.machine.systems.0",
        ),
        Good(
            "spaces: {lending: {flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment}, {from: systems/repayment-score, to: this, carries: score}], decisions: {raise-limit: {flows: null}}}}"
        ),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {flows: [{from: roles/case-worker, to: systems/repayment-score, carries: income and household}, {from: systems/repayment-score, to: roles/case-worker, carries: score, via: [{name: customer portal}, interface-of-the-core-system]}]}}}}"
        ),
        Good(
            "spaces: {lending: {decisions: {raise-limit: {flows: [{from: persons/customers, to: systems/repayment-score, carries: their question}, {from: systems/repayment-score, to: external/bureau, carries: score}]}}}}"
        ),
        Good(
            "datasets: {scores: {x-like: datasets/credit-file, title: Scores, source: Repayment score}}\nroles: {case-worker: {sees: [datasets/credit-file, systems/repayment-score, datasets/scores]}}\n"
            "spaces: {lending: {decisions: {raise-limit: {flows: [{from: datasets/credit-file, to: systems/repayment-score, use: credit-assessment}, {from: systems/repayment-score, to: datasets/scores, carries: score}]}}}}"
        ),
        Good("spaces: {lending: {decisions: {raise-limit: {status: draft, flows: []}}}}"),
        Good("spaces: {lending: {decisions: {raise-limit: {status: retired, flows: []}}}}"),
    ),
)
def opaque_flow(decision: Decision, network: Network) -> Iterator[Problem]:
    """Flag a decision with systems and (a) no flows.

    (b) a flow without an end, (c) without purpose or content, (d) with a hop that nobody can name; (e) a system that
    no source feeds, (f) a system whose output arrives nowhere.
    """
    systems = decision.machine.systems
    if not systems:
        return
    flows = [*decision.flows, *decision.space.flows]
    if not flows:
        yield decision.gap(decision.flows, NO_FLOWS, systems=systems.words).beside(systems.place)
        return
    for flow in flows:
        yield from _flaws(decision, flow)
    if any(_loose_ends(decision, [decision], network)):
        yield from _loose_ends(decision, network.upstream(decision), network)


def _flaws(decision: Decision, flow: Value) -> Iterator[Problem]:
    missing = [key for key in ("from", "to") if not flow.child(key)]
    if missing:
        yield decision.gap(flow.child(missing[0]), NO_END, missing=missing)
        return
    start, written = str(flow.from_.plain), chained((str(flow.from_.plain), str(flow.to.plain)))
    if start.startswith(_NEEDS_USE) and not flow.use:
        yield decision.gap(flow.use, NO_USE, flow=written)
    elif not flow.use and not flow.carries:
        yield decision.gap(flow.carries, NO_CONTENT, flow=written)
    nameless = [hop for hop in _hops(flow) if _means_nothing(_name(hop))]
    if nameless:
        named = _name(nameless[0]).strip()
        text, values = (NAMELESS_HOP, {"hop": named}) if named else (EMPTY_HOP, {})
        problem = decision.gap(nameless[0], text, flow=written, **values)
        yield problem.beside(*(hop.place for hop in nameless[1:]))


def _hops(flow: Value) -> list[Value]:
    return [flow.via.child(index) for index in range(len(flow.via.plain or ()))]


def _name(hop: Value) -> str:
    return str((hop.name.plain if isinstance(hop.plain, dict) else hop.plain) or "")


def _means_nothing(name: str) -> bool:
    words = " ".join(name.lower().replace("_", " ").replace("-", " ").strip(" .…?").split())
    return not words or words in _NOTHING_IN_PARTICULAR


class _Trace(NamedTuple):
    """A system of the decision, the ends that its data comes from or goes to, and the flows followed."""

    at: Value
    node: str
    ends: frozenset[str]
    flows: tuple[Value, ...]


def _loose_ends(decision: Decision, among: Sequence[Decision], network: Network) -> Iterator[Problem]:
    """Follow the flows of these decisions; where an end is not written, nobody can tell what it would have tied."""
    if not all(flow.from_ and flow.to for near in among for flow in (*near.flows, *near.space.flows)):
        return
    forward, backward = flows_of(among)
    here = f"decisions/{decision.address}"
    for trace in _loose(decision, backward, lambda trace: any(_feeds(flow, here) for flow in trace.flows)):
        yield _at_system(decision, trace, NO_ORIGIN)
    for trace in _loose(decision, forward, lambda trace: _arrives(trace, forward, network)):
        yield _at_system(decision, trace, NO_RECEIVER)


def _loose(decision: Decision, graph: FlowGraph, is_tied: Callable[[_Trace], bool]) -> Iterator[_Trace]:
    """The systems that are not tied, without those that only hang on another of them."""
    loose: list[_Trace] = []
    for value in decision.machine.systems:
        target = value.target
        node = target.address if target is not None else ""
        ends, flows = graph.followed_from(node)
        trace = _Trace(value, node, frozenset(ends), tuple(flows))
        if not is_tied(trace):
            loose.append(trace)
    for place, trace in enumerate(loose):
        others = (other for number, other in enumerate(loose) if other.node in trace.ends and number != place)
        if all(trace.node in other.ends and loose.index(other) > place for other in others):
            yield trace


def _feeds(flow: Value, here: str) -> bool:
    """Whether a flow brings something from a source.

    One of people must say what it carries; where it says nothing at all, that is flagged at the flow.
    """
    start = str(flow.from_.plain)
    if start.startswith(_PEOPLE):
        return bool(flow.carries) or not flow.use
    return start.startswith(_SOURCES) and start != here


def _arrives(trace: _Trace, forward: FlowGraph, network: Network) -> bool:
    if any(end.startswith(_RECEIVERS) for end in trace.ends):
        return True
    kept = {end for end in trace.ends if end.startswith("datasets/") or end not in forward.edges}
    return bool(kept & network.taken_from) or (bool(kept) and not network.whole)


def _at_system(decision: Decision, trace: _Trace, text: Text) -> Problem:
    problem = decision.gap(trace.at, text, system=str(trace.at.plain).removeprefix("systems/"))
    return problem.beside(*(flow.place for flow in trace.flows))
