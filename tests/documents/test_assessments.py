"""The pre-filled assessments: what the policies say, with its address, and questions for what they cannot know."""

from typing import Any

import pytest

from tests.documents.given import base, dumped, rendered
from tests.documents.read_markdown import headings

_FRIA = "fria/lending/raise-limit.md"
_DPIA = "dpia/lending/raise-limit.md"


def _pages(*changes: tuple[str, Any]) -> dict[str, str]:
    """Render the clean workspace with changes, by dotted paths below the decision; `/` leads from the top."""
    data = base()
    for path, value in changes:
        around = data if path.startswith("/") else data["spaces"]["lending"]["decisions"]["raise-limit"]
        *steps, last = path.removeprefix("/").split(".")
        for step in steps:
            around = around.setdefault(step, {})
        around[last] = value
    return rendered(dumped(data))


def test_each_statement_stands_with_its_address():
    page = _pages()[f"en/{_FRIA}"]
    assert "- Oversight lies with: Case worker. (`oversight.by`)" in page
    assert "- Last reviewed: 15 June 2026. (`spaces.lending.review.last`)" in page
    assert "- Who receives reports of incidents: AI officer. (`organisation.incidents.report_to`)" in page


def test_statements_that_are_sentences_are_not_joined_by_semicolons():
    sentences = ["The first is a sentence.", "So is the second."]
    page = _pages(("oversight.bias_measures", sentences))[f"en/{_FRIA}"]
    assert "- Against automation bias: The first is a sentence. So is the second. (`oversight.bias_measures`)" in page
    assert "- Fälle in der Woche: 6. (`oversight.workload.cases_per_week`)" in _pages()[f"de/{_FRIA}"]


def test_all_blocks_of_art_27_and_what_follows_them_are_there_with_a_question_to_people():
    for language, cited in (("en", "Art. 27(1)({}) AI Act"), ("de", "Art. 27 Abs. 1 Buchst. {} KI-VO")):
        page = _pages()[f"{language}/{_FRIA}"]
        sections = page.split('<a id="')
        for letter in "abcdef":
            (block,) = (section for section in sections if section.startswith(f'{letter}"'))
            assert cited.format(letter) in block
            assert "To be completed by a person" in block or "Von einem Menschen zu ergänzen" in block
        for anchor in ("update", "notification", "dpia"):
            assert f'<a id="{anchor}"></a>' in page


def test_all_points_of_art_35_are_there():
    page = _pages()[f"de/{_DPIA}"]
    for letter in "abcd":
        assert f"Art. 35 Abs. 7 Buchst. {letter} DSGVO" in page
    for cited in ("Art. 35 Abs. 9 DSGVO", "Art. 35 Abs. 2 DSGVO", "Art. 35 Abs. 11 DSGVO", "Art. 36 DSGVO"):
        assert cited in page
    assert "| Rechtsgrundlage | Art. 6 Abs. 1 Buchst. b DSGVO |" in page
    assert "| Drittländer | keine |" in page


def test_what_is_missing_is_said_with_the_rule_that_reports_it():
    pages = _pages(("oversight.by", None), ("law.dpia", None))
    assert "- Oversight lies with: **not stated ([OVR001](../../rules.md#rule-ovr001))**." in pages[f"en/{_FRIA}"]
    assert "Tag der Folgenabschätzung: **nicht angegeben ([LAW006]" in pages[f"de/{_DPIA}"]


def test_a_reasoned_no_is_given_once_in_place_of_what_it_rules_out():
    no = {"none_because": "It only grants.", "instead": "Anyone may ask again."}
    page = _pages(("contest", no))[f"en/{_FRIA}"]
    assert (
        "- Contesting the decision: Reason: It only grants. What protects people instead: Anyone may ask again. (`contest`)"
        in page
    )
    assert page.count("It only grants.") == 1
    assert "Who decides on a contest" not in page


