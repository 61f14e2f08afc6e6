"""`rules`: all rules out, a line each."""

import json

import click

from orchestrator_lint.cli import options
from orchestrator_lint.journey import cards
from orchestrator_lint.problems import Card


@click.command("rules")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form of the list."
)
@options.lang
@options.configuration
def command(form: str, lang: str, config: str | None) -> None:
    """List all rules: code, severity, profile, name and what each one finds.

    \b
      orchestrator-lint rules
      orchestrator-lint rules --format json
      orchestrator-lint explain OWN001        one rule in full
    """
    known = [card for _, card in sorted(cards(options.configured(config).own_rules).items())]
    if form == "json":
        click.echo(json.dumps([_entry(card, lang) for card in known], indent=2, ensure_ascii=False))
        return
    width = max(len(card.name) for card in known)
    for card in known:
        click.echo(
            f"{card.code}  {card.severity.word:<7}  {_profile(card):<8}  {card.name:<{width}}  {card.title.to(lang)}"
        )


def _profile(card: Card) -> str:
    return "always" if card.is_fault else card.profile


def _entry(card: Card, lang: str) -> dict[str, object]:
    return {
        "code": card.code,
        "name": card.name,
        "severity": card.severity.word,
        "title": card.title.to(lang),
        "why": card.why.to(lang),
        "asks_from": card.asks_from,
        "profile": card.profile,
        "confidence": card.confidence,
        "life": card.life,
        "waivable": card.waivable,
        "frameworks": list(card.frameworks),
        "duty": card.duty,
        "serves": list(card.serves),
        "provisions": list(card.provisions),
        "waits_for": list(card.waits_for),
        "accepts_none_because": card.accepts_reason,
        "thresholds": {
            name: {"value": threshold.value, "stricter": threshold.stricter}
            for name, threshold in card.thresholds.items()
        },
        "since": card.since,
        "origin": card.origin or None,
    }
