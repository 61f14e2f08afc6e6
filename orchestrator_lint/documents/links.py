"""Objects in, the pages and anchors at which readers find them out."""

import re
from typing import NamedTuple

from orchestrator_lint.escape import Verbatim
from orchestrator_lint.model import Dataset, Decision, Guardrail, Noun, Space, Workspace

# Up to here one page reads well and stays below 1 MB; above, each space has pages of its own.
_DECISIONS_ON_A_PAGE = 150
_SPACES_ON_A_PAGE = 40

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OTHER = re.compile(r"[^a-z0-9-]")


class Links(NamedTuple):
    """Where everything stands, seen from the page at the path `page`.

    `split` says whether the register's entries and the data flows stand on one page for each space.
    """

    language: str
    split: bool
    page: str = ""

    def on(self, page: str) -> "Links":
        """Give the links of another page."""
        return self._replace(page=page)

    def at(self, name: str) -> "Links":
        """Give the links of the page of this language that has this name."""
        return self.on(self.path(name))

    def path(self, name: str) -> str:
        """Give the path of a page of this language below the output folder."""
        return f"{self.language}/{name}"

    def to(self, name: str, anchor: str = "") -> Verbatim:
        """Give the relative address of a page of this language, or of an anchor on it."""
        path = self.path(name)
        before = "" if path == self.page and anchor else _relative(path, self.page)
        return Verbatim(f"{before}#{anchor}" if anchor else before)

    def other(self, language: str) -> Verbatim:
        """Give the address of the same page in another language."""
        target = f"{language}/{self.page.split('/', 1)[1]}"
        return Verbatim(_relative(target, self.page))

    def charter(self, space: str, anchor: str = "") -> Verbatim:
        """Where the charter of a space stands."""
        return self.to(f"spaces/{space}.md", anchor)

    def decision(self, decision: Decision) -> Verbatim:
        """Where a decision is described: on its sheet, or in the register where its id can name no page."""
        return self.about("decisions", decision) if has_page(decision) else self.entry(decision)

    def about(self, kind: str, decision: Decision) -> Verbatim:
        """Where a document on one decision stands; `kind` is the folder of such documents."""
        return self.to(page_on(kind, decision))

    def entry(self, decision: Decision) -> Verbatim:
        """Where the register describes a decision."""
        return self.to(self.entries(decision.space.id), decision_anchor(decision))

    def entries(self, space: str) -> str:
        """The page of the register that describes the decisions of a space."""
        return f"register/{space}.md" if self.split else "register.md"

    def flow_page(self, space: str) -> str:
        """The page that shows the data flows of a space."""
        return f"data-flows/{space}.md" if self.split else "data-flows.md"

    def flows(self, space: str) -> Verbatim:
        """Where the data flows of a space stand."""
        return self.to(self.flow_page(space), f"flows-{anchored(space)}")

    def raci(self, space: str) -> Verbatim:
        """Where the RACI matrix of a space stands."""
        return self.to(self.raci_page(space), f"raci-{anchored(space)}")

    def raci_page(self, space: str) -> str:
        """The page with the RACI matrix of a space."""
        return f"raci/{space}.md" if self.split else "raci.md"

    def guardrail(self, id: str) -> Verbatim:
        """Where the catalogue describes a guardrail."""
        return self.to("guardrails.md", f"guardrail-{anchored(id)}")

    def system(self, id: str) -> Verbatim:
        """Where a system that takes part in decisions is described for those who use it; nowhere without a page."""
        return self.to(f"instructions/{id}.md") if is_id(id) else Verbatim("")

    def dataset(self, id: str) -> Verbatim:
        """Where the record describes a dataset."""
        return self.to("data-flows.md", f"dataset-{anchored(id)}")

    def noun(self, noun: Noun) -> Verbatim:
        """Where the documents describe an object; empty where it has no such place."""
        if isinstance(noun, Decision):
            return self.decision(noun)
        if isinstance(noun, Space):
            return self.charter(noun.id) if is_id(noun.id) else Verbatim("")
        if isinstance(noun, Dataset):
            return self.dataset(noun.id)
        return self.guardrail(noun.id) if isinstance(noun, Guardrail) else Verbatim("")


def _relative(path: str, page: str) -> str:
    """Give a path as seen from a page; both are below the output folder, in folders and names without dots."""
    steps, here = path.split("/"), page.split("/")[:-1]
    shared = 0
    while shared < len(here) and shared < len(steps) - 1 and steps[shared] == here[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(steps[shared:])


def links_of(workspace: Workspace, language: str) -> Links:
    """Lay the pages out: on few pages, or on some for each space where there are many."""
    many = len(workspace.decisions) > _DECISIONS_ON_A_PAGE
    return Links(language, many or len(list(workspace.spaces)) > _SPACES_ON_A_PAGE)


def page_on(kind: str, decision: Decision) -> str:
    """Give the page of a document on one decision."""
    return f"{kind}/{decision.space.id}/{decision.id}.md"


def has_page(decision: Decision) -> bool:
    """Whether a decision can have pages of its own."""
    return is_id(decision.id) and is_id(decision.space.id)


def decision_anchor(decision: Decision) -> str:
    """Name a decision; ids hold no double hyphen, so that no two decisions share a name."""
    return f"decision-{anchored(decision.space.id)}--{anchored(decision.id)}"


def anchored(id: str) -> str:
    """Give an id as part of an anchor: small ASCII letters, digits and hyphens."""
    return id if _ID.fullmatch(id) else _OTHER.sub(lambda found: f"-x{ord(found[0]):x}-", id)


def is_id(id: str) -> bool:
    """Whether an id may name a page."""
    return _ID.fullmatch(id) is not None
