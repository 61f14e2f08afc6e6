"""Report in, its closing lines out: what was read, what was not, what to do first."""

from collections.abc import Collection, Iterator

from orchestrator_lint.judging import LeftOut, NotPossible, Report
from orchestrator_lint.problems import Severity, listed
from orchestrator_lint.repairing import Plan
from orchestrator_lint.reports import words
from orchestrator_lint.reports.exceptions import excepted_lines
from orchestrator_lint.reports.paint import Paint
from orchestrator_lint.reports.wrapping import where, wrapped

_STEPS = 5
_CODES = 6  # named of the rules between the organisation and the next rung

_NAMED = 3  # of the files of which findings are shown


def summary(report: Report, plans: Collection[Plan], language: str, paint: Paint, width: int) -> Iterator[str]:
    """Count what was read, what was found and what was not possible, and name the next five steps."""
    if report.findings:
        yield from _steps(report, language, paint, width)
        yield ""
    if report.excepted:
        yield from excepted_lines(report, language, paint, width)
        yield ""
    yield from closing(report, plans, language, paint, width)


def closing(report: Report, plans: Collection[Plan], language: str, paint: Paint, width: int) -> Iterator[str]:
    """Count what was read, what was found, what was not possible, and what has a fix."""
    for kind, sentence in (*sentences(report, language), *fixable(plans, language)):
        for line in wrapped(sentence, "", width):
            yield paint(kind, line) if kind else line


def sentences(report: Report, language: str) -> Iterator[tuple[str, str]]:
    """Say in sentences, each with the kind of its colour, what was read, which day holds, and what was found."""
    count = report.counts
    yield (
        "",
        words.READ.to(language).format(
            files=words.counted(words.FILES, count.files, language),
            spaces=words.counted(words.SPACES, count.spaces, language),
            decisions=words.counted(words.DECISIONS, count.decisions, language),
            rules=words.counted(words.RULES, count.rules, language),
        ),
    )
    yield "", day(report, language)
    yield "", _frameworks(report, language)
    yield from reservations(report, language)
    yield from _ladder(report, language)
    yield from left_out(report, language)
    yield found(report, language)


def day(report: Report, language: str) -> str:
    """Say which day is judged and where it came from."""
    origin = words.ORIGIN[report.as_of_from].to(language)
    return words.AS_OF.to(language).format(date=report.as_of.isoformat(), origin=origin)


def reservations(report: Report, language: str) -> Iterator[tuple[str, str]]:
    """Say what could not be read and which checks were not possible."""
    unread = report.counts.unread
    if unread:
        yield "error", words.UNREAD.to(language).format(files=words.counted(words.FILES, unread, language))
    for item in report.not_possible:
        yield "warning", not_possible(item, language)


def left_out(report: Report, language: str) -> Iterator[tuple[str, str]]:
    """Say of which part the findings are shown, and how many others there are."""
    return (("", _left_out(left, language)) for left in report.left_out)


def not_possible(item: NotPossible, language: str) -> str:
    """Say how many checks a fault made impossible, and where it stands."""
    text = words.NOT_POSSIBLE if item.number != 1 else words.NOT_POSSIBLE_ONE
    place = where(item.cause) if item.cause else words.UNREAD_CAUSE.to(language)
    return text.to(language).format(count=item.number, place=place)


def found(report: Report, language: str) -> tuple[str, str]:
    """Count the findings by severity."""
    numbers = [(severity, report.number(severity)) for severity in sorted(Severity, reverse=True)]
    present = [(severity, number) for severity, number in numbers if number]
    if not present:
        return "good", words.CLEAN.to(language)
    counts = ", ".join(words.counted(words.COUNTED[severity], number, language) for severity, number in present)
    text = words.FOUND.to(language).format(counts=counts)
    calendar = sum(finding.calendar for finding in report.findings)
    if calendar:
        text = f"{text} {words.BY_CALENDAR.to(language).format(count=calendar)}"
    return present[0][0].word, text


def fixable(plans: Collection[Plan], language: str) -> Iterator[tuple[str, str]]:
    """Say how many findings have a fix, as people know it from other linters."""
    safe = sum(plan.fix.safe for plan in plans)
    more = len(plans) - safe
    if safe:
        rest = words.MORE_UNSAFE.to(language).format(count=more) if more else "."
        yield "", words.counted(words.FIXABLE, safe, language) + rest
    elif more:
        yield "", words.counted(words.ONLY_UNSAFE, more, language)


def _steps(report: Report, language: str, paint: Paint, width: int) -> Iterator[str]:
    yield paint("strong", words.NEXT.to(language))
    for number, position in enumerate(report.ranked[:_STEPS], 1):
        finding = report.findings[position]
        text = f"{finding.card.title.to(language)} – {finding.about}, {where(finding.location)} ({finding.card.code})"
        yield from wrapped(text, f"  {number}. ", width)
    yield from wrapped(words.EXPLAIN.to(language), "  ", width)


def _ladder(report: Report, language: str) -> Iterator[tuple[str, str]]:
    """Which rung is reached, and what the next one asks for."""
    if not report.rungs:
        return
    reached = [rung.profile for rung in report.rungs if not rung.open]
    text = words.RUNG_REACHED.to(language).format(rung=reached[-1]) if reached else words.NO_RUNG.to(language)
    waiting = next((rung for rung in report.rungs if rung.open), None)
    if waiting is not None:
        codes = [*waiting.codes[:_CODES], *(["…"] if len(waiting.codes) > _CODES else [])]
        findings = words.counted(words.OPEN, waiting.open, language)
        asks = words.RUNG_NEXT.to(language).format(rung=waiting.profile, findings=findings, codes=", ".join(codes))
        text = f"{text} {asks}"
    yield "", text


def _frameworks(report: Report, language: str) -> str:
    if not report.frameworks:
        return words.NO_FRAMEWORK.to(language)
    names = words.FRAMEWORKS.to(language).format(names=", ".join(report.frameworks))
    return f"{names} {words.NOT_ADVICE.to(language)}"


def _left_out(left: LeftOut, language: str) -> str:
    named = listed(left.named, language, _NAMED)
    rest = words.counted(words.LEFT_OUT, left.findings, language)
    others = rest if left.findings else words.NONE_LEFT_OUT.to(language)
    return words.SHOWN[left.kind].to(language).format(named=named, left=others)
