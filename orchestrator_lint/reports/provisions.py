"""A provision as the cards of rules name it in, the words in which people cite it out."""

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
_ARTICLES = frozenset(("eu-ai-act", "gdpr"))


def framework(key: str, language: str) -> str:
    """Write the key of a framework as people call it; an unknown key as it stands."""
    return _NAMES.get(key, Text(key, key)).to(language)


def provision(named: str, language: str) -> str:
    """Write `eu-ai-act 26(2)` as `EU AI Act Art. 26(2)`, in German with `KI-VO`."""
    framework, _, rest = named.partition(" ")
    article = "Art. " if framework in _ARTICLES else ""
    name = _NAMES.get(framework, Text(framework, framework)).to(language)
    return f"{name} {article}{rest}".strip()
