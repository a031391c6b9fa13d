"""Stages 6 and 7: Booklet → the bytes of every file asked for, each looked through at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline import resources
from pipeline.compose import given_title
from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic
from pipeline.order import Order
from pipeline.theme import Theme, load_theme
from pipeline.verify import Sought, sought
from pipeline.work import Files, Progress, Work
from pipeline.writers import html, json
from pipeline.writers.press.laid import LaidOut
from pipeline.writers.press.layout import Layout, lay_out_book
from pipeline.writers.press.workshop import Workshop
from pipeline.writers.repertoire import printed_text

if TYPE_CHECKING:
    from pipeline.editions import Binding


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
        workshop: The processes that lay out; ``None`` where the order needs no page.
        progress: Told what is being done.
        meanwhile: Done while pages are being laid out.

    Raises:
        OutputError: A file does not hold what it must, or cannot be made.
    """
    if workshop is None:
        if meanwhile is not None:
            meanwhile()
        data = json.write(work.booklet, work.findings)
        return Files(_plain(work, order, data), (), work.findings)
    html.keep_templates(order.kept)
    bench = _Bench(work, order, workshop, meanwhile)
    _LAST[:] = [bench]
    theme = _theme(config, order)
    manuscript = html.Manuscript(work.booklet, theme)
    layout = lay_out_book(manuscript, bench, workshop, order.kept, progress)
    if layout.warnings:
        work = _with_warnings(work, layout)
        bench.data = json.write(work.booklet, work.findings)
    from pipeline.editions import Editions

    editions = Editions(work, config, order, theme, workshop, layout, bench.sought)
    named: dict[str, bytes] = {}
    notes: tuple[str, ...] = ()
    if bench.binding is not None:
        progress("Livret", 0, None)
        named, notes = editions.booklet(bench.data, bench.binding)
    if "docx" in order.only:
        progress("Fichier Word", 0, None)
        named |= editions.word()
    notes = (*_untitled(work, config), *notes)
    return Files(named | _plain(work, order, bench.data), notes, work.findings)


_LAST: list[_Bench] = []
"""That of the last run: to take its document down takes a while, and the program may be ending."""


class _Bench:
    """What is done while pages are being laid out; what binds them is loaded then, too."""

    def __init__(
        self, work: Work, order: Order, workshop: Workshop, also: Callable[[], None] | None
    ) -> None:
        self._work, self._order, self._workshop, self._also = work, order, workshop, also
        self.data = b""
        self.sought: tuple[Sought, ...] = ()
        self.binding: Binding | None = None
        """It is there as soon as a part is, where a booklet is asked for."""

    def set_to_work(self) -> None:
        """Do what needs no page: the data, the index, and what must stand in the book."""
        booklet = self._work.booklet
        self.data = json.write(booklet, self._work.findings)
        if self._order.bound:
            html.load_templates()
            self.sought = sought(booklet, printed_text)
        booklet.find_index()
        if self._also is not None:
            self._also()

    def foresee(self, laid: LaidOut) -> None:
        """Make a part ready to be bound, as far as that goes before its turn."""
        if binding := self._begun():
            binding.foresee(laid)

    def take(self, laid: LaidOut) -> None:
        """Bind a part into the book; without one its pages are counted only."""
        if binding := self._begun():
            binding.take(laid)

    def _begun(self) -> Binding | None:
        if self.binding is None and self._order.bound:
            from pipeline.editions import Binding

            self.binding = Binding.of(self._workshop, self._order.kept)
        return self.binding

    def read_back(self) -> None:
        """Have the parts that are bound read back: the processes have little else to do."""
        if self.binding is not None:
            self.binding.reader.begin()


def _untitled(work: Work, config: Config) -> tuple[str, ...]:
    """Return what to say where nobody has given the book a title."""
    if given_title(work.records, config):
        return ()
    return (
        f"Titre : « {work.booklet.imprint.title} », d’après le nom du fichier ; "
        "pour un autre : « annales init », puis [livre] titre.",
    )


def _plain(work: Work, order: Order, data: bytes) -> dict[str, bytes]:
    """Return the files that need no page: the report and the data."""
    stem, named = work.stem, {}
    if "report" in order.only:
        from pipeline.writers import report  # not always asked for

        named[f"{stem}-rapport.html"] = report.write(work.booklet, work.records, work.findings)
    if "json" in order.only:
        named[f"{stem}.json"] = data
    return named


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
