"""Words that bind nobody: found as whole words, in every form, and let pass where the sentence says enough."""

from datetime import date

import pytest

from orchestrator_lint.journey import check
from orchestrator_lint.rules.language.checkable import Names, is_checkable, plain_names
from orchestrator_lint.rules.language.sentences import find_terms, sentences
from orchestrator_lint.sources import Source
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
        ("Regelmäßige und regelmässig wie regelmaessiger Turnus.", ["Regelmäßige", "regelmässig", "regelmaessiger"]),
        ("Eine unregelmäßige, ungeeignete und unangemessene Sache.", []),
        ("Risikoangemessene Maßnahmen greifen.", ["Risikoangemessene"]),
        ("Die Angemessenheit prüft der Vorstand.", []),
        ("Zeitnahe Antwort, spätestens am nächsten Werktag.", []),
        ("Zeitnahe Antwort, spätestens in einigen Tagen.", ["Zeitnahe"]),
        ("Regelmäßig, und zwar quartalsweise.", []),
        ("Regelmäßig, wenn der Kunde widerspricht.", ["Regelmäßig"]),
        ("Mittelfristig, bis Ende 2028.", []),
        ("Mittelfristig ab 2000 EUR.", ["Mittelfristig"]),
        ("Grundsätzlich wird geprüft.", ["Grundsätzlich"]),
        ("Grundsätzlich wird geprüft, es sei denn, der Betrag ist klein.", []),
        ("In der Regel wird sie außer Kraft gesetzt.", ["In der Regel"]),
        ("In der Regel gilt das außer bei Betrug.", []),
        ("In der Regelung steht es.", []),
        ("Eine grundsätzliche Frage.", []),
        ("Nach Möglichkeiten wird gesucht.", []),
        ("Nach Möglichkeit vor Ort.", ["Nach Möglichkeit"]),
        ("Automatisierte Entscheidungen im Einzelfall sind erklärt.", []),
        ("Im Einzelfall wird abgewichen.", ["Im Einzelfall"]),
        ("Ggf. wird gestoppt.", ["Ggf."]),
        ("Ggf. stoppt Leitung oder Sachbearbeitung.", []),
        ("Im Zweifel nach angemessener Frist.", ["angemessener"]),
        ("In angemessener Frist von vierzehn Tagen.", []),
        ("Die Bank strebt bis 2027 eine Lösung an.", ["strebt bis 2027 eine Lösung an"]),
        ("Die Bank, die eine Lösung anstrebt, wartet.", ["anstrebt"]),
        ("Wir bemühen uns um Antwort.", ["bemühen uns"]),
        ("Die Bank wird sich um eine Antwort bemühen.", ["sich um eine Antwort bemühen"]),
        ("Die Sachbearbeitung sollte innerhalb von 2 Tagen prüfen.", []),
        ("Sollten wir prüfen?", ["Sollten"]),
        ("Wir prüfen; sollte er widersprechen, ruht der Fall.", []),
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
        ("Fairness and fair-access count.", []),
        ("We answer, as a rule timely.", ["timely"]),
        ("Regular answers are irregularly given.", []),
        ("A second reviewer looks promptly.", ["promptly"]),
        ("A reviewer looks promptly, on the same day.", []),
        ("A reviewer looks promptly, in a few days.", ["promptly"]),
        ("A reviewer looks regularly, on the first of each month.", []),
        ("It is looked at in due course, in May.", []),
        ("It may be looked at in due course.", ["in due course"]),
        ("If necessary, it is stopped.", ["If necessary"]),
        ("If necessary, that is if two people ask, it is stopped.", []),
        ("Best-efforts are made if two people ask.", ["Best-efforts"]),
        ("She strives to answer within 2 days.", ["strives to"]),
        ("She aims to answer within 2 days.", ["aims to"]),
        ("The case worker aims to answer within 2 days.", []),
        ("The case workers aim to answer unless it rains.", []),
        ("Beyond reasonable doubt, within reasonable time.", ["reasonable"]),
        ("The responsible case worker and the responsible officer decide.", []),
        ("Reasonable means 14 days.", []),
        ("Adequately done.", []),
    ],
)
def test_english_words_likewise(text: str, words: list[str]) -> None:
    assert flagged(text, "en") == words


def test_what_stands_between_the_parts_of_a_verb_is_left_out() -> None:
    text = "Wir antworten. Die Bank ist stets und überall bestrebt, es zu tun, und bemüht sich."
    assert [word.words for word in find_terms(text, "TXT001", "de")] == ["ist … bestrebt", "bemüht sich"]


