"""The rules as a whole: what is unknown stops one rule for one object, and a bug of ours is named."""

from collections.abc import Iterator
from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Report
from orchestrator_lint.language import policy_language
from orchestrator_lint.model import Decisions, Organisation, Problem, Settings, Text, Workspace
from orchestrator_lint.network import Network
from orchestrator_lint.reading import Document
from orchestrator_lint.rules.index import all_rules
from orchestrator_lint.rules.run import RuleFailed, run_rules
from orchestrator_lint.sources import Source
from tests.rules.laid_over import BASE, TODAY, found


def codes(report: Report) -> list[str]:
    """The codes of all findings, sorted."""
    return sorted(finding.card.code for finding in report.findings)


def test_a_rule_that_breaks_is_named_with_its_subject() -> None:
    def broken(_subject: object) -> None:
        raise ZeroDivisionError

    data = {"orchestrator": 1, "spaces": {"s": {"decisions": {"d": {}}}}}
    workspace = Workspace([Document("a.yaml", 0, data)], policy_language())
    rule = next(rule for rule in all_rules() if rule.code == "AUT001")._replace(check=broken)  # type: ignore[arg-type]
    with pytest.raises(RuleFailed, match="rule AUT001 failed on s/d: ZeroDivisionError"):
        run_rules([rule], workspace, Network(workspace), Settings(TODAY))


def test_an_unknown_status_does_not_hide_a_gap_elsewhere_nor_make_one() -> None:
    text = BASE.read_text(encoding="utf-8").replace("status: live\n        involves", "status: alive\n        involves")
    assert codes(_report(text)) == ["SHP002"]
    assert codes(_report(text.replace("    owner: head-of-lending\n\nspaces", "\nspaces"))) == ["SHP002"]


def test_an_unknown_impact_still_ranks_and_is_no_end_of_a_chain() -> None:
    fragment = """
spaces:
  lending:
    owner: null
    decisions:
      raise-limit: {status: draft}
      first: {status: draft, autonomy: acts-alone, impact: {level: hihg}}
      second: {status: draft, autonomy: acts-alone, impact: {level: hihg}, depends_on: [lending/first]}
"""
    report = found(fragment)
    assert codes(report) == ["OWN001", "SHP002", "SHP002"]
    assert next(finding.weight for finding in report.findings if finding.card.code == "OWN001") == 3


def test_the_end_of_a_machine_chain_is_unknown_where_its_impact_is() -> None:
    chain = """
spaces:
  lending:
    decisions:
      first: &first
        {status: live, autonomy: acts-alone, impact: {affects: [customers], level: none, reversibility: easy}}
      second:
        <<: *first
        depends_on: [lending/first]
"""
    assert "NET004" in codes(found(chain))
    unknown = chain.replace("<<: *first", "<<: *first\n        impact: {affects: [], level: hihg, reversibility: easy}")
    assert "NET004" not in codes(found(unknown))


def test_of_systems_that_only_feed_each_other_the_first_is_named() -> None:
    fragment = """
systems: {second-score: {title: Second, kind: rules}}
spaces:
  lending:
    decisions:
      raise-limit:
        machine: {systems: [repayment-score, second-score]}
        flows:
          - {from: systems/repayment-score, to: systems/second-score, carries: score}
          - {from: systems/second-score, to: systems/repayment-score, carries: score}
"""
    findings = [finding for finding in found(fragment).findings if finding.card.code == "DAT002"]
    assert findings
    assert len({finding.location for finding in findings}) == 1


def test_a_term_that_runs_over_a_line_break_is_placed_where_it_begins() -> None:
    text = "orchestrator: 1\n---\norchestrator: 1\nspaces:\n  s:\n    mandate: >\n      Decide as\n      appropriate.\n"
    finding = next(finding for finding in _report(text).findings if finding.card.code == "TXT001")
    assert (finding.location.line, finding.location.column, finding.location.end_line) == (7, 14, 8)


def test_a_term_that_is_written_otherwise_than_it_reads_is_placed_at_its_text() -> None:
    text = 'orchestrator: 1\nspaces:\n  s:\n    mandate: "Decide as \\u0061ppropriate."\n'
    finding = next(finding for finding in _report(text).findings if finding.card.code == "TXT001")
    assert (finding.location.line, finding.location.column) == (4, 14)


def test_an_id_that_is_missed_in_several_ways_is_one_finding() -> None:
    text = BASE.read_text(encoding="utf-8").replace("  works-council:", "  wrks-council:")
    findings = _report(text).findings
    assert [(finding.card.code, finding.values["target"]) for finding in findings] == [("REF001", "works-council")]


def _report(text: str) -> Report:
    return check([Source("a.yaml", text.encode())], date(2026, 11, 1)).report


def test_a_rule_may_ask_the_organisation_for_all_decisions() -> None:
    data = {"organisation": {"name": "X"}, "spaces": {"s": {"decisions": {"d": {}}}}}
    workspace = Workspace([Document("a.yaml", 0, data)], policy_language())

    def asks(subject: Organisation, decisions: Decisions) -> Iterator[Problem]:
        yield subject.problem(Text("{decisions}", "{decisions}"), decisions=decisions.addresses)

    asked = all_rules()[0]._replace(check=asks, subjects=(Organisation,), takes=(Decisions,))
    (item,) = run_rules([asked], workspace, Network(workspace), Settings(TODAY)).raised
    assert item.problem.about == ("organisation",)
    assert item.problem.gathered == ("s/d",)
