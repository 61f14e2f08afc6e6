"""Every link of every page leads somewhere."""

import posixpath
from pathlib import Path

from orchestrator_lint.documents import all_pages
from orchestrator_lint.journey import check
from orchestrator_lint.sources import Source
from tests.documents.given import BASE, TODAY, base, dumped, rendered
from tests.documents.read_markdown import anchors, links

_POLICIES = Path(__file__).parent.parent.parent / "policies"


def _dead(pages: dict[str, str]) -> list[tuple[str, str]]:
    known = {path: set(anchors(page)) for path, page in pages.items()}
    dead = []
    for path, page in pages.items():
        for link in links(page):
            target, _, anchor = link.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if there not in known or (anchor and anchor not in known[there]):
                dead.append((path, link))
    return dead


def test_links_and_anchors_of_the_base_resolve():
    assert _dead(rendered(BASE)) == []


def test_links_and_anchors_of_the_worked_example_resolve():
    files = sorted(_POLICIES.rglob("*.yaml"))
    sources = [Source(file.name, file.read_bytes()) for file in files]
    assert _dead(all_pages(*check(sources, TODAY))) == []


def test_links_resolve_where_each_space_has_pages_of_its_own():
    pages = rendered(BASE, _many_spaces(45))
    assert "de/register/s7.md" in pages
    assert "de/data-flows/s7.md" in pages
    assert _dead(pages) == []


def test_no_anchor_stands_twice_on_a_page():
    for page in rendered(BASE, _many_spaces(3)).values():
        assert len(anchors(page)) == len(set(anchors(page)))


def test_decisions_of_like_names_have_anchors_of_their_own():
    data = base()
    lending = data["spaces"]["lending"]
    data["spaces"] = {"a": {"decisions": {"b-c": lending["decisions"]["raise-limit"]}}, "a-b": {"decisions": {"c": {}}}}
    register = rendered(dumped(data))["en/register.md"]
    assert {"decision-a--b-c", "decision-a-b--c"} <= set(anchors(register))


def _many_spaces(number: int) -> str:
    decision = {"title": "Pay", "machine": {"systems": ["repayment-score"]}, "autonomy": "recommends"}
    flows = [{"from": "datasets/credit-file", "to": "this", "use": "credit-assessment"}]
    spaces = {f"s{index}": {"decisions": {"pay": {**decision, "flows": flows}}} for index in range(number)}
    return dumped({"orchestrator": 1, "spaces": spaces})
