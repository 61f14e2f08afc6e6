"""`explain`: the code or name of a rule in, its reason and examples out."""

from collections.abc import Mapping

import click

from orchestrator_lint.cli import options
from orchestrator_lint.journey import cards
from orchestrator_lint.problems import Card
from orchestrator_lint.reports.explanation import explained


@click.command("explain")
@click.argument("rule", metavar="CODE")
@options.lang
@options.configuration
def command(rule: str, lang: str, config: str | None) -> None:
    """Explain a rule: what it finds, why, and how bad and good look.

    CODE is the code of a rule, or its name; rules of your own, which the configuration names, too.

    \b
      orchestrator-lint explain OWN001
      orchestrator-lint explain no-human-owner --lang de
    """
    click.echo(explained(_card(rule, cards(options.configured(config).own_rules)), lang), nl=False)


def _card(written: str, known: Mapping[str, Card]) -> Card:
    by_name = {card.name: card for card in known.values()}
    card = known.get(written.upper()) or by_name.get(written.lower())
    if card is not None:
        return card
    raise click.UsageError(options.no_rule(written, known))
