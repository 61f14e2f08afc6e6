"""Text in, part of an id out: `^[a-z0-9]+(-[a-z0-9]+)*$`, at most 80 characters."""

import hashlib
import re
import unicodedata

LONGEST = 80

# What Unicode does not take apart by itself; the umlauts as German writes them without dots.
_LETTERS = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l",
        "đ": "d", "ð": "d", "þ": "th", "ı": "i", "&": " and ",
    }
)  # fmt: skip
_OTHER = re.compile("[^a-z0-9]+")
_APOSTROPHE = re.compile("['’`]")


def slug(text: str) -> str:
    """Give the words of `text` with hyphens between; a short hash where no letter is Latin, nothing for blank text."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", folded))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = _OTHER.sub("-", plain).strip("-")
    return words or (short_hash(text) if text.strip() else "")


def joined(parts: list[str]) -> str:
    """Join slugs to one id; a part that begins with the one before it swallows it: doj, doj-0357 → doj-0357."""
    kept: list[str] = []
    for part in parts:
        if kept and f"{part}-".startswith(f"{kept[-1]}-"):
            kept.pop()
        kept.append(part)
    return cut("-".join(part for part in kept if part), LONGEST)


def cut(words: str, longest: int) -> str:
    """Shorten an id to `longest` characters, between two words where that keeps half of it."""
    if len(words) <= longest:
        return words
    whole = words[: longest + 1].rpartition("-")[0]
    return whole if len(whole) > longest // 2 else words[:longest].strip("-")


def suffixed(words: str, ending: str) -> str:
    """Put `-ending` behind an id and keep it within the limit."""
    return f"{cut(words, LONGEST - len(ending) - 1)}-{ending}"


def short_hash(text: str, length: int = 8) -> str:
    """Give the first hexadecimal digits of the text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]
