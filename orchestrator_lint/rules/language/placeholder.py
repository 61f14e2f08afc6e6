"""TXT004: something stands there that only holds the place."""

import re
from collections.abc import Iterator

from orchestrator_lint.model import (
    Bad,
    Decision,
    Decisions,
    Good,
    Noun,
    Problem,
    Settings,
    Severity,
    Text,
    Workspace,
    rule,
)
from orchestrator_lint.rules.language.sentences import Own, terms
from orchestrator_lint.rules.language.texts import Piece, Prose, all_pieces, holder, shortened

PROSE = Text(
    en="“{quoted}” in `{key}` of `{subject}` only holds the place. Write what is the case; if nothing is needed there, say why with `none_because`; if it is still being built, write `state: in-progress`.",
    de="„{quoted}“ in `{key}` von `{subject}` hält nur den Platz frei. Schreiben Sie, was gilt; ist dort nichts nötig, begründen Sie es mit `none_because`; ist es noch im Aufbau, schreiben Sie `state: in-progress`.",
)
REFERENCE = Text(
    en="`{quoted}` in `{key}` of `{subject}` only holds the place. Name the one that is meant by its id; while it is open, leave the key out, so that the gap shows.",
    de="`{quoted}` in `{key}` von `{subject}` hält nur den Platz frei. Nennen Sie, was gemeint ist, mit seiner Kennung; solange es offen ist, lassen Sie den Schlüssel weg, damit die Lücke sichtbar bleibt.",
)
_LANGUAGES = ("en", "de", "nl")
_HERE = "spaces.lending.decisions.raise-limit"


def _decision(more: str) -> str:
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{more}}}}}}}}}"


@rule(
    code="TXT004",
    name="placeholder",
    severity=Severity.ERROR,
    title=Text(
        en="A placeholder stands where something is to be said", de="Ein Platzhalter steht, wo etwas zu sagen ist"
    ),
    why=Text(
        en="A field that is filled with nothing looks complete to everyone who counts fields.",
        de="Wer nur zählt, ob ein Feld ausgefüllt ist, hält auch eines für vollständig, in dem nichts steht.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S3",),
    provisions=("gdpr 5(2)", "iso-42001 7.5.2"),
    waivable=False,
    bad=Bad("spaces: {lending: {owner: todo}}", at="spaces.lending.owner"),
    good=Good(_decision("human: {does: Weighs what is unknown; what is in progress waits.}")),
    cases=(
        Bad(_decision("owner: TBD, status: draft"), at=f"{_HERE}.owner"),
        Bad(_decision("depends_on: [lending/raise-limit, xxx], status: retired"), at=f"{_HERE}.depends_on.1"),
        Bad(_decision("purpose: to be determined, status: draft"), at=f"{_HERE}.purpose"),
        Bad(_decision("contest: {route: n/a}"), at=f"{_HERE}.contest.route"),
        Bad(_decision("oversight: {fallback: {how: (folgt)}}"), at=f"{_HERE}.oversight.fallback.how"),
        Bad(_decision("human: {does: 'Weighs the case; TODO: say how.'}"), at=f"{_HERE}.human.does"),
        Bad(_decision("machine: {does: Estimates ???}"), at=f"{_HERE}.machine.does"),
        Bad(
            "spaces: {lending: {mandate: {en: '?', de: Bis 20 000 EUR entscheidet die Sachbearbeitung.}}}",
            at="spaces.lending.mandate.en",
        ),
        Bad(
            "systems: {repayment-score: {supplier: {contract: k. A.}}}", at="systems.repayment-score.supplier.contract"
        ),
        Bad("datasets: {credit-file: {source: Unbekannt.}}", at="datasets.credit-file.source"),
        Bad("organisation: {incidents: {authority: '<TODO>'}}", at="organisation.incidents.authority"),
        Bad(
            "spaces: {lending: {every_decision: {notice: {persons: entfällt}}}}",
            at="spaces.lending.every_decision.notice.persons",
        ),
        Bad(_decision("status: draft, machine: {does: TBD}"), at=f"{_HERE}.machine.does"),
        Good(_decision("status: draft, contest: {route: TBD}")),
        Good(_decision("status: retired, purpose: TBD")),
        Good(
            _decision("oversight: {fallback: {state: in-progress}}").replace(
                "raise-limit: {", "raise-limit: {status: suspended, ", 1
            )
        ),
        Good("datasets: {credit-file: {source: The todo list of the core banking system, third_countries: []}}"),
        Good("spaces: {lending: {x-note: TODO}}"),
    ),
)
def placeholder(workspace: Workspace, asked: Decisions, settings: Settings) -> Iterator[Problem]:
    """Flag a text or reference that only holds the place.

    References are read everywhere, what rules ask for from draft on from then on, what else stands in a decision from planned on.
    """
    known = _placeholders(settings.own_words)
    everyone = frozenset(decision.address for decision in workspace.decisions)
    designed = frozenset(decision.address for decision in asked if decision.is_asked("planned"))
    drafts = frozenset(asked.addresses) - designed
    for document, every in all_pieces(workspace):
        for piece in every:
            part = None if piece.node.words else _placeholder_in(piece.written, known)
            if part is None:
                continue
            noun = holder(workspace, document, piece.pointer, everyone)
            if noun is not None and _is_read(piece, noun, designed, drafts):
                prose = Prose(piece.written, (), piece.field, document.place(piece.pointer), noun)
                yield _problem(piece, prose, part)


def _placeholders(own: Own) -> frozenset[str]:
    listed = (term for language in _LANGUAGES for term in terms("TXT004", language, own))
    return frozenset(_plain(term.words) for term in listed)


def _placeholder_in(written: str, known: frozenset[str]) -> tuple[int, int] | None:
    """The stretch that only holds the place: a mark like TODO, or the whole value."""
    mark = _MARK.search(written)
    if mark is not None:
        return mark.start(), len(mark.group())
    is_one = _SIGNS.fullmatch(written.strip()) or _plain(written) in known
    return (0, len(written)) if is_one else None


def _plain(text: str) -> str:
    """Small letters, with one space for all signs and spaces between words."""
    return " ".join(_WORD.findall(text.lower()))


def _is_read(piece: Piece, noun: Noun, designed: frozenset[str], drafts: frozenset[str]) -> bool:
    if not isinstance(noun, Decision) or piece.node.refers or noun.address in designed:
        return True
    return piece.field in _FROM_DRAFT and noun.address in drafts


def _problem(piece: Piece, prose: Prose, part: tuple[int, int]) -> Problem:
    key = next(step for step in reversed(piece.pointer) if isinstance(step, str) and step != piece.language)
    message = REFERENCE if piece.node.refers else PROSE
    start, length = part
    return prose.problem(message, part, quoted=shortened(piece.written[start : start + length]), key=key)


# what another rule asks for at this stage: a placeholder would only silence it
_FROM_DRAFT = frozenset((("decisions", "purpose"), ("decisions", "machine", "does"), ("decisions", "human", "does")))
_WORD = re.compile(r"\w+")
_SIGNS = re.compile(r"[?.…–—_/\-]+")
_MARK = re.compile(r"(?<![\w-])(?:TODO|TBD|FIXME|XXX)(?![\w-])|\?{3,}")
