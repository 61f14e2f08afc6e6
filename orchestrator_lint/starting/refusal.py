"""Why an entry cannot be added."""

from orchestrator_lint.problems import Text, said


class Refusal(Exception):
    """What stands in the way, in both languages; nothing was changed."""

    def __init__(self, text: Text, **values: object) -> None:
        """Take the sentence and the values in it."""
        super().__init__(text.en)
        self.text, self.values = text, values

    def message(self, language: str) -> str:
        """Say it in `language`."""
        return said(self.text, self.values, language)
