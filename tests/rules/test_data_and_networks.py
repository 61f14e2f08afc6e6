"""Data and the network: what examples cannot say, because it needs many decisions, or other rules fire beside it."""

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Finding
from tests.rules.laid_over import TODAY, found, laid_over, line_of
from tests.rules.test_network_rules import reported


def _of(code: str, fragment: str) -> list[Finding]:
    return [finding for finding in found(fragment).findings if finding.card.code == code]


def _decision(keys: str, space: str = "title: Retail lending") -> str:
    return f"spaces: {{lending: {{{space}, decisions: {{raise-limit: {{{keys}}}}}}}}}"


NOUNS = """organisation: {frameworks: [gdpr], affected: {customers: {title: Customers}}}
roles: {clerk: {}, other: {}}
systems: {score: {supplier: {name: One}}, letter: {supplier: {name: Two}}}
datasets:
  file: {personal: personal, purposes: [scoring], recipients: [Known], third_countries: []}
  counts: {personal: none}
"""


def flowing(*flows: str, nouns: str = NOUNS, more: str = "") -> str:
    """A decision `s/a` with these flows, each `from → to`."""
    written = []
    for flow in flows:
        start, end = flow.split(" → ")
        written.append(f"{{from: {start}, to: {end}, use: scoring}}")
    return f"{nouns}spaces: {{s: {{decisions: {{a: {{flows: [{', '.join(written)}], {more}}}}}}}}}\n"


# --- DAT004, DAT005 ---


def test_a_drift_in_a_flow_of_the_space_is_one_finding_for_all_its_decisions() -> None:
    text = f"{NOUNS}spaces: {{s: {{flows: [{{from: datasets/file, to: this, use: sales}}], decisions: {{a: {{}}, b: {{}}}}}}}}\n"
    (finding,) = reported("DAT004", text)
    assert finding.decisions == ("s/a", "s/b")
    assert "`sales`" in finding.message("de")
    assert [related.text is not None for related in finding.related].count(True) == 1


def test_a_flow_without_a_purpose_does_not_drift() -> None:
    assert not reported("DAT004", flowing("datasets/file → this").replace("use: scoring", "carries: all"))


def test_what_is_sensitive_is_said_as_it_is() -> None:
    special = "personal: special, legal_basis: [gdpr 9(2)(g)]"
    messages = [
        _of("DAT005", f"datasets: {{credit-file: {{{keys}}}}}")[0].message("en")
        for keys in (special, "proxies: [postcode]", f"{special}, proxies: [postcode]")
    ]
    assert ["special categories" in message for message in messages] == [True, False, True]
    assert ["`postcode`" in message for message in messages] == [False, True, True]


# --- DAT007 ---


def recipients(text: str) -> list[tuple[str, str]]:
    """Which dataset reaches which party outside without naming it."""
    return [(str(f.values["dataset"]), str(f.values["recipient"])) for f in reported("DAT007", text)]


def test_personal_data_is_followed_through_systems_and_people_to_the_outside() -> None:
    text = flowing("datasets/file → systems/score", "systems/score → roles/clerk", "roles/clerk → external/Bureau")
    assert recipients(text) == [("file", "Bureau")]
    (finding,) = reported("DAT007", text)
    assert len(finding.related) == 4  # the three flows, and the dataset that would name the recipient


def test_each_dataset_and_each_recipient_is_told_by_itself() -> None:
    nouns = NOUNS.replace(
        "counts: {personal: none}", "more: {personal: special, recipients: [Bureau], third_countries: []}"
    )
    text = flowing(
        *("datasets/file → systems/score", "datasets/more → systems/score"),
        *("systems/score → external/Bureau", "systems/score → external/Office"),
        nouns=nouns,
    )
    assert sorted(recipients(text)) == [("file", "Bureau"), ("file", "Office"), ("more", "Office")]


def test_what_passes_a_dataset_without_personal_data_is_no_longer_personal() -> None:
    before = ("datasets/file → systems/score", "systems/score → datasets/counts")
    assert not recipients(flowing(*before, "datasets/counts → external/Office"))
    assert recipients(flowing(*before, "systems/score → external/Office")) == [("file", "Office")]


@pytest.mark.parametrize("name", ["Known", "KNOWN", "known"])
def test_a_recipient_is_known_however_it_is_written(name: str) -> None:
    assert not recipients(flowing(f"datasets/file → external/{name}"))


