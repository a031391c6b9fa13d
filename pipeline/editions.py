"""The files that are made of pages, or know their numbers: bound, and looked through at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline import verify
from pipeline.config import Config
from pipeline.letters import printable_name
from pipeline.order import Order
from pipeline.theme import Theme
from pipeline.work import Work
from pipeline.writers import pdf, proof
from pipeline.writers.press.laid import LaidOut
from pipeline.writers.press.layout import Layout
from pipeline.writers.press.workshop import Workshop

LARGE_BYTES = 4 * 2**20
"""Size of a booklet that is put away before it is read back: both at once are the most memory."""


@dataclass(frozen=True, slots=True)
class Binding:
    """Parts of a book that are bound as they come, and read back."""

    gathering: pdf.Gathering
    reader: proof.Reader

    @classmethod
    def of(cls, workshop: Workshop, cache: Path | None) -> Binding:
        """Return one without a part."""
        return cls(pdf.Gathering(), proof.Reader(workshop, cache))

    def foresee(self, laid: LaidOut) -> None:
        """Open a part that will be copied, and look up what was read of it."""
        self.gathering.foresee(laid)
        self.reader.note(laid)

    def take(self, laid: LaidOut) -> None:
        """Copy a part into the book."""
        self.gathering.take(laid)
        self.reader.note(laid)


@dataclass(frozen=True, slots=True)
class Editions:
    """What the editions have in common."""

    work: Work
    config: Config
    order: Order
    theme: Theme
    workshop: Workshop
    layout: Layout
    sought: Sequence[verify.Sought]
    """What must stand in the booklet."""

    def booklet(self, data: bytes, bound: Binding) -> tuple[dict[str, bytes], tuple[str, ...]]:
        """Return the editions in PDF by name, and how to print them."""
        stem, named = self.work.stem, {}
        reading = self._reading(data, bound)
        if "pdf" in self.order.only:
            named[f"{stem}.pdf"] = reading
        if "print" not in self.order.only:
            return named, (_CHECKED,)
        from pipeline.writers.pdf.imposed import imposed
        from pipeline.writers.pdf.print_shop import print_shop

        printed = print_shop(
            self.layout,
            self.work.booklet,
            self.theme,
            self.order.profile,
            cover_apart=self.config.layout.separate_cover,
        )
        named |= {f"{stem}-{name}.pdf": content for name, content in printed.items()}
        named[f"{stem}-cahier.pdf"], how = imposed(reading, self.config.layout.signature)
        profile = () if self.order.profile else (_NO_PROFILE,)
        archives = (_CHECKED,) if "pdf" in self.order.only else ()
        return named, (*archives, *profile, how)

    def _reading(self, data: bytes, bound: Binding) -> bytes:
        """Return the reading edition, its pages read back and compared."""
        booklet, theme = self.work.booklet, self.theme
        bound.reader.begin()
        reading = pdf.reading(
            self.layout, booklet, theme, _attachments(self.work, data), bound.gathering
        )
        faults = self.workshop.begin("contrôle du livret", proof.faults, reading)
        if len(reading) > LARGE_BYTES:
            bound.gathering.let_go()
        read = proof.file_read(reading, self.layout, theme, bound.reader)
        name = f"{self.work.stem}.pdf"
        verify.check_file(name, "\f".join(read.texts), self.sought, read.letters)
        verify.check_conformity(name, faults())
        return reading

    def word(self) -> dict[str, bytes]:
        """Return the Word file by name, its words read back and compared."""
        # Slow to load, and not always asked for.
        from pipeline.writers import docx
        from pipeline.writers.pdf.raster import rasterised

        word = docx.write(
            self.work.booklet,
            self.work.findings,
            self.theme,
            self.layout.pagination,
            partial(rasterised, theme=self.theme),
            revisions=self.config.cleaning.revisions,
        )
        name = f"{self.work.stem}.docx"
        verify.check_file(name, verify.docx_words(word), verify.sought(self.work.booklet))
        return {name: word}


_CHECKED = (
    "Archives : PDF/A-3a et PDF/UA-1, contrôlés ici pour l’essentiel ; "
    "pour le contrôle complet, avant un versement : veraPDF."
)
_NO_PROFILE = (
    "Impression : la condition FOGRA39 est nommée, sans son profil ; "
    "pour un PDF/X-4 complet, [maquette] profil donne celui de l’imprimeur."
)


def _attachments(work: Work, data: bytes) -> list[pdf.Attachment]:
    source = pdf.Attachment(
        work.sheet.source.name,
        work.content,
        _MIME.get(work.path.suffix.lower(), "application/octet-stream"),
        "Source",
        "Le classeur dont ce livret est fait",
    )
    cleaned = pdf.Attachment(
        printable_name(f"{work.stem}.json"),
        data,
        "application/json",
        "Data",
        "Les données nettoyées et les constats",
    )
    return [source, cleaned]


_MIME = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    ".xls": "application/vnd.ms-excel",
    ".xlsb": "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
}
