"""The kinds of unreadable YAML in, what is said of each out: what is wrong, and what to write instead."""

from typing import NamedTuple

from orchestrator_lint.problems import Text


class Statement(NamedTuple):
    """What is said of a fault: the code of its card and the sentence."""

    code: str
    text: Text


def _said(code: str, en: str, de: str) -> Statement:
    return Statement(code, Text(en, de))


_OF_FILES = {
    "missing": _said(
        "YML008",
        "`{path}` does not exist. Correct the path, or take it out of the command.",
        "`{path}` gibt es nicht. Berichtigen Sie den Pfad, oder nehmen Sie ihn aus dem Aufruf.",
    ),
    "dangling": _said(
        "YML008",
        "`{path}` is a link to `{detail}`, and nothing can be read there. Restore the file, or delete the link.",
        "`{path}` ist eine Verknüpfung auf `{detail}`, und dort ist nichts zu lesen. Stellen Sie die Datei wieder her, oder löschen Sie die Verknüpfung.",
    ),
    "linked-folder": _said(
        "YML008",
        "`{path}` is a link to the folder `{detail}`; folders behind links are not searched. Name that folder in the command, or delete the link.",
        "`{path}` ist eine Verknüpfung auf den Ordner `{detail}`; Ordner hinter Verknüpfungen werden nicht durchsucht. Nennen Sie den Ordner im Aufruf, oder löschen Sie die Verknüpfung.",
    ),
    "not-a-file": _said(
        "YML008",
        "`{path}` is not a regular file. Only files and folders hold policies.",
        "`{path}` ist keine gewöhnliche Datei. Richtlinien stehen nur in Dateien und Ordnern.",
    ),
    "unreadable": _said(
        "YML008",
        "`{path}` cannot be read ({detail}). Check its permissions.",
        "`{path}` lässt sich nicht lesen ({detail}). Prüfen Sie die Zugriffsrechte.",
    ),
    "too-large": _said(
        "YML007",
        "`{path}` has {detail} MB; a policy may have {limit} at most. Split it by decision space.",
        "`{path}` hat {detail} MB; eine Richtlinie darf höchstens {limit} haben. Teilen Sie die Datei nach Entscheidungsräumen.",
    ),
    "encoding": _said(
        "YML004",
        "The file is not UTF-8 from here on (it looks like {detail}). Save it as UTF-8.",
        "Ab hier ist die Datei kein UTF-8 (sie sieht nach {detail} aus). Speichern Sie sie als UTF-8.",
    ),
    "control-character": _said(
        "YML004",
        "An invisible character ({detail}) stands here that YAML does not allow. Delete it.",
        "Hier steht ein unsichtbares Zeichen ({detail}), das YAML nicht erlaubt. Löschen Sie es.",
    ),
}

_OF_DOCUMENTS = {
    "header": _said(
        "YML010",
        "The header `orchestrator: 1` is missing. Write it as the first line; a file that is no policy belongs outside this folder.",
        "Der Kopf `orchestrator: 1` fehlt. Schreiben Sie ihn als erste Zeile; was keine Richtlinie ist, gehört nicht in diesen Ordner.",
    ),
    "empty": _said(
        "YML010",
        "The file is empty. Write `orchestrator: 1` and a section such as `spaces`, or delete the file.",
        "Die Datei ist leer. Schreiben Sie `orchestrator: 1` und einen Abschnitt wie `spaces`, oder löschen Sie die Datei.",
    ),
    "not-a-map": _said(
        "YML010",
        "A policy begins with keys (`orchestrator: 1`, then sections such as `spaces:`); something else stands here.",
        "Eine Richtlinie beginnt mit Schlüsseln (`orchestrator: 1`, dann Abschnitte wie `spaces:`); hier steht etwas anderes.",
    ),
    "alias-bomb": _said(
        "YML005",
        "The aliases (`*…`) of this document unfold to more than {limit} values. Write out what is meant, without aliases of aliases.",
        "Die Aliasse (`*…`) dieses Dokuments entfalten sich zu mehr als {limit} Werten. Schreiben Sie aus, was gemeint ist, ohne Aliasse auf Aliasse.",
    ),
    "too-deep": _said(
        "YML006",
        "More than {limit} levels are nested here. Nest less deeply; the policy language needs nine levels.",
        "Hier sind mehr als {limit} Ebenen ineinander verschachtelt. Verschachteln Sie weniger tief; die Sprache der Richtlinien braucht neun Ebenen.",
    ),
    "directive": _said(
        "YML001",
        "A line that begins with `%` gives orders to the YAML parser; a policy needs none. Delete the line.",
        "Eine Zeile, die mit `%` beginnt, ist eine Anweisung an das YAML-Programm; eine Richtlinie braucht keine. Löschen Sie die Zeile.",
    ),
    "document-end": _said(
        "YML001",
        "The line `...` ends the policy, but more text follows. Delete the line.",
        "Die Zeile `...` beendet die Richtlinie, doch es folgt noch Text. Löschen Sie die Zeile.",
    ),
    "conflict": _said(
        "YML001",
        "An unresolved merge conflict stands here (`{detail}`). Keep the version that holds, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
        "Hier steht ein ungelöster Zusammenführungskonflikt (`{detail}`). Behalten Sie die gültige Fassung, und löschen Sie die Zeilen, die mit `<<<<<<<`, `=======` und `>>>>>>>` beginnen.",
    ),
}

