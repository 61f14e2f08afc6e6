"""The words in which a rule's card is told, in the terminal and on its page."""

from orchestrator_lint.problems import Card, Text

LABELS = {
    "severity": Text("severity", "Schwere"),
    "asks": Text("asks", "fragt"),
    "profile": Text("profile", "Profil"),
    "confidence": Text("confidence", "Gewissheit"),
    "state": Text("state", "Stand"),
    "origin": Text("a rule of your own", "eigene Regel"),
    "runs": Text("runs", "läuft"),
    "duty": Text("duty", "Pflicht"),
    "serves": Text("serves", "dient"),
    "waits": Text("waits for", "wartet auf"),
    "thresholds": Text("thresholds", "Schwellen"),
    "reason": Text("`none_because`", "`none_because`"),
    "waiver": Text("waiver", "Ausnahme"),
}
ASKS = {
    "draft": Text("from the draft on", "ab dem Entwurf (draft)"),
    "planned": Text("from planning on; not of a draft", "ab der Planung (planned); nicht bei einem Entwurf"),
    "pilot": Text("from the pilot on", "ab dem Pilotbetrieb (pilot)"),
    "live": Text("of what is live", "bei dem, was in Betrieb ist (live)"),
}
PROFILES = {
    "starter": Text(
        "`starter` (what no decision may lack) and above", "`starter` (was keiner Entscheidung fehlen darf) und höher"
    ),
    "standard": Text("`standard` (the default) and above", "`standard` (die Voreinstellung) und höher"),
    "assured": Text("`assured` only", "nur `assured`"),
}
CONFIDENCES = {
    "sure": Text("sure", "sicher"),
    "likely": Text(
        "likely: the rule reads a sign of the fault, so read before you change",
        "wahrscheinlich: Die Regel liest ein Anzeichen; lesen Sie nach, bevor Sie ändern",
    ),
}
RUNS = Text("only where `organisation.frameworks` names {names}", "nur, wo `organisation.frameworks` {names} nennt")
DUTY = Text(
    "{provision}: before the first day on which it applies, a finding is a note",
    "{provision}: Vor dem ersten Tag ihrer Geltung ist ein Befund ein Hinweis",
)
REASON = {
    True: Text(
        "accepted as an answer, unless the message says that it does not suffice here",
        "als Antwort anerkannt, es sei denn, die Meldung sagt, dass sie hier nicht genügt",
    ),
    False: Text("not accepted as an answer", "nicht als Antwort anerkannt"),
}
WAIVABLE = {
    True: Text("possible, for a time", "möglich, befristet"),
    False: Text("not possible", "nicht möglich"),
}
STRICTER = {
    "lower": Text("less is stricter", "weniger ist strenger"),
    "higher": Text("more is stricter", "mehr ist strenger"),
    "more": Text("more is stricter", "mehr ist strenger"),
    "fewer": Text("fewer is stricter", "weniger ist strenger"),
}
_LIVES = {
    "preview": Text("preview", "Vorschau"),
    "stable": Text("stable", "stabil"),
    "deprecated": Text("deprecated", "abgekündigt"),
}
_SINCE = Text("{life}, since version {since}", "{life}, seit Version {since}")


def state(card: Card, language: str) -> str:
    """Say whether the rule is preview, stable or deprecated, and since when."""
    return _SINCE.to(language).format(life=_LIVES[card.life].to(language), since=card.since)
