"""Who can be reached, who hears people, what reaches them: what examples cannot say, because other rules fire beside them."""

from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Finding
from orchestrator_lint.sources import Source
from tests.rules.laid_over import found

_WEAK = "roles: {case-worker: {may_overrule: informs}, head-of-lending: {may_overrule: prepares}, credit-committee: {may_overrule: null}}\n"


def _codes(fragment: str) -> list[str]:
    return [finding.card.code for finding in found(fragment).findings]


def _of(code: str, fragment: str) -> list[Finding]:
    return [finding for finding in found(fragment).findings if finding.card.code == code]


def _alone(code: str, text: str) -> list[Finding]:
    report = check([Source("policy.yaml", f"orchestrator: 1\n{text}".encode())], date(2026, 11, 1)).report
    return [finding for finding in report.findings if finding.card.code == code]


def _decided(keys: str) -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{keys}}}}}}}}}"


def test_where_nobody_has_the_authority_one_finding_says_so() -> None:
    (finding,) = found(_WEAK).findings
    assert finding.card.code == "ESC007"
    assert "`head-of-lending` and `credit-committee`" in finding.message("en")


def test_an_overseer_without_authority_who_stands_alone_is_told_so_and_no_more() -> None:
    light = "escalation: [], impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}"
    assert _codes("roles: {case-worker: {may_overrule: informs}}\n" + _decided(light)) == ["OVR003"]


def test_two_roles_without_authority_are_two_findings_where_a_third_has_it() -> None:
    roles = "roles: {case-worker: {may_overrule: informs}, credit-committee: {may_overrule: prepares}}\n"
    assert sorted(_codes(roles)) == ["ESC008", "OVR003"]


@pytest.mark.parametrize(
    ("head", "is_found"),
    [
        ("tenure_until: 2026-11-01", False),
        ("tenure_until: 2026-10-31", True),
        ("tenure_until: 2026-10-31, deputy: chief-risk-officer", False),
        ("tenure_until: 2026-10-31, deputy: ombudsperson", True),
        ("tenure_until: 2026-10-31, deputy: {none_because: Nobody else may.}", True),
        ("kind: mailbox, accountable: null", True),
        ("kind: mailbox, accountable: chief-risk-officer", False),
    ],
)
def test_who_can_be_reached_holds_the_role_still_or_stands_in_and_is_a_person(head: str, is_found: bool) -> None:
    weak = "case-worker: {may_overrule: informs}, credit-committee: {may_overrule: null}"
    assert bool(_of("ESC007", f"roles: {{{weak}, head-of-lending: {{{head}}}}}")) is is_found


def test_a_deputy_whose_time_is_over_does_not_stand_in() -> None:
    weak = "case-worker: {may_overrule: informs}, credit-committee: {may_overrule: null}"
    gone = "tenure_until: 2026-10-31, deputy: chief-risk-officer}, chief-risk-officer: {tenure_until: 2026-10-30}"
    assert _of("ESC007", f"roles: {{{weak}, head-of-lending: {{{gone}}}")


def _late(window: str, steps: str, roles: str = "head-of-lending: {may_overrule: informs}") -> list[Finding]:
    return _of(
        "ESC007",
        f"roles: {{case-worker: {{may_overrule: informs}}, {roles}}}\n"
        f"spaces: {{lending: {{every_decision: {{escalation: {steps}}}, decisions: {{raise-limit: {{\n"
        f"  autonomy: acts-unless-vetoed, impact: {{level: moderate, effect: economic}}, oversight: {{window: {window}}}}}}}}}}}",
    )


_LADDER = "[{{when: two people disagree, to: [head-of-lending, credit-committee], within: {within}, on_timeout: hold}}]"


@pytest.mark.parametrize(
    ("within", "window", "duration"),
    [
        ("1 day", "1 day", "2 days"),
        ("12 hours", "23 hours", "1 day"),
        ("18 hours", "1 day", "36 hours"),
        ("45 minutes", "1 hour", "90 minutes"),
    ],
)
def test_the_way_to_authority_is_counted_rung_by_rung(within: str, window: str, duration: str) -> None:
    (finding,) = _late(window, _LADDER.format(within=within))
    assert f"after {duration}: `case-worker` → `head-of-lending` → `credit-committee`" in finding.message("en")


@pytest.mark.parametrize("window", ["2 days", "{given: 48 hours}", "{given: null}", "{none_because: Seconds count.}"])
def test_in_time_is_in_time_and_a_window_that_is_not_stated_is_another_rules(window: str) -> None:
    assert not _late(window, _LADDER.format(within="1 day"))


