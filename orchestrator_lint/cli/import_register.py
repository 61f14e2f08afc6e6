"""`import`: the register of a public body in, policies out."""

from pathlib import Path

import click

from orchestrator_lint.cli import CLEAN
from orchestrator_lint.exchange import InputError, convert, read_mapping, shipped_mappings, write_policies


@click.command("import")
@click.argument("register", metavar="FILE.csv", type=click.Path(path_type=Path))
@click.option(
    "--mapping", required=True, metavar="NAME|FILE", help="A mapping that ships with the tool, or a file of your own."
)
@click.option(
    "--to", "folder", required=True, metavar="DIR", type=click.Path(path_type=Path), help="Folder for the policies."
)
def command(register: Path, mapping: str, folder: Path) -> int:
    """Turn the register of a public body into policies.

    A mapping says which column means what; it is data, with a schema of its own (`orchestrator-lint schema
    mapping`). What cannot be mapped is kept under `x-import`. Nothing is invented: what the register does not
    say stays absent, and `check` reports it.

    \b
      orchestrator-lint import --mapping us-federal-2025 inventory.csv --to policies
      orchestrator-lint import --mapping ours.yaml register.csv --to policies
      orchestrator-lint check policies
    """
    try:
        data = register.read_bytes()
        converted = convert(data, read_mapping(mapping), register.name)
        written = write_policies(converted, folder)
    except InputError as error:
        raise click.UsageError(error.message) from None
    except OSError as error:
        raise click.UsageError(
            f"{error.filename or register}: {error.strerror}. Shipped mappings: {', '.join(shipped_mappings())}."
        ) from None
    click.echo(f"{converted.records} records, {len(converted.files)} files ({len(written)} written) in {folder}.")
    for note in converted.notes:
        click.echo(note, err=True)
    return CLEAN
