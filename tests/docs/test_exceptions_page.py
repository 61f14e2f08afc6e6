"""The page on exceptions: its waiver and its comment hold, its commands run."""

import re

from click.testing import CliRunner

from orchestrator_lint.cli.group import commands
from orchestrator_lint.journey import check
from orchestrator_lint.sources import Source
from tests.rules.laid_over import TODAY, found, laid_over
from tools.readme import ROOT

PAGE = (ROOT / "docs" / "exceptions.md").read_text(encoding="utf-8")
WAIVER, COMMENT = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)


def test_the_waiver_holds() -> None:
    ours = WAIVER.replace("retail-credit/", "lending/")
    report = found(ours + "spaces: {lending: {review: {last: 2026-01-15}}}")
    assert report.findings == ()
    assert [(finding.card.name, finding.excepted.id) for finding in report.excepted if finding.excepted] == [
        ("review-overdue", "w-2026-004")
    ]


def test_the_comment_holds() -> None:
    (written,) = re.findall(r"# orchestrator-lint: .*", COMMENT)
    gap = laid_over("spaces: {lending: {decisions: {raise-limit: {oversight: {stop: null}}}}}").data.decode()
    text = gap.replace("\n        oversight:", f"\n        {written}\n        oversight:", 1)
    report = check([Source("example.yaml", text.encode())], TODAY, TODAY).report
    assert report.findings == ()
    assert [finding.excepted.kind for finding in report.excepted if finding.excepted] == ["comment"]


def test_every_command_on_the_page_exists() -> None:
    runner = CliRunner()
    written = re.findall(r"^orchestrator-lint ([a-z ]+?)(?: {2,}|$| --)", PAGE, flags=re.MULTILINE)
    assert set(written) == {"baseline create", "check", "baseline update"}
    for command in written:
        assert runner.invoke(commands, [*command.split(), "--help"]).exit_code == 0
