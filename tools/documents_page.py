"""docs/documents.md in, the same with the list of documents and blocks as they are now out. Run: python tools/documents_page.py"""

import re
from pathlib import Path

from orchestrator_lint.documents.shelf import EACH, SHELVES
from orchestrator_lint.documents.words import words_of

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "documents.md"
_EVERYWHERE = ("title", "content", "particulars")


def renewed(text: str) -> str:
    """Give the page with both lists as they are now."""
    text = _between(text, "documents", _documents())
    return _between(text, "blocks", _blocks())


def _documents() -> str:
    words = words_of("en")
    german = words_of("de")
    lines = ["| document | in German | what it holds |", "|---|---|---|"]
    for shelf in SHELVES:
        for name in shelf.documents:
            where = f"`{name}/`, one each" if name in EACH else f"`{name}.md`"
            lines.append(
                f"| {words.of('document', name)} ({where}) | {german.of('document', name)} "
                f"| {words.of('document_holds', name)} |"
            )
    return "\n".join(lines)


def _blocks() -> str:
    lines = ["| template | blocks |", "|---|---|"]
    for file in sorted((ROOT / "templates").glob("*.en.md.j2")):
        found = re.findall(r"\{% block ([a-z_]+)", file.read_text(encoding="utf-8"))
        names = [name for name in dict.fromkeys(found) if name not in _EVERYWHERE]
        if found:
            lines.append(
                f"| `{file.name.removesuffix('.en.md.j2')}` | {', '.join(f'`{name}`' for name in names) or '–'} |"
            )
    return "\n".join(lines)


def _between(text: str, name: str, inside: str) -> str:
    pattern = re.compile(rf"(<!-- begin {name} of: [^\n]*-->\n).*?(<!-- end {name} -->)", re.DOTALL)
    return pattern.sub(lambda match: f"{match[1]}{inside}\n{match[2]}", text)


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
