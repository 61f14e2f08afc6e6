"""The clean policies with a property changed in, what is found there out."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple

from orchestrator_lint import journey, problems
from orchestrator_lint.judging import Choice, Location
from orchestrator_lint.judging.causes import one_for_each_cause
from orchestrator_lint.judging.exceptions import Exceptions
from orchestrator_lint.judging.locate import Locator
from orchestrator_lint.language import policy_language
from orchestrator_lint.model import Rule, Workspace
from orchestrator_lint.network import Network
from orchestrator_lint.problems import Place, Pointer
from orchestrator_lint.reading import Document, read
from orchestrator_lint.rules import run_rules
from orchestrator_lint.rules.index import all_rules
from orchestrator_lint.rules.language.texts import Fields
from orchestrator_lint.shape import check_shape
from orchestrator_lint.sources import collect
from tests.sensitivity.properties import Spot, spots

POLICIES = Path(__file__).parent.parent.parent / "policies"
TODAY = date(2026, 11, 1)
_REFERENCES = "REF001"
OUT = object()  # in place of a value: the key is taken out

Changes = Mapping[tuple[int, Pointer], Any]


class Home(NamedTuple):
    """An object of the policies, by the number of its document."""

    document: int
    spot: Spot


@cache
def clean() -> tuple[Document, ...]:
    """The documents of `policies/`, read and checked once."""
    language = policy_language()
    documents = [
        document for source in collect([str(POLICIES)]) for document in read(source, language.sections).documents
    ]
    shaped = [check_shape(document, language) for document in documents]
    assert not [shape.problems for shape in shaped if shape.problems]
    return tuple(shape.document for shape in shaped)


@cache
def homes() -> dict[str, list[Home]]:
    """Every object of the policies by its name in the schema."""
    found: dict[str, list[Home]] = {}
    for number, document in enumerate(clean()):
        for spot in spots(document.data):
            found.setdefault(spot.home, []).append(Home(number, spot))
    return found


class _Unread(Locator):
    """Places of policies of which only the data is there: the order of lines tells no finding from another here."""

    def locate(self, place: Place | problems.Spot) -> Location:
        return Location(place.path, 1, 1, 1, 1)


def found_with(changes: Changes, rules: Sequence[Rule]) -> list[str]:
    """The codes of what these rules find once the changes are laid over the clean policies."""
    documents = list(clean())
    for (number, pointer), value in changes.items():
        documents[number] = documents[number]._replace(data=_changed(documents[number].data, pointer, value))
    workspace = Workspace(documents, policy_language())
    cards = journey.cards()
    settings = journey._settings((TODAY, "option"), Choice(profile="assured"), cards.values())
    raised = run_rules(rules, workspace, Network(workspace), settings).raised
    locator = _Unread({})
    exceptions = Exceptions.of(workspace, locator, settings, cards, None)
    whole = len(rules) == len(all_rules())
    standing = exceptions.decide(one_for_each_cause(raised), workspace, locator, cards, whole).standing
    return [item.card.code for item in standing]


def refused(number: int, pointer: Pointer, value: Any) -> bool:
    """Whether the schema refuses a value."""
    document = clean()[number]
    return bool(
        check_shape(document._replace(data=_changed(document.data, pointer, value)), policy_language()).problems
    )


def _changed(data: Any, pointer: Pointer, value: Any) -> Any:
    """A copy of the data that shares all but the way to the change."""
    step, rest = pointer[0], pointer[1:]
    if isinstance(data, list):
        return [_changed(item, rest, value) if rest and index == step else item for index, item in enumerate(data)]
    copy = dict(data)
    if rest:
        copy[step] = _changed(copy[step], rest, value)
    elif value is OUT:
        copy.pop(step, None)
    else:
        copy[step] = value
    return copy


@cache
def reading(key: str) -> tuple[Rule, ...]:
    """The rules whose own code names a key, and the one on references: what they find, all rules find, but sooner."""
    return tuple(rule for rule in all_rules() if rule.code == _REFERENCES or key in _words(rule.check.__module__))


@cache
def _words(module: str) -> frozenset[str]:
    held = [value.check if isinstance(value, Rule) else value for value in vars(sys.modules[module]).values()]
    own = [value.__code__ for value in held if isinstance(value, FunctionType) and value.__module__ == module]
    fields = {key for value in held if isinstance(value, Fields) for field in value.named for key in field}
    return frozenset(word for code in own for word in _words_of(code)) | fields


def _words_of(code: CodeType) -> Iterator[str]:
    yield from (name.removesuffix("_") for name in code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, str):
            yield constant
        elif isinstance(constant, tuple):
            yield from (word for word in constant if isinstance(word, str))
        elif isinstance(constant, CodeType):
            yield from _words_of(constant)
