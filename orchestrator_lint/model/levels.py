"""The closed scales of the language: autonomy, impact, life, and what impact allows."""

LEVELS = (
    "human-only",
    "informs",
    "prepares",
    "recommends",
    "acts-on-approval",
    "acts-unless-vetoed",
    "acts-and-reports",
    "acts-alone",
)
IMPACTS = ("none", "low", "moderate", "high", "very-high")
REVERSIBILITIES = ("easy", "hard", "irreversible")
LIFE = ("draft", "planned", "pilot", "live")

# The essay asks which decision AI may prepare (S13); the cells are the project's own, after the severity ×
# probability matrix of Singapore's Model AI Governance Framework (2020), section 2.
_HIGHEST = {
    "none": ("acts-alone", "acts-and-reports", "acts-on-approval"),
    "low": ("acts-and-reports", "acts-unless-vetoed", "acts-on-approval"),
    "moderate": ("acts-unless-vetoed", "acts-on-approval", "recommends"),
    "high": ("acts-on-approval", "recommends", "prepares"),
    "very-high": ("recommends", "prepares", "informs"),
}


def level_rank(level: str) -> int:
    """The place of an autonomy level on the scale, 0 for `human-only` to 7 for `acts-alone`."""
    return LEVELS.index(level)


def impact_rank(level: str) -> int:
    """The place of an impact level on the scale, 0 for `none` to 4 for `very-high`."""
    return IMPACTS.index(level)


def highest_allowed(impact: str, reversibility: str) -> str:
    """The highest autonomy level that the built-in matrix allows."""
    return _HIGHEST[impact][REVERSIBILITIES.index(reversibility)]
