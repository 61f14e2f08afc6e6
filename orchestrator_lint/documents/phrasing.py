"""The words of a language in, the phrases out that all templates build on: a statement, a list of them, a row, a heading.

They are functions and not macros of the templates: most of a page goes through them, and Jinja calls a macro slowly.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from orchestrator_lint.documents.facts import Fact
from orchestrator_lint.documents.found import Open
from orchestrator_lint.documents.said import Block, Said
from orchestrator_lint.documents.words import Words
from orchestrator_lint.escape import Verbatim, code, markdown, message

RULE = "rule:"
_BACKSLASH = "\\"
_LONG = 60  # letters; beyond, a statement reads as a sentence of its own


class Phrases:
    """The phrases of one language. All that they are given is escaped, all that they give is Markdown."""

    def __init__(self, words: Words, flavour: str = "github") -> None:
        self._flavour = flavour
        self._callout: Mapping[str, str] = words.tables["callout"]
        self._mark: Mapping[str, str] = words.tables["mark"]
        self._severity: Mapping[str, str] = words.tables["severity"]

    @property
    def all(self) -> dict[str, Callable[..., Verbatim]]:
        """The phrases by the name under which templates call them."""
        return {
            "say": self.say,
            "all": self.join,
            "sentence": self.sentence,
            "reason": self.reason,
            "state": self.state,
            "callout": self.callout,
            "heading": self.heading,
            "row": row,
            "rule": rule,
            "findings": self.findings,
            "fact": self.fact,
            "asked": self.asked,
            "cell": self.cell,
            "code": address,
            "places": places,
        }

    def say(self, said: Said) -> Verbatim:
        """One statement, or why there is none."""
        if said.text:
            return Verbatim(self._stated(said))
        if said.why == "unreadable":
            return Verbatim(f"**{self._mark['unreadable']}**")
        if said.code:
            return Verbatim(f"**{self._mark['missing']} ({rule(said.code)})**")
        return Verbatim(self._mark["missing"])

    def _stated(self, said: Said) -> str:
        text = markdown(said.text)
        text = f"[{text}]({said.link})" if said.link else text
        tongue = f" ({markdown(said.tongue)})" if said.tongue else ""
        why = f" (**{self._mark[said.why]}**)" if said.why else ""
        return f"{text}{tongue}{why}"

    def join(self, statements: Sequence[Said]) -> Verbatim:
        """Statements in a row, as a sentence joins them; long ones are kept apart by semicolons."""
        each = [self.say(said) for said in statements]
        if any("," in said.text or len(said.text) > _LONG for said in statements):
            return Verbatim("; ".join(each))
        last = f" {self._mark['and']} ".join(each[-2:])
        return Verbatim(", ".join([*each[:-2], last]))

    def sentence(self, said: Said) -> Verbatim:
        """A statement as a sentence of its own."""
        return Verbatim(f"{self.say(said)}{_stop(said)}")

    def reason(self, block: Block) -> Verbatim:
        """A reasoned no."""
        parts = [f"{self._mark['why']}: {self.sentence(block.reason)}"]
        if block.basis:
            parts.append(f"{self._mark['basis']}: {self.sentence(block.basis)}")
        if block.instead:
            parts.append(f"{self._mark['instead']}: {self.sentence(block.instead)}")
        return Verbatim(" ".join(parts) + self.state(block))

    def state(self, block: Block) -> Verbatim:
        """How far a safeguard has come, where it is not yet in force."""
        return Verbatim(f" *{self._mark['state']}: {markdown(block.state)}.*" if block.state else "")

    def fact(self, lead: str, fact: Fact) -> Verbatim:
        """A statement with what leads to it and its address; a reasoned no, once, in the place of what it rules out."""
        if fact.is_told:
            return Verbatim("")
        if fact.block.reason:
            says: str = self.reason(fact.block)
        else:
            says = f"{self._told(fact.said)}{self.state(fact.block)}"
        return Verbatim(f"- {escaped(lead)}: {says} ({code(fact.at)})")

    def cell(self, fact: Fact) -> Verbatim:
        """A statement in a table, without its address; a reasoned no, once, in its place."""
        if fact.is_told:
            return Verbatim("–")
        if fact.block.reason:
            return self.reason(fact.block)
        return Verbatim(f"{self.join(fact.said)}{self.state(fact.block)}")

    def _told(self, statements: Sequence[Said]) -> str:
        """Statements that follow a colon: as one sentence, or each as its own where one of them is one."""
        if len(statements) > 1 and any(_stop(said) == "" for said in statements):
            return " ".join(f"{self.say(said)}{_stop(said)}" for said in statements)
        stop = _stop(statements[-1]) if statements else ""
        return f"{self.join(statements)}{stop.removeprefix(_BACKSLASH)}"

    def asked(self, question: str) -> Verbatim:
        """A question that only a person can answer."""
        return Verbatim(f"- **{self._mark['complete']}:** {escaped(question)}")

    def findings(self, found: Open) -> Verbatim:
        """Open findings: which rule, on what, and what it says."""
        parts: list[str] = []
        for group in found.groups:
            severity = self._severity[group.severity]
            parts += [f"**{rule(group.code)} – {markdown(group.title)}** ({severity})", ""]
            parts += [_bullet(subject, text) for subject, text in group.says]
            parts.append("")
        return Verbatim("\n".join(parts))

    def callout(self, kind: str, text: object) -> Verbatim:
        """A paragraph that stands out: `note`, `important` or `warning`."""
        lines = str(escaped(text)).strip().split("\n")
        if self._flavour == "mkdocs":
            shown = {"important": "info"}.get(kind, kind)
            return Verbatim("\n".join([f'!!! {shown} "{self._callout[kind]}"', "", *(f"    {line}" for line in lines)]))
        if self._flavour == "plain":
            return Verbatim("\n".join([f"> **{self._callout[kind]}**", ">", *(f"> {line}" for line in lines)]))
        return Verbatim("\n".join([f"> [!{kind.upper()}]", *(f"> {line}" for line in lines)]))

    def heading(self, level: int, anchor: str, text: object) -> Verbatim:
        """A heading with an anchor that is the same in every language and every reader of Markdown."""
        marks = "#" * level
        if self._flavour == "mkdocs":
            return Verbatim(f"{marks} {escaped(text)} {{: #{anchor} }}")
        return Verbatim(f'<a id="{anchor}"></a>\n\n{marks} {escaped(text)}')


def address(text: str) -> Verbatim:
    """Give an address in the policies, or a key of the language, as code."""
    return Verbatim(code(text))


def places(found: Iterable[Said]) -> Verbatim:
    """Give places in files as code, each with a link where there is one."""
    each = [f"[{code(said.text)}]({said.link})" if said.link else code(said.text) for said in found]
    return Verbatim(", ".join(each))


def rule(code: str) -> Verbatim:
    """Give the code of a rule with a link to what it says; `templating` knows where that stands for a page."""
    return Verbatim(f"[{code}]({RULE}{code.lower()})")


def row(cells: Iterable[object]) -> Verbatim:
    """Give one row of a table."""
    return Verbatim("".join(["|", *(f" {escaped(cell)} |" for cell in cells)]))


def escaped(value: object) -> Verbatim:
    """Escape what is not Markdown yet; raises TypeError where it is no text."""
    if type(value) is str:
        return Verbatim(markdown(value))
    if hasattr(value, "__html__"):
        return Verbatim(value.__html__())
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return Verbatim(markdown(str(value)))
    str(value)  # an undefined name says which it is
    raise TypeError(f"a template writes a {type(value).__name__}, which is no text")


def _bullet(subject: str, text: str) -> str:
    about = "" if subject in text else f"{markdown(subject)}: "
    return f"- {about}{message(text)}"


def _stop(said: Said) -> str:
    """The full stop that a text still needs."""
    if said.text.strip().isdigit():
        return "\\."  # `1.` at the start of a line would be a list
    ends = said.text.rstrip("\"'”“»«)").endswith((".", "!", "?", "…"))
    return "" if ends and not said.tongue and not said.why else "."
