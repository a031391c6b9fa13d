"""Who may import whom: the contracts of pyproject.toml hold, and break when broken."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from tests.conftest import ROOT

LIBRARIES = {
    "PIL": ("pipeline/writers/pdf/",),
    "babel": ("pipeline/clean/periods/",),
    "docx": ("pipeline/writers/docx/",),
    "fontTools": ("pipeline/writers/press/",),
    "jinja2": ("pipeline/writers/html/", "pipeline/writers/report/"),
    "cssselect2": ("pipeline/writers/press/",),
    "lxml": ("pipeline/read/", "pipeline/verify.py", "pipeline/writers/press/"),
    "markupsafe": ("pipeline/writers/report/",),
    "openpyxl": ("pipeline/read/",),
    "cffi": ("pipeline/writers/press/declared.py",),
    "pikepdf": ("pipeline/writers/pdf/", "pipeline/writers/proof/"),
    "pydantic": ("pipeline/config.py",),
    "pypdfium2": ("pipeline/writers/proof/",),
    "python_calamine": ("pipeline/read/",),
    "rich": ("pipeline/terminal.py", "pipeline/writers/findings.py"),
    "simplemma": ("pipeline/clean/dictionary.py",),
    "uharfbuzz": ("pipeline/writers/press/", "pipeline/writers/repertoire.py"),
    "typer": ("pipeline/commands.py", "pipeline/french_help.py"),
    "weasyprint": ("pipeline/writers/press/",),
    "pydyf": ("pipeline/writers/press/",),
    "xlrd": ("pipeline/read/",),
}
"""Each library has one place; defusedxml is there for openpyxl, which finds it by itself."""

LONGEST = 330
"""Lines of a module; the catalogue of findings is a table and may be longer."""


def _modules() -> list[Path]:
    return sorted((ROOT / "pipeline").rglob("*.py"))


def _imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {each.name.partition(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_each_library_stays_in_its_place() -> None:
    for path in _modules():
        place = path.relative_to(ROOT).as_posix()
        for library in _imported(path) - set(sys.stdlib_module_names) - {"pipeline"}:
            assert place.startswith(LIBRARIES[library]), f"{place} imports {library}"


def test_every_library_is_used() -> None:
    used = set().union(*map(_imported, _modules()))
    assert set(LIBRARIES) - used == set()


def test_every_library_is_asked_for_by_name() -> None:
    """What is there only because another library needs it may be gone with its next version."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {re.split(r"[<>=]", each)[0] for each in settings["project"]["dependencies"]}
    packages = metadata.packages_distributions()

    for library in LIBRARIES:
        names = {each.lower().replace("_", "-") for each in packages[library]}
        assert names & asked, f"{library} comes from {names}"


@pytest.mark.parametrize(
    ("library", "place"), [(each, place) for each, places in LIBRARIES.items() for place in places]
)
def test_every_place_of_a_library_is_used(library: str, place: str) -> None:
    here = [path for path in _modules() if path.relative_to(ROOT).as_posix().startswith(place)]
    assert any(library in _imported(path) for path in here)


def test_the_map_fits_on_one_screen() -> None:
    assert len((ROOT / "pipeline/build.py").read_text().splitlines()) <= 100


def test_no_module_holds_two_ideas() -> None:
    for path in _modules():
        if path.name not in ("catalogue.py", "diagnostics_words.py"):
            assert len(path.read_text().splitlines()) <= LONGEST, path


def _contracts(root: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [program, "--no-cache"], cwd=root, capture_output=True, text=True, check=False
    )


def test_imports_point_down_only() -> None:
    done = _contracts(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("model/text.py", "from pipeline.config import Config"),
        ("clean/rule.py", "from pipeline.read import read"),
        ("writers/json.py", "from pipeline.writers import docx"),
        ("group.py", "from pipeline.commands import app"),
    ],
)
def test_a_broken_contract_is_caught(module: str, line: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "pipeline", tmp_path / "pipeline")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    path = tmp_path / "pipeline" / module
    path.write_text(path.read_text() + f"\n{line}\n")

    done = _contracts(tmp_path)

    assert done.returncode != 0
    assert "BROKEN" in done.stdout
