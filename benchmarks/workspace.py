"""The worked example and a number in, a workspace of that many copies of its spaces out; the same bytes every time."""

import re
from pathlib import Path

import yaml

_POLICIES = Path(__file__).parent.parent / "policies"


def grown(folder: Path, copies: int) -> int:
    """Write the worked example, with `copies` of each space, into the folder, and give how many decisions there are.

    The first copy keeps the names of its spaces, so that waivers and changes still find what they mean.
    """
    folder.mkdir(parents=True)
    for file in sorted(_POLICIES.glob("*.yaml")):
        (folder / file.name).write_bytes(file.read_bytes())
    texts = {file.stem: file.read_text(encoding="utf-8") for file in sorted((_POLICIES / "spaces").glob("*.yaml"))}
    spaces = {id: space for text in texts.values() for id, space in yaml.safe_load(text)["spaces"].items()}
    for number in range(copies):
        for name, text in texts.items():
            copied = _copied(text, spaces, number) if number else text
            (folder / f"{name}-{number}.yaml").write_text(copied, encoding="utf-8")
    return copies * sum(len(space["decisions"]) for space in spaces.values())


def _copied(text: str, ids: dict[str, object], number: int) -> str:
    """Give a space another id; what it says of other spaces is said of their copies of the same number."""
    anyone = "|".join(map(re.escape, sorted(ids)))
    text = re.sub(rf"^  ({anyone}):$", rf"  \1-{number}:", text, flags=re.MULTILINE)
    return re.sub(rf"(?<![\w-])({anyone})/(?=[a-z0-9])", rf"\1-{number}/", text)
