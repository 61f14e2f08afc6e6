"""What a rule says: a place, a statement, the values in it, and the places beside it."""

from collections.abc import Mapping
from typing import NamedTuple

from orchestrator_lint.problems.fix import Fill, Fix
from orchestrator_lint.problems.place import Place, Spot
from orchestrator_lint.problems.text import Text


class Related(NamedTuple):
    """A second place that a reader needs, with a word on why."""

    place: Place | Spot
    text: Text | None = None


class Problem(NamedTuple):
    """One statement of one rule. `about` names the objects concerned, by address.

    `gathered` are decisions that share this one cause; problems that differ in nothing
    else become one finding. `names` are ids and values that tell this problem from
    others of its rule at the same object, and make its fingerprint. `calendar` is true where
    only the passing of time causes it; `narrow` where it concerns its place and not the whole object,
    so that what waits for its rule waits for it at this place only. `duty` is the provision whose first
    day counts for this problem; where it is empty, that of the card does. `fix` is a change that mends it;
    where it is none, the skeleton of the card is offered.
    """

    place: Place | Spot
    text: Text
    values: Mapping[str, object]
    related: tuple[Related, ...] = ()
    about: tuple[str, ...] = ()
    gathered: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    calendar: bool = False
    duty: str = ""
    narrow: bool = False
    fix: Fix | None = None

    def beside(self, *places: "Place | Spot | Related | None") -> "Problem":
        """Add related places, leaving out what is absent or already said."""
        known = {related.place for related in self.related} | {self.place}
        more = []
        for item in places:
            related = item if isinstance(item, Related) or item is None else Related(item)
            if related is not None and related.place not in known:
                known.add(related.place)
                more.append(related)
        return self._replace(related=(*self.related, *more))

    def filled_by(self, skeleton: str, place: Place | None = None) -> "Problem":
        """Offer a skeleton of its own for this problem, at its place or another: what is to stand where nothing does."""
        at = place or self.place
        return self._replace(fix=Fix(Fill(at, skeleton), safe=False)) if isinstance(at, Place) else self

    def caused_by_time(self) -> "Problem":
        """Mark the problem as one that only the passing of time causes."""
        return self._replace(calendar=True)

    def under(self, provision: str) -> "Problem":
        """Name the provision that this problem concerns, where the rule has several with first days of their own."""
        return self._replace(duty=provision)

    def of_these_words(self) -> "Problem":
        """Mark the problem as one of the words at its place: what else is wrong with the object is hidden by nothing."""
        return self._replace(narrow=True)
