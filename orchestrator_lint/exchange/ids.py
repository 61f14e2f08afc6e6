"""Records in, ids out that hang on content and not on the order of rows."""

import json
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from orchestrator_lint.exchange.answers import told
from orchestrator_lint.exchange.mapping import Mapping
from orchestrator_lint.exchange.slugs import joined, short_hash, slug, suffixed
from orchestrator_lint.exchange.table import Row


class Formed(NamedTuple):
    """The id of each row, in the order of rows, and how many were formed in which way."""

    ids: list[str]
    ways: Counter[str]


def form_ids(rows: Sequence[Row], mapping: Mapping) -> Formed:
    """Give every row an id of its own.

    The ways of the mapping are tried in order. What is blank, or would name two different records, gives way
    to the next (for both); after the last way a hash of the content is put behind it. Rows that are the same
    in every cell are told apart by -2, -3.
    """
    contents = [_content(row) for row in rows]
    proposals: dict[str, list[_Proposal]] = {}
    for content, row in zip(contents, rows, strict=True):
        proposals.setdefault(content, _proposals(content, row, mapping))
    settled = settle({content: [p.name for p in found] for content, found in proposals.items()})
    ways = Counter(proposals[content][settled[content].level].way for content in contents)
    return Formed(
        _numbered(contents, {content: choice.name for content, choice in settled.items()}),
        ways,
    )


class Choice(NamedTuple):
    """The name that a thing got, and which of its proposals that was."""

    name: str
    level: int


def settle(proposals: dict[str, list[str]], taken: Collection[str] = ()) -> dict[str, Choice]:
    """Give each key the first of its proposals that no other key claims; all who claim the same move on.

    The last proposals must differ between keys.
    """
    level = dict.fromkeys(proposals, 0)
    while True:
        names = {key: proposals[key][level[key]] for key in proposals}
        claims = Counter(names.values())
        moving = [
            key
            for key, name in names.items()
            if (claims[name] > 1 or name in taken) and level[key] + 1 < len(proposals[key])
        ]
        if not moving:
            return {key: Choice(name, level[key]) for key, name in names.items()}
        for key in moving:
            level[key] += 1


class _Proposal(NamedTuple):
    name: str
    way: str


def _content(row: Row) -> str:
    return json.dumps(sorted((column, cell) for column, cell in row.items() if cell.strip()))


def _proposals(content: str, row: Row, mapping: Mapping) -> list[_Proposal]:
    found = [
        _Proposal(joined([slug(part) for part in parts]), " + ".join(columns))
        for columns in mapping.ids
        if all(parts := [told(row, column, mapping) for column in columns])
    ]
    longest = found[-1].name if found else _what_there_is(row, mapping)
    way = "a hash of the content"
    return [
        *found,
        *(_Proposal(suffixed(longest, short_hash(content, size)), way) for size in (6, 64)),
    ]


def _what_there_is(row: Row, mapping: Mapping) -> str:
    return joined([slug(told(row, column, mapping)) for column in mapping.ids[-1]]) or "record"


def _numbered(contents: list[str], names: dict[str, str]) -> list[str]:
    taken = set(names.values())
    seen: Counter[str] = Counter()
    ids: list[str] = []
    for content in contents:
        seen[content] += 1
        ids.append(_free(names[content], seen[content], taken))
    return ids


def _free(name: str, copy: int, taken: set[str]) -> str:
    if copy == 1:
        return name
    number = copy
    while (numbered := suffixed(name, str(number))) in taken:
        number += 1
    taken.add(numbered)
    return numbered
