"""What can be wrong with an exception itself, apart from the rules on waivers: the cards of these findings."""

from orchestrator_lint.problems import Card, Severity, Text

_SERVES = ("S10",)
_PROVISIONS = ("iso-42001 10.2", "nist-ai-rmf GOVERN 1.5")

WAIVER_UNUSED = Card(
    code="REV010",
    name="waiver-unused",
    severity=Severity.WARNING,
    title=Text(en="A waiver that covers nothing", de="Eine Ausnahme, die nichts abdeckt"),
    why=Text(
        en="An exception that nobody needs any more stays open for what nobody has decided.",
        de="Eine Ausnahme, die niemand mehr braucht, hält eine Tür offen, über die niemand entschieden hat.",
    ),
    serves=_SERVES,
    provisions=_PROVISIONS,
    waivable=False,
)
COMMENT_VOID = Card(
    code="REV011",
    name="comment-void",
    severity=Severity.ERROR,
    title=Text(en="A comment that allows nothing", de="Ein Kommentar, der nichts erlaubt"),
    why=Text(
        en="An exception that names no rule, no end or no reason is one that nobody answers for.",
        de="Für eine Ausnahme ohne Regel, ohne Ende oder ohne Grund steht niemand ein.",
    ),
    profile="starter",
    serves=_SERVES,
    provisions=_PROVISIONS,
    waivable=False,
)
COMMENT_EXPIRED = Card(
    code="REV012",
    name="comment-expired",
    severity=Severity.WARNING,
    title=Text(en="A comment whose time is over", de="Ein Kommentar, dessen Zeit abgelaufen ist"),
    why=Text(
        en="What was allowed for a while counts again once the time is over; the comment then only suggests that it does not.",
        de="Was für eine Weile erlaubt war, zählt danach wieder; der Kommentar täuscht dann nur darüber hinweg.",
    ),
    serves=_SERVES,
    provisions=_PROVISIONS,
    waivable=False,
)
COMMENT_UNUSED = Card(
    code="REV013",
    name="comment-unused",
    severity=Severity.WARNING,
    title=Text(en="A comment that covers nothing", de="Ein Kommentar, der nichts abdeckt"),
    why=Text(
        en="An exception that nobody needs any more hides the next finding at the same place.",
        de="Eine Ausnahme, die niemand mehr braucht, verdeckt den nächsten Befund an derselben Stelle.",
    ),
    serves=_SERVES,
    provisions=_PROVISIONS,
    waivable=False,
)
BASELINE_STALE = Card(
    code="REV014",
    name="baseline-stale",
    severity=Severity.ERROR,
    title=Text(
        en="An old finding that is mended still stands in the baseline",
        de="Ein behobener Altbefund steht noch in der Bestandsliste",
    ),
    why=Text(
        en="A baseline only shrinks: an entry that covers nothing would hide the next finding of its kind.",
        de="Die Bestandsliste wird nur kürzer: Ein Eintrag, der nichts mehr abdeckt, würde den nächsten Befund dieser Art verdecken.",
    ),
    profile="starter",
    serves=_SERVES,
    provisions=_PROVISIONS,
    waivable=False,
)

EXCEPTION_FAULTS = {
    card.code: card for card in (WAIVER_UNUSED, COMMENT_VOID, COMMENT_EXPIRED, COMMENT_UNUSED, BASELINE_STALE)
}
