"""How templates are filled."""

import json
import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from orchestrator_lint.documents import Style, TemplateFault, all_pages, phrasing, templating
from orchestrator_lint.documents.environment import environment
from orchestrator_lint.documents.said import Said
from orchestrator_lint.documents.stamp import is_ours, is_unedited
from orchestrator_lint.escape import markdown
from tests.documents.given import BASE, checked, texts

_PLAIN, _SITE, _OWN = Style(), Style("mkdocs"), Style(templates=Path())


def _filled(source: str, style: Style = _PLAIN, **context: object) -> str:
    return environment("en", style).from_string(source).render(context)


def _own(folder: Path, **templates: str) -> dict[str, str]:
    for name, source in templates.items():
        (folder / f"{name.replace('__', '-')}.en.md.j2").write_text(source, encoding="utf-8")
    return all_pages(*checked(BASE), Style(templates=folder))


def _fault(folder: Path, source: str) -> str:
    with pytest.raises(TemplateFault) as found:
        _own(folder, charter=source)
    return found.value.message.replace(str(folder), "FOLDER")


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
        _filled("{{ ''.__class__.__mro__ }}", _OWN)


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


def test_a_callout_is_written_as_each_reader_of_markdown_knows_it():
    assert _filled("{{ callout('note', text) }}", text="*a*") == "> [!NOTE]\n> \\*a\\*"
    assert _filled("{{ callout('note', text) }}", _SITE, text="*a*") == '!!! note "Note"\n\n    \\*a\\*'
    assert _filled("{{ callout('important', text) }}", _SITE, text="a").startswith('!!! info "To be completed"')


def test_an_organisation_replaces_one_block_and_keeps_the_rest(tmp_path: Path):
    source = '{% extends "shipped/charter.en.md.j2" %}{% block signatures %}{{ super() }}\nFiled in {{ space.title.text }}.\n{% endblock %}'
    pages, plain = _own(tmp_path, charter=source), all_pages(*checked(BASE))
    assert "\n\nFiled in Retail lending.\n" in pages["en/spaces/lending.md"]
    assert "| Head of lending |  |  |  |" in pages["en/spaces/lending.md"]
    assert {path for path in pages if pages[path] != plain[path]} == {"en/spaces/lending.md"}


def test_an_organisation_replaces_the_frame_of_all_pages(tmp_path: Path):
    pages = _own(
        tmp_path,
        page='{% extends "shipped/page.en.md.j2" %}{% block above %}Property of {{ head.organisation }}.{% endblock %}',
    )
    assert all("\nProperty of Example Bank.\n" in page for path, page in texts(pages).items() if path.startswith("en/"))


def test_an_organisation_replaces_a_whole_document(tmp_path: Path):
    assert (
        "# Mine: Retail lending\n" in _own(tmp_path, charter="# Mine: {{ say(space.title) }}\n")["en/spaces/lending.md"]
    )


def test_own_templates_import_own_parts(tmp_path: Path):
    (tmp_path / "_part.md.j2").write_text("{% macro hail() %}Hail{% endmacro %}", encoding="utf-8")
    page = _own(tmp_path, charter='{% from "_part.md.j2" import hail %}# {{ hail() }}')["en/spaces/lending.md"]
    assert "# Hail\n" in page


def test_what_an_own_template_writes_of_a_policy_is_escaped(tmp_path: Path):
    policy = BASE.replace("Retail lending", "'<b>*x*'")
    (tmp_path / "charter.en.md.j2").write_text("# {{ space.title.text }}", encoding="utf-8")
    page = all_pages(*checked(policy), Style(templates=tmp_path))["en/spaces/lending.md"]
    assert "# &lt;b&gt;\\*x\\*\n" in page


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("# x\n{{ spcae.title }}", "line 2: 'spcae' is not known here; did you mean \"space\"?"),
        ("{{ space.titel.text }}", "line 1: 'titel' is not known here; did you mean \"title\"?"),
        ("{{ space.title.txt }}", "line 1: 'txt' is not known here; did you mean \"text\"?"),
        ("\n\n{% if %}", "line 3: Expected an expression, got 'end of statement block'."),
        (
            "{% extends 'page.md' %}",
            "line 1: there is no template 'page.md'; one of ours is found as 'shipped/page.md'.",
        ),
        ("{{ ''.__class__.__mro__ }}", "line 1: access to attribute '__class__' of 'str' object is unsafe."),
        ("{{ 1 / 0 }}", "line 1: division by zero."),
        ("{{ space }}", "line 1: a template writes a dict, which is no text."),
    ],
)
def test_a_fault_in_an_own_template_is_told_with_file_line_and_what_was_meant(tmp_path: Path, source: str, fault: str):
    assert _fault(tmp_path, source) == f"FOLDER/charter.en.md.j2, {fault}"


def test_an_own_template_that_overrides_nothing_is_an_error(tmp_path: Path):
    with pytest.raises(TemplateFault, match=r'charte\.en\.md\.j2: no template has this name.*"charter\.en\.md\.j2"'):
        _own(tmp_path, charte="x")
    with pytest.raises(TemplateFault, match="no such folder"):
        all_pages(*checked(BASE), Style(templates=tmp_path / "nowhere"))


def test_pages_for_a_site_differ_in_front_matter_callouts_and_how_headings_are_named():
    github, site = texts(all_pages(*checked(BASE))), texts(all_pages(*checked(BASE), _SITE))
    assert list(site) == list(github)
    for path, page in site.items():
        fence, mark, title, end, *body = page.split("\n")
        assert (fence, end) == ("---", "---")
        assert mark.startswith("# Generated by orchestrator-lint from the policies. Do not edit. body-sha256: ")
        assert is_ours(page.encode())
        assert is_unedited(page.encode())
        assert not is_unedited(page.encode() + b"x")
        heading = next(line for line in body if line.startswith("# "))
        assert markdown(json.loads(title.removeprefix("title: "))) == heading.removeprefix("# ")
        # the last line is the checksum, which all this changes
        assert _common(body[:-2]) == _common(github[path].split("\n")[1:-2]), path


def _common(lines: list[str]) -> list[str]:
    """What both flavours share: no callouts, and headings with their anchors before them."""
    plain = [line for line in lines if line and not line.startswith(("!!!", "> ", "    "))]
    return [part for line in plain for part in _anchored(line)]


def _anchored(line: str) -> list[str]:
    found = re.fullmatch(r"(#+ .*) \{: #([a-z0-9-]+) \}", line)
    return [f'<a id="{found[2]}"></a>', found[1]] if found else [line]
