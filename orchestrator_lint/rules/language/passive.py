"""A sentence in, its duty without a doer out: the passive in English and German."""

import re

from orchestrator_lint.rules.language.forms import german


def passive_in(sentence: str, language: str) -> re.Match[str] | None:
    """The first duty in the passive of a main clause that names nobody with “by”, „durch“ or „von“."""
    pattern = _PASSIVES.get(language)
    if pattern is None or _DOERS[language].search(sentence):
        return None
    return next((match for match in pattern.finditer(sentence) if not _is_aside(sentence, match, language)), None)


def _is_aside(sentence: str, match: re.Match[str], language: str) -> bool:
    """Whether it only says under which condition something holds, or what something is like."""
    if _STATES[language].search(match.group()):
        return True
    clause = re.split(r"[,:;()–]", sentence[: match.start()])[-1]
    return language == "en" and _SUBORDINATE.search(clause) is not None


_IRREGULAR = (
    "taken|made|done|given|sent|held|kept|shown|told|put|set|drawn|written|chosen|seen|read|found|brought|cut|paid|met"
    "|overridden|withdrawn|undone|redone|rebuilt|thrown|sought|heard|taught|fed|left|begun|frozen|split|shut"
)
_BETWEEN = r"(?:(?:[a-z]+ly|then|also|again|first|only|not|both|all|each|once|twice)\s+){0,2}"
_ENGLISH = rf"\b(?:is|are|(?:will|must|shall|should)\s+be|(?:has|have|needs?)\s+to\s+be)\s+{_BETWEEN}(?:[a-z]{{2,}}ed|{_IRREGULAR})\b"
_SUBORDINATE = re.compile(
    r"\b(?:if|when|whenever|unless|until|while|after|before|that|which|who|whom|whose|because|where|once|as|since|what|whether|than|how)\b",
    re.IGNORECASE,
)
_WITHIN = r"\b[^,;:.!?]{0,120}?\b"
_APART = (
    "ab|an|auf|aus|bei|bereit|dar|durch|ein|entgegen|fern|fest|frei|gegen|gut|her|hin|hoch|los|mit|nach|nieder|offen|quer"
    "|rück|sicher|statt|still|um|unter|vor|voraus|weg|weiter|wieder|zu|zurück|zusammen"
)
_PARTICIPLE = german(
    rf"(?:(?:{_APART})?ge(?!b|hen\b|lten\b|winn|stalten\b|nügen|hören|raten|lingen|langen|währ|nehmig|fähr)\w{{2,}}(?:t|en)"
    rf"|(?:{_APART})?(?:gegeben|gegangen|gewonnen|geraten|gebracht|gebeten|gebunden)|\w{{2,}}iert"
    r"|(?:an|ab|auf|ein|vor)?(?:be|ver|er|ent|zer|miss|über|unter|wider|wieder)(?!steht\b|hält\b)\w{2,}t|(?:genehmig|gewähr|gefährde)t"
    r"|entschieden|entnommen|verworfen|beschlossen|erhoben|unterbrochen|verschoben|überwiesen|verwiesen|betrieben|beschrieben|verglichen|unterschrieben)"
)
_END = r"(?=\s*(?:[,;:.!?)–]|$|und\b|oder\b))"
_GERMAN = "|".join(
    (
        rf"\b(?:wird|werden){_WITHIN}{_PARTICIPLE}{_END}",
        german(rf"\b(?:muss|müssen|soll|sollen){_WITHIN}{_PARTICIPLE}\s+werden\b"),
        rf"\b(?:ist|sind)\b[^,;:.!?]{{0,80}}?\s(?:zu\s+[a-zäöüß]{{3,}}e?n|(?:{_APART})zu[a-zäöüß]{{3,}}e?n){_END}",
    )
)
_PASSIVES = {"en": re.compile(_ENGLISH, re.IGNORECASE), "de": re.compile(_GERMAN, re.IGNORECASE)}
_NO_DOER = r"\s+(?!hand\b|post\b|phone\b|telephone\b|letter\b|e-?mail\b|mail\b|default\b|law\b|means\b|then\b|now\b|\d|[a-z]+ing\b)"
_DOERS = {
    "en": re.compile(rf"\bby{_NO_DOER}", re.IGNORECASE),
    "de": re.compile(r"\b(?:durch|von|vom|seitens)\s+(?!hand\b|selbst\b|anfang\b|neuem\b|vorn\b|\d)", re.IGNORECASE),
}
# what is so, rather than what somebody does
_STATES = {
    "en": re.compile(
        r"\b(?:based|limited|needed|required|allowed|permitted|interested|related|entitled|concerned|supposed|authori[sz]ed|affected"
        r"|called|named|located|involved|designed|intended|used|trained|opposed|convinced|qualified|experienced|connected|expected"
        r"|aged|excluded|included|covered|closed|linked|bound|tied|meant|fixed|comprised|composed|considered|integrated|indicated|associated|empowered|obliged|restricted|dedicated)$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:schwer|leicht|einfach|bereit|lage|befugt|berechtigt|verpflichtet|möglich|nötig|notwendig|da|genug)\b"
        r"|\b(?:benötigt|gebraucht|erwartet|genannt|gewünscht|bevorzugt|befürchtet)$",
        re.IGNORECASE,
    ),
}
