"""What stands above a table: the title of the book, a year that opens the rows, other lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.config import Config
from pipeline.diagnostics import Code, Reporter
from pipeline.model import Cell, Record, Role, Row, Text
from pipeline.regex import regex
from pipeline.table.dated import is_dated
from pipeline.table.headings import fold
from pipeline.table.lent import is_year_band
from pipeline.table.rows import is_note, own_cells, report_cells, report_rows
from pipeline.table.subtitles import PART_RE

LONGEST_TITLE = 150
"""Letters of a line above the table that can still be the title of the book."""

_MADE_BY_RE = regex(
    r"\s*(?:(?:r[ée]daction|auteure?s?|autrices?|responsables?|contact|saisie|version|fichier)\s*:"
    r"|(?:r[ée]dig|établi|compil|saisi|relu)\w*\s+(?:par|le)\b|(?:version\s+|v\.?\s?)\d)",
    re.IGNORECASE,
)
"""How a line begins that tells who made the workbook, or when: ``Rédaction : P. Hardy``."""

_NUMBERS_RE = regex(r"(\d+)")
_TAIL_RE = regex(
    r"(?:[\s,;:|(–—-]+|\b(?:saisons?|années?|exercices?|an|du|de|en|pour)\b"
    r"|\bl[’'](?=ann|ex|an))+$",
    re.IGNORECASE,
)
"""What introduces the number of a season or a year: ``– Saison``."""


def read_above(
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


def shared_title(parts: Sequence[Sequence[Row]]) -> Text | None:
    """Return what the lines above several tables share where only their numbers differ.

    « Club – Saison 1998 » and « Club – Saison 1999 » are of the seasons, « Club » is the book’s.
    It is empty where nothing is left; ``None`` where the first line may be the title as it is.
    """
    cells = [next((c for row in rows if (c := _title_in(own_cells(row)))), None) for rows in parts]
    lines = [_NUMBERS_RE.split(str(cell.text)) for cell in cells if cell]
    if len({tuple(line[::2]) for line in lines}) != 1:
        return None
    differ = next((n for n, same in enumerate(zip(*lines, strict=True)) if len(set(same)) > 1), 0)
    return Text.plain_text(_TAIL_RE.sub("", "".join(lines[0][:differ]))) if differ else None


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
    if PART_RE.match(text) or _MADE_BY_RE.match(text):
        return False
    letters = any(each.isalpha() for each in text)
    return (
        len(text) <= LONGEST_TITLE and letters and not (sentence or is_dated(text) or is_note(text))
    )
