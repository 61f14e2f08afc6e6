"""A date, duration or number as people write it in, the form of the language out, where it is certain."""

import re
from datetime import date

_UNITS = {
    "minute": ("min", "mins", "minute", "minutes", "minuten"),
    "hour": ("h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden"),
    "day": ("d", "day", "days", "tag", "tage", "tagen"),
    "week": ("w", "week", "weeks", "woche", "wochen"),
    "month": ("mo", "month", "months", "monat", "monate", "monaten"),
    "year": ("y", "yr", "yrs", "year", "years", "a", "jahr", "jahre", "jahren"),
}
_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "twelve": 12,
    "ein": 1, "eine": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "zehn": 10, "zwölf": 12,
}  # fmt: skip
_EVERY = {
    "daily": "1 day", "weekly": "1 week", "monthly": "1 month", "quarterly": "3 months", "yearly": "1 year", "annually": "1 year",
    "täglich": "1 day", "wöchentlich": "1 week", "monatlich": "1 month", "vierteljährlich": "3 months", "quartalsweise": "3 months", "jährlich": "1 year",
}  # fmt: skip


def duration_form(written: str) -> str | None:
    """`14 Tage` → `14 days`, `P6M` → `6 months`, `monthly` → `1 month`; None where it is not certain."""
    plain = written.strip().lower()
    if plain in _EVERY:
        return _EVERY[plain]
    iso = re.fullmatch(r"p(\d+)([dwmy])|pt(\d+)([hm])", plain)
    if iso:
        count, letter = (iso[1], iso[2]) if iso[1] else (iso[3], {"h": "hour", "m": "minute"}[iso[4]])
        return _spelled(count, {"d": "day", "w": "week", "m": "month", "y": "year"}.get(letter, letter))
    found = re.fullmatch(r"(\d+(?:[.,]\d+)?|[a-zäöü]+)[\s-]*([a-zäöü]+)\.?", plain)
    if not found:
        return None
    number = found[1].replace(",", ".") if found[1][0].isdigit() else str(_WORDS.get(found[1], ""))
    unit = next((name for name, words in _UNITS.items() if found[2] in words), None)
    return _spelled(number, unit) if number and unit else None


def date_form(written: str) -> str | None:
    """`31.3.2026`, `2026/03/31` or `2026-3-31` → `2026-03-31`; None where day and month are not certain."""
    german = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", written.strip())
    iso = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", written.strip())
    if not german and not iso:
        return None
    year, month, day = (german[3], german[2], german[1]) if german else (iso[1], iso[2], iso[3])  # type: ignore[index]
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def number_form(written: str) -> str | None:
    """`1_000`, `1 000` → `1000`, `2,5` → `2.5`, `60 %` → `60`; None where it is not certain."""
    plain = re.sub(r"(?<=\d)[_ '\u00a0\u202f](?=\d{3}(?!\d))", "", written.strip()).removesuffix("%").rstrip()
    if re.fullmatch(r"[-+]?\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    return plain if re.fullmatch(r"[-+]?\d+(\.\d+)?", plain) else None


def _spelled(number: str, unit: str) -> str:
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"
