"""Stages 6 and 7: Booklet → the bytes of every file asked for, each looked through at the end."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial

from pipeline import resources, verify
from pipeline.build import Files, Progress, Work
from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic
from pipeline.letters import printable_name
from pipeline.order import Order
from pipeline.theme import Theme, load_theme
from pipeline.writers import html, json, pdf, repertoire, report
from pipeline.writers.html.style import stylesheet


def opened(order: Order) -> AbstractContextManager[pdf.Workshop | None]:
    """Start the processes that the order needs, so that they are warm when the work comes."""
    return pdf.Workshop(order.jobs) if order.paged else nullcontext(None)


def prepare(config: Config, order: Order, workshop: pdf.Workshop) -> None:
    """Have the processes read the styles of the book while there is no part yet."""
    workshop.prepare(stylesheet(_theme(config, order)))


def publish(
    work: Work, config: Config, order: Order, workshop: pdf.Workshop | None, progress: Progress
) -> Files:
    """Return every file asked for, whole and checked.

    Args:
        work: What the stages made.
        config: Settings of this run.
        order: What to write.
        workshop: The processes of ``opened(order)``.
        progress: Told what is being done.

    Raises:
        OutputError: A file does not hold what it must, or cannot be made.
    """
    if workshop is None:
        data = json.write(work.booklet, work.findings)
        return Files(_plain(work, order, data), (), work.findings)
    theme = _theme(config, order)
    gathering = pdf.Gathering()
    layout = _lay_out(work, theme, order, workshop, gathering, progress)
    work = _with_warnings(work, layout)
    data = json.write(work.booklet, work.findings)
    editions = _Editions(work, config, order, theme, workshop, layout, gathering)
    named: dict[str, bytes] = {}
    notes: tuple[str, ...] = ()
    if order.only & {"pdf", "print"}:
        progress("Livret", 0, None)
        named, notes = editions.booklet(data)
    if "docx" in order.only:
        progress("Fichier Word", 0, None)
        named |= editions.word()
    return Files(named | _plain(work, order, data), notes, work.findings)


def _plain(work: Work, order: Order, data: bytes) -> dict[str, bytes]:
    """Return the files that need no page: the report and the data."""
    stem, named = _stem(work), {}
    if "report" in order.only:
        named[f"{stem}-rapport.html"] = report.write(work.booklet, work.records, work.findings)
    if "json" in order.only:
        named[f"{stem}.json"] = data
    return named


def _lay_out(
    work: Work,
    theme: Theme,
    order: Order,
    workshop: pdf.Workshop,
    gathering: pdf.Gathering,
    progress: Progress,
) -> pdf.Layout:
    booklet, bound = work.booklet, order.only & {"pdf", "print"}
    return pdf.lay_out_book(
        html.chapter_parts(booklet, theme),
        lambda pagination: html.front_parts(booklet, theme, pagination),
        lambda pagination: html.back_parts(booklet, theme, pagination),
        html.note_parts(booklet, theme),
        pdf.letter_sheet(theme),
        workshop=workshop,
        cache=order.kept,
        progress=progress,
        taken=gathering.take if bound else _unbound,
    )


def _unbound(_: object) -> None:
    """Where no book is bound, its pages are counted only."""


@dataclass(frozen=True, slots=True)
class _Editions:
    """The files that are made of pages, or know their numbers; each is looked through."""

    work: Work
    config: Config
    order: Order
    theme: Theme
    workshop: pdf.Workshop
    layout: pdf.Layout
    gathering: pdf.Gathering

    def booklet(self, data: bytes) -> tuple[dict[str, bytes], tuple[str, ...]]:
        """Return the editions in PDF by name, and how to print them."""
        stem, named = _stem(self.work), {}
        reading = self._reading(data)
        if "pdf" in self.order.only:
            named[f"{stem}.pdf"] = reading
        if "print" not in self.order.only:
            return named, (_CHECKED,)
        printed = pdf.print_shop(
            self.layout,
            self.work.booklet,
            self.theme,
            self.order.profile,
            cover_apart=self.config.layout.separate_cover,
        )
        named |= {f"{stem}-{name}.pdf": content for name, content in printed.items()}
        named[f"{stem}-cahier.pdf"], how = pdf.imposed(reading, self.config.layout.signature)
        profile = () if self.order.profile else (_NO_PROFILE,)
        return named, (_CHECKED, *profile, how)

    def _reading(self, data: bytes) -> bytes:
        """Return the reading edition, its pages read back and compared."""
        booklet, theme = self.work.booklet, self.theme
        reading = pdf.reading(
            self.layout, booklet, theme, _attachments(self.work, data), self.gathering
        )
        faults = self.workshop.begin("contrôle du livret", pdf.faults, reading)
        texts = pdf.page_texts(reading, self.layout, theme, self.workshop, self.order.kept)
        name = f"{_stem(self.work)}.pdf"
        verify.check_file(name, "\f".join(texts), booklet, repertoire.printed_text)
        verify.check_conformity(name, faults())
        return reading

    def word(self) -> dict[str, bytes]:
        """Return the Word file by name, its words read back and compared."""
        from pipeline.writers import docx  # slow to load, and not always asked for

        word = docx.write(
            self.work.booklet,
            self.work.findings,
            self.theme,
            self.layout.pagination,
            partial(pdf.rasterised, theme=self.theme),
            revisions=self.config.cleaning.revisions,
        )
        name = f"{_stem(self.work)}.docx"
        verify.check_file(name, verify.docx_words(word), self.work.booklet)
        return {name: word}


_CHECKED = (
    "Archives : PDF/A-3a et PDF/UA-1, contrôlés ici pour l’essentiel ; "
    "pour le contrôle complet, avant un versement : veraPDF."
)
_NO_PROFILE = (
    "Impression : la condition FOGRA39 est nommée, sans son profil ; "
    "pour un PDF/X-4 complet, [maquette] profil donne celui de l’imprimeur."
)


def _theme(config: Config, order: Order) -> Theme:
    """Return the shipped theme, the format's changes on it, the user's own on top."""
    own, name = order.theme
    layers = [(resources.text("styles/a4.toml"), "a4.toml")] if config.layout.format == "A4" else []
    if own:
        layers.append((own, name))
    return load_theme(resources.text("styles/theme.toml"), *layers)


def _stem(work: Work) -> str:
    """Return the name of the files, ``frise-1994`` for an annual report."""
    selection = work.booklet.selection
    if selection is None:
        return work.path.stem
    first, last = selection
    return f"{work.path.stem}-{first}" + (f"-{last}" if last != first else "")


def _with_warnings(work: Work, layout: pdf.Layout) -> Work:
    """Return the work with what the pages could not say among its findings."""
    warned = tuple(
        Diagnostic(Code.LAYOUT_WARNING, None, before=each)
        for each in dict.fromkeys(layout.warnings)
    )
    return replace(work, findings=(*work.findings, *warned))


def _attachments(work: Work, data: bytes) -> list[pdf.Attachment]:
    source = pdf.Attachment(
        work.sheet.source.name,
        work.path.read_bytes(),
        _MIME.get(work.path.suffix.lower(), "application/octet-stream"),
        "Source",
        "Le classeur dont ce livret est fait",
    )
    cleaned = pdf.Attachment(
        printable_name(f"{_stem(work)}.json"),
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
