"""DAT009: who oversees sees less than the machine."""

from collections.abc import Iterator

from orchestrator_lint.model import (
    Bad,
    Decision,
    Decisions,
    Good,
    Noun,
    Problem,
    Role,
    Severity,
    Text,
    level_rank,
    rule,
)
from orchestrator_lint.network import flows_of

MESSAGE = Text(
    en="`{role}` is to judge {decisions}, but cannot see all that the machine goes by (missing: {missing}). Add it to `sees` of the role, or draw a flow to the role. If the role need not see it, say why with `none_because`.",
    de="`{role}` soll {decisions} beurteilen, sieht aber nicht alles, worauf sich die Maschine stützt (es fehlt: {missing}). Ergänzen Sie es in `sees` der Rolle, oder führen Sie einen Datenfluss zu ihr. Muss die Rolle es nicht sehen, sagen Sie dort mit `none_because`, warum.",
)


@rule(
    code="DAT009",
    name="information-silo",
    severity=Severity.WARNING,
    title=Text(en="Who oversees sees less than the machine", de="Die Aufsicht sieht weniger als die Maschine"),
    why=Text(
        en="Whoever sees less than the machine cannot contradict it.",
        de="Widersprechen kann nur, wer mindestens so viel sieht wie die Maschine.",
    ),
    asks_from="planned",
    serves=("S3", "S8"),
    provisions=("eu-ai-act 13(1)", "eu-ai-act 14(4)(a)", "iso-42001 A.8.2", "nist-ai-rmf MAP 2.2"),
    waits_for=("DAT002", "REF001"),
    accepts_reason=True,
    bad=Bad("roles: {case-worker: {sees: [systems/repayment-score]}}", at="roles.case-worker.sees"),
    good=Good(
        "roles: {case-worker: {sees: null}}\n"
        "spaces: {lending: {flows: [{from: datasets/credit-file, to: roles/case-worker, use: credit-assessment}]}}"
    ),
    cases=(
        Bad("roles: {case-worker: {sees: null}}", at="roles.case-worker"),
        Bad("roles: {case-worker: {sees: []}}", at="roles.case-worker.sees"),
        Good("roles: {case-worker: {sees: {none_because: The case file shows all that the score reads.}}}"),
        Good("roles: {model-steward: {sees: null}}"),
        Good("roles: {case-worker: {sees: []}}\nspaces: {lending: {decisions: {raise-limit: {status: draft}}}}"),
        Good("roles: {case-worker: {sees: []}}\nspaces: {lending: {decisions: {raise-limit: {status: retired}}}}"),
        Good(
            "datasets: {loan-book: {x-like: datasets/credit-file, title: Loan book}}\n"
            "systems: {repayment-score: {learns_from: [loan-book]}}"
        ),
        Good("roles: {case-worker: {sees: []}}\nspaces: {lending: {decisions: {raise-limit: {autonomy: informs}}}}"),
    ),
)
def information_silo(role: Role, used_by: Decisions) -> Iterator[Problem]:
    """Flag a role that oversees a decision about people, and does not see a system of it or what feeds that system.

    It asks where the machine prepares up to where it acts unless vetoed; what a system was trained on is no input.
    """
    if role.sees.reasoned:
        return
    seen = set(role.sees.words)
    unseen = {decision: _inputs(decision, role.address, seen) for decision in _overseen(role, used_by)}
    unseen = {decision: nouns for decision, nouns in unseen.items() if nouns}
    if unseen:
        missing = {noun.address: noun for nouns in unseen.values() for noun in nouns}
        overseen = Decisions(unseen)
        problem = role.sees.problem(MESSAGE, role=role.id, decisions=overseen.addresses, missing=sorted(missing))
        places = (*(decision.oversight.by.place for decision in overseen), *(noun.place for noun in missing.values()))
        yield problem.beside(*places)


def _overseen(role: Role, used_by: Decisions) -> Decisions:
    return used_by.known_to(
        lambda decision: decision.oversight.by.target == role and _is_shared(decision) and decision.affects_people
    )


def _is_shared(decision: Decision) -> bool:
    level = decision.decide or ("prepares" if decision.machine.systems else "human-only")
    return level_rank("prepares") <= level_rank(level) <= level_rank("acts-unless-vetoed")


def _inputs(decision: Decision, role: str, seen: set[str]) -> list[Noun]:
    """The systems of a decision and the datasets that flows lead from to them, without those that the role sees."""
    _, backward = flows_of([decision])
    shown = seen | {start for start, _ in backward.edges.get(role, ())}
    workspace = decision.workspace
    needed = {system.address for system in decision.systems}
    for system in sorted(needed):
        reached, _ = backward.followed_from(system)
        needed |= {end for end in reached if end.startswith("datasets/")}
    found = (workspace.find(*end.split("/")) for end in sorted(needed - shown))
    return [noun for noun in found if noun is not None]
