"""Report in, Markdown out for a comment on a pull request or the page of a run: short, what matters most first, the rest folded.

The first line is a comment that nobody sees, by which a bot finds its own comment again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from orchestrator_lint.escape import markdown, plain
from orchestrator_lint.judging import Finding, Report
from orchestrator_lint.problems import Text
from orchestrator_lint.reports import words
from orchestrator_lint.reports.exceptions import not_counted, old_findings, one_by_one
from orchestrator_lint.reports.paint import visible
from orchestrator_lint.reports.particulars import particulars
from orchestrator_lint.reports.summary import found, sentences
from orchestrator_lint.reports.wrapping import where

MARKER = "<!-- orchestrator-lint -->"
_LIMIT = 65_000  # bytes; GitHub refuses a comment of more than 65,536 characters
_AROUND = 1_000  # bytes for the words around what is folded
_FIRST = 5  # findings with their reasons; the others have a line each
_LONGEST = 1_000  # characters of one text; what is longer was not written to be read
_MORE = (Text("1 more finding", "1 weiterer Befund"), Text("{count} more findings", "{count} weitere Befunde"))
_LEFT_OUT = (
    Text("1 has no room here; `--format json` has all.", "1 hat hier keinen Platz; `--format json` nennt alle."),
    Text(
        "{count} have no room here; `--format json` has all.",
        "{count} haben hier keinen Platz; `--format json` nennt alle.",
    ),
)
_CODE = re.compile(r"`([^`]+)`")
# people, groups, numbers of issues, labels and milestones, which a forge would call or link
_CALL = re.compile(r"\S*[@#!~%$^&](?=\w)\S*")


def render(report: Report, language: str = "en") -> str:
    """Write the comment, at most 65,536 characters long; what has no room is counted."""
    head = f"{MARKER}\n### orchestrator-lint\n\n**{_shown(found(report, language)[1])}**\n\n"
    said = [_shown(sentence) for _, sentence in sentences(report, language)]
    foot = "\n" + "  \n".join(said[:-1]) + "\n"
    room = _Room(_LIMIT - _AROUND - _size(head) - _size(foot))
    ranked = [report.findings[position] for position in report.ranked]
    first = room.fill(_whole(finding, report, language) for finding in ranked[:_FIRST])
    others = ranked[len(first) :]
    excepted = [finding for finding, _ in one_by_one(report)]
    lines = [
        _folded(_MORE, len(others), room.fill(_line(finding, language) for finding in others), language),
        _folded(
            words.EXCEPTED,
            len(excepted),
            room.fill(_excepted(finding, language) for finding in excepted),
            language,
        ),
        *(f"\n{_shown(sentence)}\n" for sentence in old_findings(report, language)),
    ]
    return "".join((head, *first, *lines, foot))


class _Room:
    """How many bytes are left on the page."""

    def __init__(self, left: int) -> None:
        self.left = left

    def fill(self, blocks: Iterable[str]) -> list[str]:
        """Take blocks as long as they have room."""
        taken = []
        for block in blocks:
            self.left -= _size(block)
            if self.left < 0:
                break
            taken.append(block)
        return taken


def _whole(finding: Finding, report: Report, language: str) -> str:
    lines = [_head(finding, language), *map(_shown, particulars(finding, report, language))]
    return "1. " + "  \n   ".join(lines) + "\n"


def _line(finding: Finding, language: str) -> str:
    return f"- {_head(finding, language)}\n"


def _excepted(finding: Finding, language: str) -> str:
    why = _shown(not_counted(finding.excepted, language)) if finding.excepted else ""
    return f"{_line(finding, language).rstrip()}  \n  {why}\n"


def _head(finding: Finding, language: str) -> str:
    severity = words.SEVERITY[finding.severity].to(language)
    place = _code(where(finding.location))
    return f"**{severity}** {finding.card.code} {finding.card.name}, {place}: {_shown(finding.message(language))}"


def _folded(summary: tuple[Text, Text], number: int, shown: Sequence[str], language: str) -> str:
    if not number:
        return ""
    left = number - len(shown)
    counted = words.counted(summary, number, language)
    rest = f"\n{words.counted(_LEFT_OUT, left, language)}\n" if left else ""
    return f"\n<details>\n<summary>{counted}</summary>\n\n{''.join(shown)}{rest}\n</details>\n"


def _shown(text: str) -> str:
    """Write a text so that it stands there as it is: what is quoted, and what would call somebody, becomes code."""
    line = plain(text)
    line = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
    return "".join(_code(inner) if quoted else _escaped(inner) for quoted, inner in _parts(line, _CODE))


def _escaped(text: str) -> str:
    return "".join(_code(inner) if call else _kept(inner) for call, inner in _parts(text, _CALL))


def _parts(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[bool, str]]:
    """Cut a text into what the pattern finds and what stands between."""
    end = 0
    for match in pattern.finditer(text):
        yield False, text[end : match.start()]
        yield True, match[match.lastindex or 0]
        end = match.end()
    yield False, text[end:]


def _kept(text: str) -> str:
    """Escape a text with the spaces around it; it never begins a line."""
    inner = text.strip()
    if not inner:
        return " " if text else ""
    before, after = " " * (text[0] == " "), " " * (text[-1] == " ")
    return f"{before}{markdown(f'x{inner}')[1:]}{after}"


def _code(text: str) -> str:
    """Write a text as code between as many backticks as it takes."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    marks, space = "`" * (longest + 1), " " * bool(longest)
    return f"{marks}{space}{visible(plain(text))}{space}{marks}" if text.strip() else ""


def _size(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace"))