_OF_VALUES = {
    "duplicate-key": _said(
        "YML003",
        "The key `{detail}` stands twice here; which of the two holds is not clear. Keep one of them, or merge both.",
        "Der Schlüssel `{detail}` steht hier zweimal; welcher gilt, ist unklar. Behalten Sie einen, oder führen Sie beide zusammen.",
    ),
    "id-indented": _said(
        "YML003",
        "Nothing stands below `{detail}`; after it keys of the object above stand a second time. Indent `{detail}` less, so that what follows belongs to it.",
        "Unter `{detail}` steht nichts; danach stehen Schlüssel des Objekts darüber ein zweites Mal. Rücken Sie `{detail}` weniger ein, damit das Folgende dazu gehört.",
    ),
    "cut-text": _said(
        "YML009",
        'A comma cuts the text before `{detail}` apart: between {{ }} a comma ends the value. Put the whole text in quotes: "…, …". If `{detail}` is a key, write a colon and a value after it.',
        'Ein Komma zerschneidet den Text vor `{detail}`: Zwischen {{ }} beendet ein Komma den Wert. Setzen Sie den ganzen Text in Anführungszeichen: "…, …". Ist `{detail}` ein Schlüssel, gehören Doppelpunkt und Wert dahinter.',
    ),
    "cut-number": _said(
        "YML009",
        "A comma cuts the number before `{detail}` apart. Write a decimal point.",
        "Ein Komma zerschneidet die Zahl vor `{detail}`. Schreiben Sie einen Dezimalpunkt.",
    ),
    "cut-list": _said(
        "YML009",
        "This list reads as one sentence that its commas cut apart, from “{detail}” on. Put the sentence in quotes, or write one item a line.",
        "Diese Liste liest sich als ein Satz, den seine Kommas zerschneiden, ab „{detail}“. Setzen Sie den Satz in Anführungszeichen, oder schreiben Sie einen Punkt je Zeile.",
    ),
    "odd-key": _said(
        "YML011",
        "A key must be a word; a list, a map or an alias stands here instead. Write a word; put a text that contains brackets in quotes.",
        "Ein Schlüssel muss ein Wort sein; hier steht stattdessen eine Liste, ein Objekt oder ein Alias. Schreiben Sie ein Wort; Text mit Klammern gehört in Anführungszeichen.",
    ),
    "tag": _said(
        "YML012",
        "`{detail}` is a YAML tag that policies do not know, or that does not fit this value. Delete it; text that begins with `!` belongs in quotes.",
        "`{detail}` ist ein YAML-Tag, das Richtlinien nicht kennen oder das nicht zu diesem Wert passt. Löschen Sie es; Text, der mit `!` beginnt, gehört in Anführungszeichen.",
    ),
    "unknown-alias": _said(
        "YML013",
        "`*{detail}` repeats what stands behind `&{detail}`, but no `&{detail}` stands before it. Correct the name; text that begins with `*` belongs in quotes.",
        "`*{detail}` wiederholt, was hinter `&{detail}` steht, doch davor steht kein `&{detail}`. Berichtigen Sie den Namen; Text, der mit `*` beginnt, gehört in Anführungszeichen.",
    ),
    "endless-alias": _said(
        "YML013",
        "`*{detail}` stands inside the very value that it repeats: it would have no end. Write out what is meant.",
        "`*{detail}` steht in eben dem Wert, den es wiederholt: Das hätte kein Ende. Schreiben Sie aus, was gemeint ist.",
    ),
    "empty-anchor": _said(
        "YML013",
        "`&{detail}` names an anchor, and no value stands behind it. Write the value; text that begins with `&` belongs in quotes.",
        "`&{detail}` benennt einen Anker, hinter dem kein Wert steht. Schreiben Sie den Wert; Text, der mit `&` beginnt, gehört in Anführungszeichen.",
    ),
    "merge": _said(
        "YML013",
        "`<<` takes over the keys of another map: write the alias of one after it, such as `<<: *name`.",
        "`<<` übernimmt die Schlüssel eines anderen Objekts: Schreiben Sie dessen Alias dahinter, etwa `<<: *name`.",
    ),
}