def test_a_step_that_does_not_say_how_long_it_takes_counts_as_no_time() -> None:
    assert not _late("1 hour", "[{when: two people disagree, to: credit-committee, on_timeout: hold}]")


def test_the_quickest_of_several_ways_counts_and_one_that_does_not_begin_with_the_overseer_does_not() -> None:
    slow = "{when: two people disagree, to: [head-of-lending, credit-committee], within: 2 days, on_timeout: next}"
    quick = "{when: a customer objects, to: chief-risk-officer, within: 4 hours, on_timeout: hold}"
    assert not _late("1 day", f"[{slow}, {quick}]")
    assert "after 4 hours" in _late("1 hour", f"[{slow}, {quick}]")[0].message("en")
    aside = "{when: a customer objects, from: ombudsperson, to: chief-risk-officer, within: 4 hours, on_timeout: hold}"
    first = "{when: two people disagree, to: head-of-lending, within: 2 days, on_timeout: hold}"
    assert not _late("1 hour", f"[{first}, {aside}]")


def test_a_step_that_is_missing_in_two_ways_is_one_finding_for_all_that_inherit_it() -> None:
    (finding,) = _alone(
        "ESC002", "spaces: {s: {every_decision: {escalation: [{to: x, within: 1 day}]}, decisions: {a: {}, b: {}}}}"
    )
    assert finding.decisions == ("s/a", "s/b")
    assert "`when` and `on_timeout`" in finding.message("en")


def test_an_escalation_that_leads_nowhere_is_not_also_incomplete() -> None:
    step = "spaces: {s: {decisions: {a: {impact: {level: high}, escalation: [{when: two people disagree}]}}}}"
    assert _alone("ESC001", step)
    assert not _alone("ESC002", step)


def test_a_trigger_is_read_in_every_language_of_the_organisation_or_in_none_where_they_are_unknown() -> None:
    text = "spaces: {{s: {{decisions: {{a: {{escalation: [{{when: bei Bedarf, to: x, within: 1 day, on_timeout: hold}}]}}}}}}}}\norganisation: {{languages: {languages}}}\n"
    assert _alone("ESC002", text.format(languages="[de]"))
    assert not _alone("ESC002", text.format(languages="[en]"))
    assert not _alone("ESC002", text.format(languages="{a: b}"))
    assert _alone("ESC002", text.split("\n", maxsplit=1)[0].replace("{{", "{").replace("}}", "}"))


def _board(spaces: int, ends: str = "chair") -> str:
    space = f"{{every_decision: {{escalation: [{{when: x, to: [aide, {ends}], within: 1 day, on_timeout: hold}}]}}, decisions: {{a: {{}}, b: {{}}}}}}"
    near = space.replace(ends, "near")
    lines = "".join(f"  s{number}: {space if number < spaces else near}\n" for number in range(6))
    return f"roles: {{aide: {{}}, near: {{}}, chair: {{}}}}\nspaces:\n{lines}"


def test_half_of_all_ends_is_not_everything_and_more_is() -> None:
    assert not _alone("ESC006", _board(3))
    (finding,) = _alone("ESC006", _board(4))
    assert "67 % of all escalation paths end at `chair` (8 of 12)" in finding.message("en")
    assert len(finding.related) == 4


def test_what_could_not_be_read_keeps_the_whole_from_being_measured() -> None:
    sources = [Source("a.yaml", f"orchestrator: 1\n{_board(6)}".encode()), Source("b.yaml", b"a: [")]
    findings = check(sources, date(2026, 11, 1)).report.findings
    assert "ESC006" not in [finding.card.code for finding in findings]


def test_the_same_person_in_another_role_is_named_with_it() -> None:
    (finding,) = _of("CON002", "roles: {credit-committee: {held_by: lending@bank.example}}")
    assert "The same person holds `head-of-lending`" in finding.message("en")
    assert "`owner`" in finding.message("en")


def test_a_role_that_carries_out_and_does_not_oversee_is_no_judge_either() -> None:
    (finding,) = _of("CON002", _decided("involves: {responsible: [credit-committee]}"))
    assert "`involves.responsible`" in finding.message("en")


def test_of_several_owners_nobody_can_tell_who_answers() -> None:
    assert not _of("CON002", _decided("owner: [credit-committee, head-of-lending]"))


@pytest.mark.parametrize("judge", ["external/ombudsman", "systems/repayment-score"])
def test_a_judge_outside_and_a_machine_are_no_part_of_the_decision(judge: str) -> None:
    assert not _of("CON002", _decided(f"contest: {{decided_by: {judge}}}"))


