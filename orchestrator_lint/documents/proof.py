"""Workspace and report in, for each rule what the policies document, and what is open, under way, waived or not called for, out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from orchestrator_lint.documents.asked import Asked, asked_by_rules
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.found import concerned
from orchestrator_lint.documents.stated import Stated, Statements
from orchestrator_lint.judging import Finding
from orchestrator_lint.model import Decision, Noun, Unknown, Value, Workspace
from orchestrator_lint.problems import Card


class Shown(NamedTuple):
    """A place of a statement, and the object that makes it."""

    noun: Noun
    value: Value


class Proof(NamedTuple):
    """What there is towards one rule.

    `is_checked` is false where the run did not ask the rule. Of `documented`, `in_progress` and `noes` (reasoned ones)
    each place stands once, `number` counts the objects by state.
    """

    card: Card
    asked: Asked
    is_checked: bool
    number: Mapping[str, int]
    documented: tuple[Shown, ...]
    in_progress: tuple[Shown, ...]
    noes: tuple[Shown, ...]
    findings: tuple[Finding, ...]


def proofs(edition: Edition) -> Mapping[str, Proof]:
    """Give them by code; they are worked out once for both languages."""
    kept = edition.found.kept
    if "proofs" not in kept:
        works = _Works(edition)
        kept["proofs"] = {card.code: works.proof(card) for card in works.cards if card.provisions}
    found: Mapping[str, Proof] = kept["proofs"]
    return found


class _Works:
    def __init__(self, edition: Edition) -> None:
        self.workspace, self.run = edition.workspace, edition.report.run
        self.frameworks = edition.workspace.frameworks
        self.open, self.waived = _by_code(edition.report.findings), _by_code(edition.report.excepted)
        known = asked_by_rules()
        self.cards = [card for code, card in sorted(self.run.cards.items()) if code in known or card.origin]
        self.waits = {card.code: card.waits_for for card in self.cards}
        self._nouns: dict[str, tuple[Statements, ...]] = {}
        self._said: dict[tuple[str, str], tuple[Stated, ...]] = {}

    def proof(self, card: Card) -> Proof:
        asked = asked_by_rules().get(card.code) or Asked(card.code, "", "", "own")
        scoped = not card.frameworks or not set(card.frameworks).isdisjoint(self.frameworks)
        number: dict[str, int] = defaultdict(int)
        shown: dict[str, dict[tuple[object, ...], Shown]] = defaultdict(dict)
        for noun, stated in self._statements(asked):
            state = self._state(card, noun, stated)
            number[state] += 1
            if stated.value is not None and state == stated.state:
                shown[state].setdefault((stated.value.document.path, stated.value.pointer), Shown(noun, stated.value))
        findings = self.open.get(card.code, {})
        known = {statements.noun.address for statements in self._objects(asked.of)}
        elsewhere = {
            id(finding): finding for address, some in findings.items() if address not in known for finding in some
        }
        here = {id(finding) for address, some in findings.items() if address in known for finding in some}
        number["open"] += sum(1 for each in elsewhere if each not in here)
        return Proof(
            card=card,
            asked=asked,
            is_checked=scoped and self.run.choice.asks_for(card, ""),
            number=number,
            documented=tuple(shown["documented"].values()),
            in_progress=tuple(shown["in-progress"].values()),
            noes=tuple(shown["no"].values()),
            findings=tuple({id(finding): finding for some in findings.values() for finding in some}.values()),
        )

    def _state(self, card: Card, noun: Noun, stated: Stated) -> str:
        if noun.address in self.open.get(card.code, {}):
            return "open"
        if noun.address in self.waived.get(card.code, {}):
            return "waived"
        if not _is_asked(noun, card):
            return "not-asked"
        if stated.state == "silent":
            return "open" if self._is_spoken_for(card.code, noun.address) else "not-asked"
        return "open" if stated.state == "unreadable" else stated.state

    def _is_spoken_for(self, code: str, address: str) -> bool:
        """Whether a rule that this one waits for has a finding there: then that one speaks for both."""
        seen, ahead = {code}, list(self.waits.get(code, ()))
        while ahead:
            other = ahead.pop()
            if other in seen:
                continue
            seen.add(other)
            if address in self.open.get(other, {}):
                return True
            ahead += self.waits.get(other, ())
        return False

    def _statements(self, asked: Asked) -> Iterator[tuple[Noun, Stated]]:
        if not asked.path:
            return
        objects, key = self._objects(asked.of), (asked.of, asked.path)
        if key not in self._said:
            self._said[key] = tuple(statements.at(asked.path) for statements in objects)
        for statements, stated in zip(objects, self._said[key], strict=True):
            yield statements.noun, stated

    def _objects(self, section: str) -> tuple[Statements, ...]:
        if section not in self._nouns:
            self._nouns[section] = tuple(Statements(noun) for noun in _of(self.workspace, section))
        return self._nouns[section]


def _of(workspace: Workspace, section: str) -> Iterable[Noun]:
    if section == "decisions":
        return workspace.decisions
    return workspace.all(section) if section else ()


def _is_asked(noun: Noun, card: Card) -> bool:
    """Whether the rule asks the object at its stage of life; only decisions have one."""
    try:
        return not isinstance(noun, Decision) or noun.is_asked(card.asks_from)
    except Unknown:
        return True


def _by_code(findings: Iterable[Finding]) -> dict[str, dict[str, list[Finding]]]:
    """The findings of each rule by the objects that they concern."""
    found: dict[str, dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        for address in concerned(finding):
            found[finding.card.code][address].append(finding)
    return {code: dict(by_address) for code, by_address in found.items()}
