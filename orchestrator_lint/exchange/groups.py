"""Rows and some columns in, groups with an id each out: the files and the spaces."""

from collections.abc import Sequence

from orchestrator_lint.exchange.answers import told
from orchestrator_lint.exchange.ids import settle
from orchestrator_lint.exchange.mapping import Mapping
from orchestrator_lint.exchange.slugs import joined, short_hash, slug, suffixed
from orchestrator_lint.exchange.table import Row


def group(
    rows: Sequence[Row],
    columns: tuple[str, ...],
    mapping: Mapping,
    unnamed: str,
    taken: frozenset[str],
) -> list[str]:
    """Give each row the id of its group.

    Rows are of one group where the columns hold the same words, case and punctuation aside. `unnamed` is the
    group without any word; `taken` are ids that none may have.
    """
    keys = ["\n".join(slug(told(row, column, mapping)) for column in columns) for row in rows]
    settled = settle({key: _proposals(key, unnamed) for key in keys}, taken)
    return [settled[key].name for key in keys]


def _proposals(key: str, unnamed: str) -> list[str]:
    name = joined(key.split("\n")) or unnamed
    return [
        name,
        suffixed(name, short_hash(key, 6)),
        suffixed(name, short_hash(key, 64)),
    ]
