"""The words of the text report in both languages."""

from orchestrator_lint.problems import Severity, Text

SEVERITY = {
    Severity.ERROR: Text("error", "Fehler"),
    Severity.WARNING: Text("warning", "Warnung"),
    Severity.NOTE: Text("note", "Hinweis"),
}
COUNTED = {
    Severity.ERROR: (Text("1 error", "1 Fehler"), Text("{count} errors", "{count} Fehler")),
    Severity.WARNING: (Text("1 warning", "1 Warnung"), Text("{count} warnings", "{count} Warnungen")),
    Severity.NOTE: (Text("1 note", "1 Hinweis"), Text("{count} notes", "{count} Hinweise")),
}
FILES = (Text("1 file", "1 Datei"), Text("{count} files", "{count} Dateien"))
SPACES = (
    Text("1 decision space", "1 Entscheidungsraum"),
    Text("{count} decision spaces", "{count} Entscheidungsräume"),
)
DECISIONS = (Text("1 decision", "1 Entscheidung"), Text("{count} decisions", "{count} Entscheidungen"))
RULES = (Text("1 rule", "1 Regel"), Text("{count} rules", "{count} Regeln"))

WHY = Text("why", "warum")
SEE = Text("see", "siehe")
EVIDENCE = Text("evidence for", "Beleg zu")
DEFINED = Text("defined in line {line}, column {column}", "definiert in Zeile {line}, Spalte {column}")
CALENDAR = Text("only because time has passed", "nur weil Zeit vergangen ist")
WHOLE = Text("organisation and network", "Organisation und Netz")