_OF_LINES = {
    "tab": _said(
        "YML002",
        "A tab stands here. Indent with spaces, two for each level.",
        "Hier steht ein Tabulator. Rücken Sie mit Leerzeichen ein, zwei für jede Ebene.",
    ),
    "odd-space": _said(
        "YML001",
        "This looks like a space but is another character ({detail}), often pasted from a document or web page. Replace it by a space.",
        "Das sieht aus wie ein Leerzeichen, ist aber ein anderes Zeichen ({detail}), oft aus einem Dokument oder einer Webseite kopiert. Ersetzen Sie es durch ein Leerzeichen.",
    ),
    "colon": _said(
        "YML001",
        'This colon with a space behind it stands inside an unquoted text. Put the whole text in quotes: "…".',
        'Dieser Doppelpunkt mit Leerzeichen dahinter steht mitten in einem Text ohne Anführungszeichen. Setzen Sie den ganzen Text in Anführungszeichen: "…".',
    ),
    "no-colon": _said(
        "YML001",
        "A colon is missing here. Write `key: value`; a text that goes on over several lines is indented further than its key.",
        "Hier fehlt ein Doppelpunkt. Schreiben Sie `schlüssel: wert`; Text, der über mehrere Zeilen geht, ist weiter eingerückt als sein Schlüssel.",
    ),
    "no-space": _said(
        "YML001",
        "The space after the colon is missing. Write `key: value`.",
        "Nach dem Doppelpunkt fehlt das Leerzeichen. Schreiben Sie `schlüssel: wert`.",
    ),
    "no-key": _said(
        "YML001",
        "Before this colon a key is missing. Write `key: value`.",
        "Vor diesem Doppelpunkt fehlt ein Schlüssel. Schreiben Sie `schlüssel: wert`.",
    ),
    "long-key": _said(
        "YML001",
        "This line has no colon within 1000 characters, so no key can be told. Write a short key, a colon and a space, then the text.",
        "In dieser Zeile kommt 1000 Zeichen lang kein Doppelpunkt, darum ist kein Schlüssel zu erkennen. Schreiben Sie einen kurzen Schlüssel, Doppelpunkt und Leerzeichen, dann den Text.",
    ),
    "too-far": _said(
        "YML001",
        "This line is indented further than the line above, which has its value already. Align it with the keys it belongs to; or the line above is indented too little.",
        "Diese Zeile ist weiter eingerückt als die Zeile darüber, die ihren Wert schon hat. Rücken Sie sie so weit ein wie die Schlüssel, zu denen sie gehört; oder die Zeile darüber ist zu wenig eingerückt.",
    ),
    "too-near": _said(
        "YML001",
        "This line is indented less than the lines it belongs to. Align it with the keys of its object; a line that begins a list item needs `- ` before it.",
        "Diese Zeile ist weniger eingerückt als die Zeilen, zu denen sie gehört. Rücken Sie sie so weit ein wie die Schlüssel ihres Objekts; beginnt sie einen Listenpunkt, gehört `- ` davor.",
    ),
    "deeper": _said(
        "YML001",
        "This line is indented further than the lines after it. Lines of one object or list begin in the same column.",
        "Diese Zeile ist weiter eingerückt als die Zeilen danach. Die Zeilen eines Objekts oder einer Liste beginnen in derselben Spalte.",
    ),
    "no-dash": _said(
        "YML001",
        "This line begins a list, but `- ` is missing before it. Write `- ` before every item.",
        "Diese Zeile beginnt eine Liste, doch `- ` fehlt davor. Schreiben Sie `- ` vor jeden Punkt.",
    ),
    "indentation": _said(
        "YML001",
        "The indentation of this line fits no key above it. Keys of one object begin in the same column.",
        "Die Einrückung dieser Zeile passt zu keinem Schlüssel darüber. Schlüssel eines Objekts beginnen in derselben Spalte.",
    ),
    "list-item": _said(
        "YML001",
        "A list item (`- …`) cannot stand here. Begin the list on the line after its key, and all its items in the same column.",
        "Ein Listenpunkt (`- …`) kann hier nicht stehen. Beginnen Sie die Liste in der Zeile nach ihrem Schlüssel und alle ihre Punkte in derselben Spalte.",
    ),
    "block-text": _said(
        "YML001",
        "A text after `|` or `>` begins on the next line, and each of its lines is indented further than its key. A text that itself begins with `|` or `>` belongs in quotes.",
        "Ein Text nach `|` oder `>` beginnt in der nächsten Zeile, und jede seiner Zeilen ist weiter eingerückt als sein Schlüssel. Ein Text, der selbst mit `|` oder `>` beginnt, gehört in Anführungszeichen.",
    ),
}

