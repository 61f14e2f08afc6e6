"""Comments in policies in, what they allow out, and what is wrong with them.

`# orchestrator-lint: allow no-fallback until 2027-01-31 because the provider delivers it in January` takes one rule out
of the count at one place until a day; without rule, day or reason it allows nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from orchestrator_lint.judging.choice import nearest_rule
from orchestrator_lint.judging.excepted import Excepted, Grants, Keyed
from orchestrator_lint.judging.exception_faults import COMMENT_EXPIRED, COMMENT_UNUSED, COMMENT_VOID
from orchestrator_lint.judging.report import Location
from orchestrator_lint.judging.waivers import is_meant
from orchestrator_lint.model import Duration, Settings, Waiver, parse_date
from orchestrator_lint.problems import Card, Place, Problem, Spot, Text
from orchestrator_lint.reading import Comment, Lines, Reading, comments
from orchestrator_lint.rules import Raised
from orchestrator_lint.shape.written import written

_TOOL = "orchestrator-lint"
_FORM = Text(
    en="Write `# orchestrator-lint: allow RULE until YYYY-MM-DD because REASON`.",
    de="Schreiben Sie `# orchestrator-lint: allow REGEL until JJJJ-MM-TT because GRUND`.",
)
_MISSPELT = Text(
    en="This comment allows nothing: it calls the tool `{word}`, which is `orchestrator-lint`. {form}",
    de="Dieser Kommentar erlaubt nichts: Er nennt das Werkzeug `{word}`, es heißt `orchestrator-lint`. {form}",
)
_NO_VERB = Text(
    en="This comment allows nothing: it does not begin with `allow`. {form}",
    de="Dieser Kommentar erlaubt nichts: Er beginnt nicht mit `allow`. {form}",
)
_NO_DAY = Text(
    en="This comment allows nothing: it does not say until when. {form}",
    de="Dieser Kommentar erlaubt nichts: Er sagt nicht, bis wann. {form}",
)
_BAD_DAY = Text(
    en="This comment allows nothing: `{word}` is no day of the calendar. {form}",
    de="Dieser Kommentar erlaubt nichts: `{word}` ist kein Kalendertag. {form}",
)
_NO_REASON = Text(
    en="This comment allows nothing: it gives no reason. {form}",
    de="Dieser Kommentar erlaubt nichts: Er nennt keinen Grund. {form}",
)
_SEVERAL = Text(
    en="This comment allows nothing: it names more than one rule. Write one comment for each, each with its own reason. {form}",
    de="Dieser Kommentar erlaubt nichts: Er nennt mehr als eine Regel. Schreiben Sie für jede einen eigenen, mit eigenem Grund. {form}",
)
_NO_RULE = Text(
    en="This comment allows nothing: no rule is called `{word}`.{suggestion} `orchestrator-lint rules` lists all names and codes.",
    de="Dieser Kommentar erlaubt nichts: Eine Regel `{word}` gibt es nicht.{suggestion} `orchestrator-lint rules` nennt alle Namen und Codes.",
)
_NEAR = Text(en=" Did you mean `{near}`?", de=" Meinten Sie `{near}`?")
_NOTHING = Text(en="", de="")
_UNWAIVABLE = Text(
    en="This comment allows nothing: from `{word}` there is no exception. Close the gap, or take the decision out of operation (`status: suspended`) until it is closed, and delete the comment.",
    de="Dieser Kommentar erlaubt nichts: Von `{word}` gibt es keine Ausnahme. Schließen Sie die Lücke, oder setzen Sie die Entscheidung bis dahin aus (`status: suspended`), und löschen Sie den Kommentar.",
)
_TOO_LONG = Text(
    en="This comment allows nothing: it runs until {date}, later than {longest} from now. Name an earlier day; what is to hold that long is decided by a waiver or by changing the policy.",
    de="Dieser Kommentar erlaubt nichts: Er läuft bis {date} und damit länger als {longest} ab heute. Nennen Sie einen früheren Tag; was so lange gelten soll, wird mit einer Ausnahme unter `waivers` oder durch eine Änderung der Regelung entschieden.",
)
_BEHIND = Text(
    en="This comment allows nothing: nothing follows that it could speak of. Put it at the end of the line of the finding, or on the line above.",
    de="Dieser Kommentar erlaubt nichts: Danach folgt nichts, wovon er sprechen könnte. Setzen Sie ihn ans Ende der Zeile des Befunds oder in die Zeile darüber.",
)
_OVER = Text(
    en="This comment has allowed `{word}` until {date}; the finding counts again. Close the gap and delete the comment, or give a new day and a reason that still holds.",
    de="Dieser Kommentar hat `{word}` bis {date} erlaubt; der Befund zählt wieder. Schließen Sie die Lücke und löschen Sie den Kommentar, oder nennen Sie einen neuen Tag und einen Grund, der noch trägt.",
)
_IDLE = Text(
    en="This comment allows `{word}`, and the rule finds nothing on the line it speaks of (line {line}). Delete the comment, or put it at the line of the finding.",
    de="Dieser Kommentar erlaubt `{word}`, und die Regel findet in der Zeile, von der er spricht (Zeile {line}), nichts. Löschen Sie den Kommentar, oder setzen Sie ihn an die Zeile des Befunds.",
)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# a day has an end: what is longer is none, and nothing is read twice
_ALLOW = re.compile(
    r"allow\b(?P<rules>.*?)(?:\buntil\b\s*+(?P<day>\S{0,100})\s*+)?(?:\bbecause\b\s*+(?P<reason>.*+))?$"
)


class Allowed(NamedTuple):
    """A comment that holds: which rule, in which file and line, and what accounts for it."""

    card: Card
    path: str
    line: int
    excepted: Excepted


class Allowances(NamedTuple):
    """The comments that hold, and what is wrong with the others."""

    allowed: tuple[Allowed, ...] = ()
    faults: tuple[Raised, ...] = ()


def allowances(readings: Mapping[str, Reading], known: Mapping[str, Card], settings: Settings) -> Allowances:
    """Read the comments of all files that speak to this tool."""
    allowed: list[Allowed] = []
    faults: list[Raised] = []
    for path, reading in sorted(readings.items()):
        text = reading.text or ""
        found = comments(text)
        lines = Lines(text if found else "")
        for comment in found:
            spot = lines.spot(path, comment.start, comment.end)
            read = _read(comment, spot, known, settings)
            if isinstance(read, Allowed):
                allowed.append(read)
            else:
                faults.append(read)
    return Allowances(tuple(allowed), tuple(faults))


def granted_by(
    allowed: Iterable[Allowed], locate: Callable[[Place | Spot], Location], decision: Callable[[str], Place | None]
) -> Grants:
    """Give the comment that allows a rule at the line of a problem, or at the line of a decision that shares it.

    `locate` finds the line of a place, `decision` the place of a decision by its address.
    """
    at = {(item.card.code, item.path, item.line): item.excepted for item in allowed}
    paths = {(code, path) for code, path, _ in at}
    codes = {code for code, _ in paths}

    def at_line(card: Card, place: Place | Spot | None) -> Excepted | None:
        if place is None or (card.code, place.path) not in paths:
            return None
        return at.get((card.code, place.path, locate(place).line))

    def whole(item: Keyed) -> Excepted | None:
        return at_line(item.card, item.problem.place) if item.card.code in codes else None

    def share(item: Keyed, name: str) -> Excepted | None:
        return at_line(item.card, decision(name)) if item.card.code in codes else None

    return Grants(whole, share)


def unused(allowed: Sequence[Allowed], used: Iterable[Excepted]) -> Iterator[Raised]:
    """State every comment that holds and covers nothing."""
    ids = {excepted.id for excepted in used if excepted.kind == "comment"}
    for item in allowed:
        if item.excepted.id not in ids:
            yield _raised(COMMENT_UNUSED, item.excepted.place, _IDLE, word=item.card.name, line=str(item.line))


def _read(comment: Comment, spot: Spot, known: Mapping[str, Card], settings: Settings) -> Allowed | Raised:
    if comment.name.lower() != _TOOL:
        return _raised(COMMENT_VOID, spot, _MISSPELT, word=comment.name, form=_FORM)
    found = _ALLOW.match(comment.said)
    if found is None:
        return _raised(COMMENT_VOID, spot, _NO_VERB, form=_FORM)
    card = _card(found["rules"], spot, known)
    if isinstance(card, Raised):
        return card
    day = _until(found["day"], spot, settings)
    if isinstance(day, Raised):
        return day
    if not (found["reason"] or "").strip():
        return _raised(COMMENT_VOID, spot, _NO_REASON, form=_FORM)
    if not comment.line:
        return _raised(COMMENT_VOID, spot, _BEHIND)
    if day < settings.as_of:
        over = _raised(COMMENT_EXPIRED, spot, _OVER, word=card.name, date=day.isoformat())
        return over._replace(problem=over.problem.caused_by_time())
    reason = Text(found["reason"], found["reason"])
    excepted = Excepted("comment", f"{spot.path}:{spot.line}", spot, reason, day)
    return Allowed(card, spot.path, comment.line, excepted)


def _card(named: str, spot: Spot, known: Mapping[str, Card]) -> Card | Raised:
    words = [word for word in re.split(r"[\s,;]+", named) if word]
    if len(words) > 1:
        return _raised(COMMENT_VOID, spot, _SEVERAL, form=_FORM)
    word = words[0] if words else ""
    card = next((card for card in known.values() if is_meant(word, card)), None)
    if card is None:
        near = nearest_rule(word, known) if word else None
        suggestion = Text(_NEAR.en.format(near=near), _NEAR.de.format(near=near)) if near else _NOTHING
        return _raised(COMMENT_VOID, spot, _NO_RULE, word=word, suggestion=suggestion)
    return card if card.waivable and not card.is_fault else _raised(COMMENT_VOID, spot, _UNWAIVABLE, word=card.name)


def _until(given: str | None, spot: Spot, settings: Settings) -> date | Raised:
    if not given:
        return _raised(COMMENT_VOID, spot, _NO_DAY, form=_FORM)
    try:
        day = parse_date(given.rstrip(",;.")) if _DAY.match(given) else None
    except ValueError:
        day = None
    if day is None:
        return _raised(COMMENT_VOID, spot, _BAD_DAY, word=given, form=_FORM)
    longest = str(settings.threshold("waiver-max-duration", Waiver.thresholds))
    if day > Duration.parse(longest).after(settings.as_of):
        return _raised(COMMENT_VOID, spot, _TOO_LONG, date=day.isoformat(), longest=longest)
    return day


def _raised(card: Card, place: Place | Spot, text: Text, **values: object) -> Raised:
    names = tuple(str(value) for key, value in sorted(values.items()) if key in ("word", "date"))
    if "word" in values:
        values["word"] = written(values["word"])
    return Raised(card, Problem(place, text, values, names=names))
