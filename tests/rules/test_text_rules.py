"""Rules that read words: what the organisation adds or switches off, who acts in a sentence, and what hides what."""

from collections.abc import Mapping
from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.judging import Finding, Report
from orchestrator_lint.language import policy_language
from orchestrator_lint.model import Problem, Rule, Settings, Workspace
from orchestrator_lint.network import Network
from orchestrator_lint.reading import read
from orchestrator_lint.rules import run_rules
from orchestrator_lint.rules.index import all_rules
from orchestrator_lint.rules.language.anthropomorphism import anthropomorphism
from orchestrator_lint.rules.language.passive import passive_in
from orchestrator_lint.rules.language.sentences import find_terms, terms
from orchestrator_lint.rules.language.texts import shortened
from orchestrator_lint.rules.purpose.means import names_only_means
from orchestrator_lint.shape import check_shape
from orchestrator_lint.sources import Source
from tests.rules.laid_over import found

TODAY = date(2026, 11, 1)


def alone(*texts: str) -> Report:
    sources = [Source(f"{number}.yaml", f"orchestrator: 1\n{text}".encode()) for number, text in enumerate(texts)]
    return check(sources, TODAY).report


def of(code: str, report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.card.code == code]


def codes(fragment: str) -> list[str]:
    return [finding.card.code for finding in found(fragment).findings]


def said(code: str, text: str, words: Mapping[str, tuple[str, ...]]) -> list[Problem]:
    """What one rule says of a file where the organisation has words of its own."""
    language = policy_language()
    reading = read(Source("a.yaml", f"orchestrator: 1\n{text}".encode()), language.sections)
    workspace = Workspace([check_shape(document, language).document for document in reading.documents], language)
    rules: list[Rule] = [rule for rule in all_rules() if rule.code == code]
    outcome = run_rules(rules, workspace, Network(workspace), Settings(TODAY, words=words))
    return [raised.problem for raised in outcome.raised]


@pytest.mark.parametrize(
    ("code", "text", "words", "count"),
    [
        ("TXT001", "spaces: {s: {mandate: We answer asap.}}", {}, 0),
        ("TXT001", "spaces: {s: {mandate: We answer asap.}}", {"vague_time": ("asap",)}, 1),
        ("TXT001", "spaces: {s: {mandate: 'We answer asap, within 2 days.'}}", {"vague_time": ("asap",)}, 0),
        ("TXT001", "spaces: {s: {mandate: We answer asap.}}", {"TXT001": ("asap",)}, 1),
        ("TXT001", "spaces: {s: {mandate: We answer promptly.}}", {"vague_time": ("Promptly",)}, 1),
        ("TXT001", "spaces: {s: {mandate: We answer promptly.}}", {"vague_time": ("-Promptly",)}, 0),
        ("TXT001", "spaces: {s: {mandate: We answer promptly.}}", {"TXT001": ("-promptly",)}, 0),
        ("TXT001", "spaces: {s: {mandate: We answer promptly.}}", {"TXT002": ("-promptly",)}, 1),
        ("TXT002", "datasets: {d: {quality: Flawless}}", {"absolute": ("flawless",)}, 1),
        ("TXT003", "spaces: {s: {mandate: The desk decides.}}", {"vague_actor": ("the desk",)}, 1),
        ("TXT004", "datasets: {d: {source: tbs}}", {"placeholder": ("TBS",)}, 1),
        ("TXT004", "datasets: {d: {source: unknown}}", {"placeholder": ("-unknown",)}, 0),
        ("TXT005", "spaces: {s: {purpose: A bot with a heart}}", {"TXT005": ("with a heart",)}, 1),
        ("PUR002", "spaces: {s: {purpose: Use blockchain}}", {}, 0),
        ("PUR002", "spaces: {s: {purpose: Use blockchain}}", {"means": ("blockchain",)}, 1),
        ("PUR002", "spaces: {s: {purpose: Use data}}", {"PUR002": ("-data",)}, 0),
        ("PUR002", "organisation: {languages: [nl]}\nspaces: {s: {purpose: ketens}}", {"means": ("keten",)}, 1),
    ],
)  # fmt: skip
def test_an_organisation_adds_words_and_switches_others_off(
    code: str, text: str, words: dict[str, tuple[str, ...]], count: int
) -> None:
    assert len(said(code, text, words)) == count


def test_a_lone_hyphen_is_a_word_and_switches_nothing_off() -> None:
    assert [term.words for term in terms("TXT004", "nl", (("placeholder", "-"),))] == ["onbekend", "-"]


def test_a_german_word_of_the_organisation_is_found_in_its_forms() -> None:
    own = (("vague_quality", "marktüblich"),)
    assert [word.words for word in find_terms("In marktüblicher Frist.", "TXT001", "de", own)] == ["marktüblicher"]


