"""The wheel, in an empty place: it builds a booklet from the templates and fonts it brings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.conftest import ROOT


def test_the_wheel_builds_a_booklet_in_an_empty_folder(example: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    ignored = shutil.ignore_patterns(
        ".venv",
        ".git",
        ".tools",
        ".*_cache",
        ".hypothesis",
        "output",
        "__pycache__",
        "build",
        "dist",
    )
    shutil.copytree(ROOT, source, ignore=ignored)
    made = tmp_path / "made"
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    command += ["--no-build-isolation", "--disable-pip-version-check", "-w", str(made), str(source)]
    subprocess.run(command, check=True, timeout=120)
    (wheel,) = made.iterdir()
    place, empty = tmp_path / "place", tmp_path / "empty"
    zipfile.ZipFile(wheel).extractall(place)
    shutil.rmtree(source)
    empty.mkdir()
    environment = os.environ | {"PYTHONPATH": str(place), "XDG_CACHE_HOME": str(tmp_path / "c")}

    program = "import pipeline; print(pipeline.__file__); from pipeline.cli import main; main()"
    run = [sys.executable, "-c", program, "build", str(example), "--only", "pdf,docx"]
    done = subprocess.run(
        run, cwd=empty, env=environment, capture_output=True, text=True, check=False, timeout=120
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(place))
    folder = empty / "output" / "chronique-atelier"
    assert {each.suffix for each in folder.iterdir()} >= {".pdf", ".docx"}
