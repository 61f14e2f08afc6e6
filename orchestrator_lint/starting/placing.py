"""A draft and the policies that exist in, the file it belongs into and its new text out."""

import posixpath
import re
from collections.abc import Callable
from typing import NamedTuple

from orchestrator_lint.language import nearest, slug
from orchestrator_lint.problems import Pointer, Text
from orchestrator_lint.starting.existing import Beginnings, Policy
from orchestrator_lint.starting.filling import indented
from orchestrator_lint.starting.kinds import KINDS
from orchestrator_lint.starting.refusal import Refusal
from orchestrator_lint.starting.splicing import spliced

_ID = re.compile(r"(?!x-|(?:null|true|false|yes|no|on|off|y|n)$)[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 100
_MODELINE = re.compile(r"^# yaml-language-server: \$schema=(\S+)", re.MULTILINE)

_BAD_ID = Text(
    "`{id}` is no id: small letters, digits and single hyphens, {limit} at most, not beginning with `x-`, and no word "
    "that YAML reads otherwise, such as `null` or `no`.{hint}",
    "`{id}` ist keine Kennung: Kleinbuchstaben, Ziffern und einzelne Bindestriche, höchstens {limit}, nicht mit `x-` am "
    "Anfang, und kein Wort, das YAML anders liest, wie `null` oder `no`.{hint}",
)
_TRY = Text(" Try `{id}`.", " Versuchen Sie `{id}`.")
_NO_SPACE_NAMED = Text(
    "a decision stands in a space: write `{example}`.",
    "Eine Entscheidung steht in einem Raum: Schreiben Sie `{example}`.",
)
_ONE_ID = Text(
    "`{id}` has a slash too many: write `{example}`.",
    "`{id}` hat einen Schrägstrich zu viel: Schreiben Sie `{example}`.",
)
_TAKEN = Text(
    "{kind} `{id}` exists already, in `{path}`; nothing was changed.",
    "{kind} `{id}` gibt es schon, in `{path}`; nichts wurde geändert.",
)
_NO_SPACE = Text(
    "there is no decision space `{space}`.{hint} `orchestrator-lint new space {space}` adds it.",
    "Einen Entscheidungsraum `{space}` gibt es nicht.{hint} `orchestrator-lint new space {space}` legt ihn an.",
)
_MEANT = Text(" Did you mean `{near}`?", " Meinten Sie `{near}`?")
_OCCUPIED = Text(
    "`{path}` exists and is no policy; move it away, or add the entry to another file by hand.",
    "`{path}` gibt es schon und ist keine Richtlinie; verschieben Sie die Datei, oder tragen Sie den Eintrag von Hand in "
    "eine andere ein.",
)


class Added(NamedTuple):
    """A file with the new entry: its whole text, the lines of the entry, and whether the file is new."""

    path: str
    text: str
    first: int
    last: int
    new: bool


def checked_id(kind: str, id: str, known: Beginnings) -> Pointer:
    """Give the path of a new entry. Raises Refusal where the id is none, is taken, or its space does not exist."""
    space, slash, own = id.rpartition("/")
    if kind != "decision" and slash:
        raise Refusal(_ONE_ID, id=id, example=slug(own) or kind)
    if kind == "decision" and not slash:
        some = next(iter(known.ids["spaces"]), "lending")
        raise Refusal(_NO_SPACE_NAMED, example=f"{some}/{slug(own) or kind}")
    if not is_id(own):
        raise Refusal(_BAD_ID, id=own[:LONGEST], limit=LONGEST, hint=_hint(_TRY, id=_id_of(own)))
    if kind == "decision" and space not in known.ids["spaces"]:
        near = nearest(space, known.ids["spaces"])
        raise Refusal(_NO_SPACE, space=slug(space) or space, hint=_hint(_MEANT, near=near))
    section = KINDS[kind].section
    if id in known.ids[section]:
        raise Refusal(_TAKEN, kind=KINDS[kind].title, id=id, path=known.ids[section][id])
    return ("spaces", space, "decisions", own) if kind == "decision" else (section, own)


def is_id(text: str) -> bool:
    """Whether a text can be an id that references reach: no key of the organisation's own, and no word of YAML."""
    return _ID.fullmatch(text) is not None and len(text) <= LONGEST


def added(pointer: Pointer, body: str, known: Beginnings, folder: str, taken: Callable[[str], bool]) -> Added:
    """Add the draft `body` at `pointer`.

    A decision goes into the file of its space, all else where its section stands; a section that stands nowhere, and a
    space where each has a file, get a new file below `folder`. `taken` says whether something lies at a path.
    Raises Refusal.
    """
    policy = _policy(pointer, known)
    if policy is not None:
        section, id = str(pointer[0]), str(pointer[1])
        document = policy.having(section, id) or policy.having(section) or policy.documents[0]
        done = spliced(policy.text, document.index, pointer, body)
        return Added(policy.path, done.text, done.first, done.last, new=False)
    path = _new_path(pointer, known, folder)
    if taken(path):
        raise Refusal(_OCCUPIED, path=path)
    text = new_file(pointer, body, _modeline(path, known))
    first = text[: text.index(f"{pointer[-1]}:\n")].count("\n") + 1
    return Added(path, text, first, text.count("\n"), new=True)


def new_file(pointer: Pointer, body: str, schema: str | None) -> str:
    """Write a policy file with one entry; `schema` is the way from it to the schema for editors."""
    modeline = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    return f"{modeline}orchestrator: 1\n\n{pointer[0]}:\n  {pointer[1]}:\n{indented(body, 4)}"


def _policy(pointer: Pointer, known: Beginnings) -> Policy | None:
    """Choose the file for an entry; None where it gets one of its own."""
    section = str(pointer[0])
    if len(pointer) > 2:
        return next(policy for policy in known.policies if policy.having(section, str(pointer[1])))
    if len(known.policies) == 1 and _stem(known.policies[0]) not in known.ids:
        return known.policies[0]  # one file for everything
    having = [policy for policy in known.policies if policy.having(section)]
    if section == "spaces" and all(policy.number(section) == 1 for policy in having):
        return None
    if having:
        return min(having, key=lambda policy: (_stem(policy) != section, -policy.number(section), policy.path))
    return next((policy for policy in known.policies if _stem(policy) == section), None)


def _stem(policy: Policy) -> str:
    return posixpath.splitext(posixpath.basename(policy.path))[0]


def _new_path(pointer: Pointer, known: Beginnings, folder: str) -> str:
    if pointer[0] != "spaces":
        return posixpath.join(folder, f"{pointer[0]}.yaml")
    spaces = [policy for policy in known.policies if policy.having("spaces")]
    beside = posixpath.dirname(spaces[0].path) if spaces else posixpath.join(folder, "spaces")
    return posixpath.join(beside, f"{pointer[1]}.yaml")


def _modeline(path: str, known: Beginnings) -> str | None:
    """Give the way from a new file to the schema that the files beside it name."""
    for policy in known.policies:
        found = _MODELINE.search(policy.text[:500])
        if found and "://" not in found[1] and not found[1].startswith("/"):
            schema = posixpath.normpath(posixpath.join(posixpath.dirname(policy.path), found[1]))
            return posixpath.relpath(schema, posixpath.dirname(path) or ".")
    return None


def _id_of(written: str) -> str:
    proposal = slug(written).removeprefix("x-")[:LONGEST].strip("-")
    return proposal if is_id(proposal) else ""


def _hint(words: Text, **values: str | None) -> Text | str:
    if not any(values.values()):
        return ""
    return Text(words.en.format(**values), words.de.format(**values))
