"""What all tests share: where the real workbooks are, when they are there."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from pipeline import resources
from pipeline.build import build
from pipeline.config import Config
from pipeline.theme import Theme, load_theme
from pipeline.work import Work
from tests.sparse import sparse
from tests.ugly import ugly

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

# The same examples at every run; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


@pytest.fixture(scope="session")
def seed() -> Path:
    """The workbook that the project started from; it is not part of the repository."""
    path = SHARED / "seed" / "frise-coorace.xlsx"
    if not path.is_file():
        pytest.skip("the seed workbook is not beside this checkout (../shared/seed)")
    return path


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real workbooks; it is not part of the repository."""
    path = SHARED / "samples"
    if not path.is_dir():
        pytest.skip("the sample workbooks are not beside this checkout (../shared/samples)")
    return path


@pytest.fixture(scope="session")
def example() -> Path:
    """The project's own workbook."""
    return ROOT / "examples" / "chronique-atelier.xlsx"


EDITION = dt.date(2026, 5, 4)
"""Day of every edition made in the tests."""


def work_of(
    workbook: Path, config: Config | None = None, selection: tuple[int, int] | None = None
) -> Work:
    """Return stages 1 to 5 of a workbook."""
    return build(workbook, config or Config(), EDITION, selection, lambda *_: None)


def shipped_theme() -> Theme:
    """Return the project's own theme."""
    return load_theme(resources.text("styles/theme.toml"))


@pytest.fixture(scope="session")
def example_work(example: Path) -> Work:
    """The project's own workbook after stages 1 to 5."""
    return work_of(example)


@pytest.fixture(scope="session")
def example_files(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what ``annales build`` makes of the project's own workbook."""
    folder = tmp_path_factory.mktemp("example")
    return built(example, folder)


@pytest.fixture(scope="session")
def seed_files(seed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what ``annales build`` makes of the seed."""
    return built(seed, tmp_path_factory.mktemp("seed"))


def built(workbook: Path, folder: Path, *options: str) -> Path:
    """Run ``annales build`` as a user does; return the folder of its files."""
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": "1777852800",
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    command = [sys.executable, "-m", "pipeline.cli", "build", str(workbook), "-o", str(folder)]
    done = subprocess.run(
        [*command, *options], env=environment, capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return folder / workbook.stem


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """LibreOffice: turns a file into another kind of file, and returns its path."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (make test installs it)")
    home = tmp_path_factory.mktemp("libreoffice")

    def convert(path: Path, kind: str) -> Path:
        target = tmp_path_factory.mktemp("converted")
        command = [program, f"-env:UserInstallation={home.as_uri()}", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(target), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        (made,) = target.iterdir()
        return made

    return convert


@pytest.fixture(scope="session")
def ugly_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what ``annales build`` makes of everything that strains a page."""
    folder = tmp_path_factory.mktemp("ugly")
    return built(ugly(folder / "rude.xlsx"), folder)


@pytest.fixture(scope="session")
def sparse_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what ``annales build`` makes of many years with little in each."""
    folder = tmp_path_factory.mktemp("sparse")
    return built(sparse(folder / "bourg.xlsx"), folder)
