"""What is certain is mended, and nothing else is touched."""

import pytest

from tests.mutated import BASE, changed, report_of
from tests.repairing.mending import after, mended

CERTAIN = [
    ("within: 24 hours", "within: 24 Stunden", "within: 24 hours"),
    ("every: 6 months", "every: '6 Monate'", "every: '6 months'"),
    ("    retention: 10 years", '    retention: "P10Y" # lang', '    retention: "10 years" # lang'),
    ("    retention: 10 years", "    retention: Zehn Jahre", "    retention: 10 years"),
    ("last: 2026-06-15", "last: 15.6.2026", "last: 2026-06-15"),
    ("last: 2026-06-15", "last: 2026/06/15", "last: 2026-06-15"),
    ("    mandate: ", "    mandat: ", "    mandate: "),
    ('    mandate: "', '    "mandat": "', '    "mandate": "'),
    ("contract: KV-2025-118", "contract: 012", 'contract: "012"'),
    ("contract: KV-2025-118", "contract: 12:30", 'contract: "12:30"'),
    ("contract: KV-2025-118", "contract: 1_000", 'contract: "1_000"'),
    ("contract: KV-2025-118", "contract: no", 'contract: "no"'),
    ("    title: Retail lending", "    title: true", '    title: "true"'),
    ("    title: Retail lending", "    title: Retail: lending", '    title: "Retail: lending"'),
    ("    title: Retail lending", '    title: "Retail": x # y', None),
    ("    title: Retail lending", '    title: The "big": one', "    title: 'The \"big\": one'"),
    ("    title: Retail lending", "    title: @retail # x", '    title: "@retail" # x'),
    ("    title: Retail lending", "    title: Retail owner: lending", None),
    (
        "workers: Works agreement 12/2025",
        "workers: {en: Works agreement, the new one}",
        'workers: {en: "Works agreement, the new one"}',
    ),
    (
        "workers: Works agreement 12/2025",
        "workers: {en: A b, c d, e f, de: x}",
        'workers: {en: "A b, c d, e f", de: x}',
    ),
    ("workers: Works agreement 12/2025", "workers: {en: A b, c d: e}", None),
    ("workers: Works agreement 12/2025", "workers: {en: 'A b', c d}", None),
    ("workers: Works agreement 12/2025", "workers: {en: A b,\n          c d}", None),
    ("last: 2026-06-15", "last: 03/04/2026", None),
    ("last: 2026-06-15", "last: 2026-06-15 10:00", None),
    ("last: 2026-06-15", "last: 2026-06-31", None),
    ("every: 6 months", "every: bald", None),
    ("every: 6 months", "every: |\n        6 Monate", None),
    ("every: 6 months", "every: !!str 6 Monate", None),
    ("    mandate: ", "    mandate: x\n    mandat: ", None),
    ("orchestrator: 1\n", "orchestrator:\n", "orchestrator: 1\n"),
    ("orchestrator: 1\n", 'orchestrator: "1"\n', "orchestrator: 1\n"),
    ("orchestrator: 1\n", "orchestrator: 2\n", None),
    ("orchestrator: 1\n", "orchestrater: 1\n", "orchestrator: 1\n"),
    ("orchestrator: 1\n\n", "", "orchestrator: 1\n"),
]


def _base(old: str) -> str:
    return (
        BASE.replace("    mandate: Case", '    mandate: "Case', 1).replace("anyone.", 'anyone."', 1)
        if '"' in old
        else BASE
    )


@pytest.mark.parametrize(("old", "wrong", "right"), CERTAIN)
def test_what_is_certain_is_mended_at_its_place_only(old: str, wrong: str, right: str | None) -> None:
    base = _base(old)
    assert old in base
    broken = base.replace(old, wrong, 1)
    assert after(broken) == (broken if right is None else base.replace(old, right, 1))


def test_a_file_that_is_no_policy_gets_no_header() -> None:
    text = "name: deploy\nsteps: [{run: make}]\n"
    assert mended(policy=BASE, other=text).sources[1].data == text.encode()


