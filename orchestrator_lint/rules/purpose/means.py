"""A text in, whether it speaks of nothing but means out."""

import re
from functools import cache

from orchestrator_lint.rules.language.sentences import Own, terms

_LETTERS = re.compile(r"[^\W\d_]+")
_JOINTS = "(?:e?s|e?n)?"  # what German puts between the parts of a compound
_GERMAN_ENDINGS = "(?:e?[mnrst]|e|ere[mnrs]?|ste[mnrs]?|t?e[mnrs]?|te?n)?"
_ENGLISH_ENDINGS = "(?:e?[srd]?|ing|ly)"


def names_only_means(text: str, language: str, own: Own = ()) -> bool:
    """Whether every word is one of means or of function, and not all are of function."""
    words = _LETTERS.findall(text.lower())
    of_means = [word for word in words if _means(language, own).fullmatch(word)]
    return bool(of_means) and all(word in of_means or word in _of_function(language, own) for word in words)


@cache
def _of_function(language: str, own: Own) -> frozenset[str]:
    return frozenset(term.words.lower() for term in terms("PUR002", language, own) if term.kind == "function")


@cache
def _means(language: str, own: Own) -> re.Pattern[str]:
    """Words of means with their endings; in German compounds of them too."""
    known = sorted({term.words.lower() for term in terms("PUR002", language, own) if term.kind == "means"}, key=len)
    if not known:
        return re.compile(r"(?!)")
    one = f"(?:{'|'.join(re.escape(_stem(word, language)) for word in reversed(known))})"
    return re.compile(f"(?:{one}{_JOINTS})*{one}{_GERMAN_ENDINGS}" if language == "de" else f"{one}{_ENGLISH_ENDINGS}")


def _stem(word: str, language: str) -> str:
    """A word without the ending on which others of its forms differ: `optimieren`, `use`."""
    if language == "de" and len(word) > 6 and word.endswith("en"):
        return word.removesuffix("en")
    return word.removesuffix("e") if language == "en" and len(word) > 4 else word
