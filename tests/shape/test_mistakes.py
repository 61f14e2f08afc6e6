"""One mistake in a key, a value, an id or a type of the base: one finding, with what was probably meant."""

import pytest

from tests.mutated import BASE, changed, found_at_mark, report_of, sole, spot

OWNER = "    owner: head-of-lending\n    principles"

KEYS = [
    (OWNER, "    ‸ownr: head-of-lending\n    principles", "owner"),
    (OWNER, "    ‸Owner: head-of-lending\n    principles", "owner"),
    (OWNER, "    ‸owner:: head-of-lending\n    principles", "owner"),
    (OWNER, "    ‸“owner”: head-of-lending\n    principles", "owner"),
    (OWNER, "    ‸-owner: head-of-lending\n    principles", "owner"),
    (OWNER, "    ‸// owner: head-of-lending\n    principles", "owner"),
    ("\norganisation:", "\n‸organization:", "organisation"),
    ("\nprinciples:", "\n‸principals:", "principles"),
    ("\nroles:", "\n‸roels:", "roles"),
    ("\nsystems:", "\n‸system:", "systems"),
    ("\ndatasets:", "\n‸data-sets:", "datasets"),
    ("\nguardrails:", "\n‸guardrail:", "guardrails"),
    ("\nspaces:", "\n‸spacs:", "spaces"),
    ("        oversight:", "        ‸watch_over:", "oversight"),
    ("        impact:", "        ‸impct:", "impact"),
    ("          level: high", "          ‸levl: high", "level"),
    ("        autonomy: rec", "        ‸autonomie: rec", "autonomy"),
    ("    every_decision:", "    ‸every-decision:", "every_decision"),
    ("      notice:", "      ‸notise:", "notice"),
    ("    decisions:", "    ‸decision:", "decisions"),
    ("    may_overrule: acts-and", "    ‸may_overule: acts-and", "may_overrule"),
    ("{title: Customers, represented_by", "{title: Customers, ‸representd_by", "represented_by"),
    ("stop: {by: head", "stop: {‸bye: head", "by"),
    ("    legal_basis:", "    ‸legal_bases:", "legal_basis"),
    ("      at_most: 0", "      ‸at_mots: 0", "at_most"),
]


@pytest.mark.parametrize(("old", "new", "meant"), KEYS, ids=[meant for _, _, meant in KEYS])
def test_a_misspelt_key_is_one_finding_at_the_key(old: str, new: str, meant: str) -> None:
    code, finding = found_at_mark(old, new)
    assert code == "SHP001"
    assert f"`{meant}`" in finding.message("en")
    assert f"Meinten Sie `{meant}`?" in finding.message("de")


VALUES = [
    ("autonomy: recommends", "autonomy: ‸recomends", "recommends"),
    ("autonomy: recommends", "autonomy: ‸Recommends", "recommends"),
    ("autonomy: recommends", "autonomy: {decide: ‸recomends}", "recommends"),
    ("status: live\n        inv", "status: ‸life\n        inv", "live"),
    ("level: high", "level: ‸hihg", "high"),
    ("reversibility: easy", "reversibility: ‸esay", "easy"),
    ("on_timeout: hold", "on_timeout: ‸hld", "hold"),
    ("risk_class: high", "risk_class: ‸hgh", "high"),
    ("area: credit-scoring", "area: ‸credit scoring", "credit-scoring"),
    ("may: [not-use, disregard", "may: [not-use, ‸disregrad", "disregard"),
    ("kind: committee", "kind: ‸comittee", "committee"),
    ("frameworks: [eu-ai-act", "frameworks: [‸eu-ai-akt", "eu-ai-act"),
]


@pytest.mark.parametrize(("old", "new", "meant"), VALUES)
def test_a_misspelt_value_is_one_finding_at_the_value(old: str, new: str, meant: str) -> None:
    code, finding = found_at_mark(old, new)
    assert code == "SHP002"
    assert finding.message("en").endswith(f"Did you mean `{meant}`?")


def test_a_value_far_from_all_gets_those_possible_and_no_word_of_ones_own() -> None:
    message = found_at_mark("autonomy: recommends", "autonomy: ‸empfiehlt")[1].message("en")
    assert "`human-only`" in message
    assert "x-" not in message