@pytest.mark.parametrize("text", ["{spaces: {a: {title: x}}}\n", "---\n{spaces: {a: {title: x}}}\n"])
def test_the_header_of_a_policy_in_braces_stands_within_them(text: str) -> None:
    assert after(text) == text.replace("{spaces", "{orchestrator: 1, spaces")


def test_the_header_is_indented_like_the_first_key() -> None:
    assert after("# c\n  spaces:\n    a: {title: x}\n") == "# c\n  orchestrator: 1\n  spaces:\n    a: {title: x}\n"


def test_each_document_of_a_file_gets_its_own_header() -> None:
    text = "--- # one\nroles: {a: {title: A}}\n---\nroles: {b: {title: B}}\n"
    assert after(text) == text.replace("roles", "orchestrator: 1\nroles")


ID = """orchestrator: 1
organisation: {affected: {Junge_Leute: {title: Junge Leute}}}
roles:
  Head of Lending: {title: Head}
systems: {Score: {title: S}}
datasets: {The_Data: {title: D}}
spaces:
  Retail_Credit:
    owner: &boss Head of Lending
    decisions:
      Raise Limit:
        owner: *boss
        involves: {consulted: [Head of Lending], informed: [Head of Lending 2]}
        impact: {affects: [Junge_Leute]}
        flows:
          - {from: datasets/The_Data, to: systems/Score}
          - {from: roles/Head of Lending, to: persons/Junge_Leute}
          - {from: decisions/Retail_Credit/Raise Limit, to: this, carries: Head of Lending}
"""
USES = """orchestrator: 1
waivers:
  w-1: {rule: no-stop, applies_to: [Retail_Credit, Retail_Credit/Raise Limit, roles/Head of Lending, organisation]}
spaces:
  other: {decisions: {d: {depends_on: [Retail_Credit/Raise Limit, other/d], machine: {systems: [Score]}}}}
"""


def test_an_id_takes_all_references_in_all_files_along() -> None:
    done = mended(ids=ID, uses=USES)
    new = {source.path: source.data.decode() for source in done.sources}
    renamed = {
        "Retail_Credit": "retail-credit",
        "Raise Limit": "raise-limit",
        "Head of Lending": "head-of-lending",
        "The_Data": "the-data",
        "Score:": "score:",
        "/Score": "/score",
        "[Score]": "[score]",
        "Junge_Leute": "junge-leute",
    }
    ids, uses = ID, USES
    for old, right in renamed.items():
        ids, uses = ids.replace(old, right), uses.replace(old, right)
    ids = ids.replace("head-of-lending 2", "Head of Lending 2")  # another role
    # a text is no reference, and an aliased one is changed where it is written
    assert new["ids.yaml"] == ids.replace("carries: head-of-lending", "carries: Head of Lending")
    assert new["uses.yaml"] == uses


AMBIGUOUS = [
    "orchestrator: 1\nroles:\n  Head_X: {title: H}\n  head-x: {title: I}\nspaces: {s: {owner: Head_X}}\n",
    "orchestrator: 1\nroles:\n  Head_X: {title: H}\n  Head X: {title: I}\n",
    "orchestrator: 1\nroles:\n  Head_X: {title: H}\n---\norchestrator: 1\nroles:\n  Head_X: {title: H}\n",
    "orchestrator: 1\nroles:\n  ???: {title: I}\n",
    (
        "orchestrator: 1\nroles: {X y: {title: H}}\nsystems: {X y: {title: H}}\n"
        "spaces: {s: {decisions: {d: {contest: {decided_by: X y}}}}}\n"
    ),
    "orchestrator: 1\nroles: &all {X y: {title: H}}\nx-copy: *all\n",
]


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_an_id_stays_where_somebody_must_choose(text: str) -> None:
    assert after(text) == text


def test_an_id_stays_where_a_file_cannot_be_read() -> None:
    assert mended(ids=ID, broken="a: [").sources[0].data == ID.encode()


