"""A decision in, the information for the people affected out: a letter that says no more than the policies do."""

import re
from collections.abc import Iterator

from orchestrator_lint.documents.decided import level_key
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import page_on
from orchestrator_lint.documents.page import Context, Page, fixed_day, page_of
from orchestrator_lint.documents.reader import Reader, life_of
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.sheet import findings_on
from orchestrator_lint.documents.topics import human, machine, people
from orchestrator_lint.documents.used import systems_of
from orchestrator_lint.frameworks import applies_from
from orchestrator_lint.model import Dataset, Decision

_CODES = ("CON", "LAW009", "DAT003", "DAT004", "DAT006", "DAT007", "DAT011", "AUT008", "SHP", "REF")
_BASIS = re.compile(r"6\(1\)\(([a-f])\)|9\(2\)\((a)\)")
# which bases of Art. 6 GDPR bring which right with them (Art. 7(3), 20, 21 GDPR)
_RIGHTS = {"withdraw": "a", "portability": "ab", "object": "ef"}


def notice(edition: Edition, decision: Decision) -> Page:
    """Give the text for one decision, with marks where the policies hold nothing."""
    links = edition.links.at(page_on("notices", decision))
    reader = edition.of(decision)
    told = people(reader, decision)
    data = tuple(_data(edition, dataset) for dataset in _personal(edition, decision))
    return page_of(
        edition,
        links,
        "notice",
        decision,
        [finding for finding in findings_on(edition, decision) if finding.card.code.startswith(_CODES)],
        name=edition.decision(links, decision),
        title=reader.title(decision),
        it=_decision(reader, decision),
        people=told,
        data=data,
        is_gdpr="gdpr" in edition.frameworks,
        rights=_rights(data),
        workers=_concerns_workers(told),
        provisions=tuple(_provisions(edition, reader, decision, told, data)),
    )


def _decision(reader: Reader, decision: Decision) -> Context:
    key = level_key(decision)
    kinds = {reader.key(system, "kind") for system in systems_of(decision)}
    return {
        "question": reader.text(decision, "question"),
        "purpose": reader.text(decision, "purpose"),
        "groups": reader.all_named(decision, "impact.affects"),
        "means": reader.words.of("level_means", key) if key else "",
        "effect": reader.word(decision, "impact.effect", "effect"),
        "exposed": reader.key(decision, "impact.as") == "exposed",
        "planned": life_of(decision) in ("draft", "planned"),
        "fixed_rules": kinds == {"rules"},
        "several": len(systems_of(decision)) > 1,
        "machine": machine(reader, decision),
        "human": human(reader, decision),
        "on_silence": reader.word(decision, "hearing.on_silence", "on_silence_to_you"),
        "responsible": _sure(reader.office(decision, "involves.responsible")),
        "owner": _sure(reader.office(decision, "owner")),
        "overseer": _sure(reader.office(decision, "oversight.by")),
        "unseen": reader.block(decision, "oversight").reason,
        "out_of_scope": reader.texts(decision, "out_of_scope"),
        "profiling": reader.flag(decision, "law.profiling") is True,
        "basis": reader.word(decision, "law.automated_basis", "automated_basis"),
        "may_intervene": reader.key(decision, "law.automated_basis") in ("contract", "consent"),
    }


def _sure(named: tuple[Said, ...]) -> tuple[Said, ...]:
    """Who is named, where all of it can go into a letter: a system or an unknown role cannot."""
    return named if all(said.text and not said.why for said in named) else ()


def _personal(edition: Edition, decision: Decision) -> list[Dataset]:
    """The datasets that hold personal data or of which nobody says that they do not."""
    return [
        dataset
        for dataset in edition.network.datasets_of(decision)
        if edition.reader.key(dataset, "personal") != "none"
    ]


def _data(edition: Edition, dataset: Dataset) -> Context:
    reader = edition.of(dataset)
    bases = reader.texts(dataset, "legal_basis")
    letters = {letter for said in bases for found in _BASIS.finditer(said.text) for letter in found.groups() if letter}
    return {
        "name": reader.title(dataset),
        "kind": reader.word(dataset, "personal", "personal"),
        "source": reader.text(dataset, "source"),
        "purposes": reader.texts(dataset, "purposes"),
        "bases": reader.provisions(dataset, "legal_basis"),
        "letters": letters,
        "retention": reader.span(dataset, "retention"),
        "recipients": reader.texts(dataset, "recipients"),
        "nobody": reader.is_empty(dataset, "recipients"),
        "countries": reader.texts(dataset, "third_countries"),
        "nowhere": reader.is_empty(dataset, "third_countries"),
        "transfer_basis": reader.text(dataset, "transfer_basis"),
    }


def _rights(data: tuple[Context, ...]) -> Context:
    """The rights that follow from the legal bases; `open` where a basis is missing or is none of Art. 6."""
    each: list[set[str]] = [item["letters"] for item in data]  # type: ignore[misc]
    letters = set().union(*each)
    found: dict[str, object] = {right: bool(letters & set(bases)) for right, bases in _RIGHTS.items()}
    return {**found, "open": not all(each)}


def _concerns_workers(told: Context) -> bool:
    """Whether the policies speak of workers here, or a rule says that they should."""
    workers, reasoned = told["workers"], told["no_workers"]
    return any(bool(part) for part in (workers, workers.code, reasoned.reason))  # type: ignore[attr-defined]


def _provisions(
    edition: Edition, reader: Reader, decision: Decision, told: Context, data: tuple[Context, ...]
) -> Iterator[tuple[str, str]]:
    """The provisions that the text serves, each with the day from which it applies, and what it asks for."""
    risk, area = reader.key(decision, "law.risk_class"), reader.key(decision, "law.area")
    day = fixed_day(edition.report)
    grave = reader.key(decision, "impact.effect") in ("legal", "significant")
    calls = {
        "eu-ai-act 26(7)": risk == "high" and _concerns_workers(told),
        "eu-ai-act 26(11)": risk == "high",
        "eu-ai-act 50": risk == "transparency",
        "eu-ai-act 86": risk == "high" and grave,
        "gdpr 13": bool(data),
        "gdpr 14": bool(data),
    }
    for name, is_called in calls.items():
        if is_called and name.split()[0] in edition.frameworks:
            yield edition.words.cited(applies_from(name, area), day), edition.words.of("asks", name)