def test_a_dataset_that_nobody_calls_personal_is_not_followed() -> None:
    nouns = NOUNS.replace("personal: personal, ", "")
    assert not recipients(flowing("datasets/file → external/Bureau", nouns=nouns))
    assert reported("DAT011", flowing("datasets/file → external/Bureau", nouns=nouns))


# --- DAT008 ---


def loops(text: str) -> list[str]:
    """The loops that are reported."""
    return [str(finding.values["path"]).replace("`", "") for finding in reported("DAT008", text)]


def test_a_loop_is_told_as_the_shortest_way_past_a_dataset() -> None:
    text = flowing(
        *("datasets/file → systems/score", "systems/score → roles/clerk", "roles/clerk → systems/score"),
        *("roles/clerk → this", "this → datasets/counts", "datasets/counts → datasets/file"),
        "roles/clerk → datasets/file",
    )
    assert loops(text) == ["systems/score → roles/clerk → datasets/file → systems/score"]
    (finding,) = reported("DAT008", text)
    assert finding.about == "systems/score"
    assert finding.decisions == ("s/a",)
    assert len(finding.related) == 3


def test_a_dialogue_of_a_person_with_a_system_is_no_loop() -> None:
    assert (
        loops(flowing("datasets/file → systems/score", "systems/score → roles/clerk", "roles/clerk → systems/score"))
        == []
    )


def test_a_loop_of_data_without_a_system_is_none() -> None:
    assert loops(flowing("datasets/file → roles/clerk", "roles/clerk → datasets/file")) == []


def test_what_affected_persons_send_in_closes_no_loop() -> None:
    text = flowing(
        "datasets/file → systems/score", "systems/score → persons/customers", "persons/customers → datasets/file"
    )
    assert loops(text) == []


def test_a_system_learns_from_what_another_decision_writes_down() -> None:
    nouns = NOUNS.replace("score: {", "score: {learns_from: [file, '', ghost], ")
    text = flowing("systems/score → roles/clerk", nouns=nouns)
    assert loops(text) == []
    later = "spaces: {t: {decisions: {b: {flows: [{from: roles/clerk, to: datasets/file}, {to: this}, {from: roles/ghost, to: this}]}, c: {flows: 5}}}}\n"
    (finding,) = reported("DAT008", text, later)
    assert finding.decisions == ("s/a", "t/b")


def test_the_first_of_two_systems_in_a_loop_is_named_and_one_that_is_controlled_speaks_for_both() -> None:
    flows = ("datasets/file → systems/score", "systems/score → systems/letter", "systems/letter → datasets/file")
    assert loops(flowing(*flows)) == ["systems/letter → datasets/file → systems/score → systems/letter"]
    for id in ("score", "letter"):
        assert (
            loops(flowing(*flows, nouns=NOUNS.replace(f"{id}: {{", f"{id}: {{loop_control: Labels by hand., "))) == []
        )
        assert loops(flowing(*flows, nouns=NOUNS.replace(f"{id}: {{", f"{id}: {{loop_control: [1], "))) == []


# --- DAT009, DAT010 ---


def test_what_an_overseer_misses_in_several_decisions_is_one_finding() -> None:
    text = (
        "datasets: {card-file: {x-like: datasets/credit-file}}\nroles: {case-worker: {sees: [systems/repayment-score]}}\n"
        "spaces: {lending: {decisions: {second: {x-like: lending/raise-limit, flows: ["
        "{from: datasets/card-file, to: this, use: credit-assessment}, {from: this, to: systems/repayment-score, carries: file}, "
        "{from: systems/repayment-score, to: roles/case-worker, carries: score}]}}}}"
    )
    (finding,) = _of("DAT009", text)
    assert finding.decisions == ("lending/raise-limit", "lending/second")
    assert finding.values["missing"] == ("datasets/card-file", "datasets/credit-file")


def test_an_overseer_whose_decision_cannot_be_read_is_asked_about_the_others() -> None:
    second = "second: {x-like: lending/raise-limit, impact: {affects: 5, effect: 5, level: 5}}"
    text = f"roles: {{case-worker: {{sees: []}}}}\nspaces: {{lending: {{decisions: {{{second}}}}}}}"
    (finding,) = _of("DAT009", text)
    assert finding.decisions == ("lending/raise-limit",)


