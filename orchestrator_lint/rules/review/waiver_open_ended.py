"""REV004: a waiver is incomplete, has no proper end, or has expired."""

from collections.abc import Iterator

from orchestrator_lint.model import Bad, Good, Problem, Settings, Severity, Text, Waiver, rule

INCOMPLETE = Text(
    en="The waiver `{waiver}` is incomplete and therefore void (missing: {missing}). A waiver says what it waives (`rule` or `guardrail`) and where, why, what makes up for it, who asked, who approved, from when and until when.",
    de="Die Ausnahme `{waiver}` ist unvollständig und deshalb unwirksam (es fehlt: {missing}). Eine Ausnahme sagt, wovon sie befreit (`rule` oder `guardrail`) und wo, warum, was ausgleicht, wer sie beantragt und wer sie bewilligt hat, ab wann und bis wann.",
)
ENDS_FIRST = Text(
    en="The waiver `{waiver}` ends on {expiry}, but is granted only from {date}: it never holds, and is void. Correct `granted` or `expires`.",
    de="Die Ausnahme `{waiver}` endet am {expiry}, ist aber erst ab {date} bewilligt: Sie gilt an keinem Tag und ist unwirksam. Berichtigen Sie `granted` oder `expires`.",
)
TOO_LONG = Text(
    en="The waiver `{waiver}` runs from {date} to {expiry}, longer than {max_age}, and is void: what is to hold that long is decided, not waived. Set `expires` to {latest} at the latest.",
    de="Die Ausnahme `{waiver}` läuft vom {date} bis zum {expiry}, länger als {max_age}, und ist unwirksam: Was so lange gelten soll, gehört entschieden und nicht ausgenommen. Setzen Sie `expires` spätestens auf den {latest}.",
)
EXPIRED = Text(
    en="The waiver `{waiver}` expired on {expiry} and covers nothing any more. Delete it; if the gap is still open, close it or have a new waiver approved.",
    de="Die Ausnahme `{waiver}` ist am {expiry} abgelaufen und deckt nichts mehr. Löschen Sie sie; besteht die Lücke noch, so schließen Sie sie oder lassen Sie eine neue Ausnahme bewilligen.",
)
_WHOLE = {
    "guardrail": "no-unexplained-refusal",
    "applies_to": "[lending/raise-limit]",
    "reason": "The letters move to a new printer in November.",
    "compensates": "Two people read each letter before it leaves.",
    "requested_by": "case-worker",
    "approved_by": "ai-officer",
    "granted": "2026-10-19",
    "expires": "2026-11-16",
}


def _waiver(**changed: str) -> str:
    keys = ", ".join(f"{key}: {value}" for key, value in {**_WHOLE, **changed}.items())
    return f"waivers: {{w-1: {{{keys}}}}}"


@rule(
    code="REV004",
    name="waiver-open-ended",
    severity=Severity.ERROR,
    title=Text(
        en="A waiver is incomplete, without a proper end, or expired",
        de="Eine Ausnahme ist unvollständig, nicht recht befristet oder abgelaufen",
    ),
    why=Text(
        en="An exception without an end is a new rule that nobody has decided.",
        de="Eine Ausnahme ohne Ende ist eine neue Regel, die niemand beschlossen hat.",
    ),
    asks_from="draft",
    profile="starter",
    serves=("S10",),
    provisions=("gdpr 5(2)", "iso-42001 A.2.2", "iso-42001 8.3", "nist-ai-rmf MANAGE 1.4"),
    waivable=False,
    thresholds=Waiver.thresholds,
    fix="{applies_to: [TODO], reason: TODO, compensates: TODO, requested_by: TODO, approved_by: TODO, granted: TODO, expires: TODO}",
    bad=Bad(_waiver(expires="null"), at="waivers.w-1"),
    good=Good(_waiver(expires="2027-10-19")),
    cases=(
        Bad("waivers: {w-1: {}}", at="waivers.w-1"),
        Bad(_waiver(guardrail="null"), at="waivers.w-1"),
        Bad(_waiver(applies_to="[]", reason="' '", granted="2026-11-20", expires="2026-12-01"), at="waivers.w-1"),
        Bad(_waiver(expires="2026-10-18"), at="waivers.w-1.expires"),
        Bad(_waiver(granted="2026-12-01", expires="2026-11-30"), at="waivers.w-1.expires"),
        Bad(_waiver(expires="2027-10-20"), at="waivers.w-1.expires"),
        Bad(_waiver(expires="2026-10-31"), at="waivers.w-1.expires"),
        Bad(_waiver(granted="2025-01-10", expires="2026-10-31", reason="null"), at="waivers.w-1.expires"),
        Good(_waiver(expires="2026-11-01")),
        Good(_waiver(granted="2026-11-01", expires="2026-11-01")),
        Good(_waiver(granted="2026-12-01", expires="2026-12-31")),
        Good(
            f"{_waiver(guardrail='null', rule='review-overdue')}\nspaces: {{lending: {{review: {{last: 2026-01-15}}}}}}"
        ),
    ),
)
def waiver_open_ended(waiver: Waiver, settings: Settings) -> Iterator[Problem]:
    """Flag a waiver that lacks a part, ends before it begins, runs longer than twelve months, or has expired.

    One that has expired is to be deleted, whatever else it lacks.
    """
    problem = _fault(waiver, settings)
    if problem is not None:
        yield problem.beside(*(scope.place for scope in waiver.applies_to))


def _fault(waiver: Waiver, settings: Settings) -> Problem | None:
    granted, expires = waiver.granted.day, waiver.expires.day
    missing, most = waiver.missing, waiver.longest(settings)
    if granted is not None and expires is not None and expires < granted:
        return _late(waiver, ENDS_FIRST)
    if expires is not None and expires < settings.as_of:
        return waiver.expires.problem(EXPIRED, waiver=waiver.id, expiry=waiver.expires).caused_by_time()
    if missing or granted is None or expires is None:
        return waiver.problem(INCOMPLETE, waiver=waiver.id, missing=missing)
    latest = most.after(granted)
    return _late(waiver, TOO_LONG, max_age=most.text, latest=latest.isoformat()) if expires > latest else None


def _late(waiver: Waiver, text: Text, **values: object) -> Problem:
    return waiver.expires.problem(text, waiver=waiver.id, date=waiver.granted, expiry=waiver.expires, **values)