_OF_SIGNS = {
    "reserved": _said(
        "YML001",
        'An unquoted text may not begin with “{detail}”. Put the whole text in quotes: "{detail}…".',
        'Text ohne Anführungszeichen darf nicht mit „{detail}“ beginnen. Setzen Sie den ganzen Text in Anführungszeichen: "{detail}…".',
    ),
    "asterisk": _said(
        "YML001",
        'An unquoted text may not begin with `*`. A list item begins with `- `; put a text in quotes: "*…".',
        'Text ohne Anführungszeichen darf nicht mit `*` beginnen. Ein Listenpunkt beginnt mit `- `; Text gehört in Anführungszeichen: "*…".',
    ),
    "open-list": _said(
        "YML001",
        "This bracket is not closed. Close it with `{detail}`.",
        "Diese Klammer wird nicht geschlossen. Schließen Sie sie mit `{detail}`.",
    ),
    "wrong-bracket": _said(
        "YML001",
        "The bracket before it closes with `{detail}`. Write `{detail}` here.",
        "Die Klammer davor schließt mit `{detail}`. Schreiben Sie hier `{detail}`.",
    ),
    "closing-bracket": _said(
        "YML001",
        "This `{detail}` closes no bracket. Delete it, or write the opening one.",
        "Dieses `{detail}` schließt keine Klammer. Löschen Sie es, oder schreiben Sie die öffnende.",
    ),
    "comma": _said(
        "YML001",
        "Before this comma nothing stands. Delete the comma, or write the missing value.",
        "Vor diesem Komma steht nichts. Löschen Sie das Komma, oder schreiben Sie den fehlenden Wert.",
    ),
    "no-comma": _said(
        "YML001",
        'Between brackets a comma is missing before this. Write `, `; a text that goes on here belongs in quotes: "…".',
        'Zwischen den Klammern fehlt hiervor ein Komma. Schreiben Sie `, `; Text, der hier weitergeht, gehört in Anführungszeichen: "…".',
    ),
    "flow-colon": _said(
        "YML001",
        'Between brackets a second colon stands before a comma. Write a comma before this key; a text with a colon belongs in quotes: "…".',
        'Zwischen den Klammern steht ein zweiter Doppelpunkt ohne Komma davor. Setzen Sie vor diesen Schlüssel ein Komma; Text mit Doppelpunkt gehört in Anführungszeichen: "…".',
    ),
    "open-quote": _said(
        "YML001",
        "The quotation mark that stands here is not closed. Write the second one at the end of the text.",
        "Das Anführungszeichen, das hier steht, wird nicht geschlossen. Setzen Sie am Ende des Textes das zweite.",
    ),
    "after-quote": _said(
        "YML001",
        "Text goes on after the closing quotation mark. Put the whole value in quotes; inside '…' write an apostrophe twice (''), inside \"…\" a quotation mark as \\\".",
        "Nach dem schließenden Anführungszeichen geht der Text weiter. Setzen Sie den ganzen Wert in Anführungszeichen; verdoppeln Sie in '…' den Apostroph (''), schreiben Sie in \"…\" ein Anführungszeichen als \\\".",
    ),
    "escape": _said(
        "YML001",
        "`{detail}` in double quotes stands for no character. Put the text in single quotes: '…'; instead of a code such as \\u00e4, write the character itself.",
        "`{detail}` steht in doppelten Anführungszeichen für kein Zeichen. Setzen Sie den Text in einfache: '…'; statt eines Codes wie \\u00e4 schreiben Sie das Zeichen selbst.",
    ),
    "other": _said(
        "YML001",
        "This line is not valid YAML ({detail}). Compare it with the lines around it, or put text in quotes.",
        "Diese Zeile ist kein gültiges YAML ({detail}). Vergleichen Sie sie mit den Zeilen darum herum, oder setzen Sie Text in Anführungszeichen.",
    ),
}

STATEMENTS: dict[str, Statement] = {**_OF_FILES, **_OF_DOCUMENTS, **_OF_VALUES, **_OF_LINES, **_OF_SIGNS}
