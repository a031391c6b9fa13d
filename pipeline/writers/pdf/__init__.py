"""Writer: the booklet as PDF, in three editions, from the parts that the press has laid out.

``reading`` makes the reading edition; ``print_shop`` and ``imposed`` are modules of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import AttachedFileSpec, Name, String

from pipeline.model import Booklet
from pipeline.theme import Theme
from pipeline.writers.pdf.assembly import Assembly, Gathering
from pipeline.writers.pdf.metadata import write_metadata
from pipeline.writers.press.layout import Layout


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the PDF."""

    name: str
    content: bytes
    mime: str
    relationship: str
    """``Source`` or ``Data`` (ISO 32000-2, 7.11.3)."""
    description: str


def reading(
    layout: Layout,
    booklet: Booklet,
    theme: Theme,
    attachments: Sequence[Attachment],
    gathering: Gathering | None = None,
) -> bytes:
    """Return the reading and archive edition: PDF/A-3a and PDF/UA-1 in one file.

    Args:
        layout: The book laid out.
        booklet: Its title, language, day.
        theme: Its measures.
        attachments: What travels inside.
        gathering: Parts copied while others were being laid out.
    """
    assembly = Assembly(layout, theme, gathering)
    assembly.finish_tags()
    assembly.finish_links()
    assembly.finish_outline(layout)
    assembly.finish_labels(layout)
    assembly.finish_view(booklet.imprint.language)
    for each in attachments:
        _attach(assembly.book, each, booklet.edited)
    write_metadata(assembly.book, booklet)
    return assembly.saved()


def _attach(book: pikepdf.Pdf, each: Attachment, day: dt.date) -> None:
    moment = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    stamp = f"D:{moment:%Y%m%d%H%M%S}Z"
    spec = AttachedFileSpec(
        book,
        each.content,
        filename=each.name,
        description=each.description,
        mime_type=each.mime,
        creation_date=stamp,
        mod_date=stamp,
    )
    spec.obj.AFRelationship = Name("/" + each.relationship)
    spec.obj.UF = String(each.name)
    book.attachments[each.name] = spec  # and in /AF, which PDF/A-3 wants


__all__ = [
    "Attachment",
    "Gathering",
    "reading",
]
