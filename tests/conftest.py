"""What all tests share: where the real workbooks are, when they are there."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


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
