"""PUR008: a tension between principles is named but not settled."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decisions, Good, Noun, Problem, Severity, Space, Text, Value, rule

OPEN = Text(
    en="`{space}` names a tension between {principles}, but not which of them comes first. Write it in `first`, or give each of these principles a `rank` of its own.",
    de="`{space}` nennt eine Spannung zwischen {principles}, aber nicht, was vorgeht. Schreiben Sie es in `first`, oder geben Sie jedem dieser Prinzipien einen eigenen Rang (`rank`).",
)
ASIDE = Text(
    en="In a tension of `{space}` between {principles}, `{first}` is to come first, which is not part of it. Write in `first` one of those between which the tension lies.",
    de="In einer Spannung von `{space}` zwischen {principles} soll `{first}` vorgehen, das an ihr nicht beteiligt ist. Schreiben Sie in `first` eines derjenigen, zwischen denen die Spannung besteht.",
)
_AT = "spaces.lending.tensions.0"


def _tension(first: str, other: str = "rank: 2", status: str = "live") -> str:
    return (
        f"principles: {{answer-today: {{statement: Nobody waits in vain, {other}}}, thrift: {{statement: We spend what we have, rank: 3}}}}\n"
        "spaces: {lending: {principles: [dignity-first, answer-today, thrift], "
        f"tensions: [{{between: [dignity-first, answer-today]{first}}}], decisions: {{raise-limit: {{status: {status}}}}}}}}}"
    )


@rule(
    code="PUR008",
    name="principles-conflict-unranked",
    severity=Severity.WARNING,
    title=Text(
        en="A tension between principles is left open",
        de="Eine Spannung zwischen Prinzipien bleibt offen",
    ),
    why=Text(
        en="Setting priorities is the people's part. A conflict left open is settled by whoever optimises.",
        de="Prioritäten zu setzen ist Sache der Menschen. Was sie offenlassen, entscheidet, wer optimiert.",
    ),
    asks_from="draft",
    serves=("S5", "S7"),
    provisions=("gdpr 6(1)(f)", "iso-42001 A.9.3", "nist-ai-rmf MAP 1.3"),
    bad=Bad(_tension("", "rank: 1"), at=_AT),
    good=Good(_tension(", first: answer-today", "rank: 1")),
    cases=(
        Bad(_tension("", "rank: null", "draft"), at=_AT),
        Bad(_tension(", first: thrift"), at=f"{_AT}.first"),
        Good(_tension("")),
        Good(_tension("", "rank: 1", "retired")),
        Good("spaces: {lending: {tensions: [{between: [dignity-first]}, {first: dignity-first}]}}"),
    ),
)
def principles_conflict_unranked(space: Space, decisions: Decisions) -> Iterator[Problem]:
    """Flag a tension that neither its `first` nor the ranks of its principles settle."""
    if decisions:
        for tension in space.tensions:
            yield from _unsettled(space, tension)


def _unsettled(space: Space, tension: Value) -> Iterator[Problem]:
    parts = {noun.id: noun for value in tension.between if (noun := value.target) is not None}
    if len(parts) < 2:
        return
    first = tension.first.target
    if first is not None and first.id not in parts:
        problem = tension.first.problem(ASIDE, space=space.id, principles=tuple(parts), first=first.id)
        yield problem.beside(*(noun.place for noun in parts.values()))
    elif first is None and not _are_ranked(list(parts.values())):
        problem = tension.problem(OPEN, space=space.id, principles=tuple(parts))
        yield problem.beside(*(noun.rank.place for noun in parts.values()))


def _are_ranked(principles: list[Noun]) -> bool:
    ranks = [noun.rank.plain for noun in principles]
    return None not in ranks and len(set(ranks)) == len(ranks)
