"""A checkout in; wheel, sdist and environments that know only an installed package out."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Installed(NamedTuple):
    """An environment with the package in it."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self._scripts / Path(sys.executable).name

    def run(self, command: str, *arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
        """Run a script of the environment elsewhere than in the checkout."""
        return subprocess.run(
            [self._scripts / command, *arguments],
            cwd=cwd,
            env=_environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def location(self, cwd: Path) -> Path:
        """Where the package is imported from."""
        program = "import orchestrator_lint; print(orchestrator_lint.__file__)"
        return Path(self.run(self.python.name, "-c", program, cwd=cwd).stdout.strip())

    @property
    def _scripts(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")


def build(kind: str, source: Path, target: Path) -> Path:
    """Build a `wheel` or an `sdist` from a folder with the build backend that is installed; give the file."""
    _succeed(sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", str(target), str(source))
    (built,) = target.iterdir()
    return built


def install(folder: Path, *what: str) -> Installed:
    """Install into a new environment.

    Its dependencies are those of the environment that runs the tests: nothing is downloaded. They come after its own
    packages on the path, and what they link to, such as an editable install of this checkout, is not followed.
    """
    _succeed(sys.executable, "-m", "venv", "--without-pip", str(folder))
    made = Installed(folder)
    site = subprocess.run(
        [made.python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.strip()
    Path(site, "zz_dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "--python", str(made.python), "install", "--quiet")
    _succeed(*pip, "--no-deps", "--no-index", "--no-build-isolation", "--force-reinstall", *what)
    return made


def _succeed(*command: str) -> None:
    done = subprocess.run(
        command, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{command}: {done.stdout}"


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))}
