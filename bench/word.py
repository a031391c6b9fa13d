"""The Word file: against pandoc with the same text in the same run, and as the rows grow."""

from __future__ import annotations

import datetime as dt
import subprocess
from functools import partial
from pathlib import Path

from openpyxl import Workbook

from bench.bare import bare_book
from bench.chronicle import make_chronicle
from bench.converters import pandoc
from bench.figure import Figure
from bench.memory import Peak
from pipeline import build as road
from pipeline import resources
from pipeline.config import Config
from pipeline.theme import Theme, load_theme
from pipeline.work import Work
from pipeline.writers import docx
from pipeline.writers.pagination import Pagination
from pipeline.writers.pdf.raster import rasterised

DAY = dt.date(2026, 1, 1)
ROWS = (640, 2_500, 10_000)
COMMENTS = 5_000
_MISSING = "pandoc n’est pas mesuré : « make bench » installe pypandoc-binary"


def against_pandoc(folder: Path) -> list[Figure]:
    """Measure the Word file of the chronicle, then pandoc on the same text.

    Pandoc starts from HTML, then from its own syntax tree, which it need not even parse;
    it writes contents, but neither index, drawings, bookmarks nor comments.  The ratio of
    the first row is against the quicker of the two.
    """
    case = "chronique-640"
    work = _read(make_chronicle(folder / f"{case}.xlsx"))
    ours = _written(work, case, "Word : annales, frises comprises")
    program = pandoc()
    if program is None:
        print(_MISSING)
        return [ours]
    source, tree = folder / "texte.html", folder / "texte.json"
    source.write_text(bare_book(work.booklet), encoding="utf-8")
    subprocess.run([program, source, "-o", tree], check=True)
    theirs = [
        _converted(program, path, case, label)
        for path, label in ((source, "HTML → docx"), (tree, "arbre → docx"))
    ]
    return [_by(ours, min(each.seconds for each in theirs)), *theirs]


def as_rows_grow(folder: Path) -> list[Figure]:
    """Measure the Word file of chronicles of 640, 2,500 and 10,000 rows, in 40 years each."""
    figures = []
    for rows in ROWS:
        case = f"chronique-{rows}"
        work = _read(make_chronicle(folder / f"{case}.xlsx", rows))
        figure = _written(work, case, "Word : annales")
        figures.append(_by(figure, figures[0].seconds if figures else figure.seconds))
    return figures


def with_comments(folder: Path) -> list[Figure]:
    """Measure the Word file of as many rows whose period cannot be read."""
    book = Workbook()
    sheet = book.active
    sheet.append(("Période", "Thème", "Récit"))
    for number in range(COMMENTS):
        sheet.append((f"{number % 28 + 1}/13/1994", None, f"Le fait numéro {number}."))
    path = folder / "commentaires.xlsx"
    book.save(path)
    return [_written(_read(path), f"{COMMENTS} commentaires", "Word : annales")]


def _read(workbook: Path) -> Work:
    return road.build(workbook, Config(), DAY, None, lambda *_: None)


def _theme() -> Theme:
    return load_theme(resources.text("styles/theme.toml"))


def _written(work: Work, case: str, label: str) -> Figure:
    """Measure the writer alone, its drawings included."""
    theme = _theme()
    folios = Pagination({entry.id: "1" for entry in work.booklet.entries})
    raster = partial(rasterised, theme=theme)
    with Peak() as peak:
        content = docx.write(work.booklet, work.findings, theme, folios, raster)
    return Figure(case, label, peak.seconds, peak.mebibytes, kibibytes=len(content) // 1024)


def _converted(program: str, source: Path, case: str, label: str) -> Figure:
    target = source.with_suffix(".docx")
    said = subprocess.run([program, "--version"], check=True, capture_output=True, text=True)
    version = said.stdout.split()[1]
    command = [program, source, "--toc", "-o", target]
    with (
        subprocess.Popen(command, stderr=subprocess.DEVNULL) as process,
        Peak(process.pid) as peak,
    ):
        process.wait()
    size = target.stat().st_size // 1024
    return Figure(
        case, f"Word : pandoc {version}, {label}", peak.seconds, peak.mebibytes, kibibytes=size
    )


def _by(figure: Figure, seconds: float) -> Figure:
    return Figure(
        figure.case,
        figure.what,
        figure.seconds,
        figure.mebibytes,
        kibibytes=figure.kibibytes,
        ratio=figure.seconds / seconds,
    )
