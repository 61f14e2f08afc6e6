"""A check and what is known of it in, a Rule out."""

from collections.abc import Callable, Iterator, Mapping
from types import UnionType
from typing import Any, NamedTuple, get_args

from orchestrator_lint.problems import Bad, Card, Good, Problem, Severity, Text, Threshold

Check = Callable[..., Iterator[Problem]]


class Rule(NamedTuple):
    """A rule: its card, its check, and the types of what the check takes; the first is its subject."""

    card: Card
    check: Check
    subjects: tuple[type, ...]
    takes: tuple[type, ...]

    @property
    def code(self) -> str:
        """The code, like `OWN001`."""
        return self.card.code


def rule(  # noqa: PLR0913 - the card of a rule, field by field
    *,
    code: str,
    name: str,
    severity: Severity,
    title: Text,
    why: Text,
    bad: Bad,
    good: Good,
    asks_from: str = "planned",
    profile: str = "standard",
    confidence: str = "sure",
    life: str = "stable",
    since: str = "0.1",
    serves: tuple[str, ...] = (),
    provisions: tuple[str, ...] = (),
    duty: str = "",
    frameworks: tuple[str, ...] = (),
    waivable: bool = True,
    waits_for: tuple[str, ...] = (),
    accepts_reason: bool = False,
    thresholds: Mapping[str, Threshold] | None = None,
    cases: tuple[Bad | Good, ...] = (),
    fix: str = "",
) -> Callable[[Check], Rule]:
    """Attach the card of a rule to its check. Nothing registers itself: `rules/index.py` lists all rules."""
    card = Card(
        code=code,
        name=name,
        severity=severity,
        title=title,
        why=why,
        since=since,
        asks_from=asks_from,
        profile=profile,
        confidence=confidence,
        life=life,
        serves=serves,
        provisions=provisions,
        duty=duty,
        frameworks=frameworks,
        waivable=waivable,
        waits_for=waits_for,
        accepts_reason=accepts_reason,
        thresholds=thresholds or {},
        bad=bad,
        good=good,
        cases=cases,
        fix=fix,
    )

    def attach(check: Check) -> Rule:
        types = [kind for key, kind in check.__annotations__.items() if key != "return"]
        return Rule(card, check, _alternatives(types[0]), tuple(types[1:]))

    return attach


def _alternatives(kind: Any) -> tuple[type, ...]:
    return get_args(kind) if isinstance(kind, UnionType) else (kind,)
