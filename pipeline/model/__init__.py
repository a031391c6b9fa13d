"""The nouns of the pipeline, frozen: from the workbook's cell to the printed booklet.

``Record`` is raw, as the workbook has it; ``Entry`` is clean, as the booklet prints it:
two types, so that raw text cannot be printed by mistake.  Nothing here reads, cleans or
writes.

    place ◀─ text ◀─ raw, period ◀─ entry ◀─ booklet
"""

from __future__ import annotations

from pipeline.model.booklet import Booklet, Imprint, IndexKind, IndexTerm, Reference, Term
from pipeline.model.entry import (
    Block,
    Chapter,
    Entry,
    Era,
    Heading,
    ListBlock,
    Paragraph,
    Section,
)
from pipeline.model.period import Day, Period, Qualifier
from pipeline.model.place import CellRef, column_letters
from pipeline.model.raw import (
    Cell,
    CellValue,
    Column,
    Record,
    Records,
    Role,
    Row,
    Sheet,
    SourceFile,
)
from pipeline.model.text import LINKS, NO_TEXT, PLAIN, Mark, Span, Style, Text

__all__ = [
    "LINKS",
    "NO_TEXT",
    "PLAIN",
    "Block",
    "Booklet",
    "Cell",
    "CellRef",
    "CellValue",
    "Chapter",
    "Column",
    "Day",
    "Entry",
    "Era",
    "Heading",
    "Imprint",
    "IndexKind",
    "IndexTerm",
    "ListBlock",
    "Mark",
    "Paragraph",
    "Period",
    "Qualifier",
    "Record",
    "Records",
    "Reference",
    "Role",
    "Row",
    "Section",
    "Sheet",
    "SourceFile",
    "Span",
    "Style",
    "Term",
    "Text",
    "column_letters",
]
