"""A folder in, where compiled templates are kept in it out: compiling takes longer than most renderings."""

import contextlib
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from orchestrator_lint import __version__
from orchestrator_lint.writing import write_atomically

if TYPE_CHECKING:
    from jinja2.bccache import Bucket, BytecodeCache

_DIGEST = 32  # bytes of SHA-256


def compiled_in(folder: Path) -> "BytecodeCache":
    """Keep compiled templates below the folder; one that is damaged, old or cannot be written costs time and nothing else.

    A file is used only where its digest, the source of the template, and the versions of Python, Jinja and this tool
    are those of now.
    """
    from jinja2 import __version__ as jinja
    from jinja2.bccache import BytecodeCache

    stamp = Path(__file__).with_name("environment.py").stat().st_mtime_ns  # it decides how templates are compiled
    place = folder / f"templates-{__version__}-{jinja}-{stamp}"

    class Compiled(BytecodeCache):
        def load_bytecode(self, bucket: "Bucket") -> None:
            """Take what is there, if it is whole."""
            with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
                data = (place / bucket.key).read_bytes()
                if hashlib.sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
                    bucket.bytecode_from_string(data[_DIGEST:])

        def dump_bytecode(self, bucket: "Bucket") -> None:
            """Keep it, where that is possible."""
            data = bucket.bytecode_to_string()
            with contextlib.suppress(OSError):
                place.mkdir(parents=True, exist_ok=True)
                write_atomically(place / bucket.key, hashlib.sha256(data).digest() + data)

    return Compiled()
