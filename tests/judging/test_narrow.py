"""A part of a report: what is shown, what is only counted, and what a change touches or causes."""

from datetime import date

from orchestrator_lint.journey import check
from orchestrator_lint.judging import LeftOut, Report, State, in_files, since
from orchestrator_lint.sources import Source
from tests.rules.laid_over import BASE

TODAY = date(2026, 11, 24)
HEAD = "orchestrator: 1\n"
WAIVER = (
    "waivers:\n  w-1: {rule: AUT011, applies_to: [one/a], reason: The head starts in December,"
    " compensates: Monthly sampling, requested_by: head-of-lending, approved_by: head-of-audit,"
    " granted: 2026-11-01, expires: 2026-12-31}\n"
)


def _base() -> str:
    return BASE.read_text(encoding="utf-8")


def _space(id: str, *decisions: str, purpose: str = "People get credit that they can carry") -> str:
    lines = "".join(f"      {decision}\n" for decision in decisions or (_decision("a"),))
    return f"  {id}:\n    purpose: {purpose}\n    principles: [dignity-first]\n    decisions:\n{lines}"


def _decision(id: str, title: str = "A", autonomy: str = "recommends", more: str = "") -> str:
    """A decision whose owner is a machine (OWN002)."""
    return f"{id}: {{title: {title}, status: draft, autonomy: {autonomy}, owner: repayment-score{more}}}"


def _spaces(*spaces: str) -> str:
    return f"{HEAD}spaces:\n{''.join(spaces)}"


def _state(*texts: str) -> State:
    sources = [Source(f"{number}.yaml", text.encode()) for number, text in enumerate(texts)]
    done = check(sources, TODAY)
    return State({source.path: source.data for source in sources}, done.workspace, done.report)


def _report(*texts: str) -> Report:
    return _state(*texts).report


def _codes(report: Report) -> list[str]:
    return [finding.card.code for finding in report.findings]


def _about(report: Report) -> set[str]:
    return {finding.about for finding in report.findings}


def test_a_part_has_the_findings_of_its_files_and_counts_the_others() -> None:
    whole = _report(_base(), _spaces(_space("one")), _spaces(_space("two")))
    part = in_files(whole, frozenset({"1.yaml"}), ("1.yaml",))
    assert _about(whole) == {"one/a", "two/a"}
    assert _about(part) == {"one/a"}
    assert part.left_out == (LeftOut("files", ("1.yaml",), len(whole.findings) - len(part.findings), 0),)
    assert sorted(part.ranked) == list(range(len(part.findings)))
    assert set(part.lines) == {"1.yaml"}
    assert part.counts == whole.counts


def test_a_reference_to_what_is_missing_is_reported_in_every_file_that_has_it() -> None:
    missing = _decision("a", more=", principles: [thrift]")
    whole = _report(_base(), _spaces(_space("one", missing)), _spaces(_space("two", missing)))
    assert _codes(whole).count("REF001") == 1
    for path in ("1.yaml", "2.yaml"):
        assert "REF001" in _codes(in_files(whole, frozenset({path}), (path,)))
    assert "REF001" not in _codes(in_files(whole, frozenset({"0.yaml"}), ("0.yaml",)))


def test_a_part_claims_no_rung_of_the_ladder() -> None:
    whole = _report(_base(), _spaces(_space("one")))
    assert whole.rungs
    assert in_files(whole, frozenset({"0.yaml"}), ("0.yaml",)).rungs == ()


def test_a_file_that_cannot_be_read_is_reported_wherever_it_is() -> None:
    whole = _report(_base(), "a: [", HEAD + "rols: {}\n")
    assert sorted(_codes(whole)) == ["SHP001", "YML001"]
    assert _codes(in_files(whole, frozenset({"0.yaml"}), ("0.yaml",))) == ["YML001"]


def test_the_better_order_holds_within_the_part() -> None:
    whole = _report(_base(), _spaces(_space("one")), _spaces(_space("two", _decision("a", autonomy="recomends"))))
    part = in_files(whole, frozenset({"2.yaml"}), ("2.yaml",))
    in_part = {finding.fingerprint for finding in part.findings}
    order = [whole.findings[position].fingerprint for position in whole.ranked]
    assert len(in_part) > 1
    assert [part.findings[position].fingerprint for position in part.ranked] == [
        fingerprint for fingerprint in order if fingerprint in in_part
    ]


def test_exceptions_elsewhere_are_counted_and_not_named() -> None:
    whole = _report(_base(), _spaces(_space("one")), HEAD + WAIVER)
    assert [finding.card.code for finding in whole.excepted] == ["AUT011"]
    assert in_files(whole, frozenset({"1.yaml"}), ("1.yaml",)).excepted == whole.excepted
    elsewhere = in_files(whole, frozenset({"2.yaml"}), ("2.yaml",))
    assert elsewhere.excepted == ()
    assert elsewhere.left_out[0].excepted == 1


def test_what_fires_on_most_decisions_is_said_of_the_part_alone() -> None:
    many = _spaces(_space("one", *(_decision(f"d{number}") for number in range(9))))
    whole = _report(_base(), many, _spaces(_space("two")))
    assert "OWN002" in whole.everywhere
    assert "OWN002" in in_files(whole, frozenset({"1.yaml"}), ("1.yaml",)).everywhere
    assert in_files(whole, frozenset({"2.yaml"}), ("2.yaml",)).everywhere == ()


