"""CON010: nobody who answers to people may look inside the machine."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Role, Severity, System, Text, rule
from orchestrator_lint.rules.contest.examples import BY_HAND, LIGHTER, decided

NOBODY = Text(
    en="Nobody may look inside `{system}`, although it takes part in {decisions}, with a legal or similarly significant effect on people. Name in `logic.open_to` the roles that see how it arrives at its outputs, among them the one that decides when the decision is contested.",
    de="Niemand darf in `{system}` hineinsehen, obwohl es an {decisions} mitwirkt, mit rechtlicher oder ähnlich erheblicher Wirkung auf Menschen. Nennen Sie in `logic.open_to` die Rollen, die sehen, wie die Ausgaben zustande kommen, darunter die, die über eine Anfechtung entscheidet.",
)
NO_EXCUSE = Text(
    en="The reason for keeping `{system}` closed does not suffice: it takes part in {decisions}, with a legal or similarly significant effect on people, and what nobody can examine nobody can justify. Name in `logic.open_to` the roles that see how it arrives at its outputs, among them the one that decides when the decision is contested.",
    de="Die Begründung dafür, dass niemand in `{system}` hineinsieht, genügt nicht: Das System wirkt an {decisions} mit, mit rechtlicher oder ähnlich erheblicher Wirkung auf Menschen, und was niemand nachprüfen kann, kann niemand begründen. Nennen Sie in `logic.open_to` die Rollen, die sehen, wie die Ausgaben zustande kommen, darunter die, die über eine Anfechtung entscheidet.",
)
NOT_THE_JUDGE = Text(
    en="`{role}` decides on contests of {decisions}, but may not look inside `{system}`, which takes part there. Add the role to `logic.open_to`, or name in `contest.decided_by` one that may.",
    de="`{role}` entscheidet über Anfechtungen von {decisions}, darf aber nicht in `{system}` hineinsehen, das dort mitwirkt. Nehmen Sie die Rolle in `logic.open_to` auf, oder nennen Sie in `contest.decided_by` eine, die es darf.",
)
_HERE = "systems.repayment-score.logic"


def _open_to(roles: str) -> str:
    return f"systems: {{repayment-score: {{logic: {{open_to: {roles}}}}}}}\n"


_REASONED = "systems: {repayment-score: {logic: {open_to: null, none_because: A trade secret of the supplier.}}}\n"


@rule(
    code="CON010",
    name="closed-logic",
    severity=Severity.ERROR,
    title=Text(en="A machine that nobody may look into", de="Eine Maschine, in die niemand hineinsehen darf"),
    why=Text(
        en="Whoever must explain a decision, or judge a complaint about it, must be able to see what it rests on.",
        de="Wer eine Entscheidung erläutern oder über eine Beschwerde befinden soll, muss sehen können, worauf sie beruht.",
    ),
    asks_from="planned",
    serves=("S3", "S6"),
    provisions=(
        "eu-ai-act 13(1)",
        "eu-ai-act 86(1)",
        "gdpr 15(1)(h)",
        "gdpr 22(3)",
        "iso-42001 A.8.2",
        "nist-ai-rmf MEASURE 2.9",
    ),
    bad=Bad(_open_to("[model-steward]"), at=f"{_HERE}.open_to"),
    good=Good(_open_to("[credit-committee]")),
    cases=(
        Bad(_open_to("null"), at=_HERE),
        Bad("systems: {repayment-score: {logic: null}}", at=_HERE),
        Bad(_REASONED, at=_HERE),
        Bad(_open_to("[]") + decided("status: planned, autonomy: informs"), at=_HERE),
        Good(_open_to("[chief-risk-officer]")),
        Good(
            (_open_to("[model-steward]") + decided("contest: {decided_by: null, state: planned}")).replace(
                "raise-limit: {", "raise-limit: {status: suspended, ", 1
            )
        ),
        Good(_open_to("null") + decided(LIGHTER)),
        Good(_REASONED + decided(LIGHTER)),
        Good(_open_to("null") + decided(BY_HAND)),
        Good(_open_to("null") + decided("status: draft")),
        Good(_open_to("null") + decided("status: retired")),
    ),
)
def closed_logic(decision: Decision) -> Iterator[Problem]:
    """Flag a system that takes part in a decision with legal or significant effect, if no role may look inside.

    Flag it also where the role that decides a contest may not, nor the person who answers for that role.
    No reason excuses it.
    """
    if decision.has_grave_effect:
        judge = decision.contest.decided_by.target
        for system in decision.systems:
            yield from _closed(decision, system, judge if isinstance(judge, Role) else None)


def _closed(decision: Decision, system: System, judge: Role | None) -> Iterator[Problem]:
    logic = system.logic
    values = {"system": system.id, "decisions": (decision.address,)}
    if not logic.open_to:
        text = NO_EXCUSE if logic.reasoned else NOBODY
        yield logic.problem(text, **values).beside(decision.impact.effect.place)
    elif judge is not None and not _may_look(judge, system):
        problem = logic.open_to.problem(NOT_THE_JUDGE, role=judge.id, **values)
        yield problem.beside(decision.contest.decided_by.place)


def _may_look(judge: Role, system: System) -> bool:
    inside = [role.target for role in system.logic.open_to]
    return judge in inside or (bool(judge.accountable) and judge.accountable.target in inside)
