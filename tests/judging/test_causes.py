"""One cause, one finding: what waits falls away, what is shared is gathered."""

from orchestrator_lint.judging.causes import one_for_each_cause
from orchestrator_lint.problems import Card, Place, Problem, Severity, Text
from orchestrator_lint.rules import Raised

_TEXT = Text("{decisions}", "{decisions}")


def _card(code: str, *waits_for: str) -> Card:
    words = Text("x", "x")
    return Card(code=code, name=code.lower(), severity=Severity.ERROR, title=words, why=words, waits_for=waits_for)


def _raised(card: Card, path: str, about: str, *decisions: str) -> Raised:
    place = Place("a.yaml", 0, tuple(path.split(".")))
    return Raised(card, Problem(place, _TEXT, {"decisions": decisions}, about=(about,), gathered=decisions))


def _codes(raised: list[Raised]) -> list[str]:
    return [item.card.code for item in raised]


def test_a_problem_falls_away_where_what_it_waits_for_is_about_the_same_object() -> None:
    cause = _raised(_card("OVR001"), "spaces.s.decisions.d", "s/d")
    effect = _raised(_card("OVR002", "OVR001"), "spaces.s.decisions.d.oversight", "s/d")
    other = _raised(_card("OVR002", "OVR001"), "spaces.s.decisions.e.oversight", "s/e")
    assert _codes(one_for_each_cause([effect, cause, other])) == ["OVR001", "OVR002"]


def test_a_problem_falls_away_where_its_cause_stands_around_or_inside_its_place() -> None:
    cause = _raised(_card("REF001"), "spaces.s.decisions.d.guardrails", "roles/r")
    inside = _raised(_card("GRD001", "REF001"), "spaces.s.decisions.d.guardrails.0", "x")
    assert _codes(one_for_each_cause([cause, inside])) == ["REF001"]


def test_what_is_silenced_itself_silences_nothing() -> None:
    first = _raised(_card("AAA001"), "spaces.s", "s/d")
    second = _raised(_card("BBB001", "AAA001"), "spaces.s", "s/d")
    third = _raised(_card("CCC001", "BBB001"), "roles.r", "s/d")
    assert _codes(one_for_each_cause([third, second, first])) == ["AAA001", "CCC001"]


def test_rules_that_wait_for_each_other_do_not_silence_both() -> None:
    one = _raised(_card("AAA001", "BBB001"), "spaces.s", "s/d")
    two = _raised(_card("BBB001", "AAA001"), "spaces.s", "s/d")
    assert len(one_for_each_cause([one, two])) == 1


def test_in_a_finding_that_gathers_only_the_entry_falls_away() -> None:
    card = _card("OVR003", "AUT002")
    gathers = _raised(card, "roles.r", "roles/r", "s/d", "s/e")
    cause = _raised(_card("AUT002"), "spaces.s.decisions.d.autonomy", "s/d")
    kept = {item.card.code: item.problem for item in one_for_each_cause([gathers, cause])}
    assert kept["OVR003"].gathered == ("s/e",)
    assert kept["OVR003"].values["decisions"] == ("s/e",)


def test_a_gap_at_a_space_is_one_finding_with_all_heirs() -> None:
    card = _card("OWN001")
    found = one_for_each_cause([_raised(card, "spaces.s", "spaces/s", name) for name in ("s/b", "s/a", "s/c")])
    assert len(found) == 1
    assert found[0].problem.gathered == ("s/a", "s/b", "s/c")


def test_decisions_in_which_a_value_differs_are_not_gathered() -> None:
    card = _card("AUT002")
    one = _raised(card, "spaces.s", "spaces/s", "s/a")
    two = one._replace(
        problem=one.problem._replace(values={"decisions": ("s/b",), "level": "informs"}, gathered=("s/b",))
    )
    assert len(one_for_each_cause([one, two])) == 2


def test_a_finding_that_gathers_goes_where_every_entry_has_its_own_cause() -> None:
    gathers = _raised(_card("OVR003", "AUT002"), "roles.r", "roles/r", "s/d", "s/e")
    causes = [_raised(_card("AUT002"), f"spaces.s.decisions.{name}.autonomy", f"s/{name}") for name in ("d", "e")]
    assert _codes(one_for_each_cause([gathers, *causes])) == ["AUT002", "AUT002"]