@pytest.mark.parametrize(
    ("text", "language", "only"),
    [
        ("Prozessoptimierung und Effizienzsteigerung durch KI", "de", True),
        ("Datenbasierte, schnellere Prozesse mit modernen Werkzeugen", "de", True),
        ("Einsatz künstlicher Intelligenz zur Optimierung der Abläufe", "de", True),
        ("Wir nutzen Daten für Menschen", "de", False),
        ("Schnellere Bescheide", "de", False),
        ("Increased efficiency and productivity.", "en", True),
        ("AI-enabled workflow automation", "en", True),
        ("Leveraging machine learning models", "en", True),
        ("Faster answers", "en", False),
        ("For all of us", "en", False),
        ("Efficiënte processen", "nl", False),
    ],
)
def test_a_purpose_of_nothing_but_means(text: str, language: str, only: bool) -> None:
    assert names_only_means(text, language) is only


@pytest.mark.parametrize(
    ("sentence", "language", "words"),
    [
        ("Cases are then checked again.", "en", "are then checked"),
        ("A letter must be sent on the day.", "en", "must be sent"),
        ("Every case has to be shown.", "en", "has to be shown"),
        ("Cases are checked by the desk.", "en", None),
        ("Cases are sorted by hand.", "en", "are sorted"),
        ("If a case is refused, two people look.", "en", None),
        ("Two people look at what is refused.", "en", None),
        ("The amount is limited to 500 EUR.", "en", None),
        ("When in doubt, the case is handed over.", "en", "is handed"),
        ("Der Fall wird noch einmal geprüft.", "de", "wird noch einmal geprüft"),
        ("Die Fälle werden abgelehnt und neu berechnet.", "de", "werden abgelehnt"),
        ("Der Fall ist vorzulegen.", "de", "ist vorzulegen"),
        ("Die Fälle sind zu prüfen.", "de", "sind zu prüfen"),
        ("Große Fälle müssen vorgelegt werden.", "de", "müssen vorgelegt werden"),
        ("Der Fall wird von der Filiale geprüft.", "de", None),
        ("Der Fall wird von Hand geprüft.", "de", "wird von Hand geprüft"),
        ("Sobald der Fall abgelehnt wird, ruht er.", "de", None),
        ("Die Filiale wird entscheiden.", "de", None),
        ("Die Filiale wird den Fall genehmigen.", "de", None),
        ("Das ist leicht zu prüfen.", "de", None),
        ("Dafür wird ein Formular benötigt.", "de", None),
        ("De zaak wordt beoordeeld.", "nl", None),
    ],
)
def test_a_duty_in_the_passive(sentence: str, language: str, words: str | None) -> None:
    match = passive_in(sentence, language)
    assert (match and match.group()) == words


@pytest.mark.parametrize(
    ("mandate", "count"),
    [
        ("Man prüft den Fall.", 1),
        ("Die Sachbearbeitung schreibt auf, was man prüft.", 0),
        ("Die zuständige Abteilung entscheidet.", 1),
        ("Die Leitung informiert alle Beteiligten.", 1),
        ("Die Leitung prüft die beteiligten Systeme.", 0),
        ("Die Fachabteilung entscheidet.", 1),
        ("Der Fall wird vorgelegt. Er wird geprüft.", 2),
        ("The man from the bank is heard.", 1),
        ("The business decides.", 1),
        ("The business case worker decides.", 0),
        ("Stakeholder meetings take place.", 0),
        ("Cases are shown to Erika.", 0),
    ],
)
def test_who_acts_in_a_mandate(mandate: str, count: int) -> None:
    policy = f"roles: {{e: {{title: Erika}}}}\nspaces: {{s: {{mandate: {mandate!r}}}}}"
    assert len(of("TXT003", alone(policy))) == count


def test_the_key_beside_a_shared_text_says_who_acts() -> None:
    shared = "spaces: {{s: {{every_decision: {{oversight: {{by: {by}, fallback: The list is worked through.}}}}}}}}"
    assert not of("TXT003", alone(shared.format(by="clerk")))
    assert of("TXT003", alone(shared.format(by="null")))
    assert not of("TXT003", alone(shared.format(by="[a, b]")))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Unser KI-System versteht Sprache.", ["Unser KI-System versteht"]),
        ("Hilft. Dabei gilt: Das Modell ist völlig objektiv.", ["Das Modell ist völlig objektiv"]),
        ("Hilft, weil der Chatbot verantwortungsvoll handelt.", ["weil der Chatbot verantwortungsvoll handelt"]),
        ("Das Modell weiß es nicht.", []),
        ("Keine KI versteht das.", []),
        ("Wer das System versteht, hilft.", []),
        ("The digital assistant knows the way.", ["The digital assistant knows"]),
        ("A user of the system knows the way.", []),
        ("No AI understands anything.", []),
        ("The AI understands nothing.", []),
        ("The agent understands customers.", []),
    ],
)
def test_a_machine_with_a_mind(text: str, words: list[str]) -> None:
    problems = said(anthropomorphism.code, f"spaces: {{s: {{purpose: {text!r}}}}}", {})
    assert [problem.values["term"] for problem in problems] == words


def test_what_a_machine_does_in_a_language_without_a_list_is_not_read() -> None:
    text = "organisation: {languages: [nl]}\nspaces: {s: {decisions: {d: {machine: {does: Knows all.}}}}}"
    assert not said("TXT005", text, {})