IDS = [
    ("  lending:\n", "  ‸Lending:\n", "lending"),
    ("  lending:\n", "  ‸lending_space:\n", "lending-space"),
    ("      raise-limit:", "      ‸raise limit:", "raise-limit"),
    ("  case-worker:\n", "  ‸Case Worker:\n", "case-worker"),
    ("  credit-committee:\n", "  ‸credit--committee:\n", "credit-committee"),
    ("  credit-committee:\n", "  ‸credit_committee:\n", "credit-committee"),
    ("    fair-access: Credit", "    ‸fair_access: Credit", "fair-access"),
    ("    customers: {", "    ‸Customers: {", "customers"),
    ("  no-unexplained-refusal:\n", "  ‸no-unexplained-refusal-:\n", "no-unexplained-refusal"),
]


@pytest.mark.parametrize(("old", "new", "meant"), IDS)
def test_a_wrong_id_is_one_finding_at_the_id_and_no_reference_is_lost(old: str, new: str, meant: str) -> None:
    code, finding = found_at_mark(old, new)
    assert code == "SHP004"
    assert f"Did you mean `{meant}`?" in finding.message("en")


def test_an_id_that_is_too_long_is_not_repeated_whole() -> None:
    finding = sole(changed("  lending:\n", f"  {'k' * 300}:\n"))
    assert spot(finding) == ("SHP004", 158, 3)
    assert "100" in finding.message("en")
    assert len(finding.message("de")) < 250


TYPES = [
    ("responsible: [case-worker]", "responsible: ‸case-worker", "[case-worker]"),
    ("affects: [customers]", "affects: ‸customers", "[customers]"),
    ("by_group: [age, region]", "by_group: ‸age, region", "[age, region]"),
    ("autonomy: recommends", "‸autonomy: [recommends]", "without brackets"),
    (
        "systems: [repayment-score]\n          supplies",
        "‸systems: {repayment-score: x}\n          supplies",
        "must be a list",
    ),
    ("{within: 10 days, on_silence: hold}", "[within: 10 days, on_silence: hold]", "{ }"),
    ('    means:\n      - "A ref', '    means:\n      ‸-"A ref', "`- …`"),
    ('    means:\n      - "A ref', '    means:\n      ‸– "A ref', "`- …`"),
    ("effect_waits: true", "effect_waits: ‸yes", "`true`"),
    ("effect_waits: true", "effect_waits: ‸nein", "`false`"),
    ("effect_waits: true", 'effect_waits: ‸"true"', "`true`"),
    ("public_body: false", "public_body: ‸no", "`false`"),
    ("at_most: 0", 'at_most: ‸"0"', "`0`"),
    ("at_most: 0", "at_most: ‸0,5", "`0.5`"),
    ("at_most: 0", "at_most: ‸none", "must be a number"),
    ("cases_per_week: 6", "cases_per_week: ‸1_000", "`1000`"),
    ("cases_per_week: 6", "cases_per_week: ‸12:30", "must be a number"),
    ("cases_per_week: 6", "cases_per_week: ‸.inf", "must be a number"),
    ("rank: 1", "rank: ‸1.5", "whole number"),
    ("title: Retail lending", "title: ‸true", '"true"'),
    ('      - "Minimum score 540."', "      - ‸Cap: score 540", "quotes"),
    ("\nspaces:\n  lending:\n", "\n‸spaces:\n  - lending:\n", "without `- `"),
]


@pytest.mark.parametrize(("old", "new", "said"), TYPES)
def test_a_wrong_type_is_one_finding_that_says_what_to_write(old: str, new: str, said: str) -> None:
    if "‸" not in new:
        old, new = f"hearing: {old}", f"‸hearing: {new}"
    code, finding = found_at_mark(old, new)
    assert code in ("SHP003", "SHP001")
    assert said in finding.message("en")
    assert finding.message("de") != finding.message("en")


