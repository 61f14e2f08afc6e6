"""The day in the documents: named where it is fixed, and nothing that changes overnight where it is not."""

from datetime import date

from orchestrator_lint.documents import all_pages
from orchestrator_lint.journey import check
from orchestrator_lint.sources import Source
from tests.rules.laid_over import BASE

PINNED = BASE.read_text(encoding="utf-8")
OPEN = PINNED.replace("  as_of: 2026-11-01\n", "")


def _pages(text: str, today: date, as_of: date | None = None) -> dict[str, str]:
    checked = check([Source("a.yaml", text.encode())], today, as_of)
    return all_pages(checked.workspace, checked.report)


def test_pages_without_a_fixed_day_are_the_same_tomorrow_even_where_a_review_falls_due() -> None:
    before, after = date(2026, 12, 1), date(2027, 6, 1)
    assert check([Source("a.yaml", OPEN.encode())], after).report.findings
    assert _pages(OPEN, before) == _pages(OPEN, after)
    assert not any("2027-06-01" in page for page in _pages(OPEN, after).values())


def test_pages_with_a_fixed_day_name_it_and_say_what_is_overdue_then() -> None:
    pages = _pages(PINNED, date(2026, 11, 24))
    assert "| As of | 2026-11-01 (fixed in the policies) |" in pages["en/register.md"]
    assert "| Stand | 2026-11-01 (in den Richtlinien festgelegt) |" in pages["de/register.md"]
    assert any("REV002" in page for page in _pages(PINNED, date(2026, 11, 24), date(2027, 6, 1)).values())
