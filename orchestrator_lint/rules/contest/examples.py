"""Words that the examples of this concern share."""

LIGHTER = "impact: {level: moderate, effect: economic}, law: {risk_class: minimal, area: none}"
LIGHT = "impact: {level: low, effect: economic}, law: {risk_class: minimal, area: none}"
BY_HAND = (
    "autonomy: human-only, machine: null, flows: [\n"
    "  {from: datasets/credit-file, to: roles/case-worker, use: credit-assessment},\n"
    "  {from: roles/case-worker, to: this, carries: decision and reasons},\n"
    "  {from: this, to: persons/customers, carries: letter}]"
)


def decided(keys: str) -> str:
    """A fragment that lays these keys over the one decision of the base."""
    return f"spaces: {{lending: {{decisions: {{raise-limit: {{{keys}}}}}}}}}"
