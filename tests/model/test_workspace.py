"""All files together: each object once, under its address, with the references between them."""

import pytest

from orchestrator_lint.model import Decision, Role, Unknown, Workspace
from orchestrator_lint.problems import Text
from tests.model.workspaces import decision_with, workspace_of


def addresses(workspace: Workspace, section: str) -> list[str]:
    return [noun.address for noun in workspace.all(section)]


def test_files_are_one_workspace_and_an_order_of_files_changes_nothing() -> None:
    one, other = "roles: {b: {}, a: null}", "roles: {c: {}}\nspaces: {s: {decisions: {y: {}, x: null}}}"
    for workspace in (workspace_of(one, other), workspace_of(other, one)):
        assert addresses(workspace, "roles") == ["roles/a", "roles/b", "roles/c"]
        assert [decision.address for decision in workspace.decisions] == ["s/x", "s/y"]


def test_the_decisions_of_a_space_stand_in_the_order_of_the_file() -> None:
    (space,) = workspace_of("spaces: {s: {decisions: {y: {}, x: null, x-note: mine}}}").spaces
    assert [decision.id for decision in space.decisions] == ["y", "x"]


def test_an_id_that_stands_twice_counts_once_and_is_remembered() -> None:
    workspace = workspace_of("roles: {head: {kind: person}}", "roles: {head: {kind: team}}")
    (role,) = workspace.roles
    assert role.is_person
    (twice,) = workspace.twice
    assert (twice.section, twice.id, twice.first.path, twice.second.path) == ("roles", "head", "1.yaml", "2.yaml")


def test_own_keys_of_the_organisation_are_no_objects() -> None:
    workspace = workspace_of("x-owner: me\nroles: {x-note: mine, head: {x-phone: 1}}")
    assert addresses(workspace, "roles") == ["roles/head"]


def test_every_section_names_its_objects_by_section_and_id() -> None:
    workspace = workspace_of(
        "principles: {p: {}}\nroles: {r: {}}\nsystems: {s: {}}\ndatasets: {d: {}}\nguardrails: {g: {}}\n"
        "spaces: {o: {}}\nwaivers: {w: {}}\nchanges: {c: {}}\norganisation: {name: Bank}"
    )
    found = [address for section in sorted(workspace.language.sections) for address in addresses(workspace, section)]
    assert found == [
        "changes/c",
        "datasets/d",
        "guardrails/g",
        "organisation",
        "principles/p",
        "roles/r",
        "spaces/o",
        "systems/s",
        "waivers/w",
    ]


@pytest.mark.parametrize(
    ("section", "object_", "label"),
    [
        ("roles", "{title: Head of lending}", ("Head of lending", "Head of lending")),
        ("roles", "{title: {en: Head, de: Leitung}}", ("Head", "Leitung")),
        ("roles", "{}", ("it", "it")),
        ("roles", "{title: [no, title]}", ("it", "it")),
        ("waivers", "{reason: Audit moved}", ("it", "it")),
        ("changes", "{field: owner}", ("it", "it")),
    ],
)
def test_an_object_is_called_by_its_title_else_by_its_id(section: str, object_: str, label: Text) -> None:
    (noun,) = workspace_of(f"{section}: {{it: {object_}}}").all(section)
    assert noun.label == label


def test_the_organisation_is_called_by_its_name() -> None:
    organisation = workspace_of("organisation: {name: Musterbank}").organisation
    assert organisation is not None
    assert organisation.label == ("Musterbank", "Musterbank")
    assert workspace_of("roles: {}").organisation is None


def test_objects_are_equal_by_address() -> None:
    first, second = workspace_of("roles: {head: {}}"), workspace_of("roles: {head: {kind: team}}")
    assert next(first.roles) == next(second.roles)
    assert len({next(first.roles), next(second.roles)}) == 1
    assert next(first.roles) != "roles/head"


@pytest.mark.parametrize(("kind", "person"), [("person", True), ("null", True), ("team", False), ("mailbox", False)])
def test_a_role_that_is_silent_on_its_kind_is_a_person(kind: str, person: bool) -> None:
    (role,) = workspace_of(f"roles: {{head: {{kind: {kind}}}}}").roles
    assert isinstance(role, Role)
    assert role.is_person is person


def test_a_place_belongs_to_the_innermost_object_around_it() -> None:
    decision = decision_with("oversight: {by: head}")
    assert decision.oversight.by.owner_noun == decision
    assert decision.space.title.owner_noun == decision.space
    organisation = workspace_of("organisation: {incidents: {within: 1 day}}").organisation
    assert organisation is not None
    assert organisation.incidents.within.owner_noun == organisation