def test_where_no_level_is_stated_a_machine_is_taken_to_prepare() -> None:
    assert _of("DAT009", f"roles: {{case-worker: {{sees: []}}}}\n{_decision('autonomy: null')}")
    assert not _of("DAT009", f"roles: {{case-worker: {{sees: []}}}}\n{_decision('autonomy: null, machine: null')}")
    assert not _of("DAT009", f"roles: {{case-worker: {{sees: []}}}}\n{_decision('autonomy: acts-alone')}")


def test_quality_is_asked_for_the_weighty_decisions_alone() -> None:
    light = "second: {x-like: lending/raise-limit, impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}}"
    (finding,) = _of(
        "DAT010", f"datasets: {{credit-file: {{quality: null}}}}\nspaces: {{lending: {{decisions: {{{light}}}}}}}"
    )
    assert finding.decisions == ("lending/raise-limit",)


# --- NET002 ---


def worlds(parts: dict[str, str], extra: str = "") -> str:
    """Spaces whose decisions have the roles named by the letters as owners, one decision a letter."""
    roles = ", ".join(f"{role}: {{}}" for role in sorted(set("".join(parts.values()))))
    spaces = "\n".join(
        f"  {id}: {{decisions: {{{', '.join(f'd{number}: {{owner: {letter}}}' for number, letter in enumerate(letters))}}}}}"
        for id, letters in parts.items()
    )
    return f"roles: {{{roles}, all: {{}}}}\n{extra}spaces:\n{spaces}\n"


def silos(*texts: str) -> list[tuple[str, tuple[str, ...], object]]:
    """Where silos are reported, with their decisions and how many others there are."""
    return [(f.location.path, f.decisions, f.values["count"]) for f in reported("NET002", *texts)]


def test_all_parts_but_the_largest_are_silos() -> None:
    text = worlds({"s": "aaaaaa", "t": "bb", "u": "cc"})
    found = reported("NET002", text)
    assert [finding.decisions for finding in found] == [("t/d0", "t/d1"), ("u/d0", "u/d1")]
    assert [len(finding.related) for finding in found] == [2, 2]
    assert {finding.values["count"] for finding in found} == {8}


def test_of_two_largest_parts_the_first_by_address_is_none() -> None:
    assert [decisions[0] for _, decisions, _ in silos(worlds({"s": "bbbbb", "t": "aaaaa"}))] == ["t/d0"]


def test_a_small_network_has_no_silos_and_one_decision_alone_is_none() -> None:
    assert silos(worlds({"s": "aaaaaaa", "t": "bb"})) == []
    assert silos(worlds({"s": "aaaaaaaaaa", "t": "b", "u": "c"})) == []


def test_two_silos_of_one_space_are_two_findings_and_a_silo_may_cross_spaces() -> None:
    text = worlds({"s": "aaaaaa", "t": "bbcc"})
    assert len(silos(text)) == 2
    (finding,) = reported("NET002", worlds({"s": "aaaaaaa", "t": "b", "u": "bb"}))
    assert finding.decisions == ("t/d0", "u/d0", "u/d1")
    assert finding.location.line == 6


@pytest.mark.parametrize(
    ("key", "connects"),
    [
        ("involves: {responsible: [all]}", True),
        ("involves: {consulted: [all]}", True),
        ("involves: {informed: [all]}", False),
        ("oversight: {by: all}", True),
        ("oversight: {stop: {by: all}}", True),
        ("escalation: [{when: x, to: [all]}]", True),
        ("contest: {decided_by: all}", True),
        ("explanation: {by: all}", True),
        ("monitoring: {by: all}", False),
        ("review: {by: all}", False),
        ("machine: {systems: [score]}", True),
        ("flows: [{from: datasets/file, to: this}]", True),
        ("flows: [{from: this, to: roles/all}]", True),
        ("flows: [{from: external/bureau, to: persons/people}]", False),
        ("guardrails: [rail]", False),
    ],
)
def test_what_connects_decisions_and_what_does_not(key: str, connects: bool) -> None:
    extra = "systems: {score: {}}\ndatasets: {file: {}}\nguardrails: {rail: {}}\n"
    text = worlds({"s": "aaaaaaaa", "t": "bb"}, extra)
    tied = text.replace("d0: {owner: a", f"d0: {{{key}, owner: a").replace("d0: {owner: b", f"d0: {{{key}, owner: b")
    assert (silos(tied) == []) is connects


