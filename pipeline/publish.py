"""Stages 6 and 7: Booklet → the bytes of every file asked for, each looked through at the end."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path

from pipeline import resources, verify
from pipeline.build import Files, Progress, Work
from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic
from pipeline.letters import printable_name
from pipeline.order import Order
from pipeline.theme import Theme, load_theme
from pipeline.writers import docx, html, json, pdf, repertoire, report


def opened(order: Order) -> AbstractContextManager[pdf.Workshop | None]:
    """Start the processes that the order needs, so that they are warm when the work comes."""
    if order.only & {"pdf", "print", "docx"}:
        return pdf.Workshop(order.jobs)
    return nullcontext(None)


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
    theme = _theme(config, order)
    stem = _stem(work)
    named: dict[str, bytes] = {}
    notes: tuple[str, ...] = ()
    layout = None
    if workshop is not None:
        layout = _lay_out(work, theme, order, workshop, progress)
        work = _with_warnings(work, layout)
    data = json.write(work.booklet, work.findings)
    if workshop is not None and layout is not None:
        if order.only & {"pdf", "print"}:
            progress("Livret", 0, None)
            attachments = _attachments(work, data, stem)
            reading = _reading(work, layout, theme, order, workshop, attachments, f"{stem}.pdf")
            if "pdf" in order.only:
                named[f"{stem}.pdf"] = reading
            if "print" in order.only:
                paper, notes = _on_paper(work, layout, theme, config, order, reading, stem)
                named |= paper
        if "docx" in order.only:
            progress("Fichier Word", 0, None)
            named[f"{stem}.docx"] = _word(work, layout, theme, config, workshop, f"{stem}.docx")
    if "report" in order.only:
        named[f"{stem}-rapport.html"] = report.write(work.booklet, work.records, work.findings)
    if "json" in order.only:
        named[f"{stem}.json"] = data
    return Files(named, notes, work.findings)


def _reading(
    work: Work,
    layout: pdf.Layout,
    theme: Theme,
    order: Order,
    workshop: pdf.Workshop,
    attachments: list[pdf.Attachment],
    name: str,
) -> bytes:
    """Return the reading edition, its pages read back and compared."""
    reading = pdf.reading(layout, work.booklet, theme, attachments)
    words = "\f".join(pdf.page_texts(reading, layout, theme, workshop, _kept(order)))
    verify.check_file(name, words, work.booklet, repertoire.printed_text)
    return reading


def _on_paper(
    work: Work,
    layout: pdf.Layout,
    theme: Theme,
    config: Config,
    order: Order,
    reading: bytes,
    stem: str,
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the print-shop edition and the office edition by name, and how to print them."""
    printed = pdf.print_shop(
        layout, work.booklet, theme, order.profile, cover_apart=config.layout.separate_cover
    )
    folded, how = pdf.imposed(reading, config.layout.signature)
    named = {f"{stem}-{name}.pdf": content for name, content in printed.items()}
    named[f"{stem}-cahier.pdf"] = folded
    return named, ((how,) if order.profile else (_NO_PROFILE, how))


_NO_PROFILE = (
    "Impression : la condition FOGRA39 est nommée, sans son profil ; "
    "pour un PDF/X-4 complet, [maquette] profil donne celui de l’imprimeur."
)


def _word(
    work: Work,
    layout: pdf.Layout,
    theme: Theme,
    config: Config,
    workshop: pdf.Workshop,
    name: str,
) -> bytes:
    """Return the Word file, its words read back and compared."""
    word = docx.write(
        work.booklet,
        work.findings,
        theme,
        layout.pagination,
        partial(pdf.rasterised, theme=theme),
        revisions=config.cleaning.revisions,
    )
    verify.check_file(name, verify.docx_words(word), work.booklet)
    return word


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


def _lay_out(
    work: Work, theme: Theme, order: Order, workshop: pdf.Workshop, progress: Progress
) -> pdf.Layout:
    booklet = work.booklet
    return pdf.lay_out_book(
        html.chapter_parts(booklet, theme),
        lambda pagination: html.front_parts(booklet, theme, pagination),
        lambda pagination: html.back_parts(booklet, theme, pagination),
        html.note_parts(booklet, theme),
        pdf.letter_sheet(theme),
        workshop=workshop,
        cache=_kept(order),
        progress=progress,
    )


def _kept(order: Order) -> Path | None:
    """Return the folder of what earlier runs made; ``None`` for none."""
    return order.cache / "parts" if order.cache else None


def _with_warnings(work: Work, layout: pdf.Layout) -> Work:
    """Return the work with what the pages could not say among its findings."""
    warned = tuple(
        Diagnostic(Code.LAYOUT_WARNING, None, before=each)
        for each in dict.fromkeys(layout.warnings)
    )
    outside = tuple(
        Diagnostic(Code.CHARACTER_OUTSIDE_FONTS, at, before=letter, after=sign, count=count)
        for at, letter, sign, count in repertoire.lacking(work.booklet)
    )
    return replace(work, findings=(*work.findings, *outside, *warned))


def _attachments(work: Work, data: bytes, stem: str) -> list[pdf.Attachment]:
    source = pdf.Attachment(
        work.sheet.source.name,
        work.path.read_bytes(),
        _MIME.get(work.path.suffix.lower(), "application/octet-stream"),
        "Source",
        "Le classeur dont ce livret est fait",
    )
    cleaned = pdf.Attachment(
        printable_name(f"{stem}.json"),
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
