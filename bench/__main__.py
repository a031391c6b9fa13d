"""Seconds and peak memory per stage and per output: ``make bench``.

    python -m bench [seed] [inha] [words] [chronicle] [book] [pages] [pandoc]
        [rows] [comments] [reading] [--json FILE]

Without a name, all cases that can be run here.  The table goes to the terminal, the same
figures as JSON to ``output/bench.json``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pikepdf
from rich.console import Console
from rich.table import Table

from bench.book import as_pages_grow, whole_book
from bench.chronicle import make_chronicle
from bench.cleaning import measured
from bench.figure import Figure
from bench.memory import Peak
from bench.reading import SIZES, first_stages, make_rows
from bench.word import against_pandoc, as_rows_grow, with_comments
from pipeline import build as road
from pipeline.config import Config
from pipeline.order import KINDS, Order
from pipeline.print_room import PrintRoom

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
DAY = dt.date(2026, 1, 1)


def stages(case: str, workbook: Path) -> list[Figure]:
    """Measure the stages 1 to 5 and each output, cold, in this process."""
    figures = []
    with Peak() as peak:
        work = road.build(workbook, Config(), DAY, None, _silent)
    figures.append(Figure(case, "lecture à composition", peak.seconds, peak.mebibytes))
    for kind in KINDS:
        with Peak() as peak:
            order = Order(only=frozenset((kind,)), jobs=2)
            with PrintRoom(order) as room:
                files = room.publish(work, Config(), _silent, lambda: None)
        content = next(iter(files.named.values()))
        pages = _pages(content)
        figures.append(
            Figure(case, kind, peak.seconds, peak.mebibytes, pages, len(content) // 1024)
        )
    return figures


def words(case: str, workbook: Path) -> list[Figure]:
    """Measure the dictionary, and the cleaning of a workbook's words on one core."""
    found = measured(workbook)
    return [
        Figure(case, "dictionnaire chargé", found["load"], found["memory"]),
        Figure(case, "nettoyage", found["clean"], 0, words=int(found["words"])),
    ]


def reading(folder: Path) -> list[Figure]:
    """Measure the first stages on tables of growing length, eight columns of text."""
    figures = []
    for size in SIZES:
        for stage in first_stages(make_rows(folder / f"{size}.xlsx", size), size):
            figures.append(Figure(f"{size} lignes", stage.name, stage.seconds, stage.mebibytes))
    return figures


def _pages(content: bytes) -> int:
    if not content.startswith(b"%PDF"):
        return 0
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)


def _silent(label: str, done: int = 0, total: int | None = None) -> None:
    """Show no progress."""


def _table(figures: list[Figure]) -> Table:
    table = Table()
    for heading in ("Cas", "Mesure"):
        table.add_column(heading, no_wrap=True)
    for heading in ("s", "Mio", "pages", "pages/s", "Kio", "mots/s", "rapport"):
        table.add_column(heading, justify="right")
    for each in figures:
        table.add_row(
            each.case,
            each.what,
            f"{each.seconds:.2f}",
            f"{each.mebibytes:.0f}",
            str(each.pages or ""),
            f"{each.pages_a_second:.1f}" if each.pages else "",
            str(each.kibibytes or ""),
            f"{each.words_a_second:.0f}" if each.words else "",
            f"{each.ratio:.2f}" if each.ratio else "",
        )
    return table


def main() -> None:
    """Run the cases asked for, or all that can be run here."""
    seed = SHARED / "seed" / "frise-coorace.xlsx"
    inha = SHARED / "samples" / "inha-envois-rapports.xls"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cases: dict[str, Callable[[], list[Figure]]] = {
            "chronicle": lambda: stages(
                "chronique-640", make_chronicle(folder / "chronique-640.xlsx")
            ),
            "book": lambda: whole_book(folder),
            "pages": lambda: as_pages_grow(folder),
            "pandoc": lambda: against_pandoc(folder),
            "rows": lambda: as_rows_grow(folder),
            "reading": lambda: reading(folder),
            "comments": lambda: with_comments(folder),
        }
        if seed.is_file():
            cases["seed"] = lambda: stages("frise-coorace", seed)
        if inha.is_file():
            cases["inha"] = lambda: stages("inha-envois-rapports", inha)
            cases["words"] = lambda: words("inha-envois-rapports", inha)
        parser = argparse.ArgumentParser(description=__doc__)
        parser.add_argument("cases", nargs="*", choices=[[], *cases], default=[])
        parser.add_argument("--json", type=Path, default=ROOT / "output" / "bench.json")
        asked = parser.parse_args()
        figures = [each for case in asked.cases or cases for each in cases[case]()]
    Console(width=None if sys.stdout.isatty() else 130).print(_table(figures))
    asked.json.write_text(json.dumps([asdict(each) for each in figures], indent=1) + "\n")


if __name__ == "__main__":
    main()
