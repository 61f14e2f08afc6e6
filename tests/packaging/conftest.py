"""What is built and installed once for all tests of packaging."""

import tarfile
from pathlib import Path

import pytest

from tests.packaging.packages import ROOT, Installed, build, install


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="session")
def wheel_from_sdist(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    unpacked = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(unpacked, filter="data")
    (source,) = unpacked.iterdir()
    return build("wheel", source, tmp_path_factory.mktemp("wheel-from-sdist"))


@pytest.fixture(scope="session", params=["wheel", "sdist", "editable"])
def installed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    kind = request.param
    what = ("--editable", str(ROOT)) if kind == "editable" else (str(request.getfixturevalue(kind)),)
    return install(tmp_path_factory.mktemp(kind) / "environment", *what)
