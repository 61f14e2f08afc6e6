"""Report in, text for a terminal out: grouped by decision, the findings that matter most with excerpts."""

from collections.abc import Iterator

from orchestrator_lint.frameworks.citing import ahead, cited
from orchestrator_lint.judging import Finding, Location, RelatedPlace, Report
from orchestrator_lint.repairing import plans
from orchestrator_lint.reports import words
from orchestrator_lint.reports.excerpt import excerpt
from orchestrator_lint.reports.paint import Paint, one_line
from orchestrator_lint.reports.suggestion import suggestion
from orchestrator_lint.reports.summary import summary
from orchestrator_lint.reports.wrapping import where, wrapped

_PLAIN = Paint()
_FULL = 20  # findings with an excerpt; the others have a line each
_RELATED = 6  # related places shown with a finding; the rest is counted


def render(
    report: Report,
    language: str = "en",
    paint: Paint = _PLAIN,
    width: int = 80,
    quiet: bool = False,
    show_fixes: bool = False,
) -> str:
    """Write the report in `language`, at most `width` columns wide where words allow; `quiet` leaves out the summary.

    With `show_fixes` the smallest edit that would mend a finding stands with it.
    """
    writer = _Writer(report, language, paint, width, show_fixes)
    lines = [*writer.findings(), *([] if quiet else summary(report, writer.plans.values(), language, paint, width))]
    return "".join(f"{line.rstrip()}\n" for line in lines)


class _Writer:
    def __init__(self, report: Report, language: str, paint: Paint, width: int, show_fixes: bool) -> None:
        self.plans, self.show_fixes = plans(report), show_fixes
        self.report, self.language, self.paint, self.width = report, language, paint, width
        folded = {position for position in report.ranked if report.findings[position].card.code in report.everywhere}
        self.shown = [position for position in report.ranked if position not in folded]
        self.full = frozenset(self.shown[:_FULL])

    def findings(self) -> Iterator[str]:
        for name, positions in self._groups():
            yield self._heading(name)
            yield ""
            for position in positions:
                finding = self.report.findings[position]
                yield from self._whole(finding) if position in self.full else self._line(finding)
            if not self.full & set(positions):
                yield ""
        if len(self.shown) > _FULL:
            yield from self._wrapped(words.SHORT.to(self.language).format(count=_FULL), "")
            yield ""
        if self.report.everywhere:
            yield from self._everywhere()
            yield ""

    def _everywhere(self) -> Iterator[str]:
        """A line for each rule that fires on most decisions: how many, and where first."""
        yield self.paint("strong", words.EVERYWHERE.to(self.language))
        for code in self.report.everywhere:
            found = [finding for finding in self.report.findings if finding.card.code == code]
            decisions = {name for finding in found for name in finding.decisions}
            severity = words.SEVERITY[found[0].severity].to(self.language)
            text = words.EVERYWHERE_LINE.to(self.language).format(
                count=len(decisions),
                total=self.report.counts.decisions,
                title=found[0].card.title.to(self.language),
                place=where(found[0].location),
            )
            yield from self._wrapped(f"{severity}[{code}] {found[0].card.name}: {text}", "")

    def _groups(self) -> list[tuple[str, list[int]]]:
        """The findings by the object they concern; the group of the weightiest finding first."""
        groups: dict[str, list[int]] = {}
        for position in self.shown:
            groups.setdefault(self._group(self.report.findings[position]), []).append(position)
        return list(groups.items())

    def _group(self, finding: Finding) -> str:
        if finding.card.is_fault:
            return finding.location.path
        return finding.about if finding.about != "workspace" else words.WHOLE.to(self.language)

    def _heading(self, name: str) -> str:
        return self.paint("strong", f"── {one_line(name)} ".ljust(min(self.width, 60), "─"))

    def _whole(self, finding: Finding) -> Iterator[str]:
        kind = finding.severity.word
        mark = self.paint(kind, f"{words.SEVERITY[finding.severity].to(self.language)}[{finding.card.code}]")
        yield f"{mark} {self.paint('strong', finding.card.name)}{self._fixable(finding)}"
        yield f"  --> {where(finding.location)}{self._defined(finding.location)}"
        lines = self.report.lines.get(finding.location.path, ())
        yield from excerpt(finding.location, lines, self.width, self.paint, kind)
        yield from self._wrapped(finding.message(self.language), "")
        yield from self._labelled(words.WHY.to(self.language), finding.card.why.to(self.language))
        for related in finding.related[:_RELATED]:
            yield from self._labelled(words.SEE.to(self.language), self._related(related))
        if len(finding.related) > _RELATED:
            yield f"  {words.SEE.to(self.language)}: +{len(finding.related) - _RELATED}"
        if finding.provisions:
            yield from self._labelled(
                words.EVIDENCE.to(self.language),
                ", ".join(cited(applies, self.report.as_of, self.language) for applies in finding.provisions),
            )
        if finding.ahead:
            yield from self._wrapped(ahead(finding.ahead, self.report.strict_dates, self.language), "  ")
        if finding.calendar:
            yield f"  ({words.CALENDAR.to(self.language)})"
        if self.show_fixes and finding.fingerprint in self.plans:
            yield from suggestion(self.plans[finding.fingerprint], self.report, self.language, self.paint)
        yield ""

    def _line(self, finding: Finding) -> Iterator[str]:
        severity = words.SEVERITY[finding.severity].to(self.language)
        head = f"{where(finding.location)} {severity}[{finding.card.code}]{self._fixable(finding)} "
        yield from self._wrapped(head + finding.message(self.language), "")

    def _fixable(self, finding: Finding) -> str:
        plan = self.plans.get(finding.fingerprint)
        return " [*]" if plan is not None and plan.fix.safe else ""

    def _related(self, related: RelatedPlace) -> str:
        text = f" {related.text.to(self.language)}" if related.text else ""
        return f"{where(related.location)}{text}{self._defined(related.location)}"

    def _defined(self, location: Location) -> str:
        if location.defined is None:
            return ""
        line, column = location.defined
        return f" ({words.DEFINED.to(self.language).format(line=line, column=column)})"

    def _labelled(self, label: str, text: str) -> Iterator[str]:
        yield from self._wrapped(text, f"  {label}: ")

    def _wrapped(self, text: str, first: str) -> Iterator[str]:
        yield from wrapped(text, first or "  ", self.width)
