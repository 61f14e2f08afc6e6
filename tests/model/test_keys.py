"""The views and the schema: every key can be read, and none is hidden by a method or a property."""

from collections.abc import Iterator
from keyword import iskeyword

import pytest

from orchestrator_lint.language import Node, policy_language
from orchestrator_lint.model import (
    Dataset,
    Decision,
    EmptySpace,
    Guardrail,
    Organisation,
    Principle,
    Role,
    Space,
    System,
    Value,
    Waiver,
)
from orchestrator_lint.problems import Pointer
from tests.model.workspaces import workspace_of

ID = "some-id"
VIEWS: dict[Pointer, tuple[type[Value], ...]] = {
    ("organisation",): (Organisation,),
    ("principles", ID): (Principle,),
    ("roles", ID): (Role,),
    ("systems", ID): (System,),
    ("datasets", ID): (Dataset,),
    ("guardrails", ID): (Guardrail,),
    ("spaces", ID): (Space, EmptySpace),
    ("spaces", ID, "decisions", ID): (Decision,),
    ("waivers", ID): (Waiver,),
}
# gives the decisions that stand under that key, as views
GIVEN_AS_VIEWS = {(Space, "decisions"), (EmptySpace, "decisions")}


def nodes(node: Node, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Node]]:
    """Give every place of the language; `some-id` and 0 stand for free ids and list items."""
    yield pointer, node
    for step in (*node.keys, ID, 0):
        child = node.child(step)
        if child is not None:
            yield from nodes(child, (*pointer, step))


NODES = dict(nodes(policy_language().root))


def test_every_view_stands_at_a_place_of_the_language() -> None:
    assert set(VIEWS) <= set(NODES)


def test_no_method_or_property_of_a_view_hides_a_key_of_its_node() -> None:
    hidden = [
        (view.__name__, pointer, key)
        for pointer, node in NODES.items()
        for view in VIEWS.get(pointer, (Value,))
        for key in node.keys
        if key in dir(view) and (view, key) not in GIVEN_AS_VIEWS
    ]
    assert hidden == []


def test_every_key_of_the_language_can_be_read_as_an_attribute_or_by_name() -> None:
    names = {key for node in NODES.values() for key in node.keys}
    assert not {name for name in names if name.endswith("_")}
    assert {name for name in names if iskeyword(name)} == {"as", "from"}


@pytest.mark.parametrize(("pointer", "view"), [(("spaces", ID), EmptySpace), (("roles", ID), Role)])
def test_a_view_of_nothing_reads_every_key_as_missing(pointer: Pointer, view: type[Value]) -> None:
    section = str(pointer[0])
    (noun,) = workspace_of(f"{section}: {{{ID}: null}}").all(section)
    assert type(noun) is view
    assert not [key for key in NODES[pointer].keys if noun.child(key)]
