"""What a rule asks and an object in, the problems that the object has out."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from orchestrator_lint.house_rules.checks import Check, Fault
from orchestrator_lint.house_rules.paths import Around
from orchestrator_lint.house_rules.schemas import Fragment
from orchestrator_lint.house_rules.seen import stands
from orchestrator_lint.model import Decision, Decisions, Noun, Organisation, Settings, Space, System, Value
from orchestrator_lint.network import Network
from orchestrator_lint.problems import Problem, Text


class Asks(NamedTuple):
    """Which objects a rule asks, what must hold there, and what it says where it does not."""

    where: Fragment | None
    require: Fragment | None
    checks: tuple[Check, ...]
    message: Text
    accepts_reason: bool


def check_of(asks: Asks) -> Callable[..., Iterator[Problem]]:
    """Give the check of a rule, as `run_rules` calls it."""

    def check(subject: Noun, decisions: Decisions, network: Network, settings: Settings) -> Iterator[Problem]:
        around = Around(decisions, network, settings)
        if _is_asked(subject, around) and (asks.where is None or asks.where.fits(subject)):
            yield from _problems(asks, subject, around)

    return check


def _is_asked(subject: Noun, around: Around) -> bool:
    """Whether an object is asked: not where it is retired, or all decisions that use it are, or are not as far yet."""
    if isinstance(subject, (Decision, Organisation)):
        return True
    if isinstance(subject, System) and subject.child("status").plain == "retired":
        return False
    users: Sequence[Decision] = subject.decisions if isinstance(subject, Space) else around.network.users(subject)
    return bool(around.decisions) or not users


def _problems(asks: Asks, subject: Noun, around: Around) -> Iterator[Problem]:
    told = set()
    for fault in _faults(asks, subject, around):
        if fault.value.place not in told:
            told.add(fault.value.place)
            yield _problem(asks.message, subject, fault, around)


def _faults(asks: Asks, subject: Noun, around: Around) -> Iterator[Fault]:
    required = asks.require.faults(subject) if asks.require is not None else ()
    yield from (Fault(value) for value in required if not _is_answered(value, asks.accepts_reason))
    for check in asks.checks:
        yield from check(subject, around)


def _is_answered(value: Value, accepts_reason: bool) -> bool:
    """Whether what is missing stands in a block that is still being built, or a reason is given that the rule accepts."""
    if stands(value):
        return False
    around: Value | None = value
    while around is not None:
        if around.reasoned:
            return accepts_reason
        around = around.around
    return value.settled


def _problem(message: Text, subject: Noun, fault: Fault, around: Around) -> Problem:
    value = fault.value
    values: dict[str, Any] = {"field": _field(value)}  # tells one finding from another at the same object
    if isinstance(subject, Decision) and _is_part(value, subject):
        problem = subject.gap(value, message, **values)
    else:
        concerned = (subject.address,) if isinstance(subject, Decision) else around.decisions.addresses
        values |= {"subject": (subject.id,), **({"decisions": concerned} if concerned else {})}
        problem = subject.problem_at(value.place, message, **values).beside(subject.place)
    problem = problem.beside(*fault.beside)
    return problem.caused_by_time() if fault.calendar else problem


def _is_part(value: Value, decision: Decision) -> bool:
    """Whether a value stands in the decision, or in what its space lends it."""
    own, space, pointer = decision.pointer, decision.space.pointer, value.pointer
    if value.document is not decision.document:
        return False
    return pointer[: len(own)] == own or (pointer[: len(space)] == space and "decisions" not in pointer[2:3])


def _field(value: Value) -> str:
    """The way to a value below its object, without the numbers of items, which change when a list does."""
    noun = value.owner_noun
    steps = value.pointer[len(noun.pointer) if noun is not None else 0 :]
    return ".".join(str(step) for step in steps if isinstance(step, str) and step != "every_decision")
