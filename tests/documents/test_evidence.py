"""The evidence matrix: provision, statement, place, state and rule; and what is not covered."""

import csv
from datetime import date
from importlib import resources
from typing import Any

import pytest

from orchestrator_lint.documents import all_pages
from orchestrator_lint.documents.asked import asked_by_rules, node_of
from orchestrator_lint.journey import check
from orchestrator_lint.judging import Choice
from orchestrator_lint.language import policy_language
from orchestrator_lint.rules.index import all_rules
from orchestrator_lint.sources import Source
from tests.documents.given import BASE, TODAY, base, dumped, rendered

_ACT = "evidence/eu-ai-act.md"
_DECISION = ("spaces", "lending", "decisions", "raise-limit")
_READS = ("texts", "network", "references")


def _changed(path: tuple[str, ...], value: Any) -> dict[str, str]:
    data = base()
    around = data
    for step in path[:-1]:
        around = around.setdefault(step, {})
    around[path[-1]] = value
    return rendered(dumped(data))


def _line(page: str, provision: str, code: str) -> str:
    """The row of a rule below a provision."""
    section = page.split(f'<a id="p-{provision}"></a>')[1].split('<a id="p-', maxsplit=1)[0]
    (row,) = (line for line in section.splitlines() if line.startswith(f"| [{code}]"))
    return row


def test_every_rule_names_the_statement_that_it_asks_for_or_what_it_reads_instead():
    lines = (resources.files("orchestrator_lint.documents") / "statements.csv").read_text(encoding="utf-8").splitlines()
    codes = [line["rule"] for line in csv.DictReader(lines)]
    assert codes == sorted(rule.code for rule in all_rules())
    for asked in asked_by_rules().values():
        assert bool(asked.path) == bool(asked.of)
        assert bool(asked.path) != bool(asked.reads), asked
        assert not asked.reads or asked.reads in _READS


@pytest.mark.parametrize("asked", [asked for asked in asked_by_rules().values() if asked.path], ids=lambda it: it.rule)
def test_every_statement_that_a_rule_asks_for_has_a_place_in_the_language(asked: Any):
    node = node_of(policy_language(), asked)
    assert node is not None
    assert node.schema["title"], asked
    assert node.schema["x-de"]["title"], asked


def test_a_documented_statement_stands_with_file_line_and_rule():
    pages = rendered(BASE)
    number = next(index for index, line in enumerate(BASE.splitlines(), 1) if "by: case-worker" in line)
    row = _line(pages[f"en/{_ACT}"], "26-2", "OVR001")
    assert "(`decisions.oversight.by`), for example: Case worker | 1 documented |" in row
    assert f"[`policies/0.yaml:{number}`](../decisions/lending/raise-limit.md)" in row


def test_a_statement_in_an_object_that_is_named_is_found_there():
    row = _line(rendered(BASE)[f"de/{_ACT}"], "26-2", "OVR003")
    number = next(index for index, line in enumerate(BASE.splitlines(), 1) if "may_overrule: acts-on-approval" in line)
    assert f"`policies/0.yaml:{number}`" in row
    assert "1 dokumentiert" in row


def test_what_a_finding_reports_is_open_with_the_place_of_the_finding():
    row = _line(_changed((*_DECISION, "oversight", "override"), None)[f"en/{_ACT}"], "14-4-d", "OVR002")
    assert "| 1 open |" in row
    assert "**open:** `policies/0.yaml:" in row


def test_what_another_finding_speaks_for_is_not_taken_for_not_asked():
    page = _changed((*_DECISION, "oversight"), None)[f"en/{_ACT}"]
    assert "| 1 open |" in _line(page, "14-4-d", "OVR002")


def test_what_is_being_built_is_in_progress_and_what_is_reasoned_is_not_needed():
    planned = _changed((*_DECISION, "contest", "state"), "planned")[f"en/{_ACT}"]
    assert "| 1 in progress | in progress: [`policies/0.yaml:" in _line(planned, "27-1-f", "CON001")
    no = {"none_because": "The supervisory authority's list exempts it."}
    reasoned = _changed((*_DECISION, "law", "dpia"), no)[f"de/{_ACT}"]
    row = _line(reasoned, "26-9", "LAW006")
    assert "1 begründet nicht nötig" in row
    assert "[mit Begründung](../exceptions.md#noes): [`policies/0.yaml:" in row


def test_what_a_waiver_covers_is_waived():
    data = base()
    data["spaces"]["lending"]["decisions"]["raise-limit"]["oversight"]["stop"] = None
    data["waivers"] = {
        "w-1": {
            "rule": "no-stop",
            "applies_to": ["lending/raise-limit"],
            "reason": "The switch is built until December.",
            "compensates": "The team head reads every tenth case daily.",
            "requested_by": "head-of-lending",
            "approved_by": "ai-officer",
            "granted": "2026-10-01",
            "expires": "2026-12-31",
        }
    }
    row = _line(rendered(dumped(data))[f"en/{_ACT}"], "14-4-e", "SAF001")
    assert "1 waived for a time" in row


def test_what_no_decision_calls_for_is_not_asked_for():
    assert "| 1 not asked for |" in _line(rendered(BASE)[f"en/{_ACT}"], "14-5", "OVR010")
    assert "1 not asked for" in _line(_changed((*_DECISION, "status"), "retired")[f"en/{_ACT}"], "14", "AUT005")


