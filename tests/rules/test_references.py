"""A reference into the void is one finding, and none where the target may stand in what nobody could read."""

from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Finding
from orchestrator_lint.sources import Source
from tests.rules.laid_over import found


def reported(code: str, *texts: str) -> list[Finding]:
    """What a rule says of files `0.yaml`, `1.yaml` and so on; the header is added."""
    sources = [Source(f"{number}.yaml", f"orchestrator: 1\n{text}".encode()) for number, text in enumerate(texts)]
    return [finding for finding in check(sources, date(2026, 11, 1)).report.findings if finding.card.code == code]


SPACE = "spaces: {s: {owner: clerk, decisions: {d: {depends_on: [t/e]}}}}\n"


def test_a_reference_may_cross_files() -> None:
    assert reported("REF001", SPACE, "roles: {clerk: {}}\nspaces: {t: {decisions: {e: {}}}}\n") == []


def test_every_missing_target_is_one_finding_that_shows_all_who_refer_to_it() -> None:
    clerk, decision = reported("REF001", SPACE, "spaces: {u: {owner: clerk}}\nguardrails: {g: {owner: roles/clerk}}\n")
    assert (clerk.location.path, clerk.values["target"]) == ("0.yaml", "clerk")
    assert [place.location.line for place in clerk.related] == [2, 3]
    assert (decision.values["target"], decision.values["section"]) == ("t/e", "spaces")


@pytest.mark.parametrize(
    "broken",
    [
        "roles:\n  clerk: {title: Clerk\nspaces: {t: {decisions: {e: {}}}}\n",  # no syntax
        "roles: {clerk: [no map]}\nspaces: {t: {decisions: {e: 5}}}\n",  # no shape
        "roles: 5\nspaces: [t]\n",
        "roles: {clerk: {}}\nspaces: {t: {decisions: 5}}\n",
    ],
)
def test_an_id_that_may_stand_in_what_could_not_be_read_is_not_reported(broken: str) -> None:
    assert reported("REF001", SPACE, broken) == []


def test_an_id_that_the_unreadable_file_does_not_name_is_reported() -> None:
    (finding,) = reported("REF001", "spaces: {s: {owner: clerk}}\n", "roles:\n  chair: {title: Chair\n")
    assert finding.values["target"] == "clerk"


def test_a_file_of_which_nothing_could_be_read_may_hold_any_id() -> None:
    sources = [Source("0.yaml", f"orchestrator: 1\n{SPACE}".encode()), Source("1.yaml", b"", "unreadable")]
    report = check(sources, date(2026, 11, 1)).report
    assert "REF001" not in {finding.card.code for finding in report.findings}


@pytest.mark.parametrize(
    ("decision", "english", "german"),
    [
        ("involves: {informed: [works-counsil]}", "Did you mean `works-council`?", "Meinten Sie `works-council`?"),
        ("involves: {informed: [customers]}", "That id stands in `organisation.affected`", "`organisation.affected`"),
        ("owner: datasets/credit-file", "That id stands in `datasets`", "Diese Kennung steht in `datasets`"),
        ("principles: [thrift]", "in `principles`. Correct", "in `principles` nicht. Berichtigen"),
        ("depends_on: [raise-limit]", "as `space/decision`. Did you mean `lending/raise-limit`?", "als `raum/"),
        ("depends_on: [lending]", "as `space/decision`. Correct", "als `raum/entscheidung`. Berichtigen"),
        ("depends_on: [retail/raise-limit]", "in `spaces`. Did you mean `lending/raise-limit`?", "Meinten Sie"),
        ("depends_on: [lending/raise-limt]", "in `spaces.lending.decisions`. Did you mean", "Meinten Sie"),
        ("depends_on: [lending/sell]", "in `spaces.lending.decisions`. Correct", "nicht. Berichtigen"),
    ],
)
def test_the_finding_says_what_was_probably_meant(decision: str, english: str, german: str) -> None:
    (finding,) = found(f"spaces: {{lending: {{decisions: {{raise-limit: {{{decision}}}}}}}}}").findings
    assert finding.card.code == "REF001"
    assert english in finding.message("en")
    assert german in finding.message("de")


def test_an_unknown_name_hides_nothing_else_that_is_wrong_with_the_decision() -> None:
    wrong = "spaces: {lending: {decisions: {raise-limit: {flows: [], involves: {informed: [nobody]}}}}}"
    assert sorted(finding.card.code for finding in found(wrong).findings) == ["DAT002", "REF001"]


def test_where_no_groups_are_listed_none_is_missing() -> None:
    assert reported("REF001", "spaces: {s: {decisions: {d: {impact: {affects: [anyone]}}}}}\n") == []


def test_the_first_of_two_objects_with_one_id_counts() -> None:
    twice = "roles: {clerk: {title: Clerk}}\n"
    (finding,) = reported("REF002", twice, twice)
    assert (finding.location.path, finding.related[0].location.path) == ("1.yaml", "0.yaml")
    assert finding.about == "roles/clerk"


def test_every_further_object_with_the_id_is_a_finding() -> None:
    space = "spaces: {s: {title: S}}\n"
    assert [finding.location.path for finding in reported("REF002", space, space, space)] == ["1.yaml", "2.yaml"]
