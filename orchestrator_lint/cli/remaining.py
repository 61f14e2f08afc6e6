"""Policies as they are now in, what a person must still decide out, as short lines."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from orchestrator_lint.cli.reading import checked

if TYPE_CHECKING:
    from orchestrator_lint.configuration import Configuration
    from orchestrator_lint.judging import Finding

_SHOWN = 8
_MORE = {
    "en": "{count} more: `orchestrator-lint check` lists them.",
    "de": "{count} weitere: `orchestrator-lint check` zeigt sie.",
}


def remaining(
    paths: tuple[str, ...], settings: "Configuration", language: str, wanted: "Callable[[Finding], bool] | None" = None
) -> list[str]:
    """Check, and give a line for each finding (of those `wanted`), what matters most first."""
    report = checked(paths, None, tracked=False, settings=settings).report
    found = [report.findings[at] for at in report.ranked]
    found = [finding for finding in found if wanted is None or wanted(finding)]
    lines = [_line(finding, language) for finding in found[:_SHOWN]]
    if len(found) > _SHOWN:
        lines.append(_MORE[language].format(count=len(found) - _SHOWN))
    return lines


def _line(finding: "Finding", language: str) -> str:
    place = finding.location
    return f"{place.path}:{place.line}: {finding.card.title.to(language)} ({finding.card.code})"