def test_what_a_system_learns_from_connects_and_what_nobody_uses_is_no_silo() -> None:
    extra = "systems: {score: {learns_from: [file]}, idle: {learns_from: [rest]}}\ndatasets: {file: {}, rest: {}}\n"
    text = worlds({"s": "aaaaaaaa", "t": "bb"}, extra)
    assert len(silos(text)) == 1
    tied = text.replace("d0: {owner: a", "d0: {machine: {systems: [score]}, owner: a")
    tied = tied.replace("d0: {owner: b", "d0: {flows: [{from: datasets/file, to: this}], owner: b")
    assert silos(tied) == []


def test_a_dependency_connects_unless_it_leads_to_a_draft() -> None:
    text = worlds({"s": "aaaaaaaa", "t": "bbb"})
    tied = text.replace("d1: {owner: b", "d1: {depends_on: [s/d0], owner: b")
    assert silos(tied) == []
    assert len(silos(tied.replace("d0: {owner: a", "d0: {status: draft, owner: a").replace("aaaaaaaa", "a"))) == 1


@pytest.mark.parametrize(
    "broken",
    [
        "spaces: {w: {owner: b\n",
        "spaces: {w: {decisions: {d: {status: retired, contest: {decided_by: ghost}}}}}\n",
        "spaces: {w: {decisions: {d: {status: retired, escalation: 5}}}}\n",
    ],
)
def test_no_silo_is_claimed_where_a_part_is_unknown(broken: str) -> None:
    text = worlds({"s": "aaaaaaaa", "t": "bb"})
    assert silos(text)
    assert silos(text, broken) == []


# --- NET005 ---


def supplied(names: str, systems: str) -> str:
    """One decision for each letter, resting on the system of that letter."""
    spaces = ", ".join(f"d{number}: {{machine: {{systems: [{letter}]}}}}" for number, letter in enumerate(names))
    return f"systems: {{{systems}}}\nspaces: {{s: {{decisions: {{{spaces}}}}}}}\n"


def test_systems_of_one_supplier_count_together_however_it_is_written() -> None:
    systems = "a: {supplier: {name: One}}, b: {supplier: {name: ' ONE'}}, c: {supplier: {name: Two}}, d: {supplier: {none_because: Ours.}}"
    (finding,) = reported("NET005", supplied("aaabbbcccc", systems))
    assert (finding.about, finding.values["share"], finding.values["count"]) == ("systems/a", "60", 6)
    assert len(finding.related) == 2  # the second system, and the first decision of the space
    assert reported("NET005", supplied("aaabbccccc", systems)) == []
    assert reported("NET005", supplied("aaaaaaaaad", systems)) == []


def test_a_share_is_not_claimed_where_a_supplier_is_unknown() -> None:
    assert reported("NET005", supplied("aaaaaaaaaa", "a: {supplier: {name: One}}"))
    assert reported("NET005", supplied("aaaaaaaaaab", "a: {supplier: {name: One}}, b: {supplier: {name: [1]}}")) == []
    assert reported("NET005", supplied("aaaaaaaaaa", "a: {supplier: {name: One}}"), "spaces: {w: {owner: b\n") == []


# --- NET006 ---


def hidden(text: str, *more: str) -> list[str]:
    """The systems that act or stand where no decision names them."""
    return [str(finding.values["system"]) for finding in reported("NET006", text, *more)]


NAMED = "machine: {systems: [score], supplies: [data], does: Counts.}"


def test_a_system_that_acts_unnamed_is_one_finding_not_two() -> None:
    text = flowing("systems/letter → persons/customers", more=NAMED)
    (finding,) = reported("NET006", text)
    assert finding.decisions == ("s/a",)


@pytest.mark.parametrize(
    "other",
    [
        "b: {autonomy: prepares}",
        "b: {autonomy: {acquire: informs, decide: human-only}}",
        "b: {machine: {systems: [ghost]}}",
        "b: {machine: {systems: [letter]}}",
        "b: {machine: {systems: 5}}",
        "b: {status: bogus, machine: {systems: [letter]}}",
    ],
)
def test_a_system_is_not_called_unused_where_a_decision_may_mean_it(other: str) -> None:
    text = f"{NOUNS}spaces: {{s: {{decisions: {{a: {{{NAMED}}}}}}}}}\n"
    assert hidden(text) == ["letter"]
    assert hidden(text, f"spaces: {{t: {{decisions: {{{other}}}}}}}\n") == []


def test_no_system_is_called_unused_before_one_is_used() -> None:
    assert hidden(f"{NOUNS}spaces: {{s: {{decisions: {{a: {{autonomy: human-only}}}}}}}}\n") == []
    assert hidden(NOUNS) == []


