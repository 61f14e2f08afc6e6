"""Two configurations in, where the second asks less than the first out; worked out apart from what refuses it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from orchestrator_lint.configuration import Configuration
from orchestrator_lint.journey import cards
from orchestrator_lint.model import Duration, Settings
from orchestrator_lint.rules.language.sentences import terms

PATHS = ("a.yaml", "p/a.yaml", "p/b/a.yaml", "q/a.yaml", "q/b/pilot.yaml")
DAYS = (date(2026, 1, 31), date(2026, 2, 28), date(2027, 12, 31), date(2028, 2, 29), date(2026, 7, 1))
FAIL_ON = ("never", "error", "warning", "note")
OWN_RULE = """\
orchestrator-rules: 1
rules:
  - code: {code}
    name: {name}
    title: {{en: No way, de: Kein Weg}}
    message: {{en: "{{subject}} states no way.", de: "{{subject}} nennt keinen Weg."}}
    why: {{en: A resolution., de: Ein Beschluss.}}
    each: decision
    require: {{required: [notice]}}
    bad: [{{at: spaces.a.decisions.b, policy: "spaces: {{a: {{decisions: {{b: {{}}}}}}}}"}}]
    good: [{{policy: "spaces: {{a: {{decisions: {{b: {{notice: {{alternative: Call.}}}}}}}}}}"}}]
"""
RULES = ("TXT001", "TXT002", "TXT003", "TXT005", "PUR002")


def relaxed(base: Configuration, above: Configuration) -> Iterator[str]:
    """Give each rule on each path, each threshold and each other setting that asks less."""
    yield from _rules(base, above)
    yield from _thresholds(base, above)
    yield from _terms(base, above)
    if base.value("strict_dates") and not above.value("strict_dates"):
        yield "strict_dates"
    if FAIL_ON.index(above.value("fail_on")) < FAIL_ON.index(base.value("fail_on")):
        yield "fail_on"
    if base.value("calendar") == "block" != above.value("calendar"):
        yield "calendar"


def _rules(base: Configuration, above: Configuration) -> Iterator[str]:
    below, now = base.choice(), above.choice()
    for card in cards().values():
        for path in PATHS:
            if below.asks_for(card, path):
                if not now.asks_for(card, path) or now.severity(card, path) < below.severity(card, path):
                    yield f"{card.code} in {path}"


def _thresholds(base: Configuration, above: Configuration) -> Iterator[str]:
    for card in cards().values():
        for name, threshold in card.thresholds.items():
            below, now = (found.value("thresholds").get(name, threshold.value) for found in (base, above))
            if not any(_as_strict(below, now, threshold.stricter)):
                yield name


def _as_strict(below: Any, now: Any, stricter: str) -> Iterator[bool]:
    if stricter == "more":
        yield set(below) <= set(now)
    elif stricter == "fewer":
        yield not below or (bool(now) and set(now) <= set(below))
    else:
        low, high = (now, below) if stricter == "lower" else (below, now)
        yield all(_size(low, day) <= _size(high, day) for day in DAYS)


def _size(value: Any, day: date) -> float:
    return float((Duration.parse(value).after(day) - day).days) if isinstance(value, str) else float(value)


def _terms(base: Configuration, above: Configuration) -> Iterator[str]:
    for rule in RULES:
        for language in ("en", "de"):
            below, now = (_looked_for(rule, language, found.value("words")) for found in (base, above))
            if not below <= now:
                yield f"words of {rule}"


def _looked_for(rule: str, language: str, words: Mapping[str, tuple[str, ...]]) -> set[str]:
    own = Settings(DAYS[0], words=words).own_words
    return {term.words.lower() for term in terms(rule, language, own)}