ALIASED = """orchestrator: 1
spaces:
  a: {review: &r {every: 6 Monate}}
  b: {review: *r}
  c: {review: {<<: *r, last: 2026-01-01}}
"""


def test_a_value_that_is_wrong_wherever_it_is_repeated_is_mended_where_it_is_written() -> None:
    assert after(ALIASED) == ALIASED.replace("6 Monate", "6 months")
    key = ALIASED.replace("6 Monate", "6 months").replace("every", "evry")
    assert after(key) == key.replace("evry", "every")


@pytest.mark.parametrize(
    "text",
    [
        "orchestrator: 1\nx-own: &r {every: 6 Monate}\nspaces:\n  a: {review: *r}\n",
        "orchestrator: 1\nspaces:\n  a: {review: {every: &t 6 Monate}, title: *t}\n",
        "orchestrator: 1\nspaces:\n  a: {review: &r {every: &t 6 Monate}, x-b: *r}\n",
        "orchestrator: 1\nx-own: &r {evry: 6 months}\nspaces:\n  a: {review: *r}\n",
        "orchestrator: 1\nspaces:\n  a: {review: &r {evry: 6 months}, x-b: *r}\n",
        "orchestrator: 1\nspaces:\n  a: {review: {? &k evry : 6 months}}\n",
    ],
)
def test_what_means_something_elsewhere_too_stays(text: str) -> None:
    assert after(text) == text


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_and_the_byte_order_mark_stay(newline: str) -> None:
    broken = changed("within: 24 hours", "within: 24 Stunden").replace("orchestrator: 1\n", "").replace("\n", newline)
    done = mended(policy=b"\xef\xbb\xbf" + broken.encode()).sources[0].data
    right = BASE.replace("orchestrator: 1\n\n", "\norchestrator: 1\n").replace("\n", newline)
    assert done == b"\xef\xbb\xbf" + right.encode()


def test_several_texts_without_quotes_are_mended_one_after_the_other() -> None:
    text = "orchestrator: 1\nspaces:\n  a:\n    title: One: two\n    measure: `x` y\n    mandate: *a* b\n    owner: ow-ner\n"
    assert 'title: "One: two"' in after(text)
    assert 'measure: "`x` y"' in after(text)
    assert 'mandate: "*a* b"' in after(text)


def test_a_text_that_goes_on_below_is_left_alone() -> None:
    text = "orchestrator: 1\nspaces:\n  a:\n    title: One: two\n      three\n"
    once = mended(policy=text)
    assert once.sources[0].data == text.encode()


def test_locked_files_stay() -> None:
    text = changed("within: 24 hours", "within: 24 Stunden")
    assert mended(locked=frozenset(["policy.yaml"]), policy=text).sources[0].data == text.encode()


def test_a_mended_file_has_no_finding_left_that_had_a_safe_fix() -> None:
    text = after(changed("within: 24 hours", "within: 24 Stunden"))
    assert report_of(text).findings == ()


HIDDEN = "orchestrator: 1\nroles:\n  Head_X: {title: H}\nspaces:\n  s: {purpose: p, %s: %s, decisions: {}}\n"


@pytest.mark.parametrize("written", ["Head_X", "[Head_X]", "{by: roles/Head_X}"])
def test_an_id_waits_for_the_misspelt_key_under_which_it_may_be_meant(written: str) -> None:
    done = mended(a=HIDDEN % ("ownr", "Head_X"))
    assert b"owner: head-x" in done.sources[0].data and b"head-x: {title: H}" in done.sources[0].data
    unknown = mended(a=HIDDEN % ("qqqqqq", written))
    assert b"Head_X: {title: H}" in unknown.sources[0].data


def test_an_id_does_not_wait_for_keys_of_ones_own() -> None:
    done = mended(a=HIDDEN % ("x-note", "Head_X"))
    assert b"head-x: {title: H}" in done.sources[0].data and b"x-note: Head_X" in done.sources[0].data
