"""A number of decisions, of spaces and a seed in, a workspace of that size as text out; the same seed gives the same one."""

import json
from random import Random
from typing import Any

from orchestrator_lint.model.levels import IMPACTS, LEVELS, REVERSIBILITIES

_STATUSES = ("draft", "planned", "pilot", "live", "live", "live", "live", "retired")
_EVERY = ("3 months", "6 months", "1 year")


def large(decisions: int, spaces: int, seed: int = 7) -> str:
    """Write a workspace whose spaces hang together as those of an organisation do: much inside, some across."""
    random = Random(seed)  # noqa: S311 (no secret is drawn)
    names = [f"space-{number}" for number in range(spaces)]
    where = [names[number % spaces] for number in range(decisions)]
    data: dict[str, Any] = {
        "orchestrator": 1,
        "organisation": {
            "name": "Large & Sons <Ltd>",
            "languages": ["en"],
            "as_of": "2026-11-01",
            "affected": {"customers": {"title": "Customers"}, "employees": {"title": "Employees"}},
            "documents": {"owner": "chief", "approved_by": "board"},
        },
        "roles": {id: {"title": id.replace("-", " ").capitalize()} for id in ("chief", "board", *_roles(names))},
        "systems": {
            f"system-{number}": {"title": f"System {number}", "learns_from": [f"data-{number}"]}
            for number in range(spaces * 2)
        },
        "datasets": {f"data-{number}": {"title": f"Data {number}"} for number in range(spaces * 2)},
        "spaces": {name: _space(name, number, random) for number, name in enumerate(names)},
    }
    for number, name in enumerate(where):
        data["spaces"][name]["decisions"][f"decision-{number}"] = _decision(number, where, names.index(name), random)
    return json.dumps(data)


def _roles(names: list[str]) -> list[str]:
    return [f"{kind}-of-{name}" for name in names for kind in ("head", "clerk")]


def _space(name: str, number: int, random: Random) -> dict[str, Any]:
    return {
        "title": f"Space {number}",
        "owner": f"head-of-{name}",
        "review": {"every": random.choice(_EVERY), "last": f"2026-{random.randint(1, 10):02}-15", "by": "chief"},
        "every_decision": {
            "escalation": [{"when": "two disagree", "to": [f"head-of-{name}", random.choice(("board", "chief"))]}]
        },
        "decisions": {},
    }


def _decision(number: int, where: list[str], space: int, random: Random) -> dict[str, Any]:
    system = random.choice((space * 2, space * 2 + 1, random.randrange(len(set(where)))))
    before = random.randrange(len(where))
    return {
        "title": f"Decision {number}",
        "status": random.choice(_STATUSES),
        "autonomy": random.choice(LEVELS),
        "impact": {
            "affects": [random.choice(("customers", "employees"))],
            "level": random.choice(IMPACTS),
            "reversibility": random.choice(REVERSIBILITIES),
        },
        "involves": {"responsible": [f"clerk-of-{where[number]}"], "consulted": ["chief"] if number % 9 == 0 else []},
        "machine": {"systems": [f"system-{system}"]},
        "oversight": {"by": f"clerk-of-{where[number]}"},
        "flows": [
            {"from": f"datasets/data-{system}", "to": f"systems/system-{system}"},
            {"from": f"systems/system-{system}", "to": "this"},
            {"from": "this", "to": "persons/customers"},
        ],
        "depends_on": [f"{where[before]}/decision-{before}"] if number % 3 == 0 and before != number else [],
    }
