"""The kinds of mistakes in shape in, their cards and statements out."""

from orchestrator_lint.problems import Card, Severity, Text


def _card(code: str, name: str, title: Text, why: Text, severity: Severity = Severity.ERROR) -> Card:
    return Card(code=code, name=name, severity=severity, title=title, why=why, waivable=False)


_UNKNOWN_WHY = Text(
    "What the language does not know is checked by nobody and stands in no document: it would be believed, and not hold.",
    "Was die Sprache nicht kennt, prüft niemand und steht in keinem Dokument: Man würde sich darauf verlassen, und es gälte nicht.",
)

SHAPE_FAULTS: dict[str, Card] = {
    card.code: card
    for card in (
        _card(
            "SHP001",
            "unknown-key",
            Text("A key is not part of the language", "Ein Schlüssel gehört nicht zur Sprache"),
            _UNKNOWN_WHY,
        ),
        _card(
            "SHP002",
            "unknown-value",
            Text("A value is not one of those possible", "Ein Wert gehört nicht zu den möglichen"),
            _UNKNOWN_WHY,
        ),
        _card(
            "SHP003",
            "wrong-type",
            Text("A value is of the wrong type", "Ein Wert hat den falschen Typ"),
            Text(
                "A list, a text and a number mean different things: nobody can tell which was meant.",
                "Liste, Text und Zahl bedeuten Verschiedenes: Was gemeint war, kann niemand wissen.",
            ),
        ),
        _card(
            "SHP004",
            "wrong-form",
            Text(
                "A value is not in the form that the language reads",
                "Ein Wert hat nicht die Form, die die Sprache liest",
            ),
            Text(
                "Dates, durations and ids are compared and counted: each has one form, so that everyone reads the same.",
                "Daten, Fristen und Kennungen werden verglichen und gezählt: Jede hat eine Form, damit alle dasselbe lesen.",
            ),
        ),
        _card(
            "SHP005",
            "unknown-version",
            Text("The version of the language is not known", "Die Fassung der Sprache ist nicht bekannt"),
            Text(
                "A later version may mean something else by the same words.",
                "Eine spätere Fassung kann mit denselben Wörtern anderes meinen.",
            ),
        ),
        _card(
            "SHP006",
            "read-differently",
            Text(
                "Other programs read a text without quotation marks as something else",
                "Andere Programme lesen einen Text ohne Anführungszeichen als etwas anderes",
            ),
            Text(
                "Many programs follow an older YAML: they turn `no` into false, `012` into 10 and `12:30` into 750. Two readers see two policies.",
                "Viele Programme folgen einem älteren YAML: Sie machen aus `no` ein „falsch“, aus `012` eine 10 und aus `12:30` eine 750. Zwei Leser sehen zwei Richtlinien.",
            ),
            Severity.WARNING,
        ),
    )
}

UNKNOWN_KEY = Text(
    "The language has no key `{key}` here.{hint}",
    "Die Sprache kennt hier keinen Schlüssel `{key}`.{hint}",
)
UNKNOWN_VALUE = Text(
    "`{value}` is not possible in `{key}`.{hint}",
    "`{value}` ist in `{key}` nicht möglich.{hint}",
)
WRONG_TYPE = Text(
    "`{key}` must be {expected}; {found} stands here.{hint}",
    "`{key}` muss {expected} sein; hier steht {found}.{hint}",
)
WRONG_FORM = Text(
    "`{value}` is not readable as `{key}`: write {form}.{hint}",
    "`{value}` ist als `{key}` nicht lesbar: Schreiben Sie {form}.{hint}",
)
WRONG_ID = Text(
    "`{value}` is not a valid id: an id has only small letters a–z, digits and single hyphens between them.{hint}",
    "`{value}` ist keine gültige Kennung: Sie besteht nur aus Kleinbuchstaben a–z, Ziffern und einzelnen Bindestrichen dazwischen.{hint}",
)
LONG_ID = Text(
    "The id `{value}` is longer than {limit} characters. Write a shorter one; what people read is the `title`.",
    "Die Kennung `{value}` ist länger als {limit} Zeichen. Schreiben Sie eine kürzere; gelesen wird der `title`.",
)
TOO_SMALL = Text(
    "`{key}` must be {expected} or more; {value} stands here.",
    "`{key}` muss mindestens {expected} sein; hier steht {value}.",
)
UNKNOWN_VERSION = Text(
    "This file is written in version {value} of the language; this tool reads version 1. Write `orchestrator: 1`, or install a newer version of the tool.",
    "Diese Datei ist in Fassung {value} der Sprache geschrieben; dieses Programm liest Fassung 1. Schreiben Sie `orchestrator: 1`, oder installieren Sie eine neuere Version des Programms.",
)
WRONG_VERSION = Text(
    "The version of the language is a number without quotation marks. Write `orchestrator: 1`.",
    "Die Fassung der Sprache ist eine Zahl ohne Anführungszeichen. Schreiben Sie `orchestrator: 1`.",
)
NO_VERSION = Text(
    "The header names no version of the language. Write `orchestrator: 1`.",
    "Der Kopf nennt keine Fassung der Sprache. Schreiben Sie `orchestrator: 1`.",
)
READ_OTHERWISE = Text(
    'Other programs read `{value}` in `{key}` as a number, a time or true/false. Put it in quotation marks: "{value}".',
    'Andere Programme lesen `{value}` in `{key}` als Zahl, Uhrzeit oder wahr/falsch. Setzen Sie es in Anführungszeichen: "{value}".',
)
ALSO_USED = Text("it is repeated here", "hier wird es wiederholt")

