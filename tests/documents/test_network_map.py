"""The map of the decision network."""

import re
from typing import Any

import pytest

from orchestrator_lint.documents import all_pages, pages
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.found import Found
from orchestrator_lint.documents.network_map import network_map
from orchestrator_lint.network import Mapped
from orchestrator_lint.problems import LANGUAGES
from tests.documents.given import BASE, base, checked, dumped, made, rendered, without_findings
from tests.documents.large import large
from tests.documents.test_diagrams import _LINE, diagrams
from tests.documents.test_hostile_text import HOSTILE

_ARROW = re.compile(r"-->|==>|-\.->|---")


def _two_spaces(**changed: Any) -> dict[str, Any]:
    data = base()
    here = data["spaces"]["lending"]["decisions"]["raise-limit"]
    there = {"title": "Check income", "autonomy": "human-only", "owner": "ai-officer"}
    data["spaces"]["income"] = {"title": "Income", "owner": "ai-officer", "decisions": {"check": there}}
    here.update({"depends_on": ["income/check"], **changed})
    return data


def _map(data: Any, language: str = "en") -> str:
    return rendered(dumped(data))[f"{language}/network.md"]


@pytest.fixture(scope="module")
def many() -> dict[str, str]:
    """The pages of 500 decisions in 30 spaces."""
    result = checked(large(500, 30))
    report, found, network = without_findings(result), Found(without_findings(result)), Mapped(result.workspace)
    editions = [Edition(result.workspace, report, language, found, network) for language in LANGUAGES]
    return {page.path: made(page, edition) for edition in editions for page in network_map(edition)}


def test_no_diagram_holds_more_arrows_than_people_follow(many: dict[str, str]):
    pages = [page for path, page in many.items() if "/network" in path]
    drawn = [lines for page in pages for lines in diagrams(page)]
    assert len(pages) == 2 * 31
    assert max(sum(bool(_ARROW.search(line)) for line in lines) for lines in drawn) <= 60
    assert [line for lines in drawn for line in lines if not _is_line(line)] == []


def test_what_is_left_out_of_the_picture_is_said_and_stands_in_the_table(many: dict[str, str]):
    page = many["en/network.md"]
    arrows, shown = map(int, re.search(r"Of (\d+) arrows the (\d+) with", page).groups())  # type: ignore[union-attr]
    assert arrows > shown == 60
    assert all(f"](network/space-{number}.md)" in page for number in range(30))


def test_a_large_network_is_counted_and_says_that_it_is_no_more_than_that(many: dict[str, str]):
    assert "only the decisions are counted" in many["en/network.md"]
    assert "Connections between decisions that run through it" not in many["en/network.md"]
    assert "Connections between decisions that run through it" in rendered(large(60, 5))["en/network.md"]


def test_what_is_worked_out_is_worked_out_once_for_both_languages(monkeypatch: pytest.MonkeyPatch):
    calls = []
    original = Mapped._parts
    monkeypatch.setattr(Mapped, "_parts", lambda self, decision: calls.append(decision) or original(self, decision))
    all_pages(*checked(BASE))
    assert len(calls) == 1


def test_a_result_that_goes_into_another_space_is_an_arrow_and_a_row():
    page = _map(_two_spaces())
    lines = next(lines for lines in diagrams(page) if any("Income" in line for line in lines))
    assert '  n1["Income<br/>#40;1#41;"]' in lines
    assert any(re.fullmatch(r'  n1 -->\|"1"\| n\d', line) for line in lines)
    assert "| [Income](network/income.md) | 1 | – | [Retail lending (1)](network/lending.md) |" in page


def test_a_flow_from_a_decision_is_a_handover_too():
    data = _two_spaces(depends_on=[])
    flows = data["spaces"]["lending"]["decisions"]["raise-limit"]["flows"]
    flows.append({"from": "decisions/income/check", "to": "roles/case-worker", "carries": "income"})
    assert "[Retail lending (1)](network/lending.md) |" in _map(data)


def test_a_retired_decision_stands_on_no_map():
    data = _two_spaces()
    data["spaces"]["income"]["decisions"]["check"]["status"] = "retired"
    pages = rendered(dumped(data))
    assert "Retired decisions (1) are left out." in pages["en/network.md"]
    assert "No decision that is not retired stands in this space." in pages["en/network/income.md"]
    assert "Check income" not in pages["en/network/lending.md"]


def test_disputes_lead_to_the_role_at_which_they_end():
    page = _map(base())
    assert any(line.endswith('(["Credit committee"])') for line in diagrams(page)[0])
    assert "| Credit committee | 1 | [Retail lending (1)](network/lending.md) |" in page


def test_what_shares_nothing_stands_apart():
    page = _map(_two_spaces(depends_on=[]))
    assert "Decisions without any connection to another, by space: [Income (1)](network/income.md)" in page
    assert "All decisions hang together" in _map(_two_spaces())


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_map_that_cannot_be_whole_says_so_and_concludes_nothing(language: str):
    pages = rendered(dumped(_two_spaces(flows=7, depends_on=[])))
    for path in ("network.md", "network/lending.md"):
        assert ("unvollständig" if language == "de" else "incomplete") in pages[f"{language}/{path}"]
    assert ("Keine Entscheidung ist mit" if language == "de" else "without any connection") not in pages[
        f"{language}/network.md"
    ]


def test_one_system_that_feeds_another_is_shown():
    data = base()
    data["systems"]["letters"] = {"title": "Letter writer"}
    flows = data["spaces"]["lending"]["decisions"]["raise-limit"]["flows"]
    flows.append({"from": "systems/repayment-score", "to": "systems/letters", "carries": "score"})
    assert "| Repayment score | Letter writer | [Raise a credit limit](decisions/lending/raise-limit.md) |" in _map(
        data
    )


def test_what_holds_for_all_decisions_of_a_space_is_one_line():
    page = rendered(large(12, 2))["en/network/space-0.md"]
    owner = next(line.split("(")[0].strip() for line in diagrams(page)[0] if "Head of space 0" in line)
    assert sum(f" {owner} ==>" in line for line in diagrams(page)[0]) == 1
    assert page.count("| Head of space 0 |") > 3


@pytest.mark.parametrize("hostile", HOSTILE)
def test_labels_hold_no_mark_of_mermaid(hostile: str):
    data = _two_spaces()
    data["systems"]["repayment-score"]["title"] = hostile
    data["roles"]["credit-committee"]["title"] = hostile
    data["spaces"]["income"]["title"] = hostile
    data["spaces"]["income"]["decisions"]["check"]["title"] = hostile
    result = checked(dumped(data))
    made_of = pages(result.workspace, without_findings(result), "en")
    drawn = [
        line
        for path in ("network.md", "network/lending.md")
        for lines in diagrams(made_of[f"en/{path}"])
        for line in lines
    ]
    assert [line for line in drawn if not _is_line(line)] == []


def _is_line(line: str) -> bool:
    return _LINE.fullmatch(line.replace(" --- ", " --> ").replace(" ---|", " -->|")) is not None
