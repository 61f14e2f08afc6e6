"""A decision of a space in, its view out: own values, what the space lends it, and what follows from both."""

from functools import cached_property
from typing import TYPE_CHECKING

from orchestrator_lint.model.levels import LIFE, impact_rank, level_rank
from orchestrator_lint.model.nouns import Guardrail, Noun, Space, System
from orchestrator_lint.model.value import Value, known_any
from orchestrator_lint.problems import Problem, Text

if TYPE_CHECKING:
    from orchestrator_lint.model.workspace import Workspace

_FROM_SPACE = frozenset(("owner", "purpose", "principles", "review"))
# where nothing is written, these belong to the space: one gap there, not one in each decision
_AT_SPACE = _FROM_SPACE | {"escalation"}


class Decision(Noun):
    """What is decided in a space.

    Attributes give the effective value: the decision's own where it says something, else what `every_decision` or the
    space says, else the empty place.
    """

    section = "decisions"

    def __init__(self, workspace: "Workspace", space: Space, id: str) -> None:
        decisions = space.child("decisions")
        own = decisions.child(id)
        Value.__init__(self, workspace, space.document, own.pointer, own.plain, own.node)
        self.id, self.space = id, space

    @property
    def address(self) -> str:
        """`space/decision`."""
        return f"{self.space.id}/{self.id}"

    def child(self, key: str | int) -> Value:
        """Give the effective value of a key."""
        own = super().child(key)
        if not own.silent or not isinstance(key, str):
            return own
        lent = self._lent(key)
        return own if lent is None else lent

    def own(self, key: str) -> Value:
        """Give what the decision itself says."""
        return super().child(key)

    def _lent(self, key: str) -> Value | None:
        everyone = self.space.child("every_decision")
        if everyone.node.child(key) is not None:
            value = everyone.child(key)
            if not value.silent:
                return value
        if key in _FROM_SPACE:
            return self.space.child(key)
        if key not in _AT_SPACE:
            return None
        return Value(
            self.workspace, self.document, (*self.space.pointer, key), None, everyone.child(key).node, self.space
        )

    @cached_property
    def life(self) -> str:
        """The status; a decision that does not say is judged as live."""
        return str(self.child("status").plain or "live")

    def is_asked(self, asks_from: str) -> bool:
        """Whether a rule that asks from this stage of life asks this decision.

        A retired one is asked nothing, a suspended one what a pilot is: it must be fit to resume.
        """
        if self.life == "retired":
            return False
        stage = "pilot" if self.life == "suspended" else self.life
        return LIFE.index(stage) >= LIFE.index(asks_from)

    @cached_property
    def stated_levels(self) -> tuple[Value, ...]:
        """Every level stated for *decide*: one, or one for each mode; none where nobody says how far the machine goes."""
        autonomy = self.child("autonomy")
        if not isinstance(autonomy.plain, dict):
            return (autonomy,) if autonomy else ()
        stated = [level for _, level in autonomy.child("modes").entries() if level]
        return tuple(level for level in (*stated, autonomy.child("decide")) if level)

    @cached_property
    def decide(self) -> str | None:
        """The level at which it is decided; the highest of its modes; None where no level is stated."""
        return max((str(level.plain) for level in self.stated_levels), key=level_rank, default=None)

    @cached_property
    def level(self) -> str:
        """The level that counts: that of `decide`, or of `act` where the machine can act past the person.

        Where none is stated, `prepares` if a system takes part, else `human-only`.
        """
        decide = self.decide or self._level_unstated
        act = self.child("autonomy").child("act") if isinstance(self.child("autonomy").plain, dict) else None
        if act is not None and act and level_rank(act.plain) > level_rank(decide) and self.acts_past_people:
            return str(act.plain)
        return decide

    @property
    def _level_unstated(self) -> str:
        return "prepares" if self.child("machine").child("systems") else "human-only"

    def decides_within(self, lowest: str, highest: str) -> bool:
        """Whether it is decided at a level between these two, in one of its modes; unstated is read as in `level`."""
        stated = [str(level.plain) for level in self.stated_levels] or [self._level_unstated]
        return any(level_rank(lowest) <= level_rank(level) <= level_rank(highest) for level in stated)

    @cached_property
    def rank(self) -> int:
        """The place of `level` on the scale, 0 to 7."""
        return level_rank(self.level)

    def acts_from(self, level: str) -> bool:
        """Whether the machine goes at least as far as `level`."""
        return self.rank >= level_rank(level)

    @cached_property
    def acts_past_people(self) -> bool:
        """Whether a flow of the decision leads from a system of it to an effect without a role or a decision."""
        return self.workspace.takes_effect_past_people(self)

    @property
    def is_human_only(self) -> bool:
        """Whether people alone act in every stage that is stated; a level that is missing says no such thing."""
        stated = [stage.plain for stage in _stages(self.child("autonomy"))]
        return bool(stated) and all(level == "human-only" for level in stated)

    @property
    def impact_level(self) -> str | None:
        """How heavy the effect is; None where it is not stated."""
        return self.child("impact").child("level").plain or None

    def weighs(self, level: str) -> bool:
        """Whether the stated impact is at least `level`; an impact that is not stated weighs nothing."""
        stated = self.impact_level
        return stated is not None and impact_rank(stated) >= impact_rank(level)

    @property
    def has_grave_effect(self) -> bool:
        """Whether the effect on people is legal or similarly significant."""
        return str(self.child("impact").child("effect").plain) in ("significant", "legal")

    @property
    def is_high_risk(self) -> bool:
        """Whether the AI Act's class of high-risk AI systems is stated."""
        return bool(self.child("law").child("risk_class").plain == "high")

    @property
    def is_serious(self) -> bool:
        """Whether impact is high, the effect grave or the risk class high."""
        return known_any((lambda: self.weighs("high"), lambda: self.has_grave_effect, lambda: self.is_high_risk))

    @property
    def is_light(self) -> bool:
        """Whether a reasoned no to oversight can be accepted: impact none or low, and no high-risk system."""
        return self.impact_level in ("none", "low") and not self.is_high_risk

    @property
    def affects_people(self) -> bool:
        """Whether people are named who are affected, or the effect could not be without them."""
        affects = self.child("impact").child("affects")
        return known_any((lambda: bool(affects.words), lambda: self.has_grave_effect, lambda: self.weighs("high")))

    @property
    def spares_people(self) -> bool:
        """Whether the policy says that nobody is affected, and its effect does not belie it; silence says no such thing."""
        if self.impact_level == "none":
            return True
        affects = self.child("impact").child("affects")
        nobody = affects.plain == [] or affects.reasoned
        return nobody and not self.has_grave_effect and not self.weighs("high")

    @property
    def only_exposes(self) -> bool:
        """Whether nobody is subject of the decision, though it can harm those who rely on it."""
        return bool(self.child("impact").child("as").plain == "exposed")

    @property
    def groups(self) -> tuple[str, ...] | Text:
        """The groups of people affected; „people“ where none is named."""
        return self.child("impact").child("affects").words or Text("people", "Menschen")

    @property
    def guardrail_lists(self) -> tuple[Value, Value]:
        """Its own list of guardrails and that of its space: what stands in either holds."""
        return self.own("guardrails"), self.space.child("every_decision").child("guardrails")

    @cached_property
    def guardrails_held(self) -> tuple[Guardrail, ...]:
        """The guardrails of the decision and of its space together."""
        listed = [value for guardrails in self.guardrail_lists for value in guardrails]
        held = {guardrail.id: guardrail for value in listed if isinstance(guardrail := value.target, Guardrail)}
        return tuple(held.values())

    @cached_property
    def systems(self) -> tuple[System, ...]:
        """The systems that take part."""
        return tuple(
            system for value in self.child("machine").child("systems") if isinstance(system := value.target, System)
        )

    def gap(self, value: Value, text: Text, /, **values: object) -> Problem:
        """State what the decision lacks or has inherited; decisions that share the place share the finding."""
        problem = value.problem(text, decisions=(self.address,), **values)
        if value.pointer[: len(self.pointer)] == self.pointer:
            return problem._replace(about=(self.address,))
        return problem._replace(about=(self.space.address,)).beside(self.place)


def _stages(autonomy: Value) -> list[Value]:
    """The levels that are stated, of each stage and of each mode."""
    if not isinstance(autonomy.plain, dict):
        return list(autonomy)
    stages = [autonomy.child(stage) for stage in ("acquire", "analyse", "decide", "act")]
    return [level for level in (*stages, *(mode for _, mode in autonomy.child("modes").entries())) if level]
