"""Stage 7, the promise kept: nothing lost between the workbook and the finished files.

Two looks, independent of the stages.  First the data: the texts printed from a cell, put
back to what they replaced, must be that cell, letter by letter.  Then the files: every
text must stand in the finished PDF and in the finished Word file.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.diagnostics import Diagnostic, Severity
from pipeline.errors import OutputError
from pipeline.letters import letters
from pipeline.model import (
    Booklet,
    Cell,
    CellRef,
    Entry,
    Record,
    Records,
    Sheet,
    Text,
)

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PIECE = 5
"""Words that must stand together."""
SHOWN = 12
"""How many lost texts an error message names."""


def record_cells(record: Record) -> Iterator[Cell]:
    """Yield the raw cells of a record that are printed as text, in column order of roles."""
    yield from record.theme
    yield from record.sections
    yield from record.sources


def check_data(
    sheet: Sheet, records: Records, booklet: Booklet, findings: Iterable[Diagnostic]
) -> None:
    """Compare the cells of the sheet with the texts made from them.

    Args:
        sheet: The filled cells, raw.
        records: The table, raw.
        booklet: What will be printed.
        findings: A cell reported as left out may be missing.

    Raises:
        OutputError: A cell is not whole; the message names the cells.
    """
    left_out = {each.at for each in findings if each.severity is Severity.DROPPED}
    placed = _placed(records) | left_out
    lost = [
        (cell.at, str(cell.text))
        for row in sheet.rows
        for cell in row.cells
        if cell.at not in placed and letters(str(cell.text))
    ]
    # A merged cell is printed in every row that it spans, so a text is known by its row too.
    made: dict[tuple[str, int, CellRef], str] = {}
    for entry in booklet.entries:
        for text in entry.texts():
            if text.origin is not None:
                key = (entry.origin.sheet, entry.origin.row, text.origin)
                made[key] = made.get(key, "") + text.original
    for record in _printed_records(records, booklet):
        for cell in record_cells(record):
            raw = cell.text.original
            key = (record.sheet or records.source.sheet, record.row, cell.at)
            kept = made.get(key, "")
            if kept != raw and letters(kept) != letters(raw) and cell.at not in left_out:
                lost.append((cell.at, raw))
    _fail("les données nettoyées", lost)


def _placed(records: Records) -> set[CellRef | None]:
    """Return the cells that have a place in the table: rows, headings, title."""
    placed = {column.heading.origin for column in records.columns}
    placed.update(column.above for column in records.columns)
    placed.add(records.title.origin if records.title else None)
    for record in records.rows:
        placed.update(cell.at for cell in record.period.values())
        placed.update(cell.at for cell in record_cells(record))
    return placed


def _printed_records(records: Records, booklet: Booklet) -> Iterator[Record]:
    """Yield the records of the selection; all of them where there is none."""
    printed = {(entry.origin.sheet, entry.origin.row) for entry in booklet.entries}
    for record in records.rows:
        sheet = record.sheet or records.source.sheet
        if booklet.selection is None or (sheet, record.row) in printed:
            yield record


@dataclass(frozen=True, slots=True)
class Sought:
    """What must stand in a file, for one entry."""

    entry: Entry
    texts: tuple[tuple[Text, str, str], ...]
    """Each text, as the file prints it, and its letters."""
    dates: frozenset[str]
    """Letters of its date, long and short; one of them must stand there."""


def sought(booklet: Booklet, printed: Callable[[Text], str] = str) -> tuple[Sought, ...]:
    """Return what must stand in a file.

    Args:
        booklet: What is printed.
        printed: Gives the letters of a text as this file has them.
    """
    found = []
    for entry in booklet.entries:
        said = ((text, printed(text)) for text in entry.texts())
        period = entry.period
        dates = {letters(str(period.label)), letters(str(period.short))} - {""}
        texts = tuple((text, words, letters(words)) for text, words in said)
        found.append(Sought(entry, texts, frozenset() if period.inherited else frozenset(dates)))
    return tuple(found)


def check_file(name: str, words: str, wanted: Iterable[Sought], stream: str = "") -> None:
    """Look for every printed text in the text of a finished file.

    Args:
        name: Name of the file, for the message.
        words: Its whole text in reading order, without running heads and folios; a page
            ends with a form feed.
        wanted: What must stand in it.
        stream: The letters of its text, where they are known.

    Raises:
        OutputError: A text is missing; the message names the cells and the words.
    """
    stream = stream or letters(words)
    lost: list[tuple[CellRef | None, str]] = []
    spare: Counter[str] | None = None
    at = 0
    for each in wanted:
        start = at
        for text, printed, needle in each.texts:
            found = stream.find(needle, at)
            if found >= 0:
                at = found + len(needle)
            elif needle not in stream:
                spare = spare if spare is not None else _words(words)
                lost += [(text.origin, torn) for torn in _torn(printed, stream, spare)]
        near = stream[start:at] if at > start else stream
        if each.dates and not any(date in near for date in each.dates):
            first = next(filter(None, (needle for *_, needle in each.texts)), "")
            sections = each.entry.sections
            headed = letters(str(sections[0].heading)) + first if sections else first
            if not (_beside(each.dates, first, stream) or _beside(each.dates, headed, stream)):
                lost.append((each.entry.period.origin, str(each.entry.period.label)))
    _fail(name, lost)


def _beside(dates: Iterable[str], text: str, stream: str) -> bool:
    """Tell whether a date stands before any place of a text: contents may say the text too."""
    at = stream.find(text) if text else -1
    while at >= 0:
        if any(stream[max(0, at - len(date)) : at] == date for date in dates):
            return True
        at = stream.find(text, at + 1)
    return False


def _torn(text: str, stream: str, words: Counter[str]) -> list[str]:
    """Return what is lost of a text that does not stand in one piece in a file.

    It may be torn once or twice, where a page's end or a drawing comes between; its words are
    all there then.  A text of a few words is never torn.
    """
    said = text.split()
    pieces = [said[n : n + PIECE] for n in range(0, len(said), PIECE)]
    torn = [each for each in pieces if letters("".join(each)) not in stream]
    if len(pieces) == 1 or len(torn) > 2 + len(pieces) // 20:
        return [" ".join(each) for each in torn]
    return [word for each in torn for word in each if letters(word) and not words[letters(word)]]


def _words(text: str) -> Counter[str]:
    r"""Return the words of a file, and those that a page's end divides; pages end with ``\f``.

    >>> sorted(_words("un récit di\fvisé"))
    ['di', 'divisé', 'récit', 'un', 'visé']
    """
    pages = [list(map(letters, page.split())) for page in text.split("\f")]
    words = Counter(word for page in pages for word in page)
    for before, after in pairwise(page for page in pages if page):
        words.update(before[-1] + rest for rest in after)
    return words


def docx_words(docx: bytes) -> str:
    """Return the text of a Word file in reading order; tracked deletions do not count."""
    from lxml import etree

    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(docx)) as package, package.open("word/document.xml") as part:
        for _, element in etree.iterparse(part, tag=(f"{_WORD}t", f"{_WORD}p", f"{_WORD}tab")):
            found.append(element.text or "" if element.tag == f"{_WORD}t" else "\n")
            if element.tag == f"{_WORD}p":
                element.clear()
    return "".join(found)


def check_conformity(name: str, faults: Sequence[str]) -> None:
    """Stop where a file is not what it says to be.

    Args:
        name: Name of the file, for the message.
        faults: What is wrong with it.

    Raises:
        OutputError: There are faults; the message names them.
    """
    if faults:
        shown = "".join(f"\n  {each}" for each in faults[:SHOWN])
        raise OutputError(
            f"Rien n’a été écrit : {name} ne serait conforme ni à PDF/A-3a ni à PDF/UA-1.{shown}\n"
            "C’est un défaut du programme : signalez-le, avec le classeur si possible."
        )


def _fail(where: str, lost: Sequence[tuple[CellRef | None, str]]) -> None:
    if not lost:
        return
    shown = [f"  {at or 'sans cellule'} : « {_short(text)} »" for at, text in lost[:SHOWN]]
    more = [f"  … et {len(lost) - SHOWN} autres."] if len(lost) > SHOWN else []
    raise OutputError(
        "\n".join(
            [
                f"Rien n’a été écrit : des mots du classeur manquent dans {where}.",
                *shown,
                *more,
                "C’est un défaut du programme : signalez-le, avec le classeur si possible.",
            ]
        )
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
