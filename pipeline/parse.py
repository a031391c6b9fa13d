"""Stage 2: Sheet → Records: the heading row, what each column is for, which rows are events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.columns import columns_of
from pipeline.config import Config
from pipeline.dated import is_dated, looks_dated
from pipeline.diagnostics import Code, Reporter
from pipeline.errors import WorkbookError
from pipeline.headings import fold, role_of, score
from pipeline.model import Cell, CellValue, Record, Records, Role, Row, Sheet, Text
from pipeline.rows import (
    is_note,
    is_year_band,
    own_cells,
    records_of,
    report_cells,
    report_rows,
    texts_of,
)

HEADING_ROWS = 20
"""The heading row stands in the first rows, anywhere in so many."""
LONGEST_TITLE = 150
"""Letters of a line above the table that can still be the title of the book."""
DATED_SHARE = 0.8
"""Share of a column's cells that look dated, from which it holds the periods."""

_LETTERS_RE = re.compile("[A-Z]{1,2}")
"""A column named by its letters: ``AB``."""


def parse(sheet: Sheet, config: Config, report: Reporter) -> Records:
    """Return the table of a sheet: its columns with their roles, and its rows.

    Args:
        sheet: Filled rows; several sheets may have been joined, each with its headings.
        config: ``[feuille] entete`` and ``[colonnes]`` rule over what is recognised.
        report: Receives what is left out: lines above, repeated headings, notes below.

    Raises:
        WorkbookError: There is no column of periods; the message lists the headings found.
    """
    parts = _by_sheet(sheet)
    first = parts[0]
    heads, top, period = _heading_rows(first, config, sheet)
    columns = columns_of(heads, top, parts, config, sheet.source.name, report, period)
    title = None
    rows: list[Record] = []
    for part in parts:
        part_heads = heads if part is first else _same_headings(part, heads, sheet)
        start = top if part is first else (part_heads[0].number if part_heads else 0)
        above = [row for row in part if row.number < start]
        title, bands = _above(above, config, report, title)
        rows += bands
        if part is not first:
            report_rows(part_heads, Code.HEADING_REPEATED, report)
        below = part_heads[-1].number if part_heads else start - 1
        year = bands[-1].period[Role.PERIOD] if bands else _year_of_sheet(part[0])
        rows += records_of([r for r in part if r.number > below], columns, heads, report, year)
    return Records(sheet.source, columns, tuple(rows), title)


def _by_sheet(sheet: Sheet) -> list[list[Row]]:
    """Cut the rows where another sheet begins."""
    parts: list[list[Row]] = []
    for row in sheet.rows:
        if parts and row.number > parts[-1][-1].number and _sheet(row) == _sheet(parts[-1][-1]):
            parts[-1].append(row)
        else:
            parts.append([row])
    return parts


def _year_of_sheet(first: Row) -> Cell | None:
    """Return the year that a sheet is named by, as a cell to lend to its days and months."""
    name = _sheet(first)
    if not re.fullmatch(r"1\d{3}|20\d{2}", name.strip()):
        return None
    return Cell(Text.plain_text(name, first.cells[0].at), int(name))


def _sheet(row: Row) -> str:
    return row.cells[0].at.sheet


# -- the heading row -------------------------------------------------------------


def _heading_rows(
    rows: Sequence[Row], config: Config, sheet: Sheet
) -> tuple[tuple[Row, ...], int, int | None]:
    """Return the heading rows (one, two or none), the table's first row, and its period column.

    The column is only known here where its content and not its heading tells it.
    """
    number = config.sheet.heading_row
    if number is not None:
        row = next((each for each in rows if each.number == number), None)
        if row is None:
            raise WorkbookError(
                f"{sheet.source.name}, feuille « {sheet.name} » : la ligne {number} demandée "
                "par [feuille] entete est vide.\nIndiquez le numéro de la ligne d’en-têtes."
            )
        return (row,), number, None
    head = [row for row in rows if row.number <= rows[0].number + HEADING_ROWS]
    wanted = config.columns.period
    asked = [wanted] if isinstance(wanted, str) else wanted
    names = {fold(each) for each in asked if not _LETTERS_RE.fullmatch(each)} - {""}
    best = next((row for row in head if names & {fold(text) for text in texts_of(row)}), None)
    if best is None:
        best = max(head, key=lambda row: score(texts_of(row)))
    if names & {fold(text) for text in texts_of(best)} or score(texts_of(best)):
        heads = _with_neighbour(best, rows)
        return heads, heads[0].number, None
    if found := _by_content(rows):
        return found
    if wanted:
        return (head[0],), head[0].number, None
    raise _no_period(rows, sheet)


def _by_content(rows: Sequence[Row]) -> tuple[tuple[Row, ...], int, int] | None:
    """Return heading rows, first row and period column of a table whose headings name none."""
    cells: dict[int, list[Cell]] = {}
    for row in rows:
        for cell in own_cells(row):
            cells.setdefault(cell.at.column, []).append(cell)
    for column in sorted(cells):
        dated = [cell for cell in cells[column] if looks_dated(cell)]
        if len(dated) < 2 or len(cells) < 2:
            continue
        start = dated[0].at.row
        below = [cell for cell in cells[column] if cell.at.row >= start]
        if len(dated) < DATED_SHARE * len(below) or start > rows[0].number + HEADING_ROWS:
            continue
        if not _in_order([cell.value for cell in dated]):
            continue
        above = [row for row in rows if row.number < start]
        if above and len(own_cells(above[-1])) > 1:
            return (above[-1],), above[-1].number, column
        return (), start, column
    return None


