"""The kinds of unreadable YAML in, their cards out: what it is, and why it matters."""

from orchestrator_lint.problems import Card, Severity, Text


def _card(code: str, name: str, title: Text, why: Text, severity: Severity = Severity.ERROR) -> Card:
    return Card(code=code, name=name, severity=severity, title=title, why=why, waivable=False)


FAULTS: dict[str, Card] = {
    card.code: card
    for card in (
        _card(
            "YML001",
            "syntax-error",
            Text("The file is no valid YAML", "Die Datei ist kein gültiges YAML"),
            Text(
                "From the fault on nobody can know what the file says: that part is not checked.",
                "Ab der Fehlerstelle steht nicht fest, was die Datei aussagt: Dieser Teil wird nicht geprüft.",
            ),
        ),
        _card(
            "YML002",
            "tab-indentation",
            Text("A tab stands where YAML wants spaces", "Ein Tabulator steht, wo YAML Leerzeichen verlangt"),
            Text(
                "A tab is as wide as each editor likes; indentation carries meaning in YAML.",
                "Ein Tabulator ist in jedem Editor anders breit; in YAML trägt die Einrückung Bedeutung.",
            ),
        ),
        _card(
            "YML003",
            "duplicate-key",
            Text("A key stands twice in one object", "Ein Schlüssel steht zweimal in einem Objekt"),
            Text(
                "Tools silently take one of the two, and not all the same one: two readers see two policies.",
                "Programme nehmen stillschweigend einen von beiden, und nicht alle denselben: Zwei Leser sehen zwei Richtlinien.",
            ),
        ),
        _card(
            "YML004",
            "wrong-encoding",
            Text("The file is not encoded in UTF-8", "Die Datei ist nicht in UTF-8 kodiert"),
            Text(
                "Umlauts and quotation marks would be read as something else.",
                "Umlaute und Anführungszeichen würden als etwas anderes gelesen.",
            ),
        ),
        _card(
            "YML005",
            "alias-bomb",
            Text("Aliases multiply the file without bound", "Aliasse vervielfachen die Datei ohne Grenze"),
            Text(
                "A file of a few lines may unfold to millions of values and stop every tool that reads it.",
                "Eine Datei aus wenigen Zeilen kann sich zu Millionen Werten entfalten und jedes Programm lahmlegen.",
            ),
        ),
        _card(
            "YML006",
            "nested-too-deep",
            Text("The file is nested too deeply", "Die Datei ist zu tief verschachtelt"),
            Text(
                "No policy is deeper than a dozen levels; such a file is damaged or meant to do harm.",
                "Keine Richtlinie hat mehr als ein Dutzend Ebenen; eine solche Datei ist beschädigt oder soll schaden.",
            ),
        ),
        _card(
            "YML007",
            "file-too-large",
            Text("The file is too large for a policy", "Die Datei ist für eine Richtlinie zu groß"),
            Text(
                "A file that no person can read is not a policy, and it was not checked.",
                "Was kein Mensch lesen kann, ist keine Richtlinie, und geprüft wurde es nicht.",
            ),
        ),
        _card(
            "YML008",
            "file-unreadable",
            Text("The file cannot be read", "Die Datei lässt sich nicht lesen"),
            Text(
                "What cannot be read cannot be checked: this part of the policies is unknown.",
                "Was sich nicht lesen lässt, lässt sich nicht prüfen: Dieser Teil der Richtlinien ist unbekannt.",
            ),
        ),
        _card(
            "YML009",
            "text-cut-by-comma",
            Text("A comma cuts a text apart", "Ein Komma zerschneidet einen Text"),
            Text(
                "Between { } and [ ] a comma ends a value: the rest of the sentence is silently lost.",
                "Zwischen { } und [ ] beendet ein Komma den Wert: Der Rest des Satzes geht stillschweigend verloren.",
            ),
        ),
        _card(
            "YML010",
            "header-missing",
            Text("The header of a policy is missing", "Der Kopf einer Richtlinie fehlt"),
            Text(
                "The header says that the file is a policy, and in which version of the language.",
                "Der Kopf sagt, dass die Datei eine Richtlinie ist, und in welcher Fassung der Sprache.",
            ),
        ),
        _card(
            "YML011",
            "key-not-text",
            Text("A key is a list or a map", "Ein Schlüssel ist eine Liste oder ein Objekt"),
            Text(
                "Every key of a policy is a word; a list or a map as a key has no meaning.",
                "Jeder Schlüssel einer Richtlinie ist ein Wort; eine Liste oder ein Objekt als Schlüssel hat keine Bedeutung.",
            ),
        ),
        _card(
            "YML012",
            "tag-not-allowed",
            Text("A value carries a YAML tag", "Ein Wert trägt ein YAML-Tag"),
            Text(
                "Tags make programs build things of their own; a policy holds text, numbers, lists and maps only.",
                "Tags lassen Programme eigene Dinge bauen; eine Richtlinie enthält nur Text, Zahlen, Listen und Objekte.",
            ),
        ),
        _card(
            "YML013",
            "unknown-alias",
            Text("An alias or anchor stands for nothing", "Ein Alias oder Anker steht für nichts"),
            Text(
                "What was meant to stand there is unknown, and so is everything that would follow from it.",
                "Was dort stehen sollte, ist unbekannt, und damit alles, was daraus folgen würde.",
            ),
        ),
    )
}
