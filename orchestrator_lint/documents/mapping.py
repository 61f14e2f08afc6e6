"""Objects of the network in, their ends in a diagram and their names in a table out."""

from collections.abc import Iterable

from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.ends import End
from orchestrator_lint.documents.links import Links
from orchestrator_lint.documents.said import Said
from orchestrator_lint.model import Decision, Noun, Space


def end(edition: Edition, noun: Noun) -> End:
    """Give the node of an object; its kind is its section."""
    key = f"decisions/{noun.address}" if isinstance(noun, Decision) else noun.address
    return End(key, noun.section, edition.reader.title(noun))


def on_map(edition: Edition, links: Links, noun: Noun) -> Said:
    """Name an object, with a link to where the documents describe it; a space leads to its own map."""
    link = links.to(f"network/{noun.id}.md") if isinstance(noun, Space) else links.noun(noun)
    return edition.reader.title(noun)._replace(link=link)


def numbered(edition: Edition, links: Links, counts: Iterable[tuple[Noun, int]]) -> tuple[Said, ...]:
    """Name objects with a number each, the highest first."""
    names = [(on_map(edition, links, noun), number) for noun, number in counts]
    names.sort(key=lambda item: (-item[1], item[0]))
    return tuple(name._replace(text=f"{name.text} ({number})") for name, number in names)
