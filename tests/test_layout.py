"""Laying out: the same bytes whatever the processes and the cache; trouble that is survived."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.config import Config
from pipeline.errors import OutputError
from pipeline.order import Order
from pipeline.print_room import PrintRoom
from pipeline.work import Work
from pipeline.writers import html
from pipeline.writers.pagination import Pagination
from pipeline.writers.parts import Html, Part
from pipeline.writers.pdf.folio import FolioFont
from pipeline.writers.press.laid import LaidOut
from pipeline.writers.press.layout import Placed
from pipeline.writers.press.workshop import Workshop
from tests.booklet import Book
from tests.conftest import built, shipped_theme, work_of
from tests.workbooks import book as workbook


def _made(work: Work, jobs: int, cache: Path | None) -> bytes:
    order = Order(frozenset({"pdf"}), jobs=jobs, cache=cache)
    with PrintRoom(order) as room:
        files = room.publish(work, Config(), lambda *_: None, lambda: None)
    return files.named["chronique-atelier.pdf"]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def once(example_work: Work, cache: Path) -> bytes:
    return _made(example_work, 2, cache)


def test_one_process_or_two_and_a_full_cache_give_the_same_bytes(
    example_work: Work, once: bytes, cache: Path
) -> None:
    kept = {each.suffix for each in (cache / "kept").iterdir()}
    once_a_process = {".template", ".declared"}
    assert kept - once_a_process == {".part", ".texts"}
    assert _made(example_work, 1, None) == once
    assert _made(example_work, 2, cache) == once


def test_a_damaged_cache_changes_nothing(
    example_work: Work, once: bytes, cache: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(cache, tmp_path / "copy")
    for number, part in enumerate(sorted((copy / "kept").iterdir())):
        content = part.read_bytes()
        part.write_bytes([b"", content[:100], content[:-1] + b"\x00", b"{}" * 50][number % 4])

    assert _made(example_work, 2, copy) == once


def test_a_cache_that_cannot_be_written_changes_nothing(
    example_work: Work, once: bytes, tmp_path: Path
) -> None:
    (tmp_path / "kept").write_text("a file where the folder should be", encoding="utf-8")

    assert _made(example_work, 1, tmp_path) == once


# -- processes ---------------------------------------------------------------------------


def _die_once(mark: str) -> str:
    """End the process where the mark is not there yet."""
    if not Path(mark).exists():
        Path(mark).touch()
        os._exit(3)
    return "done"


def _die(_: object = None) -> None:
    os._exit(3)


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    with Workshop(1) as pool:
        yield pool


def test_a_process_that_dies_is_replaced(workshop: Workshop, tmp_path: Path) -> None:
    assert workshop.begin("la page", _die_once, str(tmp_path / "mark"))() == "done"


def _count(folder: str, name: str) -> str:
    """Leave a trace of each call; the second name ends its process the first time."""
    trace = Path(folder) / name
    calls = int(trace.read_text()) + 1 if trace.exists() else 1
    trace.write_text(str(calls))
    if name == "b" and calls == 1:
        os._exit(3)
    return f"{name}{calls}"


def test_what_was_done_before_a_process_died_is_not_done_again(
    workshop: Workshop, tmp_path: Path
) -> None:
    begun = [workshop.begin("la page", _count, str(tmp_path), name) for name in "abc"]

    assert [done() for done in begun] == ["a1", "b2", "c1"]


def test_what_is_begun_after_a_process_died_is_done(workshop: Workshop, tmp_path: Path) -> None:
    """Whoever asks late for what died finds new processes at work, and leaves them to it."""
    begun = [workshop.begin("la page", _count, str(tmp_path), "b")]
    while not (tmp_path / "b").exists():
        time.sleep(0.01)
    time.sleep(0.5)
    begun += [workshop.begin("la page", _count, str(tmp_path), name) for name in "defgh"]

    assert [done() for done in begun] == ["b2", "d1", "e1", "f1", "g1", "h1"]


def test_a_process_found_dead_while_the_next_one_starts_is_replaced(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The pool closes its queue, which the next process should have had: no word of a dead one."""
    with Workshop(2) as workshop:
        pool: Any = workshop.pool
        start = pool._adjust_process_count

        def late() -> None:
            for process in pool._processes.values():
                process.kill()
            while not pool._call_queue._reader.closed:
                time.sleep(0.01)
            while pool._idle_worker_semaphore.acquire(blocking=False):
                pass
            start()

        monkeypatch.setattr(pool, "_adjust_process_count", late)

        assert workshop.begin("la page", _count, str(tmp_path), "a")() == "a1"


def test_what_kills_its_process_twice_is_named(workshop: Workshop) -> None:
    with pytest.raises(OutputError, match=r"«\sla page\s»"):
        workshop.begin("la page", _die)()


