"""The kinds of unreadable YAML in, their cards and statements out."""

from typing import NamedTuple

from orchestrator_lint.problems import Card, Severity, Text


class Statement(NamedTuple):
    """What is said of a fault: the code of its card and the sentence."""

    code: str
    text: Text


def _card(code: str, name: str, title: Text, why: Text, severity: Severity = Severity.ERROR) -> Card:
    return Card(code=code, name=name, severity=severity, title=title, why=why)


FAULTS: dict[str, Card] = {
    card.code: card
    for card in (
        _card(
            "YML001",
            "syntax-error",
            Text("The file is no valid YAML", "Die Datei ist kein gültiges YAML"),
            Text(
                "From the fault on nobody can know what the file says: none of its rules is checked.",
                "Ab der Fehlerstelle steht nicht fest, was die Datei aussagt: Keine ihrer Regeln wird geprüft.",
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
            Text("The file is nested too deep", "Die Datei ist zu tief verschachtelt"),
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
            Text("An alias points to nothing", "Ein Alias zeigt ins Leere"),
            Text(
                "What stands behind the alias is unknown, and so is everything that would follow from it.",
                "Was hinter dem Alias steht, ist unbekannt, und damit alles, was daraus folgen würde.",
            ),
        ),
    )
}

STATEMENTS: dict[str, Statement] = {
    "missing": Statement("YML008", Text(
        "`{path}` does not exist. Correct the path, or take it out of the command.",
        "`{path}` gibt es nicht. Berichtigen Sie den Pfad, oder nehmen Sie ihn aus dem Aufruf.")),
    "dangling": Statement("YML008", Text(
        "`{path}` is a link to `{detail}`, and nothing is there. Restore the file, or delete the link.",
        "`{path}` ist eine Verknüpfung auf `{detail}`, und dort ist nichts. Stellen Sie die Datei wieder her, oder löschen Sie die Verknüpfung.")),
    "not-a-file": Statement("YML008", Text(
        "`{path}` is not a regular file. Only files and folders hold policies.",
        "`{path}` ist keine gewöhnliche Datei. Richtlinien stehen nur in Dateien und Ordnern.")),
    "unreadable": Statement("YML008", Text(
        "`{path}` cannot be read ({detail}). Check the permissions of the file.",
        "`{path}` lässt sich nicht lesen ({detail}). Prüfen Sie die Zugriffsrechte der Datei.")),
    "too-large": Statement("YML007", Text(
        "`{path}` has {detail} MB; a policy may have {limit} at most. Split it by decision space.",
        "`{path}` hat {detail} MB; eine Richtlinie darf höchstens {limit} haben. Teilen Sie die Datei nach Entscheidungsräumen.")),
    "encoding": Statement("YML004", Text(
        "The file is not UTF-8 from here on (it looks like {detail}). Save it as UTF-8.",
        "Ab hier ist die Datei kein UTF-8 (sie sieht nach {detail} aus). Speichern Sie sie als UTF-8.")),
    "control-character": Statement("YML004", Text(
        "The character {detail} is invisible and not allowed in YAML. Delete it.",
        "Das Zeichen {detail} ist unsichtbar und in YAML nicht erlaubt. Löschen Sie es.")),
    "alias-bomb": Statement("YML005", Text(
        "The aliases of this document unfold to more than {limit} values. Write out what is meant, without aliases of aliases.",
        "Die Aliasse dieses Dokuments entfalten sich zu mehr als {limit} Werten. Schreiben Sie aus, was gemeint ist, ohne Aliasse auf Aliasse.")),
    "too-deep": Statement("YML006", Text(
        "More than {limit} levels are nested here. Flatten the file; the policy language needs nine.",
        "Hier sind mehr als {limit} Ebenen verschachtelt. Flachen Sie die Datei ab; die Sprache der Richtlinien braucht neun.")),
    "duplicate-key": Statement("YML003", Text(
        "The key `{detail}` stands twice here; which of the two holds is not clear. Keep one of them, or merge both.",
        "Der Schlüssel `{detail}` steht hier zweimal; welcher gilt, ist unklar. Behalten Sie einen, oder führen Sie beide zusammen.")),
    "cut-text": Statement("YML009", Text(
        "`{detail}` stands alone between commas: an unquoted comma cut the text before it. Put the whole text in quotes: \"…, …\".",
        "`{detail}` steht allein zwischen Kommas: Ein Komma ohne Anführungszeichen hat den Text davor zerschnitten. Setzen Sie den ganzen Text in Anführungszeichen: \"…, …\".")),
    "cut-list": Statement("YML009", Text(
        "This list reads as one sentence that its commas cut apart, from “{detail}” on. Put the sentence in quotes, or one item a line.",
        "Diese Liste liest sich als ein Satz, den seine Kommas zerschneiden, ab „{detail}“. Setzen Sie den Satz in Anführungszeichen, oder schreiben Sie einen Punkt je Zeile.")),
    "header": Statement("YML010", Text(
        "The header `orchestrator: 1` is missing. Write it as the first line; a file that is no policy belongs outside this folder.",
        "Der Kopf `orchestrator: 1` fehlt. Schreiben Sie ihn als erste Zeile; was keine Richtlinie ist, gehört nicht in diesen Ordner.")),
    "empty": Statement("YML010", Text(
        "The file is empty. Write `orchestrator: 1` and a section such as `spaces`, or delete the file.",
        "Die Datei ist leer. Schreiben Sie `orchestrator: 1` und einen Abschnitt wie `spaces`, oder löschen Sie die Datei.")),
    "not-a-map": Statement("YML010", Text(
        "A policy begins with keys (`orchestrator: 1`, `spaces:` …); here stands something else.",
        "Eine Richtlinie beginnt mit Schlüsseln (`orchestrator: 1`, `spaces:` …); hier steht etwas anderes.")),
    "odd-key": Statement("YML011", Text(
        "A key must be a word; here stands a list, a map or an alias. Write a word, or put text with brackets in quotes.",
        "Ein Schlüssel muss ein Wort sein; hier steht eine Liste, ein Objekt oder ein Alias. Schreiben Sie ein Wort, oder setzen Sie Text mit Klammern in Anführungszeichen.")),
    "tag": Statement("YML012", Text(
        "The tag `{detail}` is not allowed. Delete it; text that begins with `!` belongs in quotes.",
        "Das Tag `{detail}` ist nicht erlaubt. Löschen Sie es; Text, der mit `!` beginnt, gehört in Anführungszeichen.")),
    "unknown-alias": Statement("YML013", Text(
        "`*{detail}` points to an anchor `&{detail}` that does not stand before it. Correct the name; text that begins with `*` belongs in quotes.",
        "`*{detail}` zeigt auf einen Anker `&{detail}`, der davor nicht steht. Berichtigen Sie den Namen; Text, der mit `*` beginnt, gehört in Anführungszeichen.")),
    "endless-alias": Statement("YML013", Text(
        "`*{detail}` stands inside the very value that it repeats: it would have no end. Write out what is meant.",
        "`*{detail}` steht in eben dem Wert, den es wiederholt: Das hätte kein Ende. Schreiben Sie aus, was gemeint ist.")),
    "merge": Statement("YML013", Text(
        "`<<` must be followed by the alias of a map that stands before it.",
        "Nach `<<` muss der Alias eines Objekts folgen, das davor steht.")),
    "tab": Statement("YML002", Text(
        "Here stands a tab. Indent with spaces, two for each level.",
        "Hier steht ein Tabulator. Rücken Sie mit Leerzeichen ein, zwei für jede Ebene.")),
    "reserved": Statement("YML001", Text(
        "An unquoted text may not begin with `{detail}`. Put it in quotes: \"{detail}…\".",
        "Text ohne Anführungszeichen darf nicht mit `{detail}` beginnen. Setzen Sie ihn in Anführungszeichen: \"{detail}…\".")),
    "colon": Statement("YML001", Text(
        "A second colon stands in an unquoted text. Put the whole text in quotes: \"…\".",
        "In einem Text ohne Anführungszeichen steht ein zweiter Doppelpunkt. Setzen Sie den ganzen Text in Anführungszeichen: \"…\".")),
    "too-far": Statement("YML001", Text(
        "This line is indented under a value that has nothing below it. Align it with the keys of its object.",
        "Diese Zeile ist unter einen Wert eingerückt, zu dem nichts gehört. Rücken Sie sie wie die Schlüssel ihres Objekts ein.")),
    "cut-number": Statement("YML009", Text(
        "A comma cuts the number before `{detail}` apart. Write a decimal point.",
        "Ein Komma zerschneidet die Zahl vor `{detail}`. Schreiben Sie einen Dezimalpunkt.")),
    "no-colon": Statement("YML001", Text(
        "A colon is missing in this line. Write `key: value`, with a space after the colon.",
        "In dieser Zeile fehlt ein Doppelpunkt. Schreiben Sie `schlüssel: wert`, mit Leerzeichen nach dem Doppelpunkt.")),
    "indentation": Statement("YML001", Text(
        "The indentation of this line fits no key above it. Keys of one object begin in the same column.",
        "Die Einrückung dieser Zeile passt zu keinem Schlüssel darüber. Schlüssel eines Objekts beginnen in derselben Spalte.")),
    "open-list": Statement("YML001", Text(
        "This bracket is not closed, or a comma is missing. Close it with `{detail}`.",
        "Diese Klammer wird nicht geschlossen, oder es fehlt ein Komma. Schließen Sie sie mit `{detail}`.")),
    "open-quote": Statement("YML001", Text(
        "The quote that begins here is not closed. Write the second quotation mark at the end of the text.",
        "Das Anführungszeichen, das hier steht, wird nicht geschlossen. Setzen Sie am Ende des Textes das zweite.")),
    "after-quote": Statement("YML001", Text(
        "Text goes on after the closing quotation mark. Put the whole value in quotes, and write a quotation mark inside it twice.",
        "Nach dem schließenden Anführungszeichen geht der Text weiter. Setzen Sie den ganzen Wert in Anführungszeichen, und verdoppeln Sie solche, die darin stehen.")),
    "escape": Statement("YML001", Text(
        "After a backslash only certain characters may stand in double quotes. Use single quotes: '…'.",
        "In doppelten Anführungszeichen dürfen nach einem Rückstrich nur bestimmte Zeichen stehen. Verwenden Sie einfache: '…'.")),
    "list-item": Statement("YML001", Text(
        "A list item `- …` cannot stand here: its key is on the same line, or the indentation is off. Begin the list on a new line.",
        "Ein Listenpunkt `- …` kann hier nicht stehen: Sein Schlüssel steht in derselben Zeile, oder die Einrückung stimmt nicht. Beginnen Sie die Liste in einer neuen Zeile.")),
    "other": Statement("YML001", Text(
        "This is not valid YAML: {detail}.",
        "Das ist kein gültiges YAML: {detail}.")),
}