def test_an_old_finding_at_an_object_that_did_not_change_is_left_out() -> None:
    before = _state(_base(), _spaces(_space("one"), _space("two")))
    now = _state(_base(), _spaces(_space("one"), _space("two", _decision("a", "Another"))))
    report = since(before, now, "main")
    assert _about(now.report) == {"one/a", "two/a"}
    assert _about(report) == {"two/a"}
    assert report.left_out == (LeftOut("change", ("main",), len(now.report.findings) // 2, 0),)


def test_lines_comments_order_and_files_that_moved_are_no_change() -> None:
    before = _state(_base(), _spaces(_space("one"), _space("two")))
    now = _state(_spaces(_space("two")), _base(), f"# moved\n\n{_spaces(_space('one'))}")
    assert now.report.findings
    assert since(before, now, "main").findings == ()


def test_a_finding_elsewhere_that_the_change_causes_is_reported() -> None:
    roles = HEAD + "principles: {thrift: {statement: We spend what we have}}\n"
    one = _spaces(_space("one", _decision("a", more=", principles: [thrift]")))
    report = since(_state(_base(), roles, one), _state(_base(), HEAD + "roles: {}\n", one), "main")
    assert [(finding.card.code, finding.location.path) for finding in report.findings] == [("REF001", "2.yaml")]


def test_a_new_reference_to_what_was_missing_before_is_reported() -> None:
    missing = _decision("a", more=", principles: [thrift]")
    before = _state(_base(), _spaces(_space("one", missing), _space("two")))
    now = _state(_base(), _spaces(_space("one", missing), _space("two", missing)))
    assert "REF001" in _codes(since(before, now, "main"))
    assert "REF001" not in _codes(since(now, now, "main"))


def test_a_change_of_a_space_is_none_of_its_decisions_and_the_other_way_round() -> None:
    def spaces(purpose: str, title: str) -> State:
        return _state(_base(), _spaces(_space("one", _decision("a", title), purpose=purpose)) + "    ownr: x\n")

    before = spaces("People get credit that they can carry", "A")
    assert _about(before.report) == {"one/a", "spaces/one/ownr"}
    space = since(before, spaces("People get credit that lasts", "A"), "main")
    assert _about(space) == {"spaces/one/ownr"}
    decision = since(before, spaces("People get credit that they can carry", "Another"), "main")
    assert _about(decision) == {"one/a"}


def test_a_fault_of_shape_belongs_to_the_object_around_it() -> None:
    def spaces(title: str) -> State:
        wrong = "recomends"
        return _state(_base(), _spaces(_space("one", _decision("a", "A", wrong), _decision("b", title, wrong))))

    before, now = spaces("A"), spaces("Another")
    assert _codes(now.report).count("SHP002") == 2
    found = [finding for finding in since(before, now, "main").findings if finding.card.is_fault]
    assert [finding.about for finding in found] == ["spaces/one/decisions/b/autonomy"]


def test_a_fault_of_a_whole_file_counts_where_its_bytes_changed() -> None:
    before = _state(_base(), "roles: {a: {title: A}}\n", "roles: {b: {title: B}}\n")
    now = _state(_base(), "roles: {a: {title: A}}\n", "roles: {b: {title: Other}}\n")
    assert _codes(now.report).count("YML010") == 2
    found = [finding for finding in since(before, now, "main").findings if finding.card.code == "YML010"]
    assert [finding.location.path for finding in found] == ["2.yaml"]


def test_a_section_that_is_no_map_changes_nothing_else() -> None:
    before = _state(_base(), _spaces(_space("one")), HEAD + "spaces: {two: 3}\n")
    now = _state(_base(), _spaces(_space("one")), HEAD + "spaces: {two: 3, three: }\n")
    assert "one/a" not in _about(since(before, now, "main"))


def test_a_file_that_cannot_be_read_is_reported_though_nobody_changed_it() -> None:
    state = _state(_base(), "a: [")
    assert _codes(since(state, state, "main")) == ["YML001"]


def test_a_finding_that_only_an_exception_covered_before_is_caused_by_taking_it_away() -> None:
    one = _spaces(_space("one"))
    covered, bare = _state(_base(), one, HEAD + WAIVER), _state(_base(), one, HEAD + "roles: {}\n")
    assert _codes(since(covered, bare, "main")) == ["AUT011"]
    assert since(covered, covered, "main").excepted == ()
    assert [finding.card.code for finding in since(bare, covered, "main").excepted] == ["AUT011"]


def test_a_day_that_the_change_sets_causes_what_follows_from_it() -> None:
    later = _base().replace("as_of: 2026-11-01", "as_of: 2027-01-15")
    assert "REV002" in _codes(since(_state(_base()), _state(later), "main"))


def test_a_change_narrowed_to_a_file_names_both() -> None:
    before = _state(_base(), _spaces(_space("one")))
    now = _state(_base(), _spaces(_space("one"), _space("two")), _spaces(_space("three")))
    report = in_files(since(before, now, "main"), frozenset({"1.yaml"}), ("1.yaml",))
    assert _about(report) == {"two/a"}
    assert [left.kind for left in report.left_out] == ["change", "files"]


def test_a_workspace_without_a_past_is_new_as_a_whole() -> None:
    now = _state(_base(), _spaces(_space("one")))
    assert since(_state(), now, "main").findings == now.report.findings