FORMS = [
    ("within: 10 days", "within: ‸10 Tage", "`10 days`"),
    ("within: 10 days", "within: ‸ten days", "`10 days`"),
    ("within: 10 days", "within: ‸P10D", "`10 days`"),
    ("within: 10 days", "within: ‸10", "English unit"),
    ("every: 6 months", "every: ‸halbjährlich", "English unit"),
    ("every: 6 months", "every: ‸monthly", "`1 month`"),
    ("last: 2026-06-15", "last: ‸15.06.2026", "`2026-06-15`"),
    ("last: 2026-06-15", "last: ‸2026/6/15", "`2026-06-15`"),
    ("last: 2026-06-15", "last: ‸2026-02-30", "no such day"),
    ("last: 2026-06-15", "last: ‸June 2026", "YYYY-MM-DD"),
    ("last: 2026-06-15", "last: ‸2026", "YYYY-MM-DD"),
    ("cases_per_week: 6", "cases_per_week: ‸-60", "0 or more"),
    ("rank: 1", "rank: ‸0", "1 or more"),
]


@pytest.mark.parametrize(("old", "new", "said"), FORMS)
def test_a_wrong_form_is_one_finding_at_the_value(old: str, new: str, said: str) -> None:
    code, finding = found_at_mark(old, new)
    assert code == "SHP004"
    assert said in finding.message("en")


INDENTED = [
    ("\nspaces:\n", "\n  ‸spaces:\n", "inside `guardrails`"),
    ("\nroles:\n", "\n  ‸roles:\n", "inside `principles`"),
    ("      raise-limit:\n", "        ‸raise-limit:\n", "Nothing stands below"),
    ("  lending:\n", "    ‸lending:\n", "Nothing stands below"),
    ("    decisions:\n", "  ‸decisions:\n", "beside `lending`"),
    ("      raise-limit:\n", "    ‸raise-limit:\n", "no key `raise-limit`"),
]


@pytest.mark.parametrize(("old", "new", "said"), INDENTED)
def test_a_wrong_indentation_that_moves_keys_elsewhere_is_one_finding(old: str, new: str, said: str) -> None:
    code, finding = found_at_mark(old, new)
    assert code == "SHP001"
    assert said in finding.message("en")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OWNER, f"    x-note: [a, {{b: c}}]\n{OWNER}"),
        ("\nroles:", "\nx-own: {any: thing}\nroles:"),
        ("  case-worker:\n", "  x-old: 3\n  case-worker:\n"),
    ],
)
def test_keys_of_ones_own_are_no_finding(old: str, new: str) -> None:
    assert report_of(changed(old, new)).findings == ()


def test_two_mistakes_are_two_findings_in_the_order_of_the_file() -> None:
    text = changed("autonomy: recommends", "autonomy: recomends").replace("rank: 1", "rnk: 1")
    assert [spot(finding) for finding in report_of(text).findings] == [("SHP001", 25, 5), ("SHP002", 189, 19)]


def test_a_mistake_in_one_file_hides_nothing_in_another() -> None:
    from orchestrator_lint.journey import check
    from orchestrator_lint.sources import Source
    from tests.mutated import TODAY

    broken = Source("a.yaml", b"orchestrator: 1\nroles: [\n")
    typo = Source("b.yaml", changed("autonomy: recommends", "autonomy: recomends").encode())
    findings = check([broken, typo], TODAY).report.findings
    assert [finding.card.code for finding in findings] == ["YML001", "SHP002"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("autonomy: recommends", "autonomy: {‸zzz: 1}"),
        ("guardrails: [no-unexplained-refusal]", "guardrails: {‸zzz: 1}"),
        ("via: [nightly-export]", "via: [{‸zzz: 1}]"),
    ],
)
def test_a_map_of_unknown_keys_alone_is_not_called_missing(old: str, new: str) -> None:
    assert found_at_mark(old, new)[0] == "SHP001"


@pytest.mark.parametrize(
    ("line", "shift"),
    [(line, shift) for line in (18, 41, 53, 82, 90, 128, 144, 164, 169, 181, 193, 202, 227) for shift in (2, -2)],
)
def test_a_line_indented_by_one_level_too_much_or_too_little_is_one_finding(line: int, shift: int) -> None:
    lines = BASE.split("\n")
    text = lines[line - 1]
    lines[line - 1] = " " * shift + text if shift > 0 else text.removeprefix("  ")
    if lines[line - 1] != text:
        finding = sole("\n".join(lines))
        assert abs(finding.location.line - line) <= 12
