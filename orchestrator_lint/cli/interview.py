"""What the command line says and what somebody at the terminal answers in, the answers to start from out."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import click

from orchestrator_lint.cli.asking import asked, one_of
from orchestrator_lint.starting import Answers, Field
from orchestrator_lint.starting import answers as questions

# facts about the first decision, which mean nothing without one
_OF_DECISION = ("autonomy", "system", "people", "affects", "level", "reversibility")


def checked_flags(given: dict[str, Any]) -> dict[str, Any]:
    """Bring what was given by options into form; raises UsageError where it contradicts itself."""
    plain = {
        name: " ".join(value.split()) or None if isinstance(value, str) else value for name, value in given.items()
    }
    if plain["frameworks"]:
        plain["frameworks"] = frameworks(plain["frameworks"])
    if plain["decision"] and not plain["space"]:
        raise click.UsageError("A decision stands in a space: name it with --space.")
    if plain["space"] and not plain["decision"]:
        lost = next((name for name in _OF_DECISION if plain[name]), None)
        if lost:
            raise click.UsageError(f"--{lost} is said of the first decision: name it with --decision.")
    if plain["system"] and (plain["autonomy"] or "human-only") == "human-only":
        raise click.UsageError("--system takes part in the decision: say with --autonomy how far it may go.")
    if plain["rev"] and not plain["repo"]:
        raise click.UsageError("--rev is a version of a repository: name it with --repo.")
    if plain["repo"]:
        address(plain["repo"])
    return plain


def interviewed(given: dict[str, Any], with_policies: bool, origin: tuple[str, str] | None) -> dict[str, Any]:
    """Ask what no option has answered; without `with_policies` only where the tool comes from."""
    said = _Interview(given)
    language = said.language
    if with_policies:
        said.ask(questions.NAME)
        said.public_body()
        said.ask(questions.FRAMEWORKS, frameworks)
        said.first_space()
    if not said.given["repo"]:
        default = origin[0] if origin else ""
        repo = asked(questions.REPO, language, lambda text: address(text) if text else "", default)
        said.given["repo"] = repo or None
        if origin and repo == origin[0]:
            said.given["rev"] = said.given["rev"] or origin[1]
    return said.given


def frameworks(text: str) -> str:
    """Give names by commas as they were written; raises UsageError where one is no framework."""
    from orchestrator_lint.language import policy_language

    node = policy_language().at(("organisation", "frameworks", 0))
    for name in _names(text):
        one_of(node.words if node else (), name)
    return text


def answers_of(given: dict[str, Any]) -> Answers:
    """Make the answers; what is None was left open."""
    known = {name: value for name, value in given.items() if value is not None}
    if "frameworks" in known:
        known["frameworks"] = tuple(dict.fromkeys(_names(known["frameworks"])))
    return Answers(**known)


def address(text: str) -> str:
    """Give an address that git can clone; raises UsageError for what it cannot be, or for one with a password in it."""
    if re.search(r"\s", text) or text.startswith("-"):
        raise click.UsageError(f"'{text}' is no address of a git repository.")
    try:
        secret = urlsplit(text).password
    except ValueError:
        raise click.UsageError(f"'{text}' is no address of a git repository.") from None
    if secret:
        raise click.UsageError("The address holds a password, which everybody could then read: leave it out.")
    return text


class _Interview:
    """Asks in the language of the policies, which is the first question."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = dict(given)
        if not self.given["language"]:
            field = questions.LANGUAGE
            self.given["language"] = asked(field, "en", lambda text: one_of(field.words, text))
        self.language: str = self.given["language"]

    def ask(self, field: Field, check: Callable[[str], str] | None = None, default: str = "") -> str | None:
        """Ask for one fact, unless an option has said it."""
        if not self.given[field.name]:
            known = check or (lambda text: one_of(field.words, text) if field.words else text)
            self.given[field.name] = asked(field, self.language, known, default) or None
        answer: str | None = self.given[field.name]
        return answer

    def public_body(self) -> None:
        if self.given["public_body"] is None:
            words = ("ja", "nein") if self.language == "de" else ("yes", "no")
            field = questions.PUBLIC_BODY._replace(words=words)
            answer = asked(field, self.language, lambda text: one_of(words, text))
            self.given["public_body"] = {words[0]: True, words[1]: False}.get(answer)

    def first_space(self) -> None:
        ours = questions.OUR_SPACE.to(self.language)
        if self.ask(questions.SPACE, default=ours) == ours and not self.given["decision"]:
            self.given["space"] = None
        else:
            self.ask(questions.PURPOSE)
            self.ask(questions.DECISION)
        self.ask(questions.OWNER, default=questions.OUR_OWNER.to(self.language))
        if self.given["decision"]:
            self.first_decision()

    def first_decision(self) -> None:
        if self.ask(questions.AUTONOMY) != questions.AUTONOMY.default:
            self.ask(questions.SYSTEM)
            self.ask(questions.PEOPLE)
        self.ask(questions.AFFECTS)
        self.ask(questions.IMPACT)
        self.ask(questions.UNDONE)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]
