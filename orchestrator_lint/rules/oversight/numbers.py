"""A number in, its text in both languages out."""

from orchestrator_lint.model import Text


def number_text(number: float) -> Text:
    """Write a number with one decimal at most; German has a comma."""
    written = f"{number:.1f}".removesuffix(".0")
    return Text(written, written.replace(".", ","))