@pytest.mark.parametrize("keys", ["use_until: bogus", "status: bogus", "use_until: 2020-01-01", "status: retired"])
def test_a_system_that_is_out_of_use_or_cannot_be_read_is_not_called_unused(keys: str) -> None:
    nouns = NOUNS.replace("letter: {", f"letter: {{{keys}, ")
    assert hidden(f"{nouns}spaces: {{s: {{decisions: {{a: {{{NAMED}}}}}}}}}\n") == []


def test_a_flow_of_the_space_may_belong_to_any_of_its_decisions() -> None:
    flow = "flows: [{from: systems/letter, to: persons/customers, carries: letter}]"
    both = f"a: {{{NAMED}}}, b: {{machine: {{systems: [letter], supplies: [data], does: Writes.}}}}"
    assert hidden(f"{NOUNS}spaces: {{s: {{{flow}, decisions: {{{both}}}}}}}\n") == []
    neither = f"a: {{{NAMED}}}, b: {{{NAMED}}}"
    (finding,) = reported("NET006", f"{NOUNS}spaces: {{s: {{{flow}, decisions: {{{neither}}}}}}}\n")
    assert finding.decisions == ("s/a", "s/b")


def test_a_decision_with_an_unknown_flow_hides_no_other() -> None:
    text = flowing("systems/letter → persons/customers", more=NAMED)
    broken = "spaces: {t: {decisions: {b: {flows: [{from: systems/score, to: this, effect: maybe}]}}}}\n"
    assert hidden(text, broken) == ["letter"]


# --- NET007 ---


def test_who_could_speak_is_named_and_who_is_missing_too() -> None:
    aside = _of("NET007", _decision("involves: {consulted: [model-steward]}"))[0]
    assert "`ombudsperson`" in aside.message("en")
    nobody = _of(
        "NET007", f"organisation: {{affected: {{customers: {{represented_by: null}}}}}}\n{_decision('title: x')}"
    )[0]
    assert "represented_by" in nobody.message("de")


def test_one_voice_is_enough_where_several_groups_are_affected() -> None:
    both = (
        "impact: {affects: [customers, employees]}, involves: {consulted: [model-steward], informed: [works-council]}"
    )
    assert not _of("NET007", _decision(both))


def test_a_group_that_the_organisation_does_not_list_has_no_voice() -> None:
    assert "names nobody" in _of("NET007", f"organisation: null\n{_decision('title: x')}")[0].message("en")


# --- REF003 ---


def test_what_has_ended_is_one_finding_with_every_place_that_relies_on_it() -> None:
    roles = "roles: {head-of-lending: {tenure_until: 2026-10-31}, case-worker: {tenure_until: [1]}}"
    second = "spaces: {lending: {decisions: {second: {x-like: lending/raise-limit, oversight: {by: ghost}}}}}"
    (finding,) = _of("REF003", f"{roles}\n{second}")
    assert finding.decisions == ("lending/raise-limit", "lending/second")
    assert finding.calendar
    assert "2026-10-31" in finding.message("de")
    assert len(finding.related) == 4  # owner and escalation of the space, the stop of each decision


def test_only_time_ends_a_role_and_a_word_ends_a_decision() -> None:
    second = "second: {x-like: lending/raise-limit, status: retired}"
    (finding,) = _of(
        "REF003", f"spaces: {{lending: {{decisions: {{raise-limit: {{depends_on: [lending/second]}}, {second}}}}}}}"
    )
    assert not finding.calendar
    assert "`lending/second`" in finding.message("en")


@pytest.mark.parametrize(
    ("fragment", "beside"),
    [
        ("systems: {repayment-score: {use_until: 2026-10-31}}", "machine.systems.0"),
        ("systems: {repayment-score: {status: retired}}", "machine.systems.0"),
        ("roles: {credit-committee: {tenure_until: 2026-10-31}}", "contest.decided_by"),
    ],
)
def test_a_finding_shows_where_it_is_relied_on(fragment: str, beside: str) -> None:
    (finding,) = _of("REF003", fragment)
    line = line_of(laid_over(fragment), f"spaces.lending.decisions.raise-limit.{beside}")
    assert line in {near.location.line for near in finding.related}


def test_a_role_holds_on_its_last_day() -> None:
    source = laid_over("roles: {case-worker: {tenure_until: 2026-11-01}}")
    assert "REF003" not in {finding.card.code for finding in check([source], TODAY).report.findings}
