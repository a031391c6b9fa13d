"""Lines between the rows that head what follows: under the right year, before it, and told."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.drawing import era_timeline
from pipeline.letters import letters
from pipeline.model import Chapter
from pipeline.work import Work
from pipeline.writers.contents import contents
from tests.booklet import Book
from tests.conftest import built, shipped_theme, work_of
from tests.word import W, WordFile
from tests.workbooks import book

Rows = Sequence[Sequence[Any]]
HEAD = ("Date", "Événement", "Détail")


def _work(folder: Path, *rows: Sequence[Any], head: Sequence[Any] = HEAD) -> Work:
    return work_of(book(folder / "a.xlsx", head, *rows))


def _printed(work: Work) -> list[str]:
    """Return years and rows in printed order; a line that heads others has a sign."""
    return [line for chapter in work.booklet.chapters for line in _lines(chapter)]


def _lines(chapter: Chapter) -> list[str]:
    heads = [f"> {entry.theme}" for entry in chapter.heads]
    rows = [("> " if each.leads else "") + str(each.theme) for each in chapter.entries]
    return [*heads, f"{chapter.year} {chapter.title}".strip(), *rows]


def _told(work: Work) -> list[tuple[str, str, str]]:
    found = (each for each in work.findings if each.code.slug == "subtitle")
    return [(str(each.at), each.before, each.after) for each in found]


LINES = {
    "numbered": "I. LES ORIGINES",
    "years in brackets": "Les origines (1901-1914)",
    "after a year": "III. APRÈS 1945",
    "a decade": "Années 60",
    "a reign": "Présidence de M. Ott (1970-1985)",
    "words": "Ancien régime",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_line_among_the_dates_stands_over_the_year_that_follows(
    line: str, tmp_path: Path
) -> None:
    work = _work(tmp_path, (1907, "Local"), (line,), (1919, "Reprise"), ("mai 1920", "Bal"))

    shown = work.booklet.chapters[1].heads[0].theme
    assert _printed(work) == ["1907 Local", f"> {shown}", "1919 Reprise", "1920", "Bal"]
    assert shown.original == line
    assert _told(work) == [("Frise!A3", line, "4")]
    assert "line-with-year" not in {each.code.slug for each in work.findings}
    period = work.booklet.chapters[1].heads[0].period
    assert (period.edtf, period.first, str(period.label)) == (None, None, "")


def test_lines_one_under_another_and_under_the_headings_head_the_same_row(tmp_path: Path) -> None:
    rows = [("PREMIÈRE PARTIE",), ("Les débuts",), ("mai 1901", "a"), (), ("La suite",), (),
            ("juin 1901", "b"), (None, "c"), (1902, "d")]  # fmt: skip
    work = _work(tmp_path, *rows)

    assert _printed(work) == [
        "> Première partie", "> Les débuts", "1901", "a", "> La suite", "b", "c", "1902 d",
    ]  # fmt: skip
    assert [each[2] for each in _told(work)] == ["4", "4", "8"]


def test_a_line_counts_as_no_event(tmp_path: Path) -> None:
    rows = [("I. LES ORIGINES",), ("mai 1901", "a"), ("La suite",), ("juin 1901", "b"), (1902, "c"),
            (1903, "d"), (1904, "e")]  # fmt: skip
    booklet = _work(tmp_path, *rows).booklet

    assert [len(chapter.counted) for chapter in booklet.chapters] == [2, 1, 1, 1]
    (era,) = booklet.eras
    drawing = era_timeline(era, shipped_theme(), 300)
    assert drawing is not None
    assert "1901 : 2" in drawing.words.replace("\N{NO-BREAK SPACE}", " ")
    said = "".join(str(part.text) for part in booklet.note)
    assert "un intertitre précède celle qu’il annonce" in said
    assert {term.term for term in booklet.index}.isdisjoint(("I. Les origines", "La suite"))


@pytest.mark.parametrize("long", [True, False], ids=["years that open", "years that run on"])
def test_the_contents_have_the_lines_over_their_years(long: bool, tmp_path: Path) -> None:
    text = "Le conseil se réunit et délibère. " * (300 if long else 1)
    rows = [("Les débuts",), ("1901", "a", text), ("1902", "b", text), ("La suite",),
            ("1903", "c", text), ("1904", "d", text)]  # fmt: skip
    booklet = _work(tmp_path, *rows).booklet
    lines = contents(booklet)

    assert bool(booklet.eras) is not long
    shown = [line.title for line in lines if line.kind in ("part", "chapter", "in-era")]
    assert shown == ["Les débuts", "a", "b", "La suite", "c", "d"]
    assert [line.title for line in lines if line.kind == "part"] == ["Les débuts", "La suite"]


def test_a_line_heads_the_earliest_of_its_rows_whichever_way_they_run(tmp_path: Path) -> None:
    rows = [("Temps présent",), (1990, "a"), (1950, "b"), ("Ancien régime",), (1789, "c"),
            (1700, "d"), ("I. Antiquité",), ("-50", "e"), ("-52", "f")]  # fmt: skip
    other = [("Moyen Âge",), (1100, "a"), (1200, "b"), ("Temps modernes",), (1789, "c"),
             (1700, "d"), (1790, "e"), ("Notre temps",), (1950, "f"), (1990, "g")]  # fmt: skip

    assert _printed(_work(tmp_path, *rows)) == [
        "> I. Antiquité", "-51 f", "-49 e", "> Ancien régime", "1700 d", "1789 c",
        "> Temps présent", "1950 b", "1990 a",
    ]  # fmt: skip
    assert _printed(_work(tmp_path, *other)) == [
        "> Moyen Âge", "1100 a", "1200 b", "> Temps modernes", "1700 d", "1789 c", "1790 e",
        "> Notre temps", "1950 f", "1990 g",
    ]  # fmt: skip


@pytest.mark.parametrize("note", ["Source : Le Petit Journal", "Voir annexe", "N.B. : perdu"])
def test_a_note_on_the_row_above_heads_nothing(note: str, tmp_path: Path) -> None:
    work = _work(tmp_path, (1951, "a"), (note,), (1952, "b"), (1953, "c"))

    assert not any(line.startswith(">") for line in _printed(work))
    assert _told(work) == []


def test_a_line_goes_where_its_row_goes(tmp_path: Path) -> None:
    rows = [("mai 1950", "a"), ("Rappel",), ("juin 1901", "b"), (1960, "c")]

    assert _printed(_work(tmp_path, *rows)) == ["> Rappel", "1901", "b", "1950", "a", "1960 c"]


def test_merged_and_numbered_lines_and_lines_in_capitals_head_rows_in_any_column(
    tmp_path: Path,
) -> None:
    rows = [(1901, "a", "x"), (None, "La reprise"), (1902, "b", "x"), (None, "LE RENOUVEAU"),
            (1903, "c", "x"), (None, "2. La fin"), (1904, "d", "x")]  # fmt: skip
    path = book(tmp_path / "a.xlsx", HEAD, *rows)
    made = load_workbook(path)
    made.worksheets[0].merge_cells("B3:C3")
    made.save(path)

    assert _printed(work_of(path)) == [
        "1901 a", "> La reprise", "1902 b", "> Le renouveau", "1903 c", "> 2. La fin", "1904 d",
    ]  # fmt: skip


EVENTS: dict[str, list[Sequence[Any]]] = {
    "a theme without its date": [(1901, "a", "x"), (None, "Banquet"), (1902, "b", "x")],
    "capitals in a sheet of capitals": [(1901, "FONDATION"), (None, "BANQUET"), (1902, "COUPE")],
    "a sentence": [(1901, "a", "x"), ("On dansa toute la nuit.",), (1902, "b", "x")],
    "rows without a date below": [(1901, "a", "x"), ("Fêtes",), (None, "b", "x"), (1902, "c", "x")],
    "the last line": [(1901, "a", "x"), (1902, "b", "x"), ("Fêtes",)],
    "a period": [(1901, "a", "x"), ("1905-1907",), (1908, "b", "x")],
    "a year and words": [(1901, "a", "x"), ("1905 : le jubilé",), (1908, "b", "x")],
    "days that lack their year": [(1901, "a"), ("Le jubilé (1905)",), ("3 mai", "b")],
}


@pytest.mark.parametrize("kind", EVENTS)
def test_other_lines_stay_under_the_row_above(kind: str, tmp_path: Path) -> None:
    work = _work(tmp_path, *EVENTS[kind])

    assert _told(work) == []
    assert not any(entry.leads for entry in work.booklet.entries)


def test_a_line_in_a_list_of_dates_and_words_is_an_event(tmp_path: Path) -> None:
    lines = ["1901 : Fondation", "1902 : Match", "Les années noires", "1945 : Reprise"]

    assert _told(work_of(book(tmp_path / "a.xlsx", *((line,) for line in lines)))) == []


def test_every_file_says_the_lines_before_their_years(tmp_path: Path) -> None:
    rows = [("I. LES ORIGINES",), (1901, "Fondation"), ("L’entre-deux-guerres",),
            ("mai 1919", "Reprise"), ("Le congrès",), ("juin 1919", "Congrès")]  # fmt: skip
    path = book(tmp_path / "a.xlsx", HEAD, *rows)

    files = built(path, tmp_path / "made", "--only", "pdf", "--only", "docx", "--only", "json")

    word = WordFile((files / "a.docx").read_bytes())
    assert list(_styled(word, "Partie", "Heading2", "Heading3")) == [
        "I. Les origines", "1901 — Fondation", "L’entre-deux-guerres", "1919",
        "mai 1919 — Reprise", "Le congrès", "juin 1919 — Congrès",
    ]  # fmt: skip
    pages = letters("".join(Book(files / "a.pdf").texts))
    shown = ("I. Les origines", "1901Fondation", "L’entre-deux-guerres", "1919", "Mai 1919",
             "Reprise", "Le congrès", "Juin 1919", "Congrès")  # fmt: skip
    assert letters("".join(shown)).casefold() in pages.casefold()
    (first, second) = json.loads((files / "a.json").read_text(encoding="utf-8"))["chapters"]
    assert [each["theme"]["text"] for each in first["heads"]] == ["I. Les origines"]
    assert [each.get("leads", False) for each in second["entries"]] == [False, True, False]


def _styled(file: WordFile, *styles: str) -> Iterator[str]:
    for each in file.document.iter(f"{W}p"):
        if each.find(f"{W}pPr/{W}pStyle").get(f"{W}val") in styles:
            yield "".join(part.text for part in each.iter(f"{W}t")).replace("\xa0", " ")