NO_HINT = Text("", "")
DID_YOU_MEAN = Text(" Did you mean `{near}`?", " Meinten Sie `{near}`?")
NO_SUCH_DAY = Text(" The calendar has no such day.", " Diesen Tag gibt es im Kalender nicht.")
INDENTED = Text(
    "`{key}` stands inside `{around}`, where it does not belong: it is indented too far. Align it with `{around}`.",
    "`{key}` steht innerhalb von `{around}`, wo es nicht hingehört: Es ist zu weit eingerückt. Rücken Sie es so weit ein wie `{around}`.",
)
CONTENT_BESIDE = Text(
    "Nothing stands below `{key}`: its keys, from `{near}` on, begin in the same column. Indent them two spaces further than `{key}`.",
    "Unter `{key}` steht nichts: Seine Schlüssel, ab `{near}`, beginnen in derselben Spalte. Rücken Sie sie zwei Leerzeichen weiter ein als `{key}`.",
)
OUTSIDE_ITS_OBJECT = Text(
    "`{key}` stands beside `{before}`, not inside it: it is indented too little. Indent it as far as the other keys of `{before}`.",
    "`{key}` steht neben `{before}`, nicht darin: Es ist zu wenig eingerückt. Rücken Sie es so weit ein wie die übrigen Schlüssel von `{before}`.",
)
BELONGS_ABOVE = Text(
    " It belongs under `{parent}`: indent it further.",
    " Er gehört unter `{parent}`: Rücken Sie ihn weiter ein.",
)
BELONGS = Text(" It belongs under `{parent}`.", " Er gehört unter `{parent}`.")
OWN_KEY = Text(
    " Possible are: {words}; a key of your own begins with `x-`.",
    " Möglich sind: {words}; ein eigener Schlüssel beginnt mit `x-`.",
)
LANGUAGE_KEY = Text(
    " A text stands here, or one text for each language under `en`, `de`, …; a text that contains a colon belongs in quotes.",
    " Hier steht ein Text, oder je Sprache einer unter `de`, `en`, …; Text mit Doppelpunkt gehört in Anführungszeichen.",
)
ONE_ENTRY = Text(
    "`{key}` must be a list; a single entry stands here. Write `- ` before the first line of the entry.",
    "`{key}` muss eine Liste sein; hier steht ein einzelner Eintrag. Schreiben Sie `- ` vor seine erste Zeile.",
)
POSSIBLE = Text(" Possible are: {words}.", " Möglich sind: {words}.")
POSSIBLE_OR_OWN = Text(
    " Possible are: {words}; a word of your own begins with `x-`.",
    " Möglich sind: {words}; ein eigenes Wort beginnt mit `x-`.",
)
AS_LIST = Text(" Write it in brackets: [{value}].", " Setzen Sie ihn in eckige Klammern: [{value}].")
AS_ITEM = Text(
    " A list item begins with a hyphen and a space: `- …`.",
    " Ein Listenpunkt beginnt mit Bindestrich und Leerzeichen: `- …`.",
)
AS_ITEMS = Text(
    " Write each entry on a line of its own that begins with `- `.",
    " Schreiben Sie jeden Eintrag in eine eigene Zeile, die mit `- ` beginnt.",
)
WITHOUT_BRACKETS = Text(
    " Write it without brackets: `{value}`.",
    " Schreiben Sie den Wert ohne Klammern: `{value}`.",
)
NO_ITEMS = Text(
    " Write the keys without `- ` before them, or in { } instead of [ ].",
    " Schreiben Sie die Schlüssel ohne `- ` davor oder in { } statt [ ].",
)
AS_BOOLEAN = Text(" Write `{near}` without quotation marks.", " Schreiben Sie `{near}` ohne Anführungszeichen.")
AS_NUMBER = Text(
    " Write `{near}`: digits, and a point before decimals.",
    " Schreiben Sie `{near}`: Ziffern, und vor Nachkommastellen einen Punkt.",
)
NO_QUOTES = Text(" Take the quotation marks away: `{near}`.", " Lassen Sie die Anführungszeichen weg: `{near}`.")
QUOTE_IT = Text(
    ' If a text is meant, put it in quotes: "{value}".',
    ' Ist ein Text gemeint, setzen Sie ihn in Anführungszeichen: "{value}".',
)

TYPE_NAMES = {
    "string": Text("a text", "ein Text"),
    "number": Text("a number", "eine Zahl"),
    "integer": Text("a whole number", "eine ganze Zahl"),
    "boolean": Text("`true` or `false`", "`true` oder `false`"),
    "array": Text("a list", "eine Liste"),
    "object": Text("a map (`key: value` lines)", "ein Objekt (Zeilen `schlüssel: wert`)"),
}
FOUND = {
    "string": Text("the text `{value}`", "der Text `{value}`"),
    "number": Text("the number {value}", "die Zahl {value}"),
    "integer": Text("the number {value}", "die Zahl {value}"),
    "boolean": Text("`{value}`", "`{value}`"),
    "array": Text("a list", "eine Liste"),
    "object": TYPE_NAMES["object"],
    "null": Text("nothing", "nichts"),
}
OR = Text(" or ", " oder ")
