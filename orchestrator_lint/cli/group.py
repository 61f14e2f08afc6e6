"""A command name in, its command out; a command is imported only when it is called."""

from importlib import import_module

import click

from orchestrator_lint import __version__

_COMMANDS = {
    "baseline": "baseline",
    "check": "check",
    "config": "config",
    "explain": "explain",
    "import": "import_register",
    "init": "init",
    "inject": "inject",
    "new": "new",
    "render": "render",
    "rules": "rules",
    "schema": "schema",
    "site": "site",
    "test": "test",
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature of click
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the signature of click
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = import_module(f"orchestrator_lint.cli.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from orchestrator_lint.cli.elsewhere import command_here
            from orchestrator_lint.language import nearest

            near = nearest(args[0], _COMMANDS) if args else None
            hint = command_here(args[0]) if args else ""
            if not hint and near:
                hint = f"Did you mean '{near}'?"
            raise click.UsageError(f"{error.message} {hint}".rstrip(), ctx) from None


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="orchestrator-lint")
def commands() -> None:
    """Check how people and AI decide together.

    Policies are YAML files that say who answers for a decision, what AI may prepare and what stays human. This
    tool finds the gaps and contradictions in them, and writes the documents that an organisation publishes.

    \b
      orchestrator-lint init                         set up a governance repository
      orchestrator-lint check policies               find gaps and contradictions
      orchestrator-lint explain OWN001               why a rule exists, bad and good
      orchestrator-lint render policies --to docs    write the governance documents
      orchestrator-lint inject README.md             fill regions of your own pages

    \b
    Exit codes: 0 clean · 1 findings, or documents that differ · 2 a wrong command,
    or nothing was read · 3 a bug in orchestrator-lint.

    \b
    Completion in bash (in zsh with zsh_source, in fish with fish_source and `| source`):
      eval "$(_ORCHESTRATOR_LINT_COMPLETE=bash_source orchestrator-lint)"
    """
