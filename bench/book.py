"""The finished booklet: against other ways to print the same book, in one run; as pages grow."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf

from bench.bare import bare_book
from bench.chronicle import change_one_cell, make_chronicle
from bench.converters import has_typst, pandoc
from bench.figure import Figure
from bench.memory import Peak
from pipeline import build as road
from pipeline.config import Config

ROOT = Path(__file__).parents[1]
DAY = dt.date(2026, 1, 1)
CASE = "chronique-640"
ROWS = (640, 1_600, 3_200)
"""Of the chronicles that grow: about 400, 1,000 and 2,000 pages."""
ROUNDS = 3
_MISSING = "{} : n’est pas sur cette machine, n’est pas mesuré"


def whole_book(folder: Path) -> list[Figure]:
    """Measure the chronicle cold, unchanged, after one changed cell, and others on the same text.

    The ratio of the cold build is to WeasyPrint alone; that of the changed cell to the cold one.
    A machine's minutes differ: all are measured several times in turn, and the ratios are of
    neighbours; the middle figure counts.
    """
    chronicle = make_chronicle(folder / f"{CASE}.xlsx")
    (folder / "changed").mkdir(exist_ok=True)
    changed = change_one_cell(chronicle, folder / "changed" / chronicle.name)
    source, target = folder / "bare.html", folder / "bare.pdf"
    work = road.build(chronicle, Config(), DAY, None, lambda *_: None)
    source.write_text(bare_book(work.booklet), encoding="utf-8")
    rounds = []
    for number in range(ROUNDS):
        cache = folder / f"cache-{number}"
        alone = _weasyprint(source, target)
        cold = command(CASE, chronicle, cache, "annales, à froid")
        again = command(CASE, chronicle, cache, "annales, inchangé")
        one = command(CASE, changed, cache, "annales, une cellule changée")
        rounds.append((_by(cold, alone), again, _by(one, cold), alone))
    return [*map(_middle, zip(*rounds, strict=True)), *_others(source, target)]


def as_pages_grow(folder: Path) -> list[Figure]:
    """Measure the cold build of chronicles of 40 years that grow; ratios are by page."""
    figures: list[Figure] = []
    for rows in ROWS:
        case = f"chronique-{rows}"
        chronicle = make_chronicle(folder / f"{case}.xlsx", rows)
        figures.append(command(case, chronicle, folder / f"cache-{rows}", "annales, à froid"))
    first = figures[0].seconds / figures[0].pages
    return [replace(each, ratio=each.seconds / each.pages / first) for each in figures]


def command(case: str, workbook: Path, cache: Path, label: str) -> Figure:
    """Measure the command from its start to the finished reading edition."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["--only", "pdf", "-o", folder, "--quiet", "--jobs", "2"]
        environment = {
            "XDG_CACHE_HOME": str(cache),
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
        }
        with subprocess.Popen(
            [sys.executable, "-m", "pipeline.cli", "build", str(workbook), *options],
            env=environment,
        ) as process:
            with Peak(process.pid) as peak:
                process.wait()
            if process.returncode:
                raise SystemExit(f"{label}: exit code {process.returncode}")
        return _figure(case, label, peak, next(Path(folder).rglob("*.pdf")))


def _weasyprint(source: Path, target: Path) -> Figure:
    return _printed([sys.executable, "-m", "weasyprint", source, target], target, "WeasyPrint")


def _others(source: Path, target: Path) -> list[Figure]:
    """Measure each other printer of HTML that is on this machine."""
    found = []
    if chromium := shutil.which("chromium") or shutil.which("google-chrome"):
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={target}"]
        found.append(_printed([chromium, *options, source.as_uri()], target, "Chromium"))
    else:
        print(_MISSING.format("Chromium"))
    latex = "pandoc et LuaLaTeX"
    if (program := pandoc()) and shutil.which("lualatex"):
        arguments = [program, source, "-o", target, "--pdf-engine=lualatex"]
        found.append(_printed(arguments, target, latex))
    else:
        print(_MISSING.format(latex))
    if has_typst():
        arguments = [sys.executable, "-m", "bench.converters", source, target]
        found.append(_printed(arguments, target, "pandoc et Typst"))
    else:
        print(_MISSING.format("Typst"))
    return found


def _printed(arguments: Sequence[str | Path], target: Path, name: str) -> Figure:
    with (
        subprocess.Popen(arguments, stderr=subprocess.DEVNULL) as process,
        Peak(process.pid) as peak,
    ):
        process.wait()
    return _figure(CASE, f"{name} seul, un fichier", peak, target)


def _figure(case: str, label: str, peak: Peak, path: Path) -> Figure:
    content = path.read_bytes()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages = len(pdf.pages)
    return Figure(case, label, peak.seconds, peak.mebibytes, pages, len(content) // 1024)


def _middle(figures: Sequence[Figure]) -> Figure:
    """Return the figure whose ratio, or else time, is the middle one."""
    return sorted(figures, key=lambda each: (each.ratio or 0, each.seconds))[len(figures) // 2]


def _by(figure: Figure, yardstick: Figure) -> Figure:
    return replace(figure, ratio=figure.seconds / yardstick.seconds)
