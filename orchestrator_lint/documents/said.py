"""What a page can say at one place: a text, or why there is none."""

from typing import NamedTuple


class Said(NamedTuple):
    """A statement. It is true where there is a text.

    `text` is as written, or a word of the page's language; `tongue` names the language of a text that is not in the
    page's. Where something is wrong, `why` is `missing`, `unreadable`, `unresolved` or `system` (a system stands
    where a role should), and `code` the rule that reports it. `link` leads to more.
    """

    text: str = ""
    why: str = ""
    code: str = ""
    tongue: str = ""
    link: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)


class Block(NamedTuple):
    """A safeguard as a whole. It is true where something is stated.

    `gap` stands in its place where nothing is, `state` says how far it has come (empty where it is in force), and
    `reason` is the reasoned no, with its basis and what protects instead.
    """

    stated: bool
    gap: Said = Said()
    state: str = ""
    reason: Said = Said()
    basis: Said = Said()
    instead: Said = Said()

    def __bool__(self) -> bool:
        return self.stated
