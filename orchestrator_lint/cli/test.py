"""`test`: rules of an organisation in, whether their examples hold out."""

import click

from orchestrator_lint.cli import CLEAN, FOUND, options


@click.command("test")
@click.argument("paths", nargs=-1, metavar="[FILES]...", type=click.Path(exists=True))
@options.configuration
def command(paths: tuple[str, ...], config: str | None) -> int:
    """Run the examples of your own rules.

    Every bad example must raise its rule once, at the place it names; no good one may. FILES are files or folders with
    rules; by default those that the configuration names.

    \b
      orchestrator-lint test
      orchestrator-lint test rules/works-agreement.yaml
    """
    from orchestrator_lint.forms import InputError
    from orchestrator_lint.house_rules import read_rules
    from orchestrator_lint.journey import cards, tried

    try:
        rules = read_rules(paths, cards()) if paths else options.configured(config).rules
    except InputError as error:
        raise click.UsageError(error.message) from None
    if not rules:
        raise click.UsageError("There are no rules: name files, or set `rules` in the configuration.")
    failed = 0
    for house in rules:
        faults = tried(house)
        failed += bool(faults)
        card = house.rule.card
        examples = "1 example" if len(house.examples) == 1 else f"{len(house.examples)} examples"
        click.echo(f"{'FAIL' if faults else 'ok  '}  {card.code}  {card.name}  ({examples}, {house.origin})")
        for fault in faults:
            click.echo(f"      {fault}")
    click.echo(f"{len(rules)} rules, {failed} failed." if len(rules) != 1 else f"1 rule, {failed} failed.")
    return FOUND if failed else CLEAN