def _in_order(values: Sequence[CellValue]) -> bool:
    """Tell whether bare numbers can be years: three or more that rise, or fall, nearly all."""
    numbers = [value for value in values if isinstance(value, (int, float))]
    if len(numbers) < len(values):
        return True
    rises = sum(a <= b for a, b in pairwise(numbers))
    most = max(rises, sum(a >= b for a, b in pairwise(numbers)))
    return len(numbers) > 2 and most >= DATED_SHARE * (len(numbers) - 1)


def _with_neighbour(best: Row, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Add a second heading row: a group above equal headings, or sub-headings below groups."""
    place = rows.index(best)
    texts = [fold(text) for text in texts_of(best)]
    above = rows[place - 1] if place else None
    if (
        above is not None
        and above.number == best.number - 1
        and (len(set(texts)) < len(texts) or _heads_more(above, best))
        and len(above.cells) > 1
        and all(len(text) < 60 and not is_dated(text) for text in texts_of(above))
    ):
        return above, best
    below = rows[place + 1] if place + 1 < len(rows) else None
    if below is None or below.number != best.number + 1:
        return (best,)
    columns = {cell.at.column for cell in best.cells}
    period = next(
        (c.at.column for c in best.cells if (r := role_of(str(c.text))) and r[0] in _DATED), None
    )
    own = own_cells(below)
    short = all(len(str(c.text)) < 30 and not re.search(r"\d", str(c.text)) for c in own)
    under_blank = any(cell.at.column not in columns for cell in own)
    dated = any(cell.at.column == period for cell in own)
    if len(own) > 1 and short and under_blank and not dated:
        return best, below
    return (best,)


def _heads_more(above: Row, best: Row) -> bool:
    """Tell whether a row heads columns that the row below it leaves without, or shares."""
    columns = {cell.at.column for cell in best.cells}
    beyond = any(cell.at.column not in columns for cell in above.cells)
    if any(cell.at.row == above.number for cell in best.cells):
        return True  # a heading merged over both rows
    return beyond and sum(role_of(text) is not None for text in texts_of(above)) > 1


_DATED = (Role.PERIOD, Role.YEAR)


def _same_headings(rows: Sequence[Row], wanted: Sequence[Row], sheet: Sheet) -> tuple[Row, ...]:
    """Return the heading rows of a joined sheet; none where it goes on without headings.

    Raises:
        WorkbookError: It has other headings.
    """
    key = _key(wanted[0]) if wanted else None
    head = [row for row in rows if row.number <= rows[0].number + HEADING_ROWS]
    for place, row in enumerate(head):
        if _key(row) == key:
            return tuple(rows[place : place + len(wanted)])
    other = next((row for row in head if score(texts_of(row))), None)
    if other is not None and wanted:
        raise WorkbookError(
            f"{sheet.source.name} : les feuilles « {sheet.name} » et « {_sheet(other)} » n’ont pas "
            f"les mêmes en-têtes.\n« {sheet.name} » : {_listed(wanted[0])}.\n"
            f"« {_sheet(other)} » : {_listed(other)}.\n"
            "Mettez les mêmes en-têtes aux mêmes colonnes, ou ne gardez qu’une feuille dans "
            "[feuille] nom."
        )
    return ()


def _key(row: Row) -> list[tuple[int, str]]:
    return [(cell.at.column, fold(str(cell.text))) for cell in row.cells]


def _listed(row: Row) -> str:
    return ", ".join(f"« {_short(text, 40)} »" for text in texts_of(row)[:12])


def _no_period(rows: Sequence[Row], sheet: Sheet) -> WorkbookError:
    found = next((row for row in rows if len(row.cells) > 1), rows[0])
    return WorkbookError(
        f"{sheet.source.name}, feuille « {sheet.name} » : aucune colonne de périodes "
        f"(« Période », « Date », « Année »…) dans les {HEADING_ROWS} premières lignes.\n"
        f"En-têtes lus (ligne {found.number}) : {_listed(found)}.\n"
        "Donnez un de ces noms à la colonne des dates, ou indiquez la sienne : "
        "[colonnes] periode dans annales.toml."
    )


def _short(text: str, length: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"


def _above(
    rows: Sequence[Row], config: Config, report: Reporter, title: Text | None
) -> tuple[Text | None, list[Record]]:
    """Return the title found above the table, and years that open it; the rest is reported."""
    bands = []
    for row in rows:
        cells = own_cells(row)
        lone = cells[0] if len(cells) == 1 else None
        if lone and is_year_band(lone):
            bands.append(Record(row.number, {Role.PERIOD: lone}, sheet=lone.at.sheet))
        elif title is None and not config.book.title and (named := _title_in(cells)):
            title = named.text
            rest = [cell for cell in cells if cell is not named]
            report_cells(rest, Code.OUTSIDE_TABLE, report)
        else:
            report_rows((row,), Code.OUTSIDE_TABLE, report)
    return title, bands


def _title_in(cells: Sequence[Cell]) -> Cell | None:
    """Return the cell of a row that names the book: alone, or behind ``Titre :``."""
    texts = [str(cell.text) for cell in cells]
    if len(cells) == 2 and fold(texts[0]) in ("titre", "title") and _is_title(texts[1]):
        return cells[1]
    return cells[0] if len(cells) == 1 and _is_title(texts[0]) else None


def _is_title(line: str) -> bool:
    """Tell whether a line above the table can be the book's title: no sentence, date or note."""
    text = line.strip()
    sentence = text.endswith(".") and len(text.split()) > 3
    letters = any(each.isalpha() for each in text)
    return (
        len(text) <= LONGEST_TITLE and letters and not (sentence or is_dated(text) or is_note(text))
    )
