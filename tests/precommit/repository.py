"""A folder and hooks in, a git repository out whose commits run the real pre-commit."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]
HOOKS = ROOT / ".pre-commit-hooks.yaml"

_FOREIGN = ("GIT_", "PRE_COMMIT", "PYTHON", "VIRTUAL_ENV", "COV_", "FORCE_COLOR")


class Commit(NamedTuple):
    """What a commit led to: whether it stands, and all that was printed."""

    stands: bool
    printed: str


class Repository:
    """A repository of a test. It knows nothing of the settings of whoever runs the tests."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self._home = home

    def within(self, path: str) -> "Repository":
        """The same, run from a folder below."""
        return Repository(self.folder / path, self._home)

    def begin(self, config: dict[str, Any]) -> None:
        """Make the repository, and install pre-commit in it."""
        self.folder.mkdir(parents=True)
        self.git("init", "--quiet")
        self.git("config", "user.name", "Test")
        self.git("config", "user.email", "test@example.org")
        self.configure(config)
        self.run(sys.executable, "-m", "pre_commit", "install", "--install-hooks")

    def configure(self, config: dict[str, Any]) -> None:
        """Write and stage the configuration of pre-commit."""
        self.write(".pre-commit-config.yaml", config)
        self.git("add", ".pre-commit-config.yaml")

    def write(self, path: str, content: Any) -> None:
        """Write text, or data as YAML, without staging it."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        target.write_text(text, encoding="utf-8")

    def stage(self, path: str, content: Any) -> None:
        """Write and stage."""
        self.write(path, content)
        self.git("add", path)

    def commit(self, *arguments: str) -> Commit:
        """Commit, and tell whether the hooks let it through."""
        return self.attempt("git", "commit", "--message", "A change", *arguments)

    def attempt(self, *command: str) -> Commit:
        """Run a command that may fail."""
        done = self._done(*command)
        return Commit(done.returncode == 0, done.stdout)

    def git(self, *arguments: str) -> str:
        """Run git; it has to succeed."""
        return self.run("git", *arguments)

    def run(self, *command: str) -> str:
        """Run a command that has to succeed."""
        done = self._done(*command)
        assert done.returncode == 0, f"{command}: {done.stdout}"
        return done.stdout

    def _done(self, *command: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            cwd=self.folder,
            env=_environment(self._home),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            check=False,
        )


def shipped_hooks() -> list[dict[str, Any]]:
    """Read the hooks that this project offers."""
    return list(yaml.safe_load(HOOKS.read_text(encoding="utf-8")))


def local(*hooks: str, **changes: Any) -> dict[str, Any]:
    """Give a configuration that runs hooks of this checkout, as installed where the tests run."""
    chosen = [{**hook, "language": "system", **changes} for hook in shipped_hooks() if hook["id"] in hooks]
    assert len(chosen) == len(hooks), hooks
    return {"repos": [{"repo": "local", "hooks": chosen}]}


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN) and name != "SKIP"}
    return {
        **kept,
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(home),
    }
