"""A rule's card in, its explanation for a terminal out."""

from collections.abc import Iterator
from datetime import date

import yaml

from orchestrator_lint.frameworks import applies_from
from orchestrator_lint.problems import Card, Text
from orchestrator_lint.reading.compose import compose
from orchestrator_lint.reports import words
from orchestrator_lint.reports.provisions import cited
from orchestrator_lint.reports.wrapping import wrapped

ASKS = {
    "draft": Text("from the draft on", "ab dem Entwurf (draft)"),
    "planned": Text("from planning on; not of a draft", "ab der Planung (planned); nicht bei einem Entwurf"),
    "pilot": Text("from the pilot on", "ab dem Pilotbetrieb (pilot)"),
    "live": Text("of what is live", "bei dem, was in Betrieb ist (live)"),
}
_ASKED = Text("asks", "fragt")
_REASON = Text("accepts `none_because`", "nimmt `none_because` an")
_SERVES = Text("serves", "dient")
_SINCE = Text("since", "seit")
_PROFILE = Text("profile", "Stufe")
_CONFIDENCE = Text("confidence", "Verlässlichkeit")
_CONFIDENCES = {
    "sure": Text("sure", "sicher"),
    "likely": Text("likely: it reads texts or weighs signs", "wahrscheinlich: Sie liest Texte oder wertet Anzeichen"),
}
_LIVES = {
    "preview": Text("{since}, in preview", "{since}, in Erprobung"),
    "stable": Text("{since}", "{since}"),
    "deprecated": Text("{since}, deprecated", "{since}, läuft aus"),
}
_LAW = Text("runs where one is declared", "läuft, wo eines angegeben ist")
_WAIVER = Text("waiver", "Ausnahme")
_WAIVABLE = {
    True: Text("possible, under `waivers`", "möglich, unter `waivers`"),
    False: Text("not possible", "nicht möglich"),
}
_WAITS = Text("waits for", "wartet auf")
_THRESHOLDS = Text("thresholds", "Schwellen")
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
    for label, text in _facts(card):
        yield from wrapped(text.to(language), f"  {label.to(language)}: ", _WIDTH)
    for label, example in ((_BAD, card.bad), (_GOOD, card.good)):
        if example is not None:
            yield ""
            yield f"{label.to(language)}:"
            yield ""
            yield from (f"    {line}" for line in block(example.yaml).splitlines())


def _facts(card: Card) -> Iterator[tuple[Text, Text]]:
    if card.bad is not None:
        yield _ASKED, ASKS[card.asks_from]
    if not card.is_fault:
        yield _PROFILE, Text(card.profile, card.profile)
        yield _CONFIDENCE, _CONFIDENCES[card.confidence]
        yield _WAIVER, _WAIVABLE[card.waivable]
    if card.frameworks:
        yield _LAW, Text(", ".join(card.frameworks), ", ".join(card.frameworks))
    if card.accepts_reason:
        yield _REASON, Text("where its text says so", "wo ihr Text es sagt")
    for label, names in ((_SERVES, card.serves), (_WAITS, card.waits_for)):
        if names:
            yield label, Text(", ".join(names), ", ".join(names))
    if card.thresholds:
        known = ", ".join(f"{name} = {value}" for name, value in card.thresholds.items())
        yield _THRESHOLDS, Text(known, known)
    if card.provisions:
        english, german = (", ".join(_dated(named, said) for named in card.provisions) for said in ("en", "de"))
        yield words.EVIDENCE, Text(english, german)
    life = _LIVES[card.life]
    yield _SINCE, Text(life.en.format(since=card.since), life.de.format(since=card.since))


def _dated(named: str, language: str) -> str:
    """A provision with the day from which it applies, whatever day it is now."""
    return cited(applies_from(named), date.min, language)


def block(fragment: str) -> str:
    """Write a fragment in block style, as it stands in a policy; what it says only to the tests is left out."""
    documents = [_shown(document.data) for document in compose(fragment, with_spans=False)]
    return yaml.dump_all(
        documents, Dumper=_Plain, allow_unicode=True, sort_keys=False, default_flow_style=False, width=76
    )


class _Plain(yaml.SafeDumper):
    """Writes days without quotes, items of lists one step in, and what stands twice twice."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the name is PyYAML's
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - as above
        super().increase_indent(flow, indentless=False)


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:timestamp"]
    for first, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def _shown(data: object) -> object:
    if isinstance(data, dict):
        return {key: _shown(value) for key, value in data.items() if key != "x-like"}
    return [_shown(item) for item in data] if isinstance(data, list) else data
