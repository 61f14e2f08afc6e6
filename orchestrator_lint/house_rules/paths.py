"""A path as a rule writes it in, the values and objects to which it leads out.

Keys stand with points between them; a list on the way stands for each of its items. `->` goes on in the object that is named
there. A first step may name what the language has no key for: `decisions` that use the object, `datasets` of a decision, its
`space`, and any section from the organisation.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from orchestrator_lint.forms import Path as Steps
from orchestrator_lint.house_rules.file import RuleFile
from orchestrator_lint.house_rules.places import Places, objects, section_of
from orchestrator_lint.house_rules.seen import below
from orchestrator_lint.language import Language, nearest
from orchestrator_lint.model import Decision, Decisions, Noun, Settings, Value
from orchestrator_lint.network import Network

HOP = "->"
TODAY = "today"


class Around(NamedTuple):
    """What stands around the object that is asked: the decisions that use it and are asked too, and all the rest."""

    decisions: Decisions
    network: Network
    settings: Settings


class Path(NamedTuple):
    """A path, split at each `->`. `head` is the first step where the language has no key of that name."""

    written: str
    head: str
    stretches: tuple[tuple[str, ...], ...]
    ends: Places

    def values(self, subject: Noun, around: Around) -> Iterator[Value]:
        """Give all values to which the path leads, or the places where they would stand; objects where it ends at such."""
        found: list[Value] = list(_HEADS[self.head](subject, around)) if self.head else [subject]
        for number, stretch in enumerate(self.stretches):
            if number:
                found = [noun for value in found for noun in targets(value)]
            for step in stretch:
                found = [inner for value in found for inner in _step(value, step)]
        yield from found

    @property
    def is_reference(self) -> bool:
        """Whether references stand where the path ends."""
        return bool(self.ends.refers)

    @property
    def is_todays(self) -> bool:
        """Whether it is the day of the run."""
        return self.written == TODAY


def items(value: Value) -> Iterator[Value]:
    """The items of a list, else the value itself."""
    if isinstance(value.plain, list):
        yield from (below(value, place) for place in range(len(value.plain)))
    else:
        yield value


def targets(value: Value) -> Iterator[Noun]:
    """The objects that a reference, or each of a list, names; what lies outside the policies is passed over."""
    for item in items(value):
        target = item.target
        if target is not None:
            yield target


def _step(value: Value, step: str) -> Iterator[Value]:
    if step == "guardrails" and isinstance(value, Decision):
        yield from value.guardrail_lists  # what stands in either holds
        return
    for item in items(value):
        if isinstance(item, Noun) or item.plain is None or isinstance(item.plain, dict):
            if item.node.child(step) is not None:
                yield below(item, step)


class Reader:
    """Reads the paths of a rule that asks objects of one kind."""

    def __init__(self, file: RuleFile, language: Language, kind: str) -> None:
        self.file, self.language, self.kind = file, language, kind

    def read(self, written: str, at: Steps) -> Path:
        """Read a path. Raises InputError that names file and line where the language knows no such way."""
        stretches = [tuple(stretch.strip().split(".")) for stretch in written.split(HOP)]
        places, head = objects(self.language, [section_of(self.kind)]), ""
        if stretches[0][0] in self._heads():
            head, stretches[0] = stretches[0][0], stretches[0][1:]
            places = objects(self.language, ["spaces" if head == "space" else head])
        for number, stretch in enumerate(stretches):
            if number:
                places = self._hopped(places, written, at)
            for step in stretch:
                places = self._below(places, step, written, at)
        return Path(written, head, tuple(stretches), places)

    def _heads(self) -> Sequence[str]:
        if self.kind == "organisation":
            return [name for name in _HEADS if name != "space"]
        return ["datasets", "space"] if self.kind == "decision" else ["decisions"]

    def _hopped(self, places: Places, written: str, at: Steps) -> Places:
        if not places.refers:
            raise self.file.wrong(at, f"`{written}`: nothing is named before `{HOP}` that it could go on in")
        return objects(self.language, places.refers)

    def _below(self, places: Places, step: str, written: str, at: Steps) -> Places:
        inner = Places((*places.key(step).nodes, *(() if places.is_own else places.item.key(step).nodes)))
        if inner.nodes:
            return inner
        known = (*places.keys, *places.item.keys, *self._heads())
        near = nearest(step, known)
        hint = f'did you mean "{near}"?' if near else "a key of your own begins with x-"
        raise self.file.wrong(at, f'policies have no "{written}" there; {hint}')


def _datasets(subject: Noun, around: Around) -> Sequence[Noun]:
    if isinstance(subject, Decision):
        return around.network.datasets_of(subject)
    return list(around.network.workspace.datasets)


def _space(subject: Noun, _: Around) -> Sequence[Noun]:
    return [subject.space] if isinstance(subject, Decision) else []


def _section(name: str) -> Callable[[Noun, Around], Sequence[Noun]]:
    return lambda _, around: list(around.network.workspace.all(name))


_HEADS: dict[str, Callable[[Noun, Around], Sequence[Noun]]] = {
    "decisions": lambda _, around: around.decisions,
    "datasets": _datasets,
    "space": _space,
    **{
        name: _section(name)
        for name in ("spaces", "roles", "systems", "guardrails", "principles", "waivers", "changes")
    },
}
