"""A term of the lists in, a stretch that stands in all its forms, and a pattern of these forms out."""


def german(form: str) -> str:
    """Admit the spellings without umlauts and ß, and umlauts of two characters."""
    for letter, other in (("ä", "ae|a\u0308"), ("ö", "oe|o\u0308"), ("ü", "ue|u\u0308"), ("ß", "ss")):
        form = form.replace(letter, f"(?:{letter}|{other})")
    return form


_THE = r"(?:(?:the|our|this|an?|each|your)\s+(?:[^\W\d][\w-]*\s+){0,2}?)?"
_MACHINE = r"(?:ai|llm|model|algorithm|system|machine|chatbot|bot|agent|assistant)(?:\s+that)?(?:\s+[a-z]+ly)?"
_DIE = r"(?:(?:der|die|das|unsere?|diese[rs]?|eine?|jede[rs]?|ihre?)\s+(?:(?!(?:de[rmns]|die|das|eine?[mnrs]?)\b)[^\W\d][\w-]*\s+)?)?"
_MASCHINE = r"[\w-]*(?:ki|llm|modell|algorithmus|system|maschine|chatbot|agent|assistent)"
# the verb in second place, or at the end of a clause that a conjunction opens; elsewhere the machine may be the object
_CLAUSE = r"(?:^|(?<=^\s)|(?<=[,;:–]\s)|(?<=\bund\s)|(?<=\baber\s)|(?<=\bdenn\s))"
_THAT = r"(?<!\w)(?:dass|sodass|weil|wenn|damit|ob|wie)\s+"


def _mind(verb: str) -> str:
    return rf"{_THE}{_MACHINE}\s+{verb}"


def _geist(verb: str) -> str:
    verb = german(verb)
    return rf"{_CLAUSE}{_DIE}{_MASCHINE}\s+{verb}|{_THAT}{_DIE}{_MASCHINE}(?:\s+[^\W\d][\w-]*){{0,5}}?\s+{verb}"


_IS = r"(?:ist|sind|bin|bist|seid|war|waren)"
_SELF = r"(?:sich|uns|mich|dich|euch)"
_TRY = german(r"bemüh(?:e|st|t|en|te|ten)")
_STRIVE = r"streb(?:e|st|t|en|te|ten)"
_WITHIN = r"\b[^,.:!?]{1,80}?\b"  # German verbs stand around what they speak of
FORMS = {
    "sollte": ("sollt", r"sollte(?:n|st|t)?"),
    "ist bestrebt": ("bestrebt", rf"{_IS}{_WITHIN}bestrebt|bestrebt\s+{_IS}"),
    "strebt an": (
        "streb",
        rf"{_STRIVE}{_WITHIN}an(?=\s*(?:[,.;:!?)]|$|und\b|oder\b))|{_STRIVE}\s+an|an(?:zu)?{_STRIVE}",
    ),
    "bemüht sich": ("bem", rf"{_TRY}{_WITHIN}{_SELF}|{_SELF}{_WITHIN}{_TRY}"),
    "best effort": ("effort", r"best[\s-]+efforts?"),
    "strive to": ("strive", r"strives?\s+to"),
    "aim to": ("aim", r"aims?\s+to"),
    "seek to": ("seek", r"seeks?\s+to"),
    "the AI understands": ("understands", _mind("understands")),
    "the AI knows": ("knows", _mind("knows")),
    "the AI thinks": ("thinks", _mind("thinks")),
    "the model decides responsibly": ("responsibly", _mind(r"(?:decides|acts|answers)(?:\s+[a-z]+)?\s+responsibly")),
    "the AI is objective": ("objective", _mind(r"is(?:\s+[a-z]+ly)?\s+objective")),
    "die KI versteht": ("versteht", _geist("versteht")),
    "die KI weiß": ("wei", _geist("weiß")),
    "die KI denkt": ("denkt", _geist("denkt")),
    "die KI entscheidet verantwortungsvoll": (
        "verantwortungs",
        _geist(rf"(?:(?:entscheidet|handelt){_WITHIN})?verantwortungs(?:voll|bewusst)(?:\s+(?:entscheidet|handelt))?"),
    ),
    "die KI ist objektiv": ("objektiv", _geist(r"(?:ist\s+)?(?:[^\W\d]+\s+)?objektiv(?:\s+ist)?")),
    "stakeholders": ("stakeholder", "stakeholders"),
    "the business": (
        "business",
        r"the\s+business(?=\s*(?:[.,;:!?)]|$)|\s+(?:is|are|and|or|has|will|must|may|can|shall|should|to|decides?|approves?)\b)",
    ),
    "relevant parties": (
        "relevant",
        r"(?:the\s+)?relevant\s+(?:part(?:y|ies)|departments?|units?|bod(?:y|ies)|persons?|people)",
    ),
    "die Beteiligten": (
        "beteiligte",
        r"(?:die|der|den|allen?)\s+beteiligten(?:\s+(?:stellen|personen|abteilungen)|(?!\s+(?-i:[A-ZÄÖÜ])))",
    ),
    "die zuständige Stelle": (
        "ndige",
        german(r"(?:(?:die|der|den|dem|das)\s+)?zuständige[mnrs]?")
        + r"\s+(?:stellen?|personen?|abteilung(?:en)?|einheit(?:en)?|teams?)",
    ),
    "der Fachbereich": (
        "fach",
        r"(?:(?:der|den|dem|des|die)\s+)?fach(?:bereich(?:e[ns]?|s)?|abteilung(?:en)?)",
    ),
    "100 %": ("100", r"100(?:[.,]0+)?\s*(?:%|per\s?cent|prozent)(?:ige?[mnrs]?)?"),
    "garantiert": ("garantier", r"garantier(?:t|te|ten|en)"),
}
