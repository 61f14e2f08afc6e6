"""docs/reports.md in, the same with the real output of every format in its marked places out. Run: python tools/reports_page.py"""

import json
from datetime import date
from importlib import import_module

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Choice
from orchestrator_lint.sources import collect
from tools.readme import ROOT, between

PAGE = ROOT / "docs" / "reports.md"
_DAY = date(2026, 11, 24)
_POLICY = "docs/first-policy.yaml"
_FENCES = {
    "concise": "text",
    "json": "json",
    "sarif": "json",
    "github": "text",
    "gitlab": "json",
    "junit": "xml",
    "markdown": "markdown",
    "csv": "text",
}


def renewed(text: str) -> str:
    """Give the page with the output of every example."""
    for form, fence in _FENCES.items():
        text = between(text, form, f"````{fence}\n{_example(form)}````")
    return text


def _example(form: str) -> str:
    sources = [source._replace(path=_POLICY) for source in collect([str(ROOT / _POLICY)])]
    report = check(sources, _DAY, _DAY, choice=Choice(select=("OWN",))).report
    written = str(import_module(f"orchestrator_lint.reports.{form}").render(report))
    if form == "sarif":
        written = json.dumps(json.loads(written)["runs"][0]["results"][0], indent=2, ensure_ascii=False) + "\n"
    return written.removeprefix("\ufeff").replace("\r\n", "\n")


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
