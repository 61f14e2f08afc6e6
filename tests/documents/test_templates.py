"""How templates are filled."""

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from orchestrator_lint.documents import phrasing, templating
from orchestrator_lint.documents.said import Said


def _filled(source: str, **context: object) -> str:
    return templating._environment("en").from_string(source).render(context)


def test_all_that_a_template_is_given_is_escaped():
    assert _filled("{{ text }}", text="<b> *x* | y") == "&lt;b&gt; \\*x\\* &#124; y"
    assert _filled("{% set t = text %}{{ t ~ '' }}{{ [text] | join(', ') }}", text="*") == "\\*\\*"


def test_what_a_template_says_itself_is_not_escaped():
    assert _filled("**{{ number }}** [x](#y)", number=3) == "**3** [x](#y)"
    assert _filled("{% macro bold(text) %}**{{ text }}**{% endmacro %}{{ bold(text) }}", text="*") == "**\\***"


def test_an_unknown_name_is_an_error():
    with pytest.raises(UndefinedError, match="purpos"):
        _filled("{{ purpos }}")


def test_nothing_but_text_is_written():
    with pytest.raises(TypeError, match="NoneType"):
        _filled("{{ nothing }}", nothing=None)
    with pytest.raises(TypeError, match="Said"):
        _filled("{{ said }}", said=Said("x"))


def test_templates_run_in_a_sandbox():
    with pytest.raises(SecurityError):
        _filled("{{ ''.__class__.__mro__ }}")


def test_pages_are_tidied():
    assert templating.tidied("\n\na  \n\n\n\nb\t\n\n") == "a\n\nb\n"


@pytest.mark.parametrize(
    ("text", "stop"), [("a", "."), ("a.", ""), ("a?", ""), ("a …", ""), ('"a."', ""), ("a (b)", "."), ("a:", ".")]
)
def test_a_sentence_ends_with_one_full_stop(text: str, stop: str):
    assert phrasing._stop(Said(text)) == stop


def test_statements_that_run_into_each_other_are_kept_apart():
    macro = "{{ all(said) }}"
    assert _filled(macro, said=[Said("a"), Said("b"), Said("c")]) == "a, b and c"
    assert _filled(macro, said=[Said("a, or so"), Said("b")]) == "a, or so; b"
