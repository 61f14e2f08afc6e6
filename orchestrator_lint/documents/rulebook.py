"""Report in, the page on the rules out: what each asks, why, what satisfies it, and which provision it is evidence for."""

from collections.abc import Iterable, Iterator

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.escape import Verbatim
from orchestrator_lint.frameworks import applies_from
from orchestrator_lint.problems import Card
from orchestrator_lint.reading.fragment import block

_OWN = "own"  # rules of the organisation stand behind ours


def rulebook(edition: Edition) -> Iterator[Page]:
    """Give the page. Faults of reading and shape stand on it only where they were found."""
    links = edition.links.at("rules.md")
    every = edition.report.run.cards.values()
    rules = sorted((card for card in every if not card.is_fault), key=lambda card: card.code)
    found = {finding.card.code: finding.card for finding in edition.found.all}
    faults = [found[code] for code in sorted(found) if found[code].is_fault]
    yield page(
        edition,
        links,
        "rulebook",
        "rules",
        list(edition.found.all),
        in_list=False,
        groups=tuple(_groups(edition, [*rules, *faults])),
        number=len(rules),
    )


def _groups(edition: Edition, cards: Iterable[Card]) -> list[Context]:
    """The rules by what they ask about, in the order of their codes."""
    by_area: dict[str, list[Card]] = {}
    for card in cards:
        by_area.setdefault(_OWN if card.origin else card.code[:3], []).append(card)
    open_ = {group.code: len(group.says) for group in edition.opened(list(edition.found.all)).groups}
    return [
        {
            "anchor": f"area-{area.lower()}",
            "title": edition.words.of("rule_area", area),
            "rules": tuple(_rule(edition, card, open_.get(card.code, 0)) for card in by_area[area]),
        }
        for area in sorted(by_area, key=lambda area: (area == _OWN, area))
    ]


def _rule(edition: Edition, card: Card, number: int) -> Context:
    language = edition.language
    return {
        "anchor": f"rule-{card.code.lower()}",
        "code": card.code,
        "name": card.name,
        "title": card.title.to(language),
        "why": card.why.to(language),
        "severity": edition.words.of("severity", card.severity.word),
        "good": Verbatim(block(card.good.yaml).strip()) if card.good else "",
        "evidence": tuple(edition.words.cited(applies_from(provision)) for provision in card.provisions),
        "waivable": card.waivable and not card.is_fault,
        "open": number,
    }
