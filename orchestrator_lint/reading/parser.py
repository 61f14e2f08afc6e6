"""Text in, the parser of YAML over it out: libyaml where it is installed, else its Python twin, told apart by nobody."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

# YAML 1.1 breaks lines here too, YAML 1.2 does not: hidden from the parser, restored in the values
_HIDDEN = {"\x85": "\ue785", "\u2028": "\ue728", "\u2029": "\ue729"}
_RESTORED = {ord(stand_in): char for char, stand_in in _HIDDEN.items()}
_BREAKS_OF_1_1 = re.compile("[\x85\u2028\u2029]")
_ESCAPE = re.compile(r"\\(?:u|U0000)[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Events:
    """The events of a text, one by one. Raises yaml.YAMLError where the text is no YAML."""

    def __init__(self, text: str) -> None:
        self.strange = _BREAKS_OF_1_1.search(text) is not None
        self._text = _BREAKS_OF_1_1.sub(lambda match: _HIDDEN[match[0]], text) if self.strange else text
        self._loader = _loader(self._text)
        self.next: Callable[[], Any] = self._loader.get_event if yaml.__with_libyaml__ else self._checked

    def __iter__(self) -> Iterator[Any]:
        """Give the events up to the end of the text."""
        try:
            while not isinstance(event := self.next(), yaml.StreamEndEvent):
                yield event
        finally:
            self._loader.dispose()

    def restored(self, value: str) -> str:
        """Give a value with the characters that were hidden from the parser."""
        return value.translate(_RESTORED) if self.strange else value

    def _checked(self) -> Any:
        """Give an event of the Python twin, which takes escapes that are no characters."""
        try:
            event: Any = self._loader.get_event()
        except ValueError:
            raise _no_character(self._loader.index) from None
        if isinstance(getattr(event, "value", None), str) and _SURROGATE.search(event.value):
            found = _ESCAPE.search(self._text, event.start_mark.index)
            raise _no_character(found.start() if found else event.start_mark.index)
        return event


def tokens(text: str) -> Iterator[Any]:
    """Give the tokens of a text up to the first that is none."""
    loader = _loader(text)
    try:
        while loader.check_token():
            yield loader.get_token()
    except (yaml.YAMLError, ValueError):
        return
    finally:
        loader.dispose()


def _loader(text: str) -> Any:
    return (yaml.CLoader if yaml.__with_libyaml__ else yaml.Loader)(text)


def _no_character(index: int) -> yaml.YAMLError:
    mark = yaml.Mark("", index, 0, 0, None, 0)
    return yaml.scanner.ScannerError("while scanning a quoted scalar", mark, "found an invalid escape", mark)
