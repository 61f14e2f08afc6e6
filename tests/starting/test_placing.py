"""Into which file an entry goes, and why an id is refused."""

import pytest

from orchestrator_lint.language import policy_language
from orchestrator_lint.sources import Source
from orchestrator_lint.starting import Beginnings, Refusal, added, beginnings, checked_id

SECTIONS = policy_language().sections
HEAD = "orchestrator: 1\n"
SPLIT = {
    "p/organisation.yaml": f"# yaml-language-server: $schema=../schemas/s.json\n{HEAD}organisation: {{languages: [fr, de]}}\n",
    "p/it/roles.yaml": f"{HEAD}roles:\n  a: {{}}\n",
    "p/more.yaml": f"{HEAD}roles:\n  b: {{}}\n  c: {{}}\nsystems:\n  s: {{}}\n",
    "p/spaces/one.yaml": f"{HEAD}spaces:\n  one:\n    decisions:\n      d: {{}}\n",
    "p/spaces/two.yaml": f"{HEAD}spaces:\n  two: {{title: Two}}\n",
    "p/other.yaml": "name: something else\n",
}


def _known(files: dict[str, str]) -> Beginnings:
    return beginnings([Source(path, text.encode()) for path, text in files.items()], SECTIONS)


def _path(files: dict[str, str], kind: str, id: str, taken: tuple[str, ...] = ()) -> str:
    known = _known(files)
    return added(checked_id(kind, id, known), "title: New\n", known, "p", taken.__contains__).path


def _refusal(kind: str, id: str, files: dict[str, str] = SPLIT) -> tuple[str, str]:
    with pytest.raises(Refusal) as raised:
        checked_id(kind, id, _known(files))
    return raised.value.message("en"), raised.value.message("de")


@pytest.mark.parametrize(
    ("kind", "id", "path"),
    [
        ("decision", "one/new", "p/spaces/one.yaml"),
        ("decision", "one/one", "p/spaces/one.yaml"),
        ("role", "new", "p/it/roles.yaml"),
        ("system", "new", "p/more.yaml"),
        ("space", "new", "p/spaces/new.yaml"),
        ("dataset", "new", "p/datasets.yaml"),
        ("waiver", "new", "p/waivers.yaml"),
    ],
)
def test_an_entry_goes_to_others_of_its_kind(kind: str, id: str, path: str) -> None:
    assert _path(SPLIT, kind, id) == path


def test_where_spaces_share_a_file_the_next_one_does_too() -> None:
    files = {**SPLIT, "p/all.yaml": f"{HEAD}spaces:\n  x: {{}}\n  y: {{}}\n"}
    assert _path(files, "space", "new") == "p/all.yaml"


def test_one_file_for_everything_stays_one_file() -> None:
    files = {"p/policy.yaml": f"{HEAD}organisation: {{}}\n"}
    assert {_path(files, kind, "new") for kind in ("space", "role", "waiver")} == {"p/policy.yaml"}
    assert _path({"p/organisation.yaml": f"{HEAD}organisation: {{}}\n"}, "role", "new") == "p/roles.yaml"


def test_a_file_named_for_the_section_takes_its_first_entry() -> None:
    assert _path({**SPLIT, "p/datasets.yaml": HEAD}, "dataset", "new") == "p/datasets.yaml"


def test_a_new_file_names_the_schema_that_its_neighbours_name() -> None:
    known = _known(SPLIT)
    made = added(("spaces", "new"), "title: New\n", known, "p", ().__contains__)
    assert made.text.splitlines()[0] == "# yaml-language-server: $schema=../../schemas/s.json"
    assert made.text.splitlines()[made.first - 1] == "  new:"
    assert (made.last, made.new) == (len(made.text.splitlines()), True)
    plain = {path: text.partition("\n")[2] if text.startswith("#") else text for path, text in SPLIT.items()}
    assert added(("spaces", "new"), "title: New\n", _known(plain), "p", ().__contains__).text.startswith(HEAD)


def test_what_is_no_policy_is_not_overwritten() -> None:
    with pytest.raises(Refusal, match="is no policy"):
        _path(SPLIT, "dataset", "new", taken=("p/datasets.yaml",))


def test_the_language_is_the_first_of_the_organisation_that_we_write() -> None:
    assert _known(SPLIT).language == "de"
    assert _known({"a.yaml": HEAD}).language is None


@pytest.mark.parametrize(
    ("kind", "id", "words"),
    [
        ("role", "Head of Lending", "Try `head-of-lending`."),
        ("role", "x-ray", "Try `ray`."),
        ("role", "null", "YAML reads otherwise"),
        ("role", "no", "YAML reads otherwise"),
        ("role", "a" * 101, "100 at most"),
        ("role", "日本", "is no id"),
        ("role", "one/d", "a slash too many: write `d`"),
        ("role", "a", "Role `a` exists already, in `p/it/roles.yaml`"),
        ("decision", "d", "write `one/d`"),
        ("decision", "one/d", "Decision `one/d` exists already"),
        ("decision", "on/d", "no decision space `on`. Did you mean `one`?"),
        ("decision", "lending/d", "`orchestrator-lint new space lending`"),
        ("decision", "one/", "is no id"),
    ],
)
def test_an_id_that_cannot_be_is_refused_with_what_to_write(kind: str, id: str, words: str) -> None:
    english, german = _refusal(kind, id)
    assert words in english or words.lower() in english.lower()
    assert english != german
    assert "{" not in english + german


def test_without_any_space_the_example_is_one_of_ours() -> None:
    assert "`lending/d`" in _refusal("decision", "d", {"a.yaml": HEAD})[0]


def test_a_file_that_nobody_can_read_stops_it() -> None:
    with pytest.raises(Refusal) as raised:
        _known({**SPLIT, "p/broken.yaml": "orchestrator: ["})
    assert "`p/broken.yaml`" in raised.value.message("de")


def test_nonsense_in_a_section_does_not_stop_it() -> None:
    files = {"p/a.yaml": f"{HEAD}roles: 5\nspaces: {{a: [1]}}\norganisation: [x]\n", **SPLIT}
    assert _path(files, "role", "new") == "p/it/roles.yaml"
