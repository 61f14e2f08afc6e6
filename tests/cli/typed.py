"""Answers in, what somebody at a terminal sees out: the real command on a pseudo-terminal."""

import os
import select
import sys
import time
from collections.abc import Sequence
from pathlib import Path

_LONGEST = 60  # seconds
_PAUSE = 0.1  # seconds without a new character, after which a prompt waits for an answer


def conversation(arguments: Sequence[str], cwd: Path, answers: Sequence[str]) -> tuple[str, int]:
    """Run the command, type each answer where a question waits, and give what was shown and the exit code."""
    import pty

    process, terminal = pty.fork()
    if process == 0:  # pragma: no cover - another process
        os.chdir(cwd)
        os.execv(sys.executable, [sys.executable, "-m", "orchestrator_lint", *arguments])  # noqa: S606 - no shell is wanted
    shown, waiting, end = b"", list(answers), time.monotonic() + _LONGEST
    answered = 0
    while time.monotonic() < end:
        if select.select([terminal], [], [], _PAUSE)[0]:
            try:
                new = os.read(terminal, 65536)
            except OSError:  # the other side is gone
                break
            if not new:
                break
            shown += new
        elif waiting and shown.endswith(b": ") and len(shown) > answered:
            answered = len(shown)
            os.write(terminal, waiting.pop(0).encode() + b"\n")
    os.close(terminal)
    _, status = os.waitpid(process, 0)
    assert waiting == [], f"not asked for: {waiting}\n{shown.decode()}"
    return shown.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)
