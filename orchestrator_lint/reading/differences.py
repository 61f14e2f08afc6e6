"""An unquoted scalar that is text in, whether programs that follow YAML 1.1 read something else out."""

import yaml

_TEXTS = frozenset(("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:value"))  # days are written without quotes
_LONGEST = 40  # no number or word of YAML 1.1 is longer
_BY_FIRST = yaml.SafeLoader.yaml_implicit_resolvers


def reads_differently(text: str) -> bool:
    """Whether it is a boolean, a number or a time there: `no`, `on`, `012`, `1_000`, `12:30`."""
    if len(text) > _LONGEST:
        return False
    found = next((tag for tag, pattern in _BY_FIRST.get(text[:1], ()) if pattern.match(text)), None)
    return found is not None and found not in _TEXTS
