"""The flowcharts of the data-flow record."""

import re

import pytest

from orchestrator_lint.documents import pages
from orchestrator_lint.escape import mermaid
from tests.documents.given import BASE, base, checked, dumped, rendered, without_findings
from tests.documents.test_hostile_text import HOSTILE

_NODE = r'n\d+(?:\[\("{0}"\)\]|\[\["{0}"\]\]|\(\["{0}"\]\)|\{{\{{"{0}"\}}\}}|>"{0}"\]|\[/"{0}"/\]|\["{0}"\])'
_LABEL = r"(?:[^\"#;<>&\\`|{}\[\]()%$*_~!^:@]|#\d+;|<br/>)*"
_LINE = re.compile(rf"flowchart LR|  (?:{_NODE.format(_LABEL)}|n\d+ (?:-->|==>|-\.->)(?:\|\"{_LABEL}\"\|)? n\d+)")


def diagrams(page: str) -> list[list[str]]:
    """Give the lines of every diagram of a page."""
    return [found.split("\n") for found in re.findall(r"```mermaid\n(.*?)\n```", page, re.DOTALL)]


def test_a_space_has_a_diagram_and_a_table():
    for language in ("de", "en"):
        page = rendered(BASE)[f"{language}/data-flows.md"]
        (lines,) = diagrams(page)
        assert '  n1[("Credit file")]' in lines
        assert '  n2 -->|"score and reasons"| n3' in lines
        assert '  n4 ==>|"letter"| n5' in lines
        assert "| score and reasons |" in page


@pytest.mark.parametrize("hostile", HOSTILE)
def test_labels_hold_no_mark_of_mermaid(hostile: str):
    data = base()
    data["systems"]["repayment-score"]["title"] = hostile
    data["datasets"]["credit-file"]["title"] = hostile
    flows = data["spaces"]["lending"]["decisions"]["raise-limit"]["flows"]
    flows[1]["carries"] = hostile
    flows.append(
        {"from": "this", "to": f"external/{hostile.split(maxsplit=1)[0]}" if hostile.split() else "external/x"}
    )
    result = checked(dumped(data))
    page = pages(result.workspace, without_findings(result), "en")["en/data-flows.md"]
    (lines,) = diagrams(page)
    assert [line for line in lines if not _LINE.fullmatch(line)] == []


def test_the_mark_of_a_list_is_escaped_and_a_line_break_kept():
    assert mermaid("1. first\n- second") == "1#46; first<br/>#45; second"
    assert mermaid('a "b" #c; <d>') == "a #34;b#34; #35;c#59; #60;d#62;"


def test_many_flows_are_spread_over_several_diagrams():
    data = base()
    decision = data["spaces"]["lending"]["decisions"]["raise-limit"]
    decision["flows"] = [{"from": "this", "to": f"external/place-{number}", "carries": "x"} for number in range(150)]
    result = checked(dumped(data))
    drawn = diagrams(pages(result.workspace, without_findings(result), "de")["de/data-flows.md"])
    assert len(drawn) == 3
    assert max(sum("-->" in line for line in lines) for lines in drawn) == 60
