"""Workspace and report in, the evidence matrix out: which statement is evidence towards which provision, and what is not covered."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from orchestrator_lint.documents.asked import node_of
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.page import Context, Page, page
from orchestrator_lint.documents.proof import Proof, Shown, proofs
from orchestrator_lint.documents.said import Said
from orchestrator_lint.frameworks import Provision, applies_from, provisions
from orchestrator_lint.frameworks.citing import framework
from orchestrator_lint.judging import Finding, Location

_OTHER = re.compile(r"[^a-z0-9]+")
# more places than that nobody follows
_PLACES = 3
# what counts towards a provision, in the order of the columns
_STATES = ("documented", "in-progress", "open", "waived")
_UNASKED = ("no", "not-asked")


class Towards(NamedTuple):
    """A provision of a framework with the rules whose findings are evidence towards it."""

    ref: str
    title: str
    unseen: str
    proofs: tuple[Proof, ...]

    @property
    def number(self) -> Counter[str]:
        """How many statements there are by state, of all its rules that were asked."""
        return sum((Counter(proof.number) for proof in self.proofs if proof.is_checked), Counter())


def evidence(edition: Edition) -> Iterator[Page]:
    """Give the overview, and a page for each framework that the organisation declares."""
    links = edition.links.at("evidence.md")
    matrices = {key: _towards(edition, key) for key in edition.frameworks}
    yield page(
        edition,
        links,
        "evidence",
        "evidence",
        list(edition.found.all),
        in_list=False,
        frameworks=tuple(_overview(edition, links, key, towards) for key, towards in matrices.items()),
    )
    for key, towards in matrices.items():
        yield _matrix(edition, key, towards)


def _towards(edition: Edition, key: str) -> tuple[Towards, ...]:
    """The provisions of a framework in their order, each with the rules that cite it or a part that stands nowhere else."""
    known = [provision for provision in provisions() if provision.framework == key]
    by_ref: dict[str, list[Proof]] = {provision.ref: [] for provision in known}
    for proof in proofs(edition).values():
        for cited in proof.card.provisions:
            of, _, ref = cited.partition(" ")
            if of == key:
                holders = [provision.ref for provision in known if provision.holds(ref)]
                home = by_ref.setdefault(max(holders, key=len) if holders else ref, [])
                home += [proof] if proof not in home else []
    titles = {provision.ref: provision for provision in known}
    kept = (ref for ref in by_ref if by_ref[ref] or not _is_shared_out(titles[ref], by_ref))
    return tuple(_one(ref, by_ref[ref], titles.get(ref), edition.language) for ref in kept)


def _is_shared_out(provision: Provision, by_ref: Mapping[str, Sequence[Proof]]) -> bool:
    """Whether rules look at a part of the provision that has a line of its own."""
    return any(provision.holds(ref) and found for ref, found in by_ref.items())


def _one(ref: str, found: Sequence[Proof], known: Provision | None, language: str) -> Towards:
    if known is None:
        return Towards(ref, "", "", tuple(found))
    return Towards(ref, known.title.to(language), known.unseen.to(language), tuple(found))


def _overview(edition: Edition, links: Links, key: str, towards: Sequence[Towards]) -> Context:
    numbers = [each.number for each in towards]
    return {
        "name": Said(framework(key, edition.language).removesuffix(" §"), link=links.to(f"evidence/{key}.md")),
        "known": len(towards),
        "documented": sum(number["documented"] > 0 for number in numbers),
        "open": sum(number["open"] > 0 for number in numbers),
        "uncovered": sum(not each.proofs for each in towards),
        "silent": sum(_is_silent(each) for each in towards),
    }


def _is_silent(towards: Towards) -> bool:
    """Whether rules look for a statement towards the provision, and none is found."""
    looked = any(proof.asked.path and proof.is_checked for proof in towards.proofs)
    return looked and not any(towards.number[state] for state in ("documented", "in-progress", "no"))


def _matrix(edition: Edition, key: str, towards: Sequence[Towards]) -> Page:
    links = edition.links.at(f"evidence/{key}.md")
    return page(
        edition,
        links,
        "evidence-framework",
        f"evidence-{key}",
        [finding for finding in edition.found.all if _cites(finding, key)],
        in_list=False,
        name=framework(key, edition.language).removesuffix(" §"),
        rows=tuple(_provision(edition, links, key, each) for each in towards if each.proofs),
        uncovered=tuple(_uncovered(edition, key, each) for each in towards if not each.proofs),
        silent=tuple(_uncovered(edition, key, each) for each in towards if _is_silent(each)),
        overview=links.to("evidence.md"),
        sheets=links.to("register.md"),
        noes=links.to("exceptions.md", "noes"),
    )


def _cites(finding: Finding, key: str) -> bool:
    return any(cited.split(" ")[0] == key for cited in finding.card.provisions)


def _provision(edition: Edition, links: Links, key: str, towards: Towards) -> Context:
    applies = applies_from(f"{key} {towards.ref}")
    day = edition.words.day(applies.day) if applies.day is not None else ""
    number = towards.number
    return {
        "anchor": f"p-{_OTHER.sub('-', towards.ref.lower()).strip('-')}",
        "name": _cited(edition, key, towards.ref),
        "title": towards.title,
        "unseen": towards.unseen,
        "from": day or ("" if applies.settled else edition.words.of("applies", "short")),
        "note": applies.note.to(edition.language) if applies.note is not None else "",
        "numbers": [*(number[state] for state in _STATES), sum(number[state] for state in _UNASKED)],
        "rules": tuple(_rule(edition, links, proof) for proof in towards.proofs),
    }


def _cited(edition: Edition, key: str, ref: str) -> str:
    written = f"{key} {ref}"
    cited = edition.words.provision(written)
    return ref or framework(key, edition.language) if cited == written else cited


def _uncovered(edition: Edition, key: str, towards: Towards) -> Context:
    return {"name": _cited(edition, key, towards.ref), "title": towards.title, "unseen": towards.unseen}


def _rule(edition: Edition, links: Links, proof: Proof) -> Context:
    number, seen = proof.number, len(proof.documented)
    states = [(state, number[state]) for state in (*_STATES, *_UNASKED) if number[state]]
    return {
        "code": proof.card.code,
        "title": proof.card.title.to(edition.language),
        "key": edition.key(node_of(edition.workspace.language, proof.asked)),
        "path": f"{proof.asked.of}.{proof.asked.path}" if proof.asked.path else "",
        "reads": edition.words.of("evidence", proof.asked.reads) if proof.asked.reads else "",
        "is_checked": proof.is_checked,
        "states": tuple((count, edition.words.of("evidence", state)) for state, count in states),
        "says": _brief(edition, proof.documented[:1]),
        "places": _places(edition, links, proof.documented),
        "more": max(0, seen - _PLACES),
        "building": _places(edition, links, proof.in_progress),
        "noes": _places(edition, links, proof.noes),
        "open": tuple(_line(edition, finding.location) for finding in proof.findings[:_PLACES]),
        "more_open": max(0, len(proof.findings) - _PLACES),
    }


def _brief(edition: Edition, shown: Sequence[Shown]) -> Said:
    """What the first statement says, where it is a text or names someone."""
    for noun, value in shown:
        reader = edition.of(noun)
        if value.node.is_text and not isinstance(value.plain, list):
            return reader.text(value)
        if value.node.refers and isinstance(value.plain, str):
            return reader.named(value, "")
    return Said()


def _places(edition: Edition, links: Links, shown: Sequence[Shown]) -> tuple[Said, ...]:
    """The file and line of the first statements, each with a link to what describes its object."""
    return tuple(_place(edition, links, each) for each in shown[:_PLACES])


def _place(edition: Edition, links: Links, shown: Shown) -> Said:
    return _line(edition, edition.report.run.locate(shown.value.place))._replace(link=links.noun(shown.noun))


def _line(edition: Edition, location: Location) -> Said:
    """The file, as the report names it, and the line; where the file has a full path, without the folder that all share."""
    path = location.path
    if posixpath.isabs(path):
        path = posixpath.relpath(path, _shared_folder(edition) or posixpath.dirname(path))
    return Said(f"{path}:{location.line}")


def _shared_folder(edition: Edition) -> str:
    """The folder that all files with full paths share; empty where there are none."""
    kept = edition.found.kept
    if "folder" not in kept:
        folders = {posixpath.dirname(each.path) for each in edition.workspace.documents if posixpath.isabs(each.path)}
        kept["folder"] = posixpath.commonpath(folders) if folders else ""
    return str(kept["folder"])
