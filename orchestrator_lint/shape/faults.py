"""The kinds of mistakes in shape in, their cards and statements out."""

from orchestrator_lint.problems import Card, Severity, Text


def _card(code: str, name: str, title: Text, why: Text) -> Card:
    return Card(code=code, name=name, severity=Severity.ERROR, title=title, why=why)


_UNKNOWN_WHY = Text(
    "What the language does not know is checked by nobody and stands in no document: it would be believed, and not hold.",
    "Was die Sprache nicht kennt, prüft niemand und steht in keinem Dokument: Man würde sich darauf verlassen, und es gälte nicht.",
)

SHAPE_FAULTS: dict[str, Card] = {
    card.code: card
    for card in (
        _card("SHP001", "unknown-key", Text("A key is not part of the language", "Ein Schlüssel gehört nicht zur Sprache"), _UNKNOWN_WHY),
        _card("SHP002", "unknown-value", Text("A value is not one of those possible", "Ein Wert gehört nicht zu den möglichen"), _UNKNOWN_WHY),
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
            Text("A value is not in the form that the language reads", "Ein Wert hat nicht die Form, die die Sprache liest"),
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
    "`{key}` must be {expected}; here stands {found}.{hint}",
    "`{key}` muss {expected} sein; hier steht {found}.{hint}",
)
WRONG_FORM = Text("`{value}` is not readable as `{key}`: write {form}.{hint}", "`{value}` ist als `{key}` nicht lesbar: Schreiben Sie {form}.{hint}")
WRONG_ID = Text(
    "`{value}` is not a valid id: only small letters a–z, digits and single hyphens.{hint}",
    "`{value}` ist keine gültige Kennung: nur Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche.{hint}",
)
TOO_SMALL = Text("`{key}` must be {expected} or more; here stands {value}.", "`{key}` muss mindestens {expected} sein; hier steht {value}.")
UNKNOWN_VERSION = Text(
    "This file is written in version `{value}` of the language; this tool reads version 1. Write `orchestrator: 1`, or install a newer version.",
    "Diese Datei ist in Fassung `{value}` der Sprache geschrieben; dieses Programm liest Fassung 1. Schreiben Sie `orchestrator: 1`, oder installieren Sie eine neuere Version.",
)

NO_HINT = Text("", "")
DID_YOU_MEAN = Text(" Did you mean `{near}`?", " Meinten Sie `{near}`?")
BELONGS = Text(" It belongs under `{parent}`.", " Er gehört unter `{parent}`.")
OWN_KEY = Text(
    " Possible are: {words}; a key of your own begins with `x-`.",
    " Möglich sind: {words}; ein eigener Schlüssel beginnt mit `x-`.",
)
LANGUAGE_KEY = Text(
    " A text is a string, or a map by language: `en`, `de`, …",
    " Ein Text ist eine Zeichenkette oder ein Objekt nach Sprachen: `de`, `en`, …",
)
ONE_ENTRY = Text(
    "`{key}` is a list; here stands one entry without it. Begin the entry with `- `.",
    "`{key}` ist eine Liste; hier steht ein Eintrag ohne sie. Beginnen Sie den Eintrag mit `- `.",
)
POSSIBLE = Text(" Possible are: {words}.", " Möglich sind: {words}.")
POSSIBLE_OR_OWN = Text(
    " Possible are: {words}; a word of your own begins with `x-`.",
    " Möglich sind: {words}; ein eigenes Wort beginnt mit `x-`.",
)
AS_LIST = Text(" Write it in brackets: [{value}].", " Schreiben Sie ihn in eckigen Klammern: [{value}].")
AS_BOOLEAN = Text(" Write `{near}`.", " Schreiben Sie `{near}`.")
NO_DECIMAL_COMMA = Text(" Write a decimal point: `{near}`.", " Schreiben Sie einen Dezimalpunkt: `{near}`.")
NO_QUOTES = Text(" Take the quotation marks away: {near}.", " Lassen Sie die Anführungszeichen weg: {near}.")
QUOTE_IT = Text(" Text that looks like this belongs in quotes: \"{value}\".", " Text, der so aussieht, gehört in Anführungszeichen: \"{value}\".")

TYPE_NAMES = {
    "string": Text("text", "ein Text"),
    "number": Text("a number", "eine Zahl"),
    "integer": Text("a whole number", "eine ganze Zahl"),
    "boolean": Text("`true` or `false`", "`true` oder `false`"),
    "array": Text("a list", "eine Liste"),
    "object": Text("a map of keys", "ein Objekt mit Schlüsseln"),
    "null": Text("nothing", "nichts"),
}
OR = Text(" or ", " oder ")
