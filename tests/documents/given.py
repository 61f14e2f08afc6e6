"""Policies as text or data in, the pages made of them out."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from orchestrator_lint.documents import Style, all_pages
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.page import Page
from orchestrator_lint.documents.pages import _document
from orchestrator_lint.documents.templating import templates_of
from orchestrator_lint.journey import Checked, check
from orchestrator_lint.judging import Report
from orchestrator_lint.sources import Source

BASE = (Path(__file__).parent.parent / "base" / "policy.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 1)


def checked(*texts: str) -> Checked:
    """Check policies, each text a file of its own."""
    sources = [Source(f"policies/{number}.yaml", text.encode()) for number, text in enumerate(texts)]
    return check(sources, TODAY)


@lru_cache(maxsize=8)
def rendered(*texts: str) -> dict[str, str]:
    """Render policies with the findings of the check; many tests look at the same ones."""
    return all_pages(*checked(*texts))


def made(page: Page, edition: Edition) -> str:
    """Write one page."""
    return _document(page, edition, templates_of(edition.language, Style())).text


def texts(pages: Mapping[str, str]) -> dict[str, str]:
    """Give the pages that are Markdown; pictures are left out."""
    return {path: page for path, page in pages.items() if path.endswith(".md")}


def without_findings(result: Checked) -> Report:
    """Give the report as if nothing had been found."""
    return result.report._replace(findings=(), ranked=())


def base() -> dict[str, Any]:
    """Give the small clean workspace as data, to be changed."""
    data: dict[str, Any] = yaml.safe_load(BASE)
    return data


def changed(path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """Give that workspace with a value at a path."""
    data = base()
    around = data
    for step in path[:-1]:
        around = around.setdefault(step, {})
    around[path[-1]] = value
    return data


def dumped(data: Any) -> str:
    """Write data as YAML."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
