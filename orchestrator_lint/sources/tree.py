"""A commit in, its files and links by path out, without a checkout."""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from orchestrator_lint.sources.git import ask

LINK, MODULE = "120000", "160000"
_LONGEST_WAY = 40  # links on the way to a file, as operating systems have it


class Entry(NamedTuple):
    """What stands at a path: the mode of git, and the name of the content."""

    mode: str
    content: str


class Tree:
    """Everything that a commit holds, by path from the top of the repository, with `/`."""

    def __init__(self, top: str, commit: str) -> None:
        self.top = top
        self.entries: Mapping[str, Entry] = dict(_entries(ask(top, "ls-tree", "-r", "-z", "--full-tree", commit)))

    @cached_property
    def folders(self) -> frozenset[str]:
        """The paths of all folders; the top is empty."""
        found = {""}
        for path in self.entries:
            folder = path.rpartition("/")[0]
            while folder not in found:
                found.add(folder)
                folder = folder.rpartition("/")[0]
        return frozenset(found)

    @cached_property
    def links(self) -> Mapping[str, str]:
        """Where the links lead, as written."""
        found = {path: entry.content for path, entry in self.entries.items() if entry.mode == LINK}
        texts = contents(self.top, found.values())
        return {path: os.fsdecode(texts[content]) for path, content in found.items()}

    def follow(self, path: str) -> str | None:
        """Follow the links on the way to a path; None where one leads out of the repository, or in a circle."""
        done: list[str] = []
        todo, links = path.split("/"), 0
        while todo:
            step = todo.pop(0)
            if step == ".." and not done:
                return None
            if step == "..":
                done.pop()
            elif step not in ("", "."):
                done.append(step)
            target = self.links.get("/".join(done))
            if target is not None:
                links += 1
                if links > _LONGEST_WAY or target.startswith("/"):
                    return None
                done.pop()
                todo = target.split("/") + todo
        return "/".join(done)


def sizes(top: str, names: Iterable[str]) -> dict[str, int]:
    """Give the number of bytes of contents; what git does not have here is left out."""
    answer = ask(top, "cat-file", "--batch-check", given=_asked(names)).decode()
    lines = [line.split(" ") for line in answer.splitlines()]
    return {line[0]: int(line[2]) for line in lines if len(line) == len(("name", "kind", "size"))}


def contents(top: str, names: Iterable[str]) -> dict[str, bytes]:
    """Give contents by their names; what git does not have here is left out."""
    answer = ask(top, "cat-file", "--batch", given=_asked(names))
    found: dict[str, bytes] = {}
    position = 0
    while position < len(answer):
        end = answer.index(b"\n", position)
        head = answer[position:end].decode().split(" ")
        position = end + 1
        if len(head) == len(("name", "kind", "size")):
            found[head[0]] = answer[position : position + int(head[2])]
            position += int(head[2]) + 1
    return found


def _asked(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in sorted(set(names))).encode()


def _entries(listed: bytes) -> Iterator[tuple[str, Entry]]:
    for line in listed.split(b"\0"):
        head, _, path = line.partition(b"\t")
        if path:
            mode, _, content = head.decode().split(" ")
            yield os.fsdecode(path), Entry(mode, content)
