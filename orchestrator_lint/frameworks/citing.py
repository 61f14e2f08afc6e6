"""A provision as the cards of rules name it in, the words in which people cite it, and from when it applies, out."""

from datetime import date

from orchestrator_lint.frameworks.applies import Applies, applies_from
from orchestrator_lint.problems import Text

_NAMES = {
    "eu-ai-act": Text("EU AI Act", "KI-VO"),
    "gdpr": Text("GDPR", "DSGVO"),
    "iso-42001": Text("ISO/IEC 42001", "ISO/IEC 42001"),
    "dadm": Text("Canada's Directive on Automated Decision-Making", "Kanadas Directive on Automated Decision-Making"),
    "finos-aigf": Text("FINOS AIGF", "FINOS AIGF"),
    "omb-m-25-21": Text("OMB M-25-21", "OMB M-25-21"),
    "owasp-aisvs": Text("OWASP AISVS", "OWASP AISVS"),
    "singapore-maigf": Text("Singapore MAIGF", "Singapur MAIGF"),
    "uk-atrs": Text("UK ATRS", "UK ATRS"),
    "nist-ai-rmf": Text("NIST AI RMF", "NIST AI RMF"),
    "oecd-ai": Text("OECD AI Principles", "OECD-Prinzipien für KI"),
    "ieee-7000": Text("IEEE 7000", "IEEE 7000"),
    "betrvg": Text("BetrVG §", "BetrVG §"),
}
_FROM = Text("from {day}", "ab {day}")
_UNSETTLED = Text("day not settled", "Zeitpunkt nicht geklärt")
_AHEAD = Text(
    "{provision} applies only from {day}{note}; until then this is a note.",
    "{provision} gilt erst ab {day}{note}; bis dahin ist dies ein Hinweis.",
)
_AHEAD_STRICT = Text(
    "{provision} applies only from {day}{note}; your organisation asked for the strict reading.",
    "{provision} gilt erst ab {day}{note}; Ihre Organisation hat die strenge Lesart gewählt.",
)
_OPEN = Text(
    "It is not settled from when {provision} applies{note}.", "Ab wann {provision} gilt, ist nicht geklärt{note}."
)
_ARTICLES = frozenset(("eu-ai-act", "gdpr"))


def framework(key: str, language: str) -> str:
    """Write the key of a framework as people call it; an unknown key as it stands."""
    return _NAMES.get(key, Text(key, key)).to(language)


def provision(named: str, language: str) -> str:
    """Write `eu-ai-act 26(2)` as `EU AI Act Art. 26(2)`, in German with `KI-VO`."""
    framework, _, rest = named.removesuffix(" new").partition(" ")
    article = "Art. " if framework in _ARTICLES else ""
    name = _NAMES.get(framework, Text(framework, framework)).to(language)
    return f"{name} {article}{rest}".strip()


def cited(applies: Applies, as_of: date, language: str) -> str:
    """Write a provision, and from when it applies where that day lies ahead or is not settled."""
    name = provision(applies.provision, language)
    if not applies.settled:
        return f"{name} ({_UNSETTLED.to(language)})"
    if applies.day is None or not applies.is_ahead(as_of):
        return name
    return f"{name} ({_FROM.to(language).format(day=applies.day.isoformat())})"


def dated(named: str, language: str) -> str:
    """Write a provision and from when it applies, whatever day it is now."""
    return cited(applies_from(named), date.min, language)


def ahead(applies: Applies, strict: bool, language: str) -> str:
    """Say in a sentence that a duty does not apply yet, or that nobody can say from when."""
    note = f" ({applies.note.to(language)})" if applies.note else ""
    name = provision(applies.provision, language)
    if applies.day is None:
        return _OPEN.to(language).format(provision=name, note=note)
    text = _AHEAD_STRICT if strict else _AHEAD
    return text.to(language).format(provision=name, day=applies.day.isoformat(), note=note)
