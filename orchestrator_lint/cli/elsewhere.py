"""An option or a command as other linters call it in, what it is called here out; `docs/coming-from.md` lists them."""

import os
from collections.abc import Mapping

import click

_CHECK: Mapping[str, str] = {
    "--add-noqa": "orchestrator-lint baseline create",
    "--exit-zero": "--fail-on never",
    "--fail-severity": "--fail-on",
    "--fix-dry-run": "--diff",
    "--ignore-noqa": "--no-exceptions",
    "--isolated": "--config none",
    "--list-files": "--show-files",
    "--max-warnings": "--fail-on warning",
    "--min-confidence": "--confidence",
    "--min-severity": "--fail-on",
    "--no-color": "--color never",
    "--no-config": "--config none",
    "--no-config-lookup": "--config none",
    "--no-exit-codes": "--fail-on never",
    "--no-inline-config": "--no-exceptions",
    "--output-file": "--output FORMAT=FILE",
    "--output-format": "--format",
    "--pedantic": "--profile assured",
    "--persona": "--profile",
    "--print-config": "orchestrator-lint config",
    "--prune-suppressions": "orchestrator-lint baseline update",
    "--rule": "--select RULES",
    "--ruleset": "--config FILE",
    "--show-settings": "orchestrator-lint config",
    "--stdin": "- --stdin-name FILE",
    "--stdin-filename": "- --stdin-name FILE",
    "--stdin-filepath": "- --stdin-name FILE",
    "--strict": "--fail-on warning",
    "--suppress-all": "orchestrator-lint baseline create",
    "--unsafe-fixes": "--fix --unsafe",
    "-c": "--config FILE",
    "-e": "--fail-on never",
    "-f": "--format",
}
_COMMANDS: Mapping[str, str] = {
    "audit": "orchestrator-lint check",
    "help": "orchestrator-lint --help",
    "lint": "orchestrator-lint check",
    "linter": "orchestrator-lint rules",
    "rule": "orchestrator-lint explain CODE",
    "version": "orchestrator-lint --version",
}


def option_here(wrong: click.NoSuchOption) -> str:
    """Say what the option of another linter is called in `check`; nothing where none is known."""
    of_check = wrong.ctx is not None and wrong.ctx.command.name == "check"
    here = _CHECK.get(wrong.option_name) if of_check else None
    return f"Here that is `{here}`." if here else ""


def command_here(word: str) -> str:
    """Say what a command of another linter is called here, or how to check a path; nothing where neither is known."""
    if word in _COMMANDS:
        return f"Here that is `{_COMMANDS[word]}`."
    is_path = os.path.lexists(word)  # a name that is too long for the system is none
    return f"To check that path: `orchestrator-lint check {word}`." if is_path else ""
