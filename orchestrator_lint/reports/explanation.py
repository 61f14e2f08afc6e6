"""A rule's card in, its explanation for a terminal out."""

from collections.abc import Iterator

from orchestrator_lint.frameworks.citing import dated
from orchestrator_lint.problems import Card, Text, Threshold, listed
from orchestrator_lint.reading.fragment import block
from orchestrator_lint.reports import card_words as say
from orchestrator_lint.reports import words
from orchestrator_lint.reports.wrapping import wrapped

_BAD = Text("Bad", "Schlecht")
_GOOD = Text("Good", "Gut")
_WIDTH = 80


def explained(card: Card, language: str) -> str:
    """Write what a rule finds, why, the evidence it gives, and a bad and a good example."""
    return "\n".join(_lines(card, language)) + "\n"


def _lines(card: Card, language: str) -> Iterator[str]:
    yield f"{card.code} {card.name} ({words.SEVERITY[card.severity].to(language)})"
    yield ""
    yield from wrapped(f"{card.title.to(language)}.", "", _WIDTH)
    yield ""
    yield from wrapped(card.why.to(language), "", _WIDTH)
    yield ""
    for key, text in _facts(card, language):
        yield from wrapped(text, f"  {say.LABELS[key].to(language)}: ", _WIDTH)
    if card.provisions:
        evidence = ", ".join(dated(named, language) for named in card.provisions)
        yield from wrapped(evidence, f"  {words.EVIDENCE.to(language)}: ", _WIDTH)
    for label, example in ((_BAD, card.bad), (_GOOD, card.good)):
        if example is not None:
            yield ""
            yield f"{label.to(language)}:"
            yield ""
            yield from (f"    {line}" for line in block(example.yaml).splitlines())


def _facts(card: Card, language: str) -> Iterator[tuple[str, str]]:
    if not card.is_fault:
        yield "asks", say.ASKS[card.asks_from].to(language)
        yield "profile", say.PROFILES[card.profile].to(language)
        yield "confidence", say.CONFIDENCES[card.confidence].to(language)
    if card.origin:
        yield "origin", card.origin
    else:
        yield "state", say.state(card, language)
    if card.frameworks:
        yield "runs", say.RUNS.to(language).format(names=listed(card.frameworks, language))
    if card.duty:
        yield "duty", say.DUTY.to(language).format(provision=dated(card.duty, language))
    for key, names in (("serves", card.serves), ("waits", card.waits_for)):
        if names:
            yield key, ", ".join(names)
    if card.thresholds:
        yield "thresholds", ", ".join(_threshold(name, line, language) for name, line in card.thresholds.items())
    if not card.is_fault:
        yield "reason", say.REASON[card.accepts_reason].to(language)
        yield "waiver", say.WAIVABLE[card.waivable].to(language)


def _threshold(name: str, threshold: Threshold, language: str) -> str:
    value = threshold.value
    shown = ", ".join(value) if isinstance(value, list) else value
    return f"{name} = {shown} ({say.STRICTER[threshold.stricter].to(language)})"
