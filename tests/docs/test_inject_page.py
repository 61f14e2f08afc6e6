"""The page on injection: its example is filled in by the tool."""

import re
from datetime import date

from orchestrator_lint.documents import Sections, documents, filled, handwritten, language_of
from orchestrator_lint.journey import check
from orchestrator_lint.sources import collect
from tools.readme import ROOT

PAGE = (ROOT / "docs" / "inject.md").read_text(encoding="utf-8")


def test_the_example_is_filled_in() -> None:
    (example,) = re.findall(r"```markdown\n(.*?)```", PAGE, flags=re.DOTALL)
    result = check(collect([str(ROOT / "policies")]), date(2026, 11, 24))
    sections = Sections(documents(*result), language_of(result.workspace))
    text, mistakes = filled(handwritten(example.encode()), sections, "governance")
    assert mistakes == () and text != example


def test_the_page_itself_has_no_region() -> None:
    assert handwritten(PAGE.encode())[1:] == ((), ())
