"""A misspelt word and the known words in, the one that was probably meant out."""

import re
import unicodedata
from collections.abc import Iterable

_TRANSLITERATED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the one known word within a third of its letters (at least one, at most three edits).

    None where no word is that near, or two are equally near. Case and the signs between and
    around letters do not count.
    """
    plain = _plain(word)
    if not plain:
        return None
    ranked = sorted((distance(plain, _plain(other), _reach(plain)), other) for other in set(known))
    ranked = [pair for pair in ranked if pair[0] <= _reach(plain)]
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def distance(one: str, other: str, limit: int) -> int:
    """Count insertions, deletions, substitutions and swaps of neighbours (Damerau 1964, restricted).

    Past `limit` it gives `limit + 1`.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, match in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != match))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == match:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def slug(text: str) -> str:
    """Write `text` as an id: small ASCII letters and digits, joined by hyphens."""
    folded = unicodedata.normalize("NFKD", text.lower().translate(_TRANSLITERATED))
    return re.sub(r"[^a-z0-9]+", "-", folded.encode("ascii", "ignore").decode()).strip("-")


def _plain(word: str) -> str:
    return re.sub(r"[\W_]+", "-", word.lower()).strip("-")


def _reach(word: str) -> int:
    return max(1, min(3, len(word) // 3))
