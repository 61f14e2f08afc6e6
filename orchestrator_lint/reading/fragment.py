"""The fragment of an example in, the same in block style, as it stands in a policy, out."""

from functools import cache

import yaml

from orchestrator_lint.reading.compose import compose


@cache
def block(fragment: str) -> str:
    """Write a fragment in block style, as it stands in a policy; what it says only to the tests is left out."""
    documents = [_shown(document.data) for document in compose(fragment, with_spans=False)]
    return yaml.dump_all(
        documents, Dumper=_Plain, allow_unicode=True, sort_keys=False, default_flow_style=False, width=76
    )


class _Plain(yaml.SafeDumper):
    """Writes days without quotes, items of lists one step in, and what stands twice twice."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the name is PyYAML's
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - as above
        super().increase_indent(flow, indentless=False)


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:timestamp"]
    for first, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def _shown(data: object) -> object:
    if isinstance(data, dict):
        return {key: _shown(value) for key, value in data.items() if key != "x-like"}
    return [_shown(item) for item in data] if isinstance(data, list) else data
