"""TXT006: a text is missing in a language of the organisation."""

from collections.abc import Iterator, Mapping
from typing import Any

from orchestrator_lint.model import Bad, Decisions, Good, Problem, Severity, Text, Unknown, Workspace, rule
from orchestrator_lint.problems import Place, Pointer
from orchestrator_lint.reading import Document
from orchestrator_lint.rules.language.texts import dotted, holder, name_of

MESSAGE = Text(
    en="`{key}` of `{subject}` is missing in {languages}, a language of the organisation. Add it, or write one plain text without languages if it reads the same in all.",
    de="`{key}` von `{subject}` fehlt in {languages}, einer Sprache der Organisation. Ergänzen Sie den Text, oder schreiben Sie ihn einmal ohne Sprachen, wenn er in allen gleich lautet.",
)
_ENGLISH_AND_GERMAN = "organisation: {languages: [en, de]}\n"


@rule(
    code="TXT006",
    name="translation-missing",
    severity=Severity.NOTE,
    title=Text(
        en="A text is missing in a language of the organisation",
        de="Ein Text fehlt in einer Sprache der Organisation",
    ),
    why=Text(
        en="A page that is half translated is read by half of the people.",
        de="Eine halb übersetzte Seite liest nur die Hälfte der Menschen.",
    ),
    asks_from="draft",
    serves=("S3",),
    provisions=("eu-ai-act 13(2)", "gdpr 12(1)", "iso-42001 A.8.2"),
    bad=Bad(
        f"{_ENGLISH_AND_GERMAN}spaces: {{lending: {{purpose: {{en: People get credit that they can carry}}}}}}",
        at="spaces.lending.purpose",
    ),
    good=Good(
        f"{_ENGLISH_AND_GERMAN}spaces: {{lending: {{purpose: {{en: People get credit that they can carry, de: 'Menschen bekommen Kredit, den sie tragen können'}}}}}}"
    ),
    cases=(
        Bad(
            f"{_ENGLISH_AND_GERMAN}principles: {{dignity-first: {{means: [{{en: A person explains a refusal., de: ' '}}]}}}}",
            at="principles.dignity-first.means.0",
        ),
        Bad(
            f"{_ENGLISH_AND_GERMAN}spaces: {{lending: {{decisions: {{raise-limit: {{status: draft, title: {{de: Rahmen erhöhen}}}}}}}}}}",
            at="spaces.lending.decisions.raise-limit.title",
        ),
        Bad(
            "organisation: {languages: [en, de], affected: {customers: {title: {de: Kundschaft}}}}",
            at="organisation.affected.customers.title",
        ),
        Good("spaces: {lending: {title: {en: Retail lending}}}"),
        Good("organisation: {languages: null}\nspaces: {lending: {title: {en: Retail lending}}}"),
        Good(
            f"{_ENGLISH_AND_GERMAN}spaces: {{lending: {{decisions: {{raise-limit: {{oversight: {{fallback: {{how: Manual scorecard by two people, tested: 2026-05-12}}}}}}}}}}}}"
        ),
        Good(
            f"{_ENGLISH_AND_GERMAN}spaces: {{lending: {{decisions: {{old: {{status: retired, title: {{en: Old}}}}}}}}}}"
        ),
    ),
)
def translation_missing(workspace: Workspace, asked: Decisions) -> Iterator[Problem]:
    """Flag a text by language that lacks one of `organisation.languages`; a plain text holds for all of them."""
    declared, place = _declared(workspace)
    if len(declared) < 2:
        return
    addresses = frozenset(asked.addresses)
    for document in workspace.documents:
        for pointer, node, value in workspace.language.walk(document.data):
            missing = _missing(value, declared) if node.is_text and isinstance(value, dict) else ()
            if missing:
                yield from _problem(workspace, document, pointer, addresses, missing, place)


def _declared(workspace: Workspace) -> tuple[tuple[str, ...], Place | None]:
    """The languages that the organisation states, and where; none where it is silent or nobody can tell."""
    try:
        organisation = workspace.organisation
        return (organisation.languages.words, organisation.languages.place) if organisation is not None else ((), None)
    except Unknown:
        return (), None


def _missing(texts: Mapping[str, Any], declared: tuple[str, ...]) -> tuple[str, ...]:
    """The languages that a text lacks; none where it is written in no language at all."""
    written = {key for key, text in texts.items() if len(key) == 2 and isinstance(text, str) and text.strip()}
    return tuple(language for language in declared if language not in written) if written else ()


def _problem(
    workspace: Workspace,
    document: Document,
    pointer: Pointer,
    asked: frozenset[str],
    missing: tuple[str, ...],
    declared: Place | None,
) -> Iterator[Problem]:
    noun = holder(workspace, document, pointer, asked)
    if noun is None or any(workspace.is_rejected(document, (*pointer, language)) for language in missing):
        return
    key = next(step for step in reversed(pointer) if isinstance(step, str))
    values = {"key": key, "subject": name_of(noun), "languages": missing}
    problem = noun.problem_at(document.place(pointer), MESSAGE, **values).of_these_words()
    yield problem._replace(names=(dotted(pointer), *missing)).beside(declared)
