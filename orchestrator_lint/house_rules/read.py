"""Files with rules in, the rules out; what is wrong in one is a clear error at its line."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from orchestrator_lint.forms import InputError, did_you_mean
from orchestrator_lint.house_rules.file import RuleFile, parse_file
from orchestrator_lint.house_rules.fragments import Fragments
from orchestrator_lint.house_rules.make import HouseRule, made
from orchestrator_lint.language import nearest, policy_language
from orchestrator_lint.problems import Card

_ENDINGS = (".yaml", ".yml")


def read_rules(
    paths: Sequence[str], cards: Mapping[str, Card], place_of: Callable[[str], str] = str
) -> tuple[HouseRule, ...]:
    """Read the rules in files and folders; `cards` are ours, whose codes and names are taken.

    `place_of` gives what to open for a path as messages show it. Raises InputError that names file and line.
    """
    files = []
    for name in dict.fromkeys(_files(paths, place_of)):  # a base and what builds on it may name the same file
        try:
            files.append(parse_file(Path(place_of(name)).read_bytes(), name))
        except OSError as error:
            raise InputError(f"{name}: {error.strerror}") from None
    known = _Known(cards)
    for file in files:
        known.add(file)
    return tuple(
        known.waiting(rule, said) for file in files for rule, said in zip(_rules(file), file.data["rules"], strict=True)
    )


def parse_rules(data: bytes, name: str) -> tuple[HouseRule, ...]:
    """Read one file of rules from its bytes. Raises InputError that names file and line."""
    return _rules(parse_file(data, name))


def _files(paths: Sequence[str], place_of: Callable[[str], str]) -> Iterator[str]:
    for path in paths:
        folder = Path(place_of(path))
        if not folder.is_dir():
            yield path
            continue
        found = sorted(item.relative_to(folder) for item in folder.rglob("*") if item.suffix in _ENDINGS)
        seen = [item for item in found if not any(part.startswith(".") for part in item.parts)]
        if not seen:
            raise InputError(f"'{path}' holds no file of rules (.yaml or .yml)")
        yield from ((Path(path) / item).as_posix() for item in seen)


def _rules(file: RuleFile) -> tuple[HouseRule, ...]:
    fragments = Fragments(file)
    rules = []
    for position, said in enumerate(file.data["rules"]):
        at = ("rules", position)
        _check_provisions(said.get("provisions", ()), (*at, "provisions"), file)
        rules.append(made(said, at, file, fragments))
    fragments.check_unused()
    return tuple(rules)


def _check_provisions(written: Iterable[str], at: tuple[str | int, ...], file: RuleFile) -> None:
    node = policy_language().at(("organisation", "frameworks", 0))
    known = node.words if node is not None else ()
    for place, provision in enumerate(written):
        framework = provision.partition(" ")[0]
        if framework not in known:
            hint = did_you_mean(framework, known) or f"; known are {', '.join(sorted(known))}"
            raise file.wrong((*at, place), f'there is no framework "{framework[:80]}"{hint}')


class _Known:
    """The codes and names that are taken, each with the place that says so."""

    def __init__(self, ours: Mapping[str, Card]) -> None:
        self.letters = {code[:3] for code in ours}
        self.taken: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        for card in ours.values():
            for word in (card.code, card.name):
                self.taken[word] = f"{card.code} {card.name} is a rule of the tool"
                self.codes[word.lower()] = card.code

    def add(self, file: RuleFile) -> None:
        """Raise InputError for a code or a name that is taken."""
        for position, said in enumerate(file.data["rules"]):
            at = ("rules", position)
            for key in ("code", "name"):
                if said[key] in self.taken:
                    raise file.wrong((*at, key), f'"{said[key]}" is taken: {self.taken[said[key]]}')
            if said["code"][:3] in self.letters:
                raise file.wrong(
                    (*at, "code"), f"the letters {said['code'][:3]} are the tool's; choose three of your own"
                )
            for key in ("code", "name"):
                self.taken[said[key]] = f"it stands in {file.at(at)}"
                self.codes[said[key].lower()] = said["code"]

    def waiting(self, house: HouseRule, said: Mapping[str, Any]) -> HouseRule:
        """Give a rule with the codes of those that it waits for. Raises InputError where there is no such rule."""
        codes = tuple(self._code(word, house.origin) for word in said.get("waits_for", ()))
        card = house.rule.card._replace(waits_for=codes)
        return house._replace(rule=house.rule._replace(card=card))

    def _code(self, word: str, origin: str) -> str:
        if word.lower() in self.codes:
            return self.codes[word.lower()]
        near = nearest(word.lower(), self.codes)
        raise InputError(
            f'{origin}: waits_for: there is no rule "{word[:80]}"{f"; did you mean {near}?" if near else ""}'
        )
