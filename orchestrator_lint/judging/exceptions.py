"""All problems and all exceptions in, what stands, what does not count, and what is wrong with the exceptions out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from orchestrator_lint.judging import comments, waivers
from orchestrator_lint.judging.baseline import Baseline, Entry
from orchestrator_lint.judging.comments import Allowances
from orchestrator_lint.judging.excepted import Excepted, Grants, Keyed, keyed, sort_out
from orchestrator_lint.judging.locate import Locator
from orchestrator_lint.judging.waivers import InForce
from orchestrator_lint.model import Settings, Workspace
from orchestrator_lint.problems import Card, Place
from orchestrator_lint.rules import Raised


class Decided(NamedTuple):
    """What stands, what does not count and why, and what of the baseline is still needed."""

    standing: tuple[Keyed, ...]
    excepted: tuple[tuple[Keyed, Excepted], ...]
    needed: tuple[Entry, ...] = ()


class Exceptions(NamedTuple):
    """The exceptions of a run: waivers, comments and a baseline, where there is one."""

    waivers: tuple[InForce, ...]
    comments: Allowances
    baseline: Baseline | None

    @classmethod
    def of(
        cls,
        workspace: Workspace,
        locator: Locator,
        settings: Settings,
        cards: Mapping[str, Card],
        baseline: Baseline | None,
    ) -> "Exceptions":
        """Gather those that hold on the day of the judgement."""
        return cls(
            tuple(waivers.in_force(workspace, settings)),
            comments.allowances(locator.readings, cards, settings),
            baseline.on(settings.as_of) if baseline is not None else None,
        )

    def decide(
        self,
        raised: Sequence[Raised],
        workspace: Workspace,
        locator: Locator,
        cards: Mapping[str, Card],
        complete: bool,
    ) -> Decided:
        """Take out what they cover; where the run is `complete`, what covers nothing is a finding."""
        parted = sort_out(keyed(raised, locator.locate), tuple(self._grants(workspace, locator)))
        needed = self.baseline.needed(parted.excepted) if self.baseline is not None else {}
        used = [excepted for _, excepted in parted.excepted]
        faults = [*self.comments.faults, *(self._idle(used, needed, cards) if complete else ())]
        standing = (*parted.standing, *keyed(faults, locator.locate))
        later = self.baseline.later if self.baseline is not None else ()
        return Decided(standing, parted.excepted, (*needed.values(), *later))

    def _grants(self, workspace: Workspace, locator: Locator) -> Iterator[Grants]:
        if self.waivers:
            yield waivers.granted_by(self.waivers)
        if self.comments.allowed:
            yield comments.granted_by(self.comments.allowed, locator.locate, lambda name: _place(name, workspace))
        if self.baseline is not None:
            yield self.baseline.granted()

    def _idle(
        self, used: Sequence[Excepted], needed: Mapping[str, Entry], cards: Mapping[str, Card]
    ) -> Iterator[Raised]:
        yield from waivers.unused(self.waivers, used, cards)
        yield from comments.unused(self.comments.allowed, used)
        if self.baseline is not None and self.baseline.covers_all:
            yield from self.baseline.stale(needed)


def without_exceptions(
    raised: Sequence[Raised], locator: Locator, settings: Settings, cards: Mapping[str, Card]
) -> Decided:
    """Let everything stand; what is wrong with a comment is said all the same."""
    faults = comments.allowances(locator.readings, cards, settings).faults
    return Decided(tuple(keyed([*raised, *faults], locator.locate)), ())


def _place(address: str, workspace: Workspace) -> Place | None:
    """Where a decision stands that a problem names."""
    decision = workspace.find("decisions", address)
    return decision.place if decision is not None else None
