"""The provisions that are known by name, and the statements of the essay, each with what no rule can see of it, out."""

import csv
from functools import cache
from importlib import resources
from typing import NamedTuple

from orchestrator_lint.problems import Text


class Provision(NamedTuple):
    """A provision or control, or a statement of the essay, by its reference, and what no rule can see of it."""

    framework: str
    ref: str
    title: Text
    unseen: Text

    def holds(self, ref: str) -> bool:
        """Whether a reference, as cards write it, is this provision or a part of it."""
        return ref == self.ref or (ref.startswith(self.ref) and not ref[len(self.ref)].isalnum()) or not self.ref


@cache
def provisions() -> tuple[Provision, ...]:
    """Give all of them, in the order of provisions.csv."""
    import tomllib

    unseen: dict[tuple[str, str], Text] = {}
    for entry in tomllib.loads(_read("unseen.toml"))["unseen"]:
        for key, refs in entry["of"].items():
            unseen |= {(key, ref): Text(entry["en"], entry["de"]) for ref in refs}
    return tuple(
        Provision(
            line["framework"],
            line["ref"],
            Text(line["title_en"], line["title_de"] or line["title_en"]),
            unseen[line["framework"], line["ref"]],
        )
        for line in csv.DictReader(_read("provisions.csv").splitlines())
    )


def _read(name: str) -> str:
    return (resources.files("orchestrator_lint.frameworks") / name).read_text(encoding="utf-8")
