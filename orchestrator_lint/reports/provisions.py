"""A provision as the cards of rules name it in, the words in which people cite it out."""

_NAMES = {
    "eu-ai-act": "EU AI Act",
    "gdpr": "GDPR",
    "iso-42001": "ISO/IEC 42001",
    "nist-ai-rmf": "NIST AI RMF",
    "oecd-ai": "OECD AI Principles",
    "ieee-7000": "IEEE 7000",
    "betrvg": "BetrVG",
}
_ARTICLES = frozenset(("eu-ai-act", "gdpr"))


def provision(named: str) -> str:
    """Write `eu-ai-act 26(2)` as `EU AI Act Art. 26(2)`."""
    framework, _, rest = named.partition(" ")
    article = "Art. " if framework in _ARTICLES else ""
    return f"{_NAMES.get(framework, framework)} {article}{rest}".strip()
