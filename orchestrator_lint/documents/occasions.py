"""A decision in, the documents that it calls for besides its sheet out."""

from collections.abc import Callable

from orchestrator_lint.documents.decided import has_machine
from orchestrator_lint.documents.edition import Edition
from orchestrator_lint.documents.links import has_page
from orchestrator_lint.model import Decision, Unknown

# the folders of documents on one decision, in the order in which pages name them
KINDS: tuple[str, ...] = ("oversight", "notices")


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
    """Art. 35 GDPR asks about personal data; a policy that names an assessment, or says why not, answers it."""
    if "gdpr" not in edition.frameworks:
        return False
    law = decision.child("law").child("dpia")
    personal = any(
        dataset.child("personal").plain in ("personal", "special") for dataset in edition.network.datasets_of(decision)
    )
    return bool(law) or law.reasoned or (personal and has_machine(edition.of(decision), decision))


def _fria(edition: Edition, decision: Decision) -> bool:
    """Art. 27 AI Act asks about high-risk AI systems."""
    if "eu-ai-act" not in edition.frameworks:
        return False
    law = decision.child("law").child("fria")
    return bool(law) or decision.is_high_risk


_CALLS = {"oversight": _oversight, "notices": _notices, "dpia": _dpia, "fria": _fria}
