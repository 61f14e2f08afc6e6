"""A text in, its sentences and the words of the lists in them out."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from orchestrator_lint.rules.language.forms import FORMS, german

Own = tuple[tuple[str, str], ...]  # the organisation's terms, each with its class or rule: `Settings.own_words`
_LISTS = ("weasel-words.csv", "means-words.csv")


class Term(NamedTuple):
    """A row of a word list: a word or phrase, what kind of word it is, and what makes it good enough."""

    language: str
    kind: str
    words: str
    rule: str
    ok_if: str


class Sentence(NamedTuple):
    """A sentence of a text, and where it begins there."""

    start: int
    text: str


class Found(NamedTuple):
    """A term in a sentence, and which stretch of the whole text it is."""

    term: Term
    start: int
    length: int
    sentence: Sentence

    @property
    def words(self) -> str:
        """The words as they stand in the text, without what stands between them."""
        said = self.sentence.text[self._begin : self._begin + self.length].split()
        return " ".join(said) if len(said) <= len(self.term.words.split()) else f"{said[0]} … {said[-1]}"

    @property
    def part(self) -> tuple[int, int]:
        """Where it stands in the text: start and length."""
        return self.start, self.length

    @property
    def before(self) -> str:
        """The sentence up to the term."""
        return self.sentence.text[: self._begin]

    @property
    def after(self) -> str:
        """The sentence from behind the term on."""
        return self.sentence.text[self._begin + self.length :]

    @property
    def _begin(self) -> int:
        return self.start - self.sentence.start


@cache
def terms(rule: str, language: str, own: Own = ()) -> tuple[Term, ...]:
    """Give the terms of a rule in a language: those of the lists that are not switched off, and the organisation's."""
    listed = [term for term in _listed() if term.rule == rule]
    kinds = list(dict.fromkeys(term.kind for term in listed))
    kept = [(kinds[0] if key == rule else key, word) for key, word in own if key in (rule, *kinds)]
    off = {word[1:].lower() for _, word in kept if _is_off(word)}
    added = [Term(language, kind, word, rule, "") for kind, word in kept if not _is_off(word)]
    mine = [term for term in listed if term.language == language and term.words.lower() not in off]
    known = {term.words.lower() for term in mine}
    return (*mine, *(term for term in added if term.words.lower() not in known))


@cache
def _listed() -> tuple[Term, ...]:
    lists = (files(__package__).joinpath(name).read_text(encoding="utf-8") for name in _LISTS)
    rows = (row for text in lists for row in csv.DictReader(text.splitlines()))
    return tuple(Term(row["lang"], row["class"], row["term"], row["rule"], row["ok_if"]) for row in rows)


def _is_off(word: str) -> bool:
    """Whether a term of the organisation is one that it switches off: `-regularly`."""
    return len(word) > 1 and word.startswith("-")


def sentences(text: str) -> Iterator[Sentence]:
    """Cut a text into sentences.

    One ends at `.`, `!`, `?` or `;` before a space or the end, and at a line break unless the next line goes on with
    a small letter or a figure; not after an abbreviation, one letter, or a number of one or two figures.
    """
    start = 0
    for match in _END.finditer(text):
        if not _goes_on(text, match):
            yield from _sentence(text, start, match.end())
            start = match.end()
    yield from _sentence(text, start, len(text))


def find_terms(text: str, rule: str, language: str, own: Own = ()) -> Iterator[Found]:
    """Find the terms of a rule in a text, in the order of the text; whole words only, whatever their case."""
    known, low = terms(rule, language, own), text.lower()
    if not any(stem in low for stem in _stems(rule, language, own)):
        return
    for sentence in sentences(text):
        for match in _pattern(rule, language, own).finditer(sentence.text):
            term = known[int(str(match.lastgroup).removeprefix("t"))]
            yield Found(term, sentence.start + match.start(), match.end() - match.start(), sentence)


def find_in_all(text: str, rule: str, languages: tuple[str, ...], own: Own = ()) -> Iterator[Found]:
    """Find the terms of a rule in the languages in which a text is read; what several lists hold is found once."""
    seen = set()
    for language in languages:
        for found in find_terms(text, rule, language, own):
            if found.part not in seen:
                seen.add(found.part)
                yield found


_END = re.compile(r"[.!?;]+[\"'”“»«’)\]]*(?=\s|$)|\n")
_NEXT_LINE = re.compile(r"[ \t]*(?:[(„“\"]?[a-zäöüß]|\d+(?![.)\d]))")
_LAST_WORD = re.compile(r"[^\s(„“\"]*$")
_LONGEST = 24  # no abbreviation is longer
_NO_END = re.compile(
    r"[^\W\d_]|\d{1,2}|art|abs|nr|no|bzw|ggf|ca|e\.g|i\.e|z\.b|d\.h|u\.a|vgl|inkl|mind|max|min|lit|ziff|sog|std|mio|dr|prof"
    r"|approx|incl|resp|cf|vs|para|sec",
    re.IGNORECASE,
)


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """Whether what looks like the end of a sentence is none."""
    if end.group() == "\n":
        return _NEXT_LINE.match(text, end.end()) is not None
    if end.group() != ".":
        return False
    word = _LAST_WORD.search(text[max(0, end.start() - _LONGEST) : end.start()])
    return word is not None and _NO_END.fullmatch(word.group()) is not None


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    if text[start:end].strip():
        yield Sentence(start, text[start:end])


@cache
def _stems(rule: str, language: str, own: Own) -> frozenset[str]:
    """A stretch of each term that stands in all its forms: most texts hold none, and that is soon seen."""
    return frozenset(_stem(term) for term in terms(rule, language, own))


def _stem(term: Term) -> str:
    if term.words in FORMS:
        return FORMS[term.words][0]
    return max(_LETTERS.findall(term.words.lower()), key=len, default="")


@cache
def _pattern(rule: str, language: str, own: Own) -> re.Pattern[str]:
    """One pattern for all terms, each in a group named by its position."""
    forms = (f"(?P<t{place}>{_form(term)})" for place, term in enumerate(terms(rule, language, own)))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)


def _form(term: Term) -> str:
    if term.words in FORMS:
        return FORMS[term.words][1]
    if term.language != "de":
        return r"[\s-]+".join(re.escape(word) for word in term.words.split())
    form = german(r"\s+".join(re.escape(word) for word in term.words.split()))
    # as a condition, `grundsätzlich` stands without an ending; with one it means „of principle“
    if term.kind == "vague_condition" or not _ADJECTIVE.search(term.words):
        return form
    compound = "" if " " in term.words else _COMPOUND
    return rf"{compound}{form}(?:e[mnrs]?)?"


_LETTERS = re.compile(r"[a-z]+")
_ADJECTIVE = re.compile(r"(?:ig|lich|frei|nah|end|eignet|gemessen|gerecht|voll|bar|los)$")
_COMPOUND = r"(?:[^\W_][\w-]{2,})?"  # `risikoangemessen`; the shorter `un-` turns the word round
