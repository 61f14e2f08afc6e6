"""A rule's card in, its explanation for a terminal out."""

from collections.abc import Iterator

import yaml

from orchestrator_lint.problems import Card, Text
from orchestrator_lint.reading.compose import compose
from orchestrator_lint.reports import words
from orchestrator_lint.reports.provisions import provision
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
    if card.accepts_reason:
        yield _REASON, Text("where its text says so", "wo ihr Text es sagt")
    for label, names in ((_SERVES, card.serves), (_WAITS, card.waits_for)):
        if names:
            yield label, Text(", ".join(names), ", ".join(names))
    if card.thresholds:
        known = ", ".join(f"{name} = {value}" for name, value in card.thresholds.items())
        yield _THRESHOLDS, Text(known, known)
    if card.provisions:
        english, german = (", ".join(provision(named, said) for named in card.provisions) for said in ("en", "de"))
        yield words.EVIDENCE, Text(english, german)
    yield _SINCE, Text(card.since, card.since)


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