READ = Text("Checked {files}: {spaces}, {decisions}, {rules}.", "Geprüft: {files}, {spaces}, {decisions}, {rules}.")
AS_OF = Text("As of {date} ({origin}).", "Stand: {date} ({origin}).")
ORIGIN = {
    "option": Text("--as-of", "--as-of"),
    "policy": Text("as_of of the policy", "as_of der Richtlinie"),
    "today": Text("the day of this run", "Tag dieses Laufs"),
}
CLEAN = Text("No findings.", "Keine Befunde.")
FOUND = Text("Found: {counts}.", "Befunde: {counts}.")
BY_CALENDAR = Text("{count} of them only because time has passed.", "{count} davon nur, weil Zeit vergangen ist.")
UNREAD = Text(
    "{files} could not be read, or not to the end: what stands there is unknown, not absent.",
    "Nicht oder nicht ganz lesbar: {files}. Was dort steht, ist unbekannt, nicht abwesend.",
)
NOT_POSSIBLE = Text(
    "{count} checks were not possible because of {place}.", "{count} Prüfungen waren wegen {place} nicht möglich."
)
NOT_POSSIBLE_ONE = Text("1 check was not possible because of {place}.", "1 Prüfung war wegen {place} nicht möglich.")
UNREAD_CAUSE = Text("what could not be read", "dessen, was sich nicht lesen ließ")
FRAMEWORKS = Text("Frameworks: {names}.", "Rahmenwerke: {names}.")
NO_FRAMEWORK = Text(
    "No framework is declared in `organisation.frameworks`: no provision is cited.",
    "In `organisation.frameworks` ist kein Rahmenwerk angegeben: Es wird keine Vorschrift genannt.",
)
NOT_ADVICE = Text(
    "A finding is evidence towards a provision, not legal advice.",
    "Ein Befund ist ein Beleg zu einer Vorschrift, keine Rechtsberatung.",
)
NEXT = Text("What to do first", "Was zuerst zu tun ist")
SAFE = Text("Nothing else can have been meant.", "Etwas anderes kann nicht gemeint sein.")
UNSAFE = Text(
    "Somebody must look at it, or replace a `TODO`.", "Das muss jemand ansehen oder ein `TODO` darin ersetzen."
)
FIX = {True: Text("fix", "Korrektur"), False: Text("fix, to be completed", "Korrektur, zu ergänzen")}
FIXABLE = (
    Text("[*] 1 finding can be fixed with `--fix`", "[*] 1 Befund lässt sich mit `--fix` beheben"),
    Text("[*] {count} findings can be fixed with `--fix`", "[*] {count} Befunde lassen sich mit `--fix` beheben"),
)
MORE_UNSAFE = Text(" ({count} more with `--fix --unsafe`).", " ({count} weitere mit `--fix --unsafe`).")
ONLY_UNSAFE = (
    Text(
        "For 1 finding `--fix --unsafe` writes what is missing, with a `TODO` for you.",
        "Bei 1 Befund schreibt `--fix --unsafe` hin, was fehlt, mit einem `TODO` für Sie.",
    ),
    Text(
        "For {count} findings `--fix --unsafe` writes what is missing, with a `TODO` for you.",
        "Bei {count} Befunden schreibt `--fix --unsafe` hin, was fehlt, mit einem `TODO` für Sie.",
    ),
)
EXPLAIN = Text(
    "`orchestrator-lint explain CODE` says more about a rule.",
    "`orchestrator-lint explain CODE` erklärt eine Regel.",
)
SHORT = Text(
    "Excerpts stand with the {count} findings that matter most; the others have a line each.",
    "Auszüge stehen bei den {count} wichtigsten Befunden; die übrigen haben je eine Zeile.",
)
EVERYWHERE = Text("On most decisions", "Bei den meisten Entscheidungen")
EVERYWHERE_LINE = Text(
    "{title} – {count} of {total} decisions, first in {place}; --format json lists all.",
    "{title} – {count} von {total} Entscheidungen, zuerst in {place}; --format json nennt alle.",
)
EXCEPTED = (
    Text("1 finding does not count, by an exception:", "1 Befund zählt nicht, aufgrund einer Ausnahme:"),
    Text("{count} findings do not count, by exceptions:", "{count} Befunde zählen nicht, aufgrund von Ausnahmen:"),
)
OLD = (
    Text(
        "1 old finding does not count; it stands in {{path}} since {{day}}.",
        "1 Altbefund zählt nicht; er steht seit {{day}} in {{path}}.",
    ),
    Text(
        "{count} old findings do not count; they stand in {{path}}, the oldest since {{day}}.",
        "{count} Altbefunde zählen nicht; sie stehen in {{path}}, der älteste seit {{day}}.",
    ),
)
RUNG_REACHED = Text("Rung reached: {rung}.", "Erreichte Stufe: {rung}.")
NO_RUNG = Text("No rung of the ladder is reached yet.", "Noch ist keine Stufe erreicht.")
RUNG_NEXT = Text(
    "Still to be settled for `{rung}`: {findings} ({codes}).",
    "Für `{rung}` noch zu klären: {findings} ({codes}).",
)
SHOWN = {
    "files": Text("Shown is what concerns {named}; {left}.", "Gezeigt wird, was {named} betrifft; {left}."),
    "change": Text(
        "Shown is what the change since {named} touches or causes; {left}.",
        "Gezeigt wird, was die Änderung seit {named} berührt oder verursacht; {left}.",
    ),
}
LEFT_OUT = (
    Text("1 other finding is not shown", "1 weiterer Befund ist nicht gezeigt"),
    Text("{count} other findings are not shown", "{count} weitere Befunde sind nicht gezeigt"),
)
NONE_LEFT_OUT = Text("there are no other findings", "weitere Befunde gibt es nicht")
OPEN = (Text("1 finding", "1 Befund"), Text("{count} findings", "{count} Befunde"))


def counted(words: tuple[Text, Text], count: int, language: str) -> str:
    """Say a number of things in `language`."""
    return (
        words[count != 1]
        .to(language)
        .format(count=f"{count:,}" if language == "en" else f"{count:,}".replace(",", "."))
    )