def test_a_contest_decided_outside_or_by_a_machine_asks_for_no_look_inside() -> None:
    assert not _of("CON010", _decided("contest: {decided_by: external/ombudsman}"))
    assert not _of("CON010", _decided("contest: {decided_by: systems/repayment-score}"))


def test_a_closed_system_is_one_finding_for_all_decisions_that_it_takes_part_in() -> None:
    grave = "{autonomy: informs, impact: {effect: legal}, machine: {systems: [m]}}"
    (finding,) = _alone("CON010", f"systems: {{m: {{}}}}\nspaces: {{s: {{decisions: {{a: {grave}, b: {grave}}}}}}}")
    assert finding.about == "systems/m"
    assert finding.decisions == ("s/a", "s/b")


def test_a_notice_need_not_speak_of_a_contest_that_a_reason_replaces() -> None:
    reason = "contest: {none_because: Every applicant signs the offer before it counts.}, impact: {as: subject, affects: [x], level: moderate, reversibility: easy}"
    text = f"spaces: {{s: {{decisions: {{a: {{autonomy: informs, {reason}, decision_notice: {{channels: [post, phone], states: [{{}}]}}}}}}}}}}"
    assert not _alone("CON011", text.replace("{}", "consequences"))
    (finding,) = _alone("CON011", text.replace("{}", "reasons"))
    assert "missing: `consequences`" in finding.message("en")


def test_a_result_that_another_decision_passes_on_needs_no_notice_of_its_own() -> None:
    weighty = "autonomy: informs, impact: {as: subject, affects: [x], level: high, reversibility: easy}"
    text = "spaces: {{s: {{decisions: {{a: {{{weighty}{flow}}}}}}}}}"
    assert _alone("CON011", text.format(weighty=weighty, flow=""))
    flow = ", flows: [{from: this, to: decisions/s/a, carries: list}]"
    assert not _alone("CON011", text.format(weighty=weighty, flow=flow))


def test_a_contest_that_is_missing_is_not_also_told_to_wait() -> None:
    assert _codes(_decided("contest: null, impact: {reversibility: hard}")) == ["CON001"]


_EASY = "affects: [], reversibility: easy"


def _pair(below: str, above: str, autonomy: str = "informs") -> list[Finding]:
    return _alone(
        "AUT015",
        f"spaces: {{s: {{decisions: {{a: {{autonomy: {autonomy}, impact: {{{_EASY}, level: {below}}}}}, "
        f"b: {{autonomy: human-only, impact: {{level: {above}}}, depends_on: [s/a]}}, c: {{autonomy: human-only, impact: {{level: high}}, depends_on: [s/a]}}}}}}}}",
    )


@pytest.mark.parametrize(("below", "above"), [("moderate", "high"), ("high", "very-high"), ("null", "very-high")])
def test_one_step_less_is_no_contradiction_and_what_is_not_stated_is_another_rules(below: str, above: str) -> None:
    assert not _pair(below, above)


def test_the_heaviest_that_is_built_on_a_decision_is_named() -> None:
    (finding,) = _pair("low", "very-high")
    assert "goes into `s/b`, where the impact is `very-high`" in finding.message("en")
    assert [place.text is None for place in finding.related] == [True, False]


def test_what_people_alone_decide_and_what_leads_to_little_is_not_compared() -> None:
    assert not _pair("low", "very-high", "human-only")
    text = f"spaces: {{s: {{decisions: {{a: {{autonomy: informs, impact: {{{_EASY}, level: none}}}}, b: {{impact: {{level: moderate}}, depends_on: [s/a]}}}}}}}}"
    assert not _alone("AUT015", text)


def test_what_cannot_be_read_hides_no_other_pair() -> None:
    above = "{autonomy: human-only, impact: {level: LEVEL}, depends_on: [s/a]}"
    text = (
        f"spaces: {{s: {{decisions: {{a: {{autonomy: informs, impact: {{{_EASY}, level: low}}, flows: [{{from: 7, to: this}}]}},"
        f" b: {above.replace('LEVEL', 'high')}, c: {above.replace('LEVEL', '7')}}}}}}}"
    )
    (finding,) = _alone("AUT015", text)
    assert "`s/b`" in finding.message("en")


def test_a_decision_that_nobody_stated_a_level_for_may_not_be_closed_to_contest_either() -> None:
    text = "spaces: {s: {decisions: {a: {autonomy: {acquire: informs, decide: human-only}, impact: {affects: [x], effect: legal}}}}}"
    assert _alone("CON015", text)
    assert not _alone("CON001", text)
