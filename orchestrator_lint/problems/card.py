"""What is known of a rule besides its check: names, weight, reasons, provisions, examples."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any, NamedTuple

from orchestrator_lint.problems.text import Text


class Severity(IntEnum):
    """How much a finding weighs: a note informs, a warning asks, an error must be mended."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The name in lower case, as options and reports write it."""
        return self.name.lower()


class Bad(NamedTuple):
    """A fragment laid over the clean workspace of the tests that must raise the rule at `at`."""

    yaml: str
    at: str


class Good(NamedTuple):
    """A fragment that every rule accepts."""

    yaml: str


class Threshold(NamedTuple):
    """Where a rule draws the line unless somebody says otherwise, and which way is stricter.

    `stricter` is `lower` or `higher` for a number or a duration (`14 days`), `more` or `fewer` for a list.
    """

    value: Any
    stricter: str


class Card(NamedTuple):
    """The description of a rule, for `explain`, SARIF, the documents and the tests.

    `asks_from` is the first stage of life at which the rule asks (draft, planned, pilot,
    live). `profile` is the lowest rung of the ladder that has it. `confidence` says whether
    a finding is sure or only likely, `life` whether the rule is preview, stable or deprecated,
    in this state since version `since`. `accepts_reason` says whether `none_because` answers it,
    `waivable` whether a waiver may. `provisions` are evidence hints like `eu-ai-act 26(2)`, never
    a legal conclusion; `duty` is the one whose first day decides when a finding is more than a
    note. `origin` is the file and line of a rule of the organisation; empty for ours. `frameworks` are those of which one must be declared; empty asks for none. `fix` is the skeleton
    of what is missing, in YAML: its first key is the one on the way to the place of the finding, else a key below that
    place. Somebody replaces its `TODO`.
    """

    code: str
    name: str
    severity: Severity
    title: Text
    why: Text
    since: str = "0.1"
    asks_from: str = "draft"
    profile: str = "standard"
    confidence: str = "sure"
    life: str = "stable"
    serves: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    duty: str = ""
    frameworks: tuple[str, ...] = ()
    waivable: bool = True
    waits_for: tuple[str, ...] = ()
    accepts_reason: bool = False
    thresholds: Mapping[str, Threshold] = {}
    bad: Bad | None = None
    good: Good | None = None
    cases: tuple[Bad | Good, ...] = ()
    origin: str = ""
    fix: str = ""

    @property
    def is_fault(self) -> bool:
        """Whether it stands for a fault of reading or shape, and not for a rule: no profile or choice leaves it out."""
        return self.code.startswith(("YML", "SHP"))
