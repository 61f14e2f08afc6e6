"""CON008: no person decides on a contest."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Role, Severity, System, Text, rule
from orchestrator_lint.rules.contest.concerned import is_about_people, weighs_on_people
from orchestrator_lint.rules.contest.examples import BY_HAND, LIGHT, LIGHTER, decided

MISSING = Text(
    en="Who decides on contests of {decisions} is left open: `contest.decided_by` is missing. Name there the role that hears the case afresh and can change the result, one that has had no part in it.",
    de="Wer über Anfechtungen von {decisions} entscheidet, bleibt offen: `contest.decided_by` fehlt. Nennen Sie dort die Rolle, die den Fall neu anhört, das Ergebnis ändern kann und vorher nicht beteiligt war.",
)
MACHINE = Text(
    en="`{system}` is a system, and contests of {decisions} are to be decided by it. Whoever objects to a machine must reach a person: name a role in `contest.decided_by`.",
    de="`{system}` ist ein System und soll über Anfechtungen von {decisions} entscheiden. Wer einer Maschine widerspricht, muss einen Menschen erreichen: Nennen Sie in `contest.decided_by` eine Rolle.",
)
MAILBOX = Text(
    en="`{role}`, which decides on contests of {decisions}, is a mailbox with nobody behind it. Name in its `accountable` the person who answers for it, or in `contest.decided_by` a role that a person holds.",
    de="`{role}` entscheidet über Anfechtungen von {decisions}, ist aber ein Postfach, hinter dem niemand steht. Nennen Sie bei dieser Rolle unter `accountable`, wer dafür einsteht, oder in `contest.decided_by` eine Rolle, die ein Mensch innehat.",
)
_HERE = "spaces.lending.decisions.raise-limit.contest"
_NOBODY = "contest: {decided_by: null}"
_MACHINE = "contest: {decided_by: systems/repayment-score}"
_MAILBOX = "roles: {inbox: {x-like: roles/credit-committee, title: Inbox, kind: mailbox, accountable: null}}\nsystems: {repayment-score: {logic: {open_to: [model-steward, inbox]}}}\n"


@rule(
    code="CON008",
    name="contest-without-human",
    severity=Severity.ERROR,
    title=Text(en="No person decides on a contest", de="Über eine Anfechtung entscheidet kein Mensch"),
    why=Text(
        en="To contest a decision is to be heard by someone who can change it; a form that a machine answers is none.",
        de="Anfechten heißt, bei jemandem Gehör zu finden, der das Ergebnis ändern kann; ein Formular, auf das eine Maschine antwortet, leistet das nicht.",
    ),
    asks_from="planned",
    serves=("S4", "S10"),
    provisions=("eu-ai-act 27(1)(f)", "gdpr 22(3)", "iso-42001 A.3.2", "nist-ai-rmf MANAGE 4.1"),
    waits_for=("CON001",),
    accepts_reason=True,
    bad=Bad(decided(_MACHINE), at=f"{_HERE}.decided_by"),
    good=Good(decided("contest: {decided_by: credit-committee, means: [human-review]}")),
    cases=(
        Bad(decided(_NOBODY), at=f"{_HERE}.decided_by"),
        Bad(decided(f"{_NOBODY}, {LIGHTER}"), at=f"{_HERE}.decided_by"),
        Bad(decided(f"{_MACHINE}, {LIGHT}"), at=f"{_HERE}.decided_by"),
        Bad(_MAILBOX + decided("contest: {decided_by: inbox}"), at=f"{_HERE}.decided_by"),
        Good(
            _MAILBOX.replace("accountable: null", "accountable: chief-risk-officer")
            + decided("contest: {decided_by: inbox}")
        ),
        Good(
            decided("contest: {decided_by: null, state: planned}").replace(
                "raise-limit: {", "raise-limit: {status: suspended, ", 1
            )
        ),
        Good(decided(f"{_MACHINE}, {BY_HAND}")),
        Good(decided(f"{_MACHINE}, impact: {{as: exposed}}")),
        Good(decided(f"{_NOBODY}, status: draft")),
        Good(decided(f"{_NOBODY}, status: retired")),
    ),
)
def contest_without_human(decision: Decision) -> Iterator[Problem]:
    """Flag a contest of a decision made with AI about people that a system decides, or a mailbox with nobody behind it.

    Flag also one that nobody decides, from moderate impact or grave effect on.
    """
    contest = decision.contest
    if not is_about_people(decision) or not contest or contest.settled:
        return
    judge = contest.decided_by.target
    if isinstance(judge, System):
        yield decision.gap(contest.decided_by, MACHINE, system=judge.id).beside(contest.route.place)
    elif isinstance(judge, Role) and judge.kind.plain == "mailbox" and not judge.accountable:
        yield decision.gap(contest.decided_by, MAILBOX, role=judge.id).beside(judge.place)
    elif not contest.decided_by and weighs_on_people(decision):
        yield decision.gap(contest.decided_by, MISSING).beside(contest.route.place)
