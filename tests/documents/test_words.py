"""The words for the closed lists."""

from datetime import date

import pytest

from orchestrator_lint.documents.words import words_of
from orchestrator_lint.frameworks import applies_from
from orchestrator_lint.language import policy_language
from orchestrator_lint.problems import LANGUAGES

_DECISION = ("spaces", "s", "decisions", "d")
# the table of words, and a place of the language that takes its values
_PLACES = {
    "level": (*_DECISION, "autonomy"),
    "status": (*_DECISION, "status"),
    "state": (*_DECISION, "contest", "state"),
    "impact": (*_DECISION, "impact", "level"),
    "reversibility": (*_DECISION, "impact", "reversibility"),
    "effect": (*_DECISION, "impact", "effect"),
    "affected_as": (*_DECISION, "impact", "as"),
    "supplies": (*_DECISION, "machine", "supplies", 0),
    "shows": (*_DECISION, "machine", "shows", 0),
    "prefers": (*_DECISION, "machine", "threshold", "prefers"),
    "abstains": (*_DECISION, "machine", "abstains", "then"),
    "may": (*_DECISION, "oversight", "override", "may", 0),
    "justification": (*_DECISION, "oversight", "override", "justification"),
    "on_timeout": (*_DECISION, "escalation", 0, "on_timeout"),
    "says": (*_DECISION, "explanation", "says", 0),
    "on_silence": (*_DECISION, "hearing", "on_silence"),
    "channels": (*_DECISION, "decision_notice", "channels", 0),
    "notice_states": (*_DECISION, "decision_notice", "states", 0),
    "means": (*_DECISION, "contest", "means", 0),
    "contest_of": (*_DECISION, "contest", "of"),
    "metrics": (*_DECISION, "monitoring", "metrics", 0),
    "log_fields": (*_DECISION, "log", "fields", 0),
    "risk_class": (*_DECISION, "law", "risk_class"),
    "area": (*_DECISION, "law", "area"),
    "practices": (*_DECISION, "law", "practices", 0),
    "automated_basis": (*_DECISION, "law", "automated_basis"),
    "topic": (*_DECISION, "requires", "training", 0),
    "personal": ("datasets", "d", "personal"),
    "guardrail_kind": ("guardrails", "g", "kind"),
    "enforced": ("guardrails", "g", "enforced", "how"),
    "on_breach": ("guardrails", "g", "on_breach", "action"),
    "system_kind": ("systems", "s", "kind"),
    "outputs": ("systems", "s", "outputs", 0),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", _PLACES)
def test_every_value_of_the_language_has_a_word(table: str, language: str):
    node = policy_language().at(_PLACES[table])
    assert node is not None
    assert node.words
    assert set(words_of(language).tables[table]) == set(node.words)


def test_both_languages_have_the_same_words():
    english, german = words_of("en").tables, words_of("de").tables
    assert {name: set(table) for name, table in english.items()} == {name: set(table) for name, table in german.items()}


def test_an_own_word_stands_as_it_is():
    assert words_of("de").of("means", "x-mediation") == "mediation"


@pytest.mark.parametrize(
    ("written", "form", "english", "german"),
    [
        ("1 day", "plain", "1 day", "1 Tag"),
        ("14 days", "within", "within 14 days", "innerhalb von 14 Tagen"),
        ("1 month", "every", "every month", "jeden Monat"),
        ("6 months", "every", "every 6 months", "alle 6 Monate"),
        ("1.5 hours", "plain", "1.5 hours", "1,5 Stunden"),
    ],
)
def test_lengths_of_time_are_written_as_a_sentence_needs_them(written: str, form: str, english: str, german: str):
    assert words_of("en").span(written, form) == english
    assert words_of("de").span(written, form) == german


def test_days_are_written_out():
    assert words_of("en").day(date(2026, 12, 1)) == "1 December 2026"
    assert words_of("de").day(date(2026, 12, 1)) == "1.\u00a0Dezember 2026"


def test_numbers_have_the_decimal_mark_of_the_language():
    assert words_of("en").number(0.05) == "0.05"
    assert words_of("de").number(0.05) == "0,05"


def test_provisions_are_cited_as_lawyers_do():
    assert words_of("en").provision("gdpr 6(1)(b)") == "Art. 6(1)(b) GDPR"
    assert words_of("de").provision("gdpr 6(1)(b)") == "Art. 6 Abs. 1 Buchst. b DSGVO"
    assert words_of("en").provision("eu-ai-act 13(3)(b)(ii)") == "Art. 13(3)(b)(ii) AI Act"
    assert words_of("de").provision("eu-ai-act 27(1)(a)") == "Art. 27 Abs. 1 Buchst. a KI-VO"
    assert words_of("de").provision("eu-ai-act 13(3)(b)(ii)") == "Art. 13 Abs. 3 Buchst. b Ziff. ii KI-VO"
    assert words_of("de").provision("§ 25 TDDDG") == "§ 25 TDDDG"


def test_the_definitions_of_both_laws_are_numbered():
    assert words_of("de").provision("eu-ai-act 3(49)") == "Art. 3 Nr. 49 KI-VO"
    assert words_of("de").provision("gdpr 4(7)") == "Art. 4 Nr. 7 DSGVO"
    assert words_of("en").provision("eu-ai-act 3(49)") == "Art. 3(49) AI Act"


def test_a_provision_says_from_when_it_applies():
    assert words_of("en").cited(applies_from("eu-ai-act 14")) == "Art. 14 AI Act (from 2 December 2027)"
    assert words_of("de").cited(applies_from("eu-ai-act 86")) == "Art. 86 KI-VO (Zeitpunkt nicht geklärt)"
    assert words_of("en").cited(applies_from("gdpr 5(2)"), date(2026, 1, 1)) == "Art. 5(2) GDPR"
    assert words_of("de").cited(applies_from("iso-42001 A.3.2")) == "ISO/IEC 42001 A.3.2"