def test_provisions_that_no_rule_sees_or_no_statement_serves_are_listed():
    page = rendered(BASE)[f"en/{_ACT}"]
    uncovered = page.split('<a id="uncovered"></a>')[1].split('<a id="provisions"></a>')[0]
    assert "- Art. 14(5) AI Act: Two persons verify a biometric identification" in uncovered
    assert "| Art. 43 AI Act | Conformity assessment | What the provider prepares" in uncovered
    assert "| Art. 26 AI Act |" not in uncovered


def test_the_day_from_which_a_provision_applies_is_named():
    page = rendered(BASE)[f"de/{_ACT}"]
    assert "KI-Kompetenz | 2.\u00a0Februar 2025 |" in page
    assert "Menschliche Aufsicht | 2.\u00a0Dezember 2027 |" in page
    assert "Registrierung | nicht geklärt |" in page
    assert "| 5.2 | AI policy | – |" not in page
    assert "| AI policy | – |" in rendered(BASE)["de/evidence/iso-42001.md"]


def test_without_a_declared_framework_the_page_says_what_to_write():
    for frameworks in (None, []):
        pages = _changed(("organisation", "frameworks"), frameworks)
        assert "frameworks: [eu-ai-act, gdpr, iso-42001]" in pages["de/evidence.md"]
        assert not any(path.startswith("en/evidence/") for path in pages)


def test_the_overview_tells_what_is_documented_from_what_is_enforced_and_proved():
    page = rendered(BASE)["en/evidence.md"]
    assert "[EU AI Act](evidence/eu-ai-act.md)" in page
    for word in ("**Documented**", "**Enforced**", "**Proved**"):
        assert word in page


def test_a_rule_that_the_run_does_not_ask_is_no_evidence():
    data = base()
    data["spaces"]["lending"]["decisions"]["raise-limit"]["out_of_scope"] = None
    sources = [Source("policies/a.yaml", dumped(data).encode())]
    result = check(sources, TODAY, choice=Choice(profile="starter"))
    page = all_pages(*result)[f"en/{_ACT}"]
    assert "not checked in this run" in _line(page, "9", "PUR003")


def test_with_many_decisions_the_first_places_are_shown_and_the_rest_counted():
    data = base()
    decision = data["spaces"]["lending"]["decisions"]["raise-limit"]
    more = {f"d-{number}": {**decision, "question": f"May we raise it for {number}?"} for number in range(20)}
    data["spaces"]["lending"]["decisions"] |= more
    row = _line(rendered(dumped(data))[f"en/{_ACT}"], "26-2", "OVR001")
    assert "| 21 documented |" in row
    assert row.count("policies/0.yaml:") == 3
    assert "and [18 more](../register.md)" in row


def test_a_statement_of_a_space_is_one_place_for_all_its_decisions():
    data = base()
    decision = data["spaces"]["lending"]["decisions"]["raise-limit"]
    data["spaces"]["lending"]["decisions"] |= {f"d-{number}": decision for number in range(5)}
    row = _line(rendered(dumped(data))[f"en/{_ACT}"], "12", "SAF006")
    assert "| 6 documented |" in row
    assert row.count("policies/0.yaml:") == 1


@pytest.mark.parametrize("key", ["impact", "machine", "human", "oversight", "flows", "contest", "law", "escalation"])
@pytest.mark.parametrize("value", [7, "x", ["x"], {"none_because": 7, "by": ["a", {}]}, [{"when": 3}]])
def test_no_rejected_value_stops_the_matrix(key: str, value: Any):
    assert _changed((*_DECISION, key), value)[f"de/{_ACT}"]


def test_a_system_in_an_office_stops_no_matrix():
    page = _changed(("spaces", "lending", "owner"), "repayment-score")["en/evidence/iso-42001.md"]
    assert "OWN002" in page


def test_what_cannot_be_read_is_open():
    page = _changed((*_DECISION, "oversight", "by"), 7)[f"en/{_ACT}"]
    assert "1 open" in _line(page, "26-2", "OVR001")


def test_the_matrix_without_a_fixed_day_is_the_same_tomorrow():
    text = BASE.replace("  as_of: 2026-11-01\n", "")
    before, after = (check([Source("a.yaml", text.encode())], day) for day in (date(2026, 12, 1), date(2027, 6, 1)))
    assert all_pages(*before)[f"en/{_ACT}"] == all_pages(*after)[f"en/{_ACT}"]


def test_a_full_path_is_shown_without_the_folder_that_all_files_share():
    data = base()
    roles = dumped({"orchestrator": 1, "roles": data.pop("roles")})
    del data["spaces"]["lending"]["decisions"]["raise-limit"]["status"]
    texts = {"/srv/house/policies/roles.yaml": roles, "/srv/house/policies/spaces/all.yaml": dumped(data)}
    pages = all_pages(*check([Source(path, text.encode()) for path, text in texts.items()], TODAY))
    matrices = "".join(page for path, page in pages.items() if path.startswith("en/evidence/"))
    assert "`roles.yaml:" in matrices
    assert "**open:** `spaces/all.yaml:" in matrices
    assert "/srv/" not in matrices
