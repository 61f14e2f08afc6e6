"""Answers in, the files of a governance repository out, and what a person must still decide about them."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from orchestrator_lint import __version__
from orchestrator_lint.language import slug
from orchestrator_lint.problems import Text
from orchestrator_lint.starting.answers import OUR_DECISION, OUR_OWNER, OUR_SPACE, Answers
from orchestrator_lint.starting.drafts import draft
from orchestrator_lint.starting.filling import filled, indented
from orchestrator_lint.starting.kinds import KINDS
from orchestrator_lint.starting.placing import LONGEST, is_id, new_file

FOLDER = "policies"
SCHEMA = "schemas/policy.schema.json"

_PURPOSE = Text(
    "AI helps people here with their work, and somebody answers for every use of it.",
    "KI hilft Menschen hier bei ihrer Arbeit, und für jeden Einsatz steht jemand ein.",
)
_QUESTION = Text("May we use this AI system for this task?", "Dürfen wir dieses KI-System für diese Aufgabe einsetzen?")
_PEOPLE = Text(
    "Weighs what the system is for, whom it may harm and who would oversee it.",
    "Wägt ab, wozu das System dient, wem es schaden kann und wer es beaufsichtigt.",
)
_EMPLOYEES = Text("Employees", "Beschäftigte")
_PRINCIPLE = Text("nobody-left-to-the-machine", "niemand-der-maschine-ueberlassen")
_STATEMENT = Text(
    "No person is left to a machine that nobody answers for.",
    "Kein Mensch bleibt einer Maschine überlassen, für die niemand einsteht.",
)

_OPEN_NAME = Text("the name of the organisation (`name`)", "der Name der Organisation (`name`)")
_OPEN_BODY = Text(
    "whether it is a public body (`public_body`)", "ob sie eine öffentliche Einrichtung ist (`public_body`)"
)
_OPEN_PRINCIPLE = Text(
    "whether this principle is yours: it is a proposal", "ob dieses Prinzip Ihres ist: Es ist ein Vorschlag"
)
_OPEN_DECISION = Text(
    "whether the first decision is taken like this: it is a proposal",
    "ob die erste Entscheidung so getroffen wird: Sie ist ein Vorschlag",
)
_OPEN_REPO = Text(
    "where colleagues and CI get orchestrator-lint from: `repo` in this file, and the variable ORCHESTRATOR_LINT of CI",
    "woher die anderen und CI orchestrator-lint bekommen: `repo` in dieser Datei und die Variable ORCHESTRATOR_LINT der CI",
)


class Setup(NamedTuple):
    """What is to be set up beside the answers.

    `policies` are the policies that exist; where there are none, the first ones are written below `folder`. `hooks` is false where
    the folder is not the top of its git repository: hooks and CI are read only there. `schemas` are texts for editors,
    by path.
    """

    policies: tuple[str, ...] = ()
    folder: str = FOLDER
    hooks: bool = True
    schemas: Mapping[str, str] = {}


class Undecided(NamedTuple):
    """What only a person can say, and the file in which to say it."""

    path: str
    text: Text


def repository(answers: Answers, setup: Setup) -> dict[str, str]:
    """Give the files by path from the folder that is set up, in the order of telling."""
    files = {} if setup.policies else _policies(_complete(answers), setup.folder)
    return {**files, **_settings(answers, setup)}


def undecided(answers: Answers, setup: Setup) -> Iterator[Undecided]:
    """Name what the files leave open and no rule asks for."""
    if not setup.policies:
        if not answers.name:
            yield Undecided(f"{setup.folder}/organisation.yaml", _OPEN_NAME)
        if answers.public_body is None:
            yield Undecided(f"{setup.folder}/organisation.yaml", _OPEN_BODY)
        yield Undecided(f"{setup.folder}/principles.yaml", _OPEN_PRINCIPLE)
        if answers.takes_ours:
            yield Undecided(f"{setup.folder}/{_space_file(_complete(answers))}", _OPEN_DECISION)
    if setup.hooks and not answers.repo:
        yield Undecided(".pre-commit-config.yaml", _OPEN_REPO)


def _complete(answers: Answers) -> Answers:
    """Fill in what we propose: all of the first decision where none was named, else only who answers for it."""
    language = answers.language
    answers = answers._replace(owner=answers.owner or OUR_OWNER.to(language))
    if not answers.takes_ours:
        return answers
    return answers._replace(
        space=OUR_SPACE.to(language),
        purpose=answers.purpose or _PURPOSE.to(language),
        decision=OUR_DECISION.to(language),
        people=answers.people or _PEOPLE.to(language),
        affects=answers.affects or _EMPLOYEES.to(language),
        level=answers.level or "moderate",
        reversibility=answers.reversibility or "easy",
    )


def _policies(answers: Answers, folder: str) -> dict[str, str]:
    language, schema = answers.language, _way_to_schema(folder)
    statement: dict[str, str | None] = {"statement": _STATEMENT.to(language)}
    entries: dict[str, tuple[str, dict[str, str | None]]] = {
        "principle": (_PRINCIPLE.to(language), statement),
        "role": (id_of(answers.owner, "owner"), {"title": answers.owner}),
    }
    if answers.system:
        entries["system"] = (id_of(answers.system, "system"), {"title": answers.system})
    made = {f"{folder}/organisation.yaml": _organisation(answers, schema)}
    for kind, (id, facts) in entries.items():
        section = KINDS[kind].section
        made[f"{folder}/{section}.yaml"] = new_file((section, id), draft(kind, facts, language), schema)
    path = f"{folder}/{_space_file(answers)}"
    return {**made, path: _space(answers, _way_to_schema(posixpath.dirname(path)))}


def _way_to_schema(folder: str) -> str:
    return posixpath.relpath(SCHEMA, folder)


def _organisation(answers: Answers, schema: str) -> str:
    group = answers.affects
    return filled(
        "organisation.yaml",
        answers.language,
        schema=schema,
        name=answers.name,
        frameworks=answers.frameworks,
        public_body=answers.public_body,
        affected={"id": id_of(group, "people"), "title": group} if group else None,
    )


def _space(answers: Answers, schema: str) -> str:
    facts = {
        "title": answers.space,
        "purpose": answers.purpose,
        "owner": id_of(answers.owner, "owner"),
        "principle": _PRINCIPLE.to(answers.language),
    }
    body = draft("space", facts, answers.language)
    if answers.decision:
        decision = indented(_decision(answers), 4)
        body += f"\ndecisions:\n  {id_of(answers.decision, 'decision')}:\n{decision}"
    return new_file(("spaces", id_of(answers.space, "space")), body, schema)


def _decision(answers: Answers) -> str:
    facts = {
        "title": answers.decision,
        "question": _QUESTION.to(answers.language) if answers.decision == OUR_DECISION.to(answers.language) else None,
        "autonomy": answers.autonomy,
        "system": id_of(answers.system, "system") if answers.system else None,
        "people": answers.people,
        "affects": id_of(answers.affects, "people") if answers.affects else None,
        "level": answers.level,
        "reversibility": answers.reversibility,
    }
    return draft("decision", facts, answers.language)


def _space_file(answers: Answers) -> str:
    return f"spaces/{id_of(answers.space, 'space')}.yaml"


def id_of(title: str | None, otherwise: str) -> str:
    """Form an id from a title; with `otherwise` in front, or in its place, where that alone would be none."""
    made = slug(title or "")[:LONGEST].strip("-")
    if made and not is_id(made):
        made = f"{otherwise}-{made}"
    return made or otherwise


def _settings(answers: Answers, setup: Setup) -> dict[str, str]:
    language = answers.language
    policies = setup.policies or (setup.folder,)
    facts = {
        "name": answers.name,
        "policies": policies,
        "profile": "standard" if setup.policies else "starter",
        "repo": answers.repo,
        "rev": answers.rev or f"v{__version__}",
        "requirement": requirement(answers.repo, answers.rev or f"v{__version__}"),
        "version": __version__,
        "patterns": [pattern for path in policies for pattern in _patterns(path)],
    }
    templates = {
        ".orchestrator-lint.yaml": "configuration.yaml",
        "README.md": f"readme.{language}.md",
        ".editorconfig": "editorconfig",
        ".gitattributes": "gitattributes",
        ".vscode/settings.json": "vscode.json",
    }
    hooks = {
        ".pre-commit-config.yaml": "pre-commit.yaml",
        ".github/workflows/governance.yml": "github.yaml",
        ".gitlab-ci.yml": "gitlab.yaml",
    }
    wanted = {**templates, **hooks} if setup.hooks else templates
    return {path: filled(name, language, **facts) for path, name in wanted.items()} | dict(setup.schemas)


def requirement(repo: str | None, rev: str) -> str | None:
    """Give what pip installs; None where the tool is on this machine only, where no CI finds it."""
    if not repo:
        return None
    short = re.fullmatch(r"([\w.-]+@[\w.-]+):(?!//)(.+)", repo)  # as git writes it: git@host:path
    address = f"ssh://{short[1]}/{short[2]}" if short else repo
    return f"git+{address}@{rev}" if "://" in address and not address.startswith("file:") else None


def _patterns(path: str) -> Sequence[str]:
    if path.endswith((".yaml", ".yml")):
        return (path,)
    below = "" if path == "." else f"{path}/"
    return (f"{below}**/*.yaml", f"{below}**/*.yml")
