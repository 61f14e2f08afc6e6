"""`config`: the configuration in, every setting and where it came from out."""

import json
from typing import Any

import click

from orchestrator_lint.cli import options


@click.command("config")
@options.configuration
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form of the list."
)
def command(config: str | None, form: str) -> None:
    """Show the configuration that holds here, and where each value came from.

    The file `.orchestrator-lint.yaml` is looked for in this folder and upwards to the top of the git repository.
    `orchestrator-lint schema configuration` says what it may hold.

    \b
      orchestrator-lint config
      orchestrator-lint config --format json
    """
    found = options.configured(config)
    if form == "json":
        entries = {name: {"value": setting.value, "from": setting.origin} for name, setting in found.settings.items()}
        click.echo(json.dumps(entries, indent=2, ensure_ascii=False))
        return
    width = max(len(name) for name in found.settings)
    for name, setting in found.settings.items():
        click.echo(f"{name:<{width}}  {_short(setting.value)}  ({setting.origin})")


def _short(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
