"""Bytes in, a file out that is whole at every moment."""

import contextlib
import os
import secrets
import stat
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> bool:
    """Put `data` at `path`; killed at any moment, the old or the new file is there, never half of one.

    Takes a path whose folder exists. Gives whether anything changed: a file that already holds these bytes
    is left alone, its time included. The mode of an existing file is kept; a symbolic link is replaced, not
    followed, so that nothing outside the folder is written. Raises OSError; the old file is then untouched.
    """
    mode = _mode_of(path)
    if mode is not None and path.read_bytes() == data:
        return False
    half = path.with_name(f".orchestrator-{secrets.token_hex(8)}.tmp")
    try:
        _write_through(half, data, mode)
        half.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            half.unlink()
        raise
    _remember_name(path.parent)
    return True


def create_atomically(path: Path, data: bytes) -> bool:
    """Put `data` at `path` where nothing stands yet, whole at every moment; give whether it did.

    What stands there is left alone, a link that leads nowhere too, and whatever somebody else puts there meanwhile.
    Takes a path whose folder exists. Raises OSError.
    """
    if os.path.lexists(path):
        return False
    half = path.with_name(f".orchestrator-{secrets.token_hex(8)}.tmp")
    try:
        _write_through(half, data, None)
        try:
            os.link(half, path)
        except FileExistsError:
            return False
        except OSError:
            half.replace(path)  # a file system without hard links
    finally:
        with contextlib.suppress(OSError):
            half.unlink()
    _remember_name(path.parent)
    return True


def _mode_of(path: Path) -> int | None:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    return stat.S_IMODE(found.st_mode) if stat.S_ISREG(found.st_mode) else None


def _write_through(path: Path, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def _remember_name(folder: Path) -> None:
    """Flush the folder, so that the new name outlives a power cut; not every system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
