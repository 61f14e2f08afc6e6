"""A mistake of the user in, one clear message out."""

from collections.abc import Iterable
from difflib import get_close_matches

from orchestrator_lint.escape import plain


class InputError(Exception):
    """What the user got wrong, in one line for each mistake, that names file and, where there is one, line.

    The command line prints it and ends with exit code 2.
    """

    def __init__(self, *lines: str) -> None:
        """Take the message; what lines quote from a file can neither end a line nor command a terminal."""
        self.message = "\n".join(map(plain, lines))
        super().__init__(self.message)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give `; did you mean "…"?` for the known word that is nearest, or nothing."""
    near = get_close_matches(word, sorted(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""
