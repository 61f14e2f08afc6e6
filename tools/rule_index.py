"""Rule files in, `orchestrator_lint/rules/index.py` out. Run: python tools/rule_index.py"""

import ast
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent / "orchestrator_lint"
INDEX = _PACKAGE / "rules" / "index.py"
_LONGEST = 120


def index_text() -> str:
    """Write the index: code, module and name of every rule, sorted by code."""
    found = sorted(entry for path in _PACKAGE.glob("rules/*/*.py") for entry in _rules_in(path))
    return f"{_HEAD}{''.join(_line(*entry) for entry in found)}{_TAIL}"


def _line(code: str, module: str, name: str) -> str:
    """Write an entry as the formatter of the project does."""
    line = f'    "{code}": ("{module}", "{name}"),\n'
    return line if len(line) <= _LONGEST + 1 else f'    "{code}": (\n        "{module}",\n        "{name}",\n    ),\n'


def _rules_in(path: Path) -> list[tuple[str, str, str]]:
    module = ".".join(("orchestrator_lint", *path.relative_to(_PACKAGE).with_suffix("").parts))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        (_code(node), module, node.name)
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.decorator_list and _code(node)
    ]


def _code(node: ast.FunctionDef) -> str:
    for decorator in node.decorator_list:
        for keyword in decorator.keywords if isinstance(decorator, ast.Call) else ():
            if keyword.arg == "code" and isinstance(keyword.value, ast.Constant):
                return str(keyword.value.value)
    return ""


_HEAD = '''"""All rules by code. Written by tools/rule_index.py; a test checks that it is fresh."""

from functools import cache
from importlib import import_module

from orchestrator_lint.model import Rule

RULES = {
'''

_TAIL = '''}


@cache
def all_rules() -> tuple[Rule, ...]:
    """Import every rule, in the order of the codes."""
    return tuple(getattr(import_module(module), name) for module, name in RULES.values())
'''

if __name__ == "__main__":
    INDEX.write_text(index_text(), encoding="utf-8")
