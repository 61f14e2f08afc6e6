"""AUT014: the machine may give itself more autonomy."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, System, Text, level_rank, rule

BY_MACHINE = Text(
    en="The system `{system}` itself may switch {decisions} between modes that go up to `{highest}`: the machine gives itself more autonomy. Name in `autonomy.switched_by` only roles that people hold.",
    de="Das System `{system}` selbst darf bei {decisions} zwischen Betriebsarten wechseln, die bis `{highest}` reichen: Die Maschine gibt sich selbst mehr Autonomie. Nennen Sie in `autonomy.switched_by` nur Rollen, die Menschen innehaben.",
)
BY_NOBODY = Text(
    en="In one mode of {decisions} the AI goes up to `{highest}`, in another less far, but nobody is named who switches. Name in `autonomy.switched_by` the roles that decide when it may go further.",
    de="In einer Betriebsart von {decisions} geht die KI bis `{highest}`, in einer anderen weniger weit, aber wer umschaltet, ist nicht angegeben. Nennen Sie in `autonomy.switched_by` die Rollen, die entscheiden, wann sie weiter gehen darf.",
)
_AT = "spaces.lending.decisions.raise-limit.autonomy.switched_by"


def _decision(autonomy: str, more: str = "status: live") -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}, autonomy: {autonomy}}}}}}}}}"


def _modes(switched_by: str, more: str = "status: live") -> str:
    return _decision(f"{{modes: {{normal: informs, overload: recommends}}, switched_by: {switched_by}}}", more)


@rule(
    code="AUT014",
    name="autonomy-switches-unasked",
    severity=Severity.ERROR,
    title=Text(en="More autonomy without anyone being asked", de="Mehr Autonomie, ohne dass jemand gefragt wird"),
    why=Text(
        en="How far a machine may go is for people to say; where it decides that itself, no limit holds.",
        de="Wie weit eine Maschine gehen darf, sagen Menschen; bestimmt sie es selbst, gilt keine Grenze.",
    ),
    asks_from="planned",
    serves=("S13", "S9"),
    provisions=("eu-ai-act 14(1)", "eu-ai-act 14(3)", "iso-42001 A.9.4", "nist-ai-rmf MAP 3.5"),
    bad=Bad(_modes("[systems/repayment-score]"), at=f"{_AT}.0"),
    good=Good(_modes("[head-of-lending]")),
    cases=(
        Bad(_modes("[head-of-lending, repayment-score]"), at=f"{_AT}.1"),
        Bad(_modes("[]", "status: planned"), at=_AT),
        Bad(_decision("{modes: {overload: recommends}, decide: informs}"), at=_AT),
        Good(_decision("{modes: {summer: recommends, winter: recommends}}")),
        Good(_modes("null", "status: draft")),
        Good(_modes("[systems/repayment-score]", "status: retired")),
    ),
)
def autonomy_switches_unasked(decision: Decision) -> Iterator[Problem]:
    """Flag modes of different levels between which a system switches, or nobody who is named."""
    levels = {str(level.plain) for level in decision.stated_levels}
    if len(levels) < 2:
        return
    switched_by, highest = decision.autonomy.switched_by, max(levels, key=level_rank)
    places = [level.place for level in decision.stated_levels]
    if not switched_by:
        yield decision.gap(switched_by, BY_NOBODY, highest=highest).beside(*places)
    for switch in switched_by:
        system = switch.target
        if isinstance(system, System):
            yield decision.gap(switch, BY_MACHINE, system=system.id, highest=highest).beside(*places)