def test_a_language_without_a_list_has_no_terms() -> None:
    assert list(find_terms("Gegebenenfalls promptly.", "TXT001", "nl")) == []


def test_absolute_claims_and_nameless_actors_pass_with_a_number_or_a_role() -> None:
    assert flagged("This never happens.", "en", rule="TXT002") == ["never"]
    assert flagged("This never happens more than 2 times.", "en", rule="TXT002") == []
    assert flagged("This never happens under no-refusal.", "en", rule="TXT002") == []
    assert flagged("Im Zimmer gilt das immer.", "de", rule="TXT002") == ["immer"]
    assert flagged("Relevant parties are told.", "en", rule="TXT003") == ["Relevant parties"]
    assert flagged("Status: TBD", "en", rule="TXT004") == ["TBD"]
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


def test_a_line_break_ends_a_sentence_unless_the_line_goes_on() -> None:
    text = 'We answer promptly,\nwithin 2 days\n- and more\n\n  so\n2. Next ...\nIm Mai 2026. We end ("so.") Yes'
    assert [sentence.text.strip() for sentence in sentences(text)] == [
        "We answer promptly,\nwithin 2 days",
        "- and more",
        "so",
        "2. Next ...",
        "Im Mai 2026.",
        'We end ("so.")',
        "Yes",
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


@pytest.mark.parametrize(
    ("mandate", "places"),
    [
        ("|\n      Decide alone.\n      Answer promptly.", [(6, 14, 6, 22)]),
        ("|\n      Answer promptly\n      and promptly.", [(5, 14, 5, 22), (6, 11, 6, 19)]),
        (">-\n      Ask where\n      appropriate and where appropriate.", [(5, 11, 6, 18), (6, 23, 6, 40)]),
        ("Ask as\n      far as possible", [(4, 18, 5, 22)]),
        ('"\\u0041nswer promptly"', [(4, 27, 4, 35)]),
        ('"Answer p\\u0072omptly"', [(4, 14, 4, 36)]),
        ("{de: Wir antworten zeitnah., en: promptly}", [(4, 33, 4, 40), (4, 47, 4, 55)]),
    ],
)
def test_a_word_is_placed_where_it_stands_in_the_file(mandate: str, places: list[tuple[int, ...]]) -> None:
    text = f"orchestrator: 1\nspaces:\n  s:\n    mandate: {mandate}\n"
    report = check([Source("a.yaml", text.encode())], date(2026, 11, 1)).report
    locations = [finding.location for finding in report.findings if finding.card.code == "TXT001"]
    assert [(place.line, place.column, place.end_line, place.end_column) for place in locations] == places


def test_of_an_id_that_stands_twice_only_the_first_is_read() -> None:
    texts = ("Decide alone.", "Decide promptly.")
    sources = [
        Source(f"{number}.yaml", f"orchestrator: 1\nspaces: {{s: {{mandate: {text}}}}}\n".encode())
        for number, text in enumerate(texts)
    ]
    assert "TXT001" not in {finding.card.code for finding in check(sources, date(2026, 11, 1)).report.findings}


def test_where_nobody_can_tell_the_languages_only_texts_by_language_are_read() -> None:
    text = "orchestrator: 1\norganisation: {languages: 5}\nspaces: {s: {mandate: promptly}, t: {mandate: {en: promptly}}}\n"
    report = check([Source("a.yaml", text.encode())], date(2026, 11, 1)).report
    findings = [finding for finding in report.findings if finding.card.code == "TXT001"]
    assert [finding.about for finding in findings] == ["spaces/t"]


def test_a_plain_text_is_read_in_the_languages_of_the_organisation() -> None:
    german = "spaces: {lending: {mandate: Die Sachbearbeitung entscheidet zeitnah.}}"
    assert [finding.card.code for finding in found(german).findings] == []
    both = "organisation: {languages: [en, de]}\n" + german
    assert [finding.card.code for finding in found(both).findings] == ["TXT001"]


def test_a_text_by_language_is_read_in_its_language_only() -> None:
    fragment = "spaces: {lending: {mandate: {en: Case workers answer zeitnah., de: Wir antworten zeitnah.}}}"
    findings = found(fragment).findings
    assert [(finding.card.code, finding.values["term"]) for finding in findings] == [("TXT001", "zeitnah")]
