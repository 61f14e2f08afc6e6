"""REF002: an id is defined twice."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Good, Problem, Severity, Text, Workspace, rule

MESSAGE = Text(
    en="`{target}` is already defined in `{section}`, at the related place; only that one counts. Give one of the two another id, or merge them.",
    de="`{target}` ist in `{section}` an der genannten Stelle schon definiert; nur diese gilt. Geben Sie einem von beiden eine andere Kennung, oder führen Sie sie zusammen.",
)
ORGANISATION = Text(
    en="The organisation is already described, at the related place; only that one counts. Merge the two.",
    de="Die Organisation ist an der genannten Stelle schon beschrieben; nur diese gilt. Führen Sie beide zusammen.",
)


@rule(
    code="REF002",
    name="duplicate-id",
    severity=Severity.ERROR,
    title=Text(en="An id is defined twice", de="Eine Kennung ist doppelt vergeben"),
    why=Text(
        en="With two meanings for one name, each reader sees a different policy.",
        de="Hat ein Name zwei Bedeutungen, liest jeder eine andere Richtlinie.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S3",),
    provisions=("iso-42001 7.5.2",),
    waivable=False,
    bad=Bad("---\norchestrator: 1\nroles: {case-worker: {title: Someone else}}", at="roles.case-worker"),
    good=Good("roles: {second-case-worker: {title: Someone else}}"),
    cases=(
        Bad("---\norchestrator: 1\norganisation: {name: Another bank}", at="organisation"),
        Good("---\norchestrator: 1\nroles: {raise-limit: {title: The same word in another section}}"),
    ),
)
def duplicate_id(workspace: Workspace) -> Iterator[Problem]:
    """Flag the second and every further object of a section with the same id, over all files."""
    for twice in workspace.twice:
        text = ORGANISATION if twice.section == "organisation" else MESSAGE
        values = {} if text is ORGANISATION else {"target": twice.id, "section": twice.section}
        about = (f"{twice.section}/{twice.id}",)
        yield Problem(twice.second, text, values, about=about, names=(twice.section, twice.id)).beside(twice.first)
