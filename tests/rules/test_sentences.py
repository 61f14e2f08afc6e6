"""Words that bind nobody: found as whole words, in every form, and let pass where the sentence says enough."""

import pytest

from orchestrator_lint.rules.language.checkable import Names, is_checkable, plain_names
from orchestrator_lint.rules.language.sentences import find_terms, sentences
from tests.rules.laid_over import found, laid_over

NAMES = Names(plain_names(["case-worker", "Case worker", "Sachbearbeitung", "it"]), plain_names(["no-refusal"]))


def flagged(text: str, language: str, names: Names = NAMES, rule: str = "TXT001") -> list[str]:
    """The words of a text that its sentences leave open."""
    return [
        text[word.start : word.start + word.length]
        for word in find_terms(text, rule, language)
        if not is_checkable(word, names)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Prüfung erfolgt regelmäßig.", ["regelmäßig"]),
        ("Eine regelmäßige Prüfung findet statt.", ["regelmäßige"]),
        ("Nach angemessener Frist.", ["angemessener"]),
        ("Auf die Regelmäßigkeit kommt es an.", []),
        ("Die Prüfung erfolgt regelmäßig, mindestens monatlich.", []),
        ("Die Prüfung erfolgt regelmäßig, alle 14 Tage.", []),
        ("Die Prüfung erfolgt regelmäßig. Alle 14 Tage wird berichtet.", ["regelmäßig"]),
        ("Wir antworten unverzüglich.", []),
        ("Wir antworten zeitnah.", ["zeitnah"]),
        ("Wir antworten zeitnah, spätestens am 2026-12-01.", []),
        ("Gegebenenfalls wird gestoppt.", ["Gegebenenfalls"]),
        ("Gegebenenfalls wird gestoppt, wenn die Quote über dem Grenzwert liegt.", []),
        ("Bei Bedarf entscheidet die Sachbearbeitung.", []),
        ("Bei Bedarf wird entschieden.", ["Bei Bedarf"]),
        ("Die Leitung ist bestrebt, innerhalb von 3 Tagen zu antworten.", ["ist bestrebt"]),
        ("Sollte der Kunde widersprechen, ruht der Fall.", []),
        ("Das Team sollte prüfen.", ["sollte"]),
        ("Ausreichend ist eine Quote, gemessen an der Stichprobe.", []),
        ("Es gilt, z. B. bei Bedarf, keine Frist.", ["bei Bedarf"]),
    ],
)
def test_german_words_are_found_in_every_form_and_pass_where_the_sentence_says_enough(
    text: str, words: list[str]
) -> None:
    assert flagged(text, "de") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We answer in a timely manner.", ["timely"]),
        ("An untimely answer helps nobody.", []),
        ("We answer in a timely manner, within 3 days.", []),
        ("Escalate as appropriate.", ["as appropriate"]),
        ("Escalate where appropriate, unless two people agree.", []),
        ("Adequate care is taken.", ["Adequate"]),
        ("Adequate care, measured by the error rate, is taken.", []),
        ("Adequate care under no-refusal is taken.", []),
        ("It may be reviewed.", ["may be reviewed"]),
        ("It may be reviewed by the case worker within 5 days.", []),
        ("The person responsible for credit decides.", []),
        ("It is used in a responsible way.", ["responsible"]),
        ("We make best effort within 2 days.", ["best effort"]),
        ("A fair value is set.", []),
    ],
)
def test_english_words_likewise(text: str, words: list[str]) -> None:
    assert flagged(text, "en") == words


def test_absolute_claims_and_nameless_actors_pass_with_a_number_or_a_role() -> None:
    assert flagged("This never happens.", "en", rule="TXT002") == ["never"]
    assert flagged("This never happens more than 2 times.", "en", rule="TXT002") == []
    assert flagged("Relevant parties are told.", "en", rule="TXT003") == ["Relevant parties"]
    assert flagged("Relevant parties, among them the case worker, are told.", "en", rule="TXT003") == []


def test_where_not_all_could_be_read_any_word_may_be_a_role() -> None:
    unread = NAMES._replace(whole=False)
    assert flagged("As needed the auditor decides.", "en") == ["As needed"]
    assert flagged("As needed the auditor decides.", "en", unread) == []


def test_a_short_id_is_a_role_only_in_capitals() -> None:
    assert flagged("As needed IT decides.", "en") == []
    assert flagged("As needed it is decided.", "en") == ["As needed"]


def test_sentences_do_not_end_after_abbreviations_and_numbers() -> None:
    text = "Gilt nach Art. 22 Abs. 1, z. B. am 3. Mai. Dann nicht!\nNeue Zeile"
    assert [sentence.text.strip() for sentence in sentences(text)] == [
        "Gilt nach Art. 22 Abs. 1, z. B. am 3. Mai.",
        "Dann nicht!",
        "Neue Zeile",
    ]


@pytest.mark.parametrize(
    "mandate",
    [
        "Case workers answer promptly.",
        "'Case workers: answer promptly.'",
        '"Case workers: answer promptly."',
        "promptly, and again promptly",
    ],
)
def test_the_place_of_the_finding_is_the_word(mandate: str) -> None:
    fragment = f"spaces: {{lending: {{mandate: {mandate if mandate[0] in chr(39) + chr(34) else repr(mandate)}}}}}"
    lines = laid_over(fragment).data.decode().splitlines()
    findings = [finding for finding in found(fragment).findings if finding.card.code == "TXT001"]
    assert findings
    starts = {finding.location.column for finding in findings}
    assert len(starts) == len(findings)
    for finding in findings:
        place = finding.location
        assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == "promptly"


def test_a_word_in_a_block_text_is_placed_in_its_line() -> None:
    from datetime import date

    from orchestrator_lint.journey import check
    from orchestrator_lint.sources import Source

    text = "orchestrator: 1\nspaces:\n  s:\n    mandate: |\n      Decide alone.\n      Answer promptly.\n"
    report = check([Source("a.yaml", text.encode())], date(2026, 11, 1)).report
    place = next(finding.location for finding in report.findings if finding.card.code == "TXT001")
    assert (place.line, place.column, place.end_column) == (6, 14, 22)


def test_a_plain_text_is_read_in_the_languages_of_the_organisation() -> None:
    german = "spaces: {lending: {mandate: Die Sachbearbeitung entscheidet zeitnah.}}"
    assert [finding.card.code for finding in found(german).findings] == []
    both = "organisation: {languages: [en, de]}\n" + german
    assert [finding.card.code for finding in found(both).findings] == ["TXT001"]


def test_a_text_by_language_is_read_in_its_language_only() -> None:
    fragment = "spaces: {lending: {mandate: {en: Case workers answer zeitnah., de: Wir antworten zeitnah.}}}"
    findings = found(fragment).findings
    assert [(finding.card.code, finding.values["term"]) for finding in findings] == [("TXT001", "zeitnah")]
