"""`schema`: the name of a schema in, the schema out."""

import click

from orchestrator_lint.cli import options
from orchestrator_lint.shipped import shipped


@click.command("schema")
@click.argument(
    "name", type=click.Choice(["policy", "configuration", "mapping", "manifest", "report", "rules"]), default="policy"
)
@options.lang
def command(name: str, lang: str) -> None:
    """Print the JSON Schema of policies (or of the configuration, mappings, the manifest and reports).

    An editor that loads it completes and explains every key. Without an editor setting, the first line of a
    policy is enough:

    \b
      # yaml-language-server: $schema=policy.schema.json

    \b
      orchestrator-lint schema > policy.schema.json
      orchestrator-lint schema --lang de > policy.schema.json     German descriptions
      orchestrator-lint schema configuration                      of .orchestrator-lint.yaml
      orchestrator-lint schema manifest                           of the manifest.json of render
      orchestrator-lint schema report                             of --format json
      orchestrator-lint schema rules                              of rules of your own
    """
    if name == "policy":
        from orchestrator_lint.language import policy_language

        click.echo(policy_language().printed(lang), nl=False)
        return
    click.echo(shipped("schemas", f"{name}.schema.json"), nl=False)
