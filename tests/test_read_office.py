"""One workbook as three programs keep it: .xlsx, and .xls and .ods that LibreOffice saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import WorkbookError
from pipeline.model import Span
from pipeline.read import Reading
from pipeline.read.grid import Grid
from tests.offices.make import make
from tests.workbooks_binary import Rows, ods, ods_content, xls, xlsb

FOLDER = Path(__file__).parent / "offices"
SHOWN = [
    "Date | Récit | Interne | Nombre",
    "mai 1926 | Cellule en gras | a | 13 %",
    "1931 | Une année | b | 1,0E-05",
    "12/06/1932 | Le Journal, XXe siècle, gras | c | 1 234,50",
    "14/07/1933 14:30 | Une ligne\ndeux  lignes | d | -3,50 €",
    "01/01/1934 | Ligne masquée | e | 1936",
    "janv.-35 | Un lien | f | 0",
    "dimanche 1 mars 1936 | Tout en italique | g | 12,5",
    "1937 |   des  blancs  | h | 30:00",
    "14:30 | Une heure | fusion | VRAI",
    "2 août de l’an 1938 | Suite | fusion | 7",
]
TOLD = {
    ("cell-comment", "Frise!B4", "à vérifier"),
    ("cell-comment", "Frise!F20", "hors du tableau"),
    ("value-hidden", "Frise!D7", "0"),
    ("hidden-columns", "Frise!A1", "C"),
}


@pytest.fixture(params=["xlsx", "xls", "ods"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "xlsx":
        return make(tmp_path / "frise.xlsx")
    return FOLDER / f"frise.{request.param}"


def _grids(path: Path) -> tuple[Grid, ...]:
    with Reading(path) as reading:
        return reading.grids()


def _letters(grid: Grid) -> list[str]:
    return [" | ".join(str(cell.text) for cell in row.cells) for row in grid.rows]


def _spans(grid: Grid, address: str) -> tuple[Span, ...]:
    cells = (cell for row in grid.rows for cell in row.cells)
    return next(cell for cell in cells if cell.at.address == address).text.spans


def _told(grid: Grid) -> set[tuple[str, str, str]]:
    return {(each.code.slug, str(each.at), each.before) for each in grid.findings}


def test_cells_are_read_as_they_are_shown(office: Path) -> None:
    grid, secret = _grids(office)

    assert _letters(grid) == SHOWN
    assert [row.number for row in grid.rows if row.hidden] == [6]
    assert (grid.visible, secret.visible, secret.name) == (True, False, "Cachée")
    assert _told(grid) == TOLD


def test_a_date_is_known_as_far_as_its_cell_shows_it(office: Path) -> None:
    values = [row.cells[0].value for row in _grids(office)[0].rows[1:9]]

    days = [each.date() if isinstance(each, dt.datetime) else each for each in values]
    assert days == [
        "mai 1926",
        1931,
        dt.date(1932, 6, 12),
        dt.date(1933, 7, 14),
        dt.date(1934, 1, 1),
        "janvier 1935",
        dt.date(1936, 3, 1),
        "1937",
    ]


def test_italics_raised_letters_and_links_are_kept(office: Path) -> None:
    grid = _grids(office)[0]

    styles = {span.text: span.style for span in _spans(grid, "B4")}
    assert styles["Journal"].italic
    assert styles["e"].superscript
    assert styles["gras"].bold
    assert not styles["Le "].italic
    assert not styles[" siècle, "].superscript
    assert [span.style.link for span in _spans(grid, "B7")] == ["https://exemple.fr/a"]
    assert [span.style.italic for span in _spans(grid, "B8")] == [True]
    assert [span.style.bold for span in _spans(grid, "B2")] == [False]


def _ods(folder: Path, rows: str, before: str = "", after: str = "") -> Grid:
    path = folder / "a.ods"
    path.write_bytes(ods_content(rows, before, after))
    return _grids(path)[0]


def _row(inside: str, cell: str = 'office:value-type="string"', row: str = "") -> str:
    """Return a row of one cell; ``cell`` and ``row`` are their attributes."""
    return (
        f"<table:table-row {row}><table:table-cell {cell}>{inside}</table:table-cell>"
        "</table:table-row>"
    )


def test_a_line_break_inside_a_paragraph_parts_its_words(tmp_path: Path) -> None:
    inside = "la suite<text:line-break/>deuxième<text:tab/>ligne<text:s text:c='2'/>ici"

    grid = _ods(tmp_path, _row(f"<text:p>{inside}</text:p>"))

    assert _letters(grid) == ["la suite\ndeuxième\tligne  ici"]


def test_line_ends_of_the_xml_are_blanks(tmp_path: Path) -> None:
    inside = "<text:p>\n   un <text:span>mot</text:span>\n   encore</text:p>"

    assert _letters(_ods(tmp_path, _row(inside))) == ["un mot encore"]


@pytest.mark.parametrize(
    ("value", "shown", "letters"),
    [
        ("1234.5", "1,234.50", "1 234,50"),
        ("-0.5", "-0.5", "-0,5"),
        ("0.125", "12.5%", "12,5 %"),
        ("1234.5", "1 234,50 €", "1 234,50 €"),
        ("1234.5", "1.234,50", "1.234,50"),
        ("1234", "1.234", "1.234"),
        ("1905", "1905", "1905"),
        ("1905", "", "1905"),
    ],
)
def test_a_number_stands_in_the_letters_of_its_sheet(
    value: str, shown: str, letters: str, tmp_path: Path
) -> None:
    inside = f"<text:p>{shown}</text:p>" if shown else ""
    kind = f'office:value-type="float" office:value="{value}"'

    assert _letters(_ods(tmp_path, _row(inside, kind))) == [letters]


def test_a_filter_that_hides_rows_is_told(tmp_path: Path) -> None:
    hidden = _row("<text:p>1902</text:p>", row='table:visibility="filter"')
    area = '<table:database-range table:target-range-address="Frise.A1:Frise.B9"><table:filter/>'
    after = f"<table:database-ranges>{area}</table:database-range></table:database-ranges>"

    grid = _ods(tmp_path, _row("<text:p>1901</text:p>") + hidden, after=after)

    assert [row.hidden for row in grid.rows] == [False, True]
    assert _told(grid) == {("filter-on", "Frise!A1", "A1:B9")}


def test_what_lies_on_a_sheet_is_told(tmp_path: Path) -> None:
    inside = (
        "<draw:frame><draw:image/></draw:frame><draw:custom-shape><text:p>Une note</text:p>"
        "</draw:custom-shape><text:p>1901</text:p>"
    )

    assert _told(_ods(tmp_path, _row(inside))) == {
        ("picture", "Frise!A1", "Image posée sur A1"),
        ("picture", "Frise!A1", "Forme posée sur A1 : « Une note »"),
    }


def test_repeated_cells_and_rows_stand_in_each_of_their_places(tmp_path: Path) -> None:
    empty = _row("", row='table:number-rows-repeated="1048000"')
    twice = 'table:number-columns-repeated="2"'
    rows = _row("<text:p>a</text:p>", twice, 'table:number-rows-repeated="2"')

    grid = _ods(tmp_path, empty + rows)

    assert [[cell.at.address for cell in row.cells] for row in grid.rows] == [
        ["A1048001", "B1048001"],
        ["A1048002", "B1048002"],
    ]


def test_errors_and_formulas_without_a_result_are_told(tmp_path: Path) -> None:
    error = _row("<text:p>#VALEUR !</text:p>", 'calcext:value-type="error"')
    formula = _row("", 'table:formula="of:=A1+1"')
    none = _row("", 'table:formula="of:=A1" office:value-type="string"')

    assert _told(_ods(tmp_path, error + formula + none)) == {
        ("error-value", "Frise!A1", "#VALEUR !"),
        ("formula-without-value", "Frise!A2", "=A1+1"),
    }


def test_what_a_reader_cannot_take_is_read_for_its_values_and_told(tmp_path: Path) -> None:
    dates = ("1926-05-01", "1926-05-02", "1926-05-01T14:30:00")
    rows = [_row("", f'office:value-type="date" office:date-value="{each}"') for each in dates]
    path = tmp_path / "a.ods"
    path.write_bytes(ods_content("".join(rows), head="<!DOCTYPE a>"))

    (grid,) = _grids(path)

    assert _letters(grid) == ["01/05/1926", "02/05/1926", "01/05/1926 14:30"]
    assert _told(grid) == {
        ("date-format-unknown", "Frise!A1", "01/05/1926"),
        ("styles-not-read", "Frise!A1", ""),
    }


def test_an_xls_that_its_reader_cannot_take_is_read_for_its_values(tmp_path: Path) -> None:
    odd = bytearray(xls([("Date", "Récit"), (1926.0, "Un fait.")]))
    look = odd.index(b"\x03\x02\x0e\x00") + 8
    odd[look : look + 2] = b"\x30\x00"  # the number of a look that the book does not have
    path = tmp_path / "a.xls"
    path.write_bytes(odd)

    (grid,) = _grids(path)

    assert _letters(grid) == ["Date | Récit", "1926 | Un fait."]
    assert _told(grid) == {("styles-not-read", "Frise!A1", "")}


@pytest.mark.parametrize("make_book", [ods, xls, xlsb])
def test_a_table_that_begins_further_down_keeps_its_addresses(
    make_book: Callable[[Rows], bytes], tmp_path: Path
) -> None:
    none = (None, None, None)
    path = tmp_path / "a.bin"
    path.write_bytes(
        make_book((none, none, (None, "Date", "Récit"), none, (None, 1926.0, "Un fait.")))
    )

    (grid,) = _grids(path)

    cells = [(cell.at.address, str(cell.text)) for row in grid.rows for cell in row.cells]
    assert cells == [("B3", "Date"), ("C3", "Récit"), ("B5", "1926"), ("C5", "Un fait.")]


def test_a_cell_repeated_over_the_whole_sheet_ends_in_a_sentence(tmp_path: Path) -> None:
    wide = 'table:number-columns-repeated="16384"'
    with pytest.raises(WorkbookError, match="trop de mémoire"):
        _ods(tmp_path, _row("<text:p>a</text:p>", wide, 'table:number-rows-repeated="1048576"'))


def test_formats_and_what_is_hidden_are_read_of_an_xlsb(tmp_path: Path) -> None:
    rows = (("Date", "Récit", "Part"), (9618.0, "x", 0.125), (11324.0, "y", 7.0), (9618.0, "z", 1))
    codes = {(1, 0): "mmmm yyyy", (1, 2): "0%", (2, 0): "yyyy", (3, 0): "dd/mm/yyyy"}
    path = tmp_path / "a.xlsb"
    path.write_bytes(xlsb(rows, codes, hidden=(2, 1)))

    (grid,) = _grids(path)

    assert _letters(grid)[1:] == ["mai 1926 | x | 13 %", "1931 | y | 7", "01/05/1926 | z | 1"]
    assert [row.cells[0].value for row in grid.rows[1:3]] == ["mai 1926", 1931]
    assert [row.number for row in grid.rows if row.hidden] == [3]
    assert _told(grid) == {
        ("hidden-columns", "Frise!A1", "B"),
        ("styles-not-read", "Frise!A1", ""),
    }
