"""A finding carries what would mend it: what its problem offers, else the skeleton of its rule, laid where it belongs."""

from orchestrator_lint.problems import Fill, Fix, Rewrite
from tests.mutated import BASE, changed, sole


def test_a_skeleton_is_laid_where_its_first_key_stands_on_the_way_to_the_finding() -> None:
    finding = sole(changed("    review: {every: 6 months, ", "    review: {"))
    assert finding.fix is not None
    assert not finding.fix.safe
    assert isinstance(finding.fix.change, Fill)
    assert finding.fix.change.place.pointer == ("spaces", "lending")
    assert finding.fix.change.skeleton.startswith("review: {every: TODO")


def test_an_id_that_is_called_like_a_key_is_none() -> None:
    text = BASE.replace("credit-file", "source").replace("    source: Core banking system, nightly\n", "")
    finding = sole(text)
    assert finding.card.code == "DAT001"
    assert finding.fix == Fix(Fill(finding.fix.change.place, "source: TODO"), safe=False)  # type: ignore[union-attr]
    assert finding.fix.change.place.pointer == ("datasets", "source")  # type: ignore[union-attr]


def test_what_a_problem_offers_stands_before_the_skeleton_of_its_rule() -> None:
    finding = sole(changed("within: 24 hours", "within: 24 Stunden"))
    assert finding.fix is not None
    assert finding.fix.safe
    assert isinstance(finding.fix.change, Rewrite)
    assert finding.fix.change.value == "24 hours"


def test_a_finding_without_a_certain_change_carries_none() -> None:
    assert sole(changed("within: 24 hours", "within: soon")).fix is None
    assert (
        sole(
            changed("    owner: head-of-lending\n    principles", "    owner: systems/repayment-score\n    principles")
        ).fix
        is None
    )
