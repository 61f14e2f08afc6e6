"""A decision in, the documents that it calls for besides its sheet out."""

from collections.abc import Callable

from orchestrator_lint.documents.decided import has_machine
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import has_page
from orchestrator_lint.model import Decision, Unknown
from orchestrator_lint.rules.law.annex_iii import FOR_EVERYONE, FOR_PUBLIC_BODIES

# the folders of documents on one decision, in the order in which pages name them
KINDS: tuple[str, ...] = ("oversight", "notices", "dpia", "fria")


def called_for(edition: Edition, decision: Decision) -> tuple[str, ...]:
    """Give the kinds of documents that this decision calls for; what nobody can know calls for one."""
    if not has_page(decision):
        return ()
    return tuple(kind for kind in KINDS if _holds(_CALLS[kind], edition, decision))


def _holds(call: Callable[[Edition, Decision], bool], edition: Edition, decision: Decision) -> bool:
    try:
        return decision.life != "retired" and call(edition, decision)
    except Unknown:
        return True


def _oversight(edition: Edition, decision: Decision) -> bool:
    """Human oversight is planned where a machine takes part and the decision weighs heavily."""
    return has_machine(edition.of(decision), decision) and decision.is_serious


def _notices(edition: Edition, decision: Decision) -> bool:
    """People are told of a machine that takes part in a decision about them or on which they rely."""
    return has_machine(edition.of(decision), decision) and decision.affects_people


def _dpia(edition: Edition, decision: Decision) -> bool:
    """Art. 35 GDPR asks about personal data where the risk is likely to be high; what a policy says of it counts too."""
    if "gdpr" not in edition.frameworks:
        return False
    stated = decision.child("law").child("dpia")
    if stated or stated.reasoned:
        return True
    personal = {dataset.child("personal").plain for dataset in edition.network.datasets_of(decision)}
    if personal.isdisjoint(("personal", "special")) or not has_machine(edition.of(decision), decision):
        return False
    return "special" in personal or decision.child("law").child("profiling").plain is True or decision.is_serious


def _fria(edition: Edition, decision: Decision) -> bool:
    """Art. 27 AI Act speaks of high-risk AI systems of Annex III, of some deployers or of all, depending on the area."""
    if "eu-ai-act" not in edition.frameworks:
        return False
    stated = decision.child("law").child("fria")
    if stated or stated.reasoned:
        return True
    area, organisation = decision.child("law").child("area").plain, edition.organisation
    if not decision.is_high_risk or (area is not None and area not in FOR_PUBLIC_BODIES):
        return False
    is_private = organisation is not None and organisation.child("public_body").plain is False
    return area in FOR_EVERYONE or not is_private


_CALLS = {"oversight": _oversight, "notices": _notices, "dpia": _dpia, "fria": _fria}