def test_what_is_only_planned_says_so():
    page = _pages(("contest.state", "planned"))[f"de/{_FRIA}"]
    assert "*Stand dieser Schutzmaßnahme: geplant.* (`contest.route`)" in page


@pytest.mark.parametrize(
    ("area", "public_body", "says"),
    [
        ("credit-scoring", False, "The policies name one of these two areas (Annex III point 5(b) AI Act)."),
        ("education", True, "The policies name an area of Annex III (Annex III point 3 AI Act) and say that the"),
        ("education", False, "say that the organisation is no such body."),
        ("education", None, "the check assumes that it is."),
        ("critical-infrastructure", True, "The policies name the area that is left out (Annex III point 2 AI Act)."),
        ("product-safety", True, "of which Art. 27 does not speak."),
    ],
)
def test_whom_the_duty_concerns_is_said_with_what_the_policies_hold(area: str, public_body: bool | None, says: str):
    page = _pages(("law.area", area), ("/organisation.public_body", public_body))[f"en/{_FRIA}"]
    assert says in page


def test_the_day_from_which_the_duty_applies_depends_on_the_area():
    assert "applies from 2 December 2027 (for high-risk AI systems of Annex III" in _pages()[f"en/{_FRIA}"]
    pages = _pages(("law.area", "product-safety"))
    assert "gilt ab dem 2.\u00a0August 2028 (für Hochrisiko-KI-Systeme nach Anhang I" in pages[f"de/{_FRIA}"]


@pytest.mark.parametrize(
    ("changes", "has_fria", "has_dpia"),
    [
        ((), True, True),
        ((("/organisation.frameworks", ["gdpr"]),), False, True),
        ((("/organisation.frameworks", ["eu-ai-act"]),), True, False),
        ((("law.fria", None),), True, True),
        ((("law.fria", None), ("law.area", "education")), False, True),
        ((("law.fria", None), ("law.area", "education"), ("/organisation.public_body", None)), True, True),
        ((("law.dpia", None), ("/datasets.credit-file.personal", "none")), True, False),
        ((("law.dpia", {"none_because": "No high risk."}), ("/datasets.credit-file.personal", "none")), True, True),
        ((("status", "retired"),), False, False),
    ],
)
def test_an_assessment_is_pre_filled_where_the_decision_calls_for_one(changes: Any, has_fria: bool, has_dpia: bool):
    pages = _pages(*changes)
    assert (f"en/{_FRIA}" in pages, f"en/{_DPIA}" in pages) == (has_fria, has_dpia)


@pytest.mark.parametrize(
    "key", ["impact", "machine", "human", "oversight", "contest", "law", "escalation", "guardrails"]
)
@pytest.mark.parametrize("value", [7, "x", ["x"], {"none_because": 7, "state": "x", "by": ["a", {}]}, [{"to": 7}]])
def test_no_rejected_value_stops_an_assessment(key: str, value: Any):
    pages = _pages((key, value))
    assert pages[f"en/{_DPIA}"]
    assert headings(pages[f"en/{_DPIA}"]) == headings(pages[f"de/{_DPIA}"])


@pytest.mark.parametrize("section", ["organisation", "systems", "datasets", "roles"])
@pytest.mark.parametrize("value", [7, {}, {"x": 7}])
def test_no_rejected_section_stops_an_assessment(section: str, value: Any):
    assert _pages((f"/{section}", value))["index.md"]


def test_each_decision_has_statements_of_its_own_in_both_assessments():
    data = base()
    decisions = data["spaces"]["lending"]["decisions"]
    decisions["lower-limit"] = {**decisions["raise-limit"], "question": "May we lower it?"}
    pages = rendered(dumped(data))
    for kind in ("fria", "dpia"):
        assert "What is decided: May we lower it?" in pages[f"en/{kind}/lending/lower-limit.md"]
        assert "What is decided: May we raise this customer's limit?" in pages[f"en/{kind}/lending/raise-limit.md"]