def test_a_gap_of_the_decision_is_about_the_decision_and_a_gap_of_the_space_about_the_space() -> None:
    decision = decision_with("human: {}")
    own = decision.gap(decision.human, Text("{decisions}", "{decisions}"))
    assert (own.about, own.gathered, own.related) == (("lending/raise-limit",), ("lending/raise-limit",), ())
    shared = decision.gap(decision.owner, Text("{decisions}", "{decisions}"))
    assert (shared.about, shared.gathered) == (("spaces/lending",), ("lending/raise-limit",))
    assert [related.place for related in shared.related] == [decision.place]


def test_the_values_of_a_problem_are_written_as_they_stand() -> None:
    decision = decision_with("purpose: {en: Credit, de: Kredit}, machine: {supplies: [data]}, review: {every: 1 year}")
    problem = decision.problem(
        Text("", ""), purpose=decision.purpose, given=decision.machine.supplies, every=decision.review.every, of={"x"}
    )
    assert problem.values == {"purpose": ("Credit", "Kredit"), "given": ("data",), "every": "1 year", "of": ("x",)}
    assert problem.names == ("1 year", "data", "x")


REFERENCES = """
organisation:
  goals: {fair: Fair}
  affected: {customers: {represented_by: head}}
roles: {head: {deputy: nobody, sees: [datasets/file, systems/none]}}
datasets: {file: {}}
principles: {p: {}}
spaces:
  lending:
    serves: [fair, rich]
    principles: [p, q]
    owner: head
    decisions:
      raise:
        impact: {affects: [customers, aliens]}
        depends_on: [lending/raise, lending/none]
        flows:
          - {from: this, to: persons/customers}
          - {from: external/police, to: decisions/lending/raise}
          - {from: systems/score, to: persons/ghosts}
waivers:
  w: {applies_to: [organisation, lending, lending/raise, roles/head, lending/gone, mortgages], requested_by: head}
"""


def test_every_reference_is_known_with_what_it_names_or_that_it_names_nothing() -> None:
    found = workspace_of(REFERENCES).references.all
    assert {reference.written for reference in found if not reference.exists} == {
        "nobody",
        "systems/none",
        "rich",
        "q",
        "aliens",
        "lending/none",
        "systems/score",
        "ghosts",
        "lending/gone",
        "mortgages",
    }
    assert {reference.written for reference in found if reference.exists} >= {
        "head",
        "datasets/file",
        "fair",
        "p",
        "customers",
        "lending/raise",
    }
    assert "this" not in {reference.written for reference in found}


def test_groups_of_people_are_judged_only_where_the_organisation_names_some() -> None:
    workspace = workspace_of("spaces: {s: {decisions: {d: {impact: {affects: [aliens]}}}}}")
    assert workspace.references.all == ()


def test_a_reference_that_cannot_be_judged_is_left_out() -> None:
    workspace = workspace_of("spaces: {s: {owner: head, principles: [p, 7]}}", "roles: {head: [}")
    assert [reference.written for reference in workspace.references.all] == ["p", "7"]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("organisation", "organisation"),
        ("lending", "spaces/lending"),
        ("lending/raise", "lending/raise"),
        ("roles/head", "roles/head"),
        ("datasets/file", "datasets/file"),
    ],
)
def test_a_waiver_may_apply_to_anything(written: str, address: str) -> None:
    workspace = workspace_of(
        REFERENCES.split("waivers:", maxsplit=1)[0] + f"waivers: {{w: {{applies_to: [{written}]}}}}"
    )
    (waiver,) = workspace.all("waivers")
    (applies,) = waiver.applies_to
    assert applies.target is not None
    assert applies.target.address == address


def test_a_document_that_is_rejected_as_a_whole_leaves_everything_unknown() -> None:
    whole = workspace_of("roles: {head: {}}")
    (document,) = whole.documents
    workspace = Workspace([document._replace(rejected=frozenset({()}))], whole.language)
    assert not workspace.is_whole
    for section, id_ in (("roles", "head"), ("decisions", "s/d"), ("goals", "fair"), ("organisation", "organisation")):
        with pytest.raises(Unknown):
            workspace.find(section, id_)


def test_goals_are_found_inside_the_organisation() -> None:
    workspace = workspace_of(REFERENCES)
    assert workspace.find("goals", "fair") == workspace.organisation
    assert workspace.find("goals", "rich") is None
    assert workspace_of("roles: {}").find("goals", "fair") is None
    found = workspace.find("decisions", "lending/raise")
    assert isinstance(found, Decision)