def _laid(workshop: Workshop, *parts: Part) -> list[tuple[int, LaidOut]]:
    batch = workshop.batch()
    for number, part in enumerate(parts):
        batch.add(number, part)
    batch.begin()
    return list(batch.results())


def test_parts_come_back_though_their_process_died(workshop: Workshop) -> None:
    with pytest.raises(OutputError):
        workshop.begin("x", _die)()
    part = Part("a", Html("<html lang=fr><title>x</title><p id=a>Un mot.</p></html>"), "A")

    ((number, laid),) = _laid(workshop, part)

    assert (number, laid.pages, laid.words) == (0, 1, ("Un mot.\n",))
    assert laid.anchors["a"][0] == 0


# -- the page ----------------------------------------------------------------------------


def test_a_short_last_page_is_drawn_in_or_filled(workshop: Workshop) -> None:
    def part(lines: int, *spare: str) -> Part:
        text = "<br>".join(f"ligne {n}" for n in range(lines))
        style = "@page{size:100mm 100mm;margin:10mm}p{line-height:20px;orphans:1;widows:1}"
        html = f"<html><style>{style}</style><p>{text}</p></html>"
        return Part("a", Html(html), "A", spare=spare)

    longer = "@page{margin-bottom:-10mm}"
    plain = part(31)
    drawn_in = part(31, longer)

    laid = [each for _, each in _laid(workshop, plain, drawn_in)]

    assert sorted(each.pages for each in laid) == [2, 3]


def test_lines_lie_on_one_grid(
    example_book_path: Path, seed_files: Path, sparse_files: Path
) -> None:
    """Recto and verso agree: the baselines of running text are whole lines apart."""
    line = shipped_theme()["type"]["leading_pt"]
    for path in (example_book_path, seed_files / "frise-coorace.pdf", sparse_files / "bourg.pdf"):
        book = Book(path)
        start = book.labels.index("1")
        end = next(n for n, text in enumerate(book.texts) if text.startswith("Liste des documents"))
        heights = [y for n in range(start, end) for y in book.baselines(n, size=10.0)]
        first = heights[0]
        off = [y for y in heights if 0.35 < (y - first) % line < line - 0.35]
        assert len(heights) > 80
        assert off == []


def test_cards_fill_their_pages(tmp_path: Path) -> None:
    """An entry of two columns, two lines each, may be parted between them."""
    said = "Les habitants du bourg réunis devant la mairie refusent que la halle soit démolie."
    rows = [(f"{1 + n % 28}/{1 + n // 28}/1901", "Halle", said, said, "Pli") for n in range(60)]
    sheet = [("Date", "Thème", "Récit", "Bilan", "Sources"), *rows]
    path = workbook(tmp_path / "halle.xlsx", sheets={"Frise": sheet})
    book = Book(built(path, tmp_path, "--only", "pdf") / "halle.pdf")
    start = book.labels.index("2")
    end = next(n for n, text in enumerate(book.texts) if text.startswith("Liste des documents"))
    foot = shipped_theme()["page"]["foot_mm"] * 72 / 25.4
    line = shipped_theme()["type"]["leading_pt"]
    free = [
        (min(book.baselines(n, size=8.2) + book.baselines(n, size=10.0)) - foot) / line
        for n in range(start, end - 2)
    ]

    assert len(free) > 10
    assert max(free) < 4.5, free
    assert min(free) < 0.5, free


def test_no_page_number_is_divided(workshop: Workshop, tmp_path: Path) -> None:
    rows = [(f"{1 + n % 28}/{1 + n // 28}/1901", "Conseil de ville", "Fait.") for n in range(90)]
    sheet = [("Date", "Thème", "Récit"), *rows]
    work = work_of(workbook(tmp_path / "ville.xlsx", sheets={"Frise": sheet}))
    folios = {each.id: str(100 + 3 * n) for n, each in enumerate(work.booklet.entries)}
    (back,) = html.back_parts(work.booklet, shipped_theme(), Pagination(folios))

    ((_, laid),) = _laid(workshop, back)

    assert set(folios.values()) <= set(re.findall(r"\d+", laid.words[0]))


@pytest.fixture(scope="session")
def example_book_path(example_files: Path) -> Path:
    return example_files / "chronique-atelier.pdf"


def test_running_heads_are_kerned(workshop: Workshop) -> None:
    theme = shipped_theme()
    chapter = Part("a", Html(""), "A", heads=("Tour AVATAR", "1993 · Vœux"))
    sheet = html.letter_sheet([chapter], theme)
    ((_, laid),) = _laid(workshop, sheet)
    font = FolioFont(theme, Placed(sheet, laid, 1))

    steps = re.findall(r">(-?[\d.]+)<", font.head("Tour AVATAR", recto=False).decode())

    assert max(map(float, steps)) > 40  # T and o, A and V stand closer than their widths
    assert b"/Header" in font.head("1993 · Vœux", recto=True)
