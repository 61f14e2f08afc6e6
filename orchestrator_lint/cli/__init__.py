"""Options in, exit code out: the only room that prints, asks or exits.

0 clean, 1 findings at or above the limit (or documents that differ), 2 a wrong command, a page that cannot be
filled in or nothing read, 3 a bug of our own, 130 interrupted.
"""

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

CLEAN, FOUND, USAGE, BUG, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 130, 141


def main() -> None:
    """Run the command line and exit."""
    # a run makes much and throws little away in circles: looking for them at the usual pace takes an eighth of a rendering
    gc.set_threshold(200_000, 20, 20)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and give its exit code."""
    import click

    from orchestrator_lint.cli.group import commands

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        result = commands.main(arguments, prog_name="orchestrator-lint", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else CLEAN
    except click.exceptions.Exit as asked:
        return int(asked.exit_code)
    except click.NoSuchOption as wrong:
        return _no_such_option(wrong)
    except click.ClickException as wrong:
        wrong.show()
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception:  # noqa: BLE001 - the one door for our own bugs
        return _our_bug()


def _no_such_option(wrong: "click.NoSuchOption") -> int:
    """Name the option that was meant: by what other linters call it, else by its letters."""
    import click

    from orchestrator_lint.cli.elsewhere import option_here

    here = option_here(wrong)
    shown = click.UsageError(f"No such option '{wrong.option_name}'. {here}", wrong.ctx) if here else wrong
    shown.show()
    return USAGE


def _our_bug() -> int:
    import traceback

    traceback.print_exc()
    print("This is a bug in orchestrator-lint; please report it with the lines above.", file=sys.stderr)
    return BUG