def test_what_is_denied_of_the_machine_it_does_not_have() -> None:
    assert not said("TXT005", "spaces: {s: {decisions: {d: {machine: {does: Understands nothing.}}}}}", {})


def test_a_placeholder_hides_what_is_said_of_its_own_text_only() -> None:
    decision = "oversight: {fallback: {how: 'TODO, and promptly'}}, human: {does: Answers promptly.}"
    report = found(f"spaces: {{lending: {{decisions: {{raise-limit: {{{decision}}}}}}}}}")
    assert sorted(finding.card.code for finding in report.findings) == ["TXT001", "TXT004"]
    assert of("TXT001", report)[0].location.line != of("TXT004", report)[0].location.line


def test_an_owner_that_holds_the_place_is_one_finding() -> None:
    assert codes("spaces: {lending: {owner: todo}}") == ["TXT004"]
    assert codes("spaces: {lending: {decisions: {raise-limit: {owner: TBD, status: draft}}}}") == ["TXT004"]
    assert codes("systems: {repayment-score: {steward: '?'}}") == ["TXT004"]


def test_of_an_id_that_stands_twice_the_placeholders_of_the_first_count() -> None:
    assert len(of("TXT004", alone("datasets: {d: {source: TODO}}", "datasets: {d: {source: TODO}}"))) == 1


def test_a_translation_that_was_rejected_is_not_missing() -> None:
    text = "organisation: {languages: [en, de]}\nspaces: {s: {purpose: {en: People eat, de: 5}}}"
    assert not of("TXT006", alone(text))
    assert not of("TXT006", alone("organisation: {languages: 5}\nspaces: {s: {purpose: {en: People eat}}}"))
    assert not of("TXT006", alone("spaces: {s: {purpose: {en: People eat}}}"))


def test_a_space_may_be_called_decisions() -> None:
    report = alone(
        "spaces: {decisions: {mandate: We answer promptly., decisions: {d: {human: {does: Acts promptly.}}}}}"
    )
    assert [finding.about for finding in of("TXT001", report)] == ["spaces/decisions", "decisions/d"]


@pytest.mark.parametrize(
    "more",
    [
        "spaces: {lending: {principles: [thirft]}}",
        "spaces: {lending: {principles: 5}}",
        "spaces: 5",
        "spaces: {lending: {decisions: 5}}",
        "spaces: {lending: {decisions: {raise-limit: {principles: {a: b}}}}}",
        "guardrails: {no-unexplained-refusal: {principle: 5}}",
        "guardrails: {no-unexplained-refusal: 5}",
    ],
)
def test_a_principle_may_be_meant_where_a_reference_cannot_be_read(more: str) -> None:
    thrift = "principles: {thrift: {statement: We spend what we have, rank: 2}}\n"
    assert of("PUR007", found(thrift))
    assert of("PUR007", found(f"{thrift}spaces: {{lending: {{measure: 5}}}}"))
    assert not of("PUR007", found(thrift + more))


def test_a_guardrail_may_be_meant_where_another_is_missing() -> None:
    cap = "guardrails: {cap: {statement: No bonus., kind: economic}}\n"
    assert of("GRD008", found(cap))
    assert not of("GRD008", found(f"{cap}spaces: {{lending: {{every_decision: {{guardrails: null}}}}}}"))
    assert not of("GRD008", found(f"{cap}spaces: {{lending: {{every_decision: {{guardrails: [kap]}}}}}}"))
    assert not of("PUR007", alone("principles: {p: {}}\nspaces: {s: {}}"))


def test_long_words_are_quoted_in_part() -> None:
    assert shortened("a  b\nc") == "a b c"
    assert shortened("word " * 20) == f"{('word ' * 12)[:59].rstrip()}…"


def test_copied_words_list_at_most_twenty_places() -> None:
    words = "Weighs the reasons and decides with care"
    decisions = ", ".join(f"d-{number}: {{human: {{does: {words}}}}}" for number in range(25))
    (finding,) = of("REV007", alone(f"spaces: {{s: {{decisions: {{{decisions}}}}}}}"))
    assert finding.values["count"] == 25
    assert len(finding.related) == 20


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("As Executive Order 14110 and works agreement 12/2025 say, after C-634/21.", 0),
        ("1. The person first\n2. Then the case", 0),
        ("Since 1999, and on 2026-03-01, we listen.", 0),
        ("Art. 5(1)(b), 6 and 9 GDPR and § 28 hold; Annex III, point 5 too.", 0),
        ("No more than 7 letters.", 1),
        ("A loan of 20 000 EUR is small.", 1),
    ],
)
def test_a_number_that_a_principle_may_name(text: str, count: int) -> None:
    assert (
        len(of("PUR006", alone(f"organisation: {{languages: [en]}}\nprinciples: {{p: {{statement: {text!r}}}}}")))
        == count
    )


def test_a_placeholder_where_a_date_must_stand_is_left_to_the_schema() -> None:
    report = alone("organisation: {as_of: TODO}")
    assert report.findings
    assert not of("TXT004", report)
