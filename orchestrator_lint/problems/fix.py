"""What a finding knows of its repair: data that says what is to stand where, not yet an edit of a file."""

from typing import NamedTuple

from orchestrator_lint.problems.place import Place


class Rename(NamedTuple):
    """The key at `place` is to be called `key`; `everywhere` where it is an id, and all references follow it."""

    place: Place
    key: str
    everywhere: bool = False


class Rewrite(NamedTuple):
    """The text, number or boolean at `place` is to be `value`."""

    place: Place
    value: str | int | bool


class Quote(NamedTuple):
    """The stretch of the file from offset `start` to `end` is one text, and YAML reads it otherwise."""

    path: str
    start: int
    end: int


class Fill(NamedTuple):
    """Where nothing stands at or below `place`, `skeleton` is to stand: a value in YAML. What stands there stays."""

    place: Place
    skeleton: str


Change = Rename | Rewrite | Quote | Fill


class Fix(NamedTuple):
    """A change that mends a finding. It is `safe` where nothing else can have been meant, else somebody must look at it."""

    change: Change
    safe: bool = True
