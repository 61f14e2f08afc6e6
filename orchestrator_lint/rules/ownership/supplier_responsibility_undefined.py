"""OWN007: who does what around a system, the supplier or we, is not written down."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Decision, Good, Problem, Severity, System, Text, Value, rule

DUTIES = Text(
    en="`{system}` comes from a supplier, but who does what is not written down (missing: {missing}). Write in `supplier` what the supplier does (`duties.supplier`) and what remains with you (`duties.us`).",
    de="`{system}` kommt von einem Lieferanten, aber die Aufgabenteilung ist nicht festgehalten (es fehlt: {missing}). Schreiben Sie unter `supplier`, was der Lieferant tut (`duties.supplier`) und was bei Ihnen bleibt (`duties.us`).",
)
NO_SUPPLIER = Text(
    en="It is not stated who supplies `{system}`, which takes part in {decisions}. Name in `supplier` the supplier, the contract and the duties of both sides; for a system built in-house, say so with `none_because`.",
    de="Wer `{system}` liefert, ist nicht angegeben, obwohl das System an {decisions} mitwirkt. Nennen Sie in `supplier` den Lieferanten, den Vertrag und die Pflichten beider Seiten; bei einer Eigenentwicklung sagen Sie das mit `none_because`.",
)
_SUPPLIER = "systems.repayment-score.supplier"


def _supplied(supplier: str, more: str = "kind: model", status: str = "live") -> str:
    return (
        f"systems: {{repayment-score: {{{more}, supplier: {supplier}}}}}\n"
        f"spaces: {{lending: {{decisions: {{raise-limit: {{status: {status}}}}}}}}}"
    )


@rule(
    code="OWN007",
    name="supplier-responsibility-undefined",
    severity=Severity.WARNING,
    title=Text(
        en="Duties of the supplier and your own are not divided",
        de="Die Aufgabenteilung mit dem Lieferanten ist nicht geregelt",
    ),
    why=Text(
        en="Whether you or the supplier retrains, monitors and reports decides who owes which duty when something goes wrong.",
        de="Wer nachtrainiert, überwacht und meldet, muss vorher feststehen. Sonst zeigt im Schadensfall jeder auf den anderen.",
    ),
    asks_from="planned",
    serves=("S10",),
    provisions=(
        "eu-ai-act 25(4)",
        "eu-ai-act 26(1)",
        "gdpr 28",
        "iso-42001 A.10.2",
        "iso-42001 A.10.3",
        "nist-ai-rmf GOVERN 6.1",
        "nist-ai-rmf MAP 4.1",
        "uk-atrs 2.1.4",
    ),
    accepts_reason=True,
    fix="supplier: {name: TODO, duties: {supplier: [TODO], us: [TODO]}}",
    bad=Bad(_supplied("{duties: {us: null}}"), at=f"{_SUPPLIER}.duties"),
    good=Good(_supplied("{contract: null, duties: {supplier: [retraining, monitoring], us: [human oversight]}}")),
    cases=(
        Bad(_supplied("{duties: null}"), at=_SUPPLIER),
        Bad(_supplied("{duties: {supplier: []}}"), at=f"{_SUPPLIER}.duties.supplier"),
        Bad(_supplied("{duties: {us: []}}", "kind: rules", "planned"), at=f"{_SUPPLIER}.duties.us"),
        Bad(_supplied("null"), at="systems.repayment-score"),
        Bad(_supplied("null", "kind: null", "planned"), at="systems.repayment-score"),
        Good(
            _supplied("{name: null, contract: null, duties: null, none_because: Built by our own data science team.}")
        ),
        Good(_supplied("null", "kind: rules")),
        Good(_supplied("null", status="draft")),
        Good(_supplied("null", status="retired")),
    ),
)
def supplier_responsibility_undefined(decision: Decision) -> Iterator[Problem]:
    """Flag a system of a decision whose supplier is not stated, or stated without the duties of both sides.

    Systems of kind `rules` may be silent on a supplier; a reasoned no is accepted.
    """
    for named in decision.machine.systems:
        system = named.target
        if isinstance(system, System) and not system.supplier.settled:
            yield from (problem.beside(named.place) for problem in _faults(system, decision))


def _faults(system: System, decision: Decision) -> Iterator[Problem]:
    values = {"system": system.id, "decisions": (decision.address,)}
    duties = system.supplier.duties
    missing = [key for key in ("supplier", "us") if not duties.child(key)]
    if not system.supplier:
        if system.kind.plain != "rules":
            yield system.supplier.problem(NO_SUPPLIER, **values)
    elif missing:
        place: Value = duties if len(missing) > 1 else duties.child(missing[0])
        yield place.problem(DUTIES, missing=[f"duties.{key}" for key in missing], **values)
