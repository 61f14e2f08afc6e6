"""All rules by code. Written by tools/rule_index.py; a test checks that it is fresh."""

from functools import cache
from importlib import import_module

from orchestrator_lint.model import Rule

RULES = {
    "AUT001": ("orchestrator_lint.rules.autonomy.autonomy_level_missing", "autonomy_level_missing"),
    "AUT002": ("orchestrator_lint.rules.autonomy.autonomy_exceeds_impact", "autonomy_exceeds_impact"),
    "AUT003": ("orchestrator_lint.rules.autonomy.human_role_empty", "human_role_empty"),
    "AUT005": ("orchestrator_lint.rules.autonomy.machine_sets_values", "machine_sets_values"),
    "AUT011": ("orchestrator_lint.rules.autonomy.impact_unclear", "impact_unclear"),
    "CON001": ("orchestrator_lint.rules.contest.no_contest_route", "no_contest_route"),
    "DAT001": ("orchestrator_lint.rules.data.input_without_source", "input_without_source"),
    "DAT002": ("orchestrator_lint.rules.data.opaque_flow", "opaque_flow"),
    "DAT003": ("orchestrator_lint.rules.data.personal_data_without_legal_basis", "personal_data_without_legal_basis"),
    "ESC001": ("orchestrator_lint.rules.escalation.no_escalation_path", "no_escalation_path"),
    "ESC003": ("orchestrator_lint.rules.escalation.timeout_fails_open", "timeout_fails_open"),
    "ESC004": ("orchestrator_lint.rules.escalation.escalation_cycle", "escalation_cycle"),
    "ESC005": ("orchestrator_lint.rules.escalation.escalation_ends_in_machine", "escalation_ends_in_machine"),
    "GRD001": ("orchestrator_lint.rules.guardrails.no_guardrail", "no_guardrail"),
    "GRD002": ("orchestrator_lint.rules.guardrails.no_ethics_guardrail", "no_ethics_guardrail"),
    "GRD003": ("orchestrator_lint.rules.guardrails.guardrail_not_measurable", "guardrail_not_measurable"),
    "GRD004": ("orchestrator_lint.rules.guardrails.guardrail_not_enforced", "guardrail_not_enforced"),
    "GRD005": ("orchestrator_lint.rules.guardrails.breach_without_action", "breach_without_action"),
    "GRD006": ("orchestrator_lint.rules.guardrails.threshold_without_basis", "threshold_without_basis"),
    "GRD007": ("orchestrator_lint.rules.guardrails.contradicting_guardrails", "contradicting_guardrails"),
    "GRD008": ("orchestrator_lint.rules.guardrails.guardrail_orphan", "guardrail_orphan"),
    "GRD009": ("orchestrator_lint.rules.guardrails.approval_instead_of_guardrail", "approval_instead_of_guardrail"),
    "NET001": ("orchestrator_lint.rules.network.decision_bottleneck", "decision_bottleneck"),
    "NET003": ("orchestrator_lint.rules.network.decision_cycle", "decision_cycle"),
    "NET004": ("orchestrator_lint.rules.network.machine_chain", "machine_chain"),
    "OVR001": ("orchestrator_lint.rules.oversight.overseer_missing", "overseer_missing"),
    "OVR002": ("orchestrator_lint.rules.oversight.override_missing", "override_missing"),
    "OVR003": ("orchestrator_lint.rules.oversight.override_without_authority", "override_without_authority"),
    "OWN001": ("orchestrator_lint.rules.ownership.no_human_owner", "no_human_owner"),
    "OWN002": ("orchestrator_lint.rules.ownership.owner_is_machine", "owner_is_machine"),
    "OWN003": ("orchestrator_lint.rules.ownership.owner_is_mailbox_or_team", "owner_is_mailbox_or_team"),
    "OWN004": ("orchestrator_lint.rules.ownership.more_than_one_accountable", "more_than_one_accountable"),
    "PUR001": ("orchestrator_lint.rules.purpose.purpose_missing", "purpose_missing"),
    "PUR002": ("orchestrator_lint.rules.purpose.purpose_is_a_means", "purpose_is_a_means"),
    "PUR003": ("orchestrator_lint.rules.purpose.out_of_scope_missing", "out_of_scope_missing"),
    "PUR004": ("orchestrator_lint.rules.purpose.success_measure_missing", "success_measure_missing"),
    "PUR005": ("orchestrator_lint.rules.purpose.space_without_principles", "space_without_principles"),
    "PUR006": ("orchestrator_lint.rules.purpose.principle_is_a_rule", "principle_is_a_rule"),
    "PUR007": ("orchestrator_lint.rules.purpose.principle_unused", "principle_unused"),
    "PUR008": ("orchestrator_lint.rules.purpose.principles_conflict_unranked", "principles_conflict_unranked"),
    "REF001": ("orchestrator_lint.rules.references.unknown_reference", "unknown_reference"),
    "REF002": ("orchestrator_lint.rules.references.duplicate_id", "duplicate_id"),
    "REV002": ("orchestrator_lint.rules.review.review_overdue", "review_overdue"),
    "REV007": ("orchestrator_lint.rules.review.copy_paste_justification", "copy_paste_justification"),
    "REV009": ("orchestrator_lint.rules.review.status_missing", "status_missing"),
    "SAF001": ("orchestrator_lint.rules.safety.no_stop", "no_stop"),
    "TXT001": ("orchestrator_lint.rules.language.weasel_word", "weasel_word"),
    "TXT002": ("orchestrator_lint.rules.language.absolute_claim", "absolute_claim"),
    "TXT003": ("orchestrator_lint.rules.language.passive_without_actor", "passive_without_actor"),
    "TXT004": ("orchestrator_lint.rules.language.placeholder", "placeholder"),
    "TXT005": ("orchestrator_lint.rules.language.anthropomorphism", "anthropomorphism"),
    "TXT006": ("orchestrator_lint.rules.language.translation_missing", "translation_missing"),
}


@cache
def all_rules() -> tuple[Rule, ...]:
    """Import every rule, in the order of the codes."""
    return tuple(getattr(import_module(module), name) for module, name in RULES.values())
