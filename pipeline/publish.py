"""Stages 6 and 7: Booklet → the bytes of every file asked for, each looked through at the end."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline import resources
from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic
from pipeline.order import Order
from pipeline.theme import Theme, load_theme
from pipeline.work import Files, Progress, Work
from pipeline.writers import html, json, report
from pipeline.writers.html.style import stylesheet
from pipeline.writers.press.laid import LaidOut
from pipeline.writers.press.layout import Layout, lay_out_book
from pipeline.writers.press.workshop import Workshop

if TYPE_CHECKING:
    from pipeline.writers.pdf import Gathering


def opened(order: Order) -> AbstractContextManager[Workshop | None]:
    """Start the processes that the order needs, so that they are warm when the work comes."""
    return Workshop(order.jobs) if order.paged else nullcontext(None)


def prepare(config: Config, order: Order, workshop: Workshop) -> None:
    """Have the processes read the styles of the book while there is no part yet."""
    workshop.prepare(stylesheet(_theme(config, order)))


def publish(
    work: Work,
    config: Config,
    order: Order,
    workshop: Workshop | None,
    progress: Progress,
    meanwhile: Callable[[], None] | None = None,
) -> Files:
    """Return every file asked for, whole and checked.

    Args:
        work: What the stages made.
        config: Settings of this run.
        order: What to write.
        workshop: The processes of ``opened(order)``.
        progress: Told what is being done.
        meanwhile: Done while pages are being laid out.

    Raises:
        OutputError: A file does not hold what it must, or cannot be made.
    """
    data: list[bytes] = []

    def waiting() -> None:
        data.append(json.write(work.booklet, work.findings))
        if meanwhile is not None:
            meanwhile()

    if workshop is None:
        waiting()
        return Files(_plain(work, order, data[0]), (), work.findings)
    theme, binding = _theme(config, order), _Binding()
    layout = _lay_out(work, theme, order, workshop, binding, progress, waiting)
    if layout.warnings:
        work = _with_warnings(work, layout)
        data = [json.write(work.booklet, work.findings)]
    from pipeline.editions import Editions

    editions = Editions(work, config, order, theme, workshop, layout, binding.gathering)
    named: dict[str, bytes] = {}
    notes: tuple[str, ...] = ()
    if order.only & {"pdf", "print"}:
        progress("Livret", 0, None)
        named, notes = editions.booklet(data[0])
    if "docx" in order.only:
        progress("Fichier Word", 0, None)
        named |= editions.word()
    return Files(named | _plain(work, order, data[0]), notes, work.findings)


class _Binding:
    """Copies parts into the book; what binds is loaded when the processes are at work."""

    def __init__(self) -> None:
        self.gathering: Gathering | None = None

    def take(self, laid: LaidOut) -> None:
        """Copy a part."""
        if self.gathering is None:
            from pipeline.writers.pdf import Gathering

            self.gathering = Gathering()
        self.gathering.take(laid)


def _plain(work: Work, order: Order, data: bytes) -> dict[str, bytes]:
    """Return the files that need no page: the report and the data."""
    stem, named = work.stem, {}
    if "report" in order.only:
        named[f"{stem}-rapport.html"] = report.write(work.booklet, work.records, work.findings)
    if "json" in order.only:
        named[f"{stem}.json"] = data
    return named


def _lay_out(
    work: Work,
    theme: Theme,
    order: Order,
    workshop: Workshop,
    binding: _Binding,
    progress: Progress,
    meanwhile: Callable[[], None],
) -> Layout:
    booklet, bound = work.booklet, order.only & {"pdf", "print"}
    return lay_out_book(
        html.chapter_parts(booklet, theme),
        lambda pagination: html.front_parts(booklet, theme, pagination),
        lambda pagination: html.back_parts(booklet, theme, pagination),
        html.note_parts(booklet, theme),
        html.letter_sheet(theme),
        workshop=workshop,
        cache=order.kept,
        progress=progress,
        taken=binding.take if bound else _unbound,
        meanwhile=meanwhile,
    )


def _unbound(_: object) -> None:
    """Where no book is bound, its pages are counted only."""


def _theme(config: Config, order: Order) -> Theme:
    """Return the shipped theme, the format's changes on it, the user's own on top."""
    own, name = order.theme
    layers = [(resources.text("styles/a4.toml"), "a4.toml")] if config.layout.format == "A4" else []
    if own:
        layers.append((own, name))
    return load_theme(resources.text("styles/theme.toml"), *layers)


def _with_warnings(work: Work, layout: Layout) -> Work:
    """Return the work with what the pages could not say among its findings."""
    warned = tuple(
        Diagnostic(Code.LAYOUT_WARNING, None, before=each)
        for each in dict.fromkeys(layout.warnings)
    )
    return replace(work, findings=(*work.findings, *warned))
