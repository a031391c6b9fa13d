"""The title page of the Word file is one page, however long the title is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.work import Work
from tests.booklet import Book
from tests.word import W, WordFile
from tests.word_made import word

_SHORT = "Chronique de l’Atelier"
_LONG = (
    "Histoire véritable et mémorable de l’association Le Pont des arts et des métiers, de ses "
    "ateliers et de ses chantiers"
)
_SUBTITLE = "Chronique établie d’après les archives, les procès-verbaux et les témoignages"
_AUTHOR = "Marie-Françoise Le Goff-Kervella, Jean-Christophe de La Villemarqué et des bénévoles"

_SUMMARY = "Un résumé du livre et de ce qui s’y trouve. " * 32


def _titled(work: Work, title: str, **given: str) -> Work:
    imprint = replace(work.booklet.imprint, title=title, **given)
    return replace(work, booklet=replace(work.booklet, imprint=imprint))


def _look(work: Work) -> tuple[int, int]:
    """Return size and white before of the title, in half points and in twips."""
    look = WordFile(word(work)).styles()["Title"]
    size, space = look.find(f"{W}rPr/{W}sz"), look.find(f"{W}pPr/{W}spacing")
    return int(size.get(f"{W}val")), int(space.get(f"{W}before"))


def test_a_long_title_is_set_smaller(example_work: Work) -> None:
    size, white = _look(_titled(example_work, _SHORT))

    assert _look(_titled(example_work, "Atelier")) == (size, white)
    smaller, same = _look(_titled(example_work, _LONG, subtitle=_SUBTITLE, author=_AUTHOR))
    assert smaller < 0.7 * size
    assert same == white


def test_the_title_stands_higher_where_the_page_is_full(example_work: Work) -> None:
    _, white = _look(_titled(example_work, _SHORT))
    _, less = _look(_titled(example_work, _LONG, summary=_SUMMARY))

    assert less < white


@pytest.mark.parametrize(("times", "summary"), [(1, ""), (4, ""), (1, _SUMMARY)], ids=range(3))
def test_the_contents_stand_on_the_second_page(
    example_work: Work,
    tmp_path: Path,
    soffice: Callable[[Path, str], Path],
    times: int,
    summary: str,
) -> None:
    """Fonts of Word that are not at hand are replaced by wider ones: that is harder."""
    title = " ".join([_LONG] * times)
    path = tmp_path / "frise.docx"
    given = {"subtitle": _SUBTITLE, "author": _AUTHOR, "summary": summary}
    path.write_bytes(word(_titled(example_work, title, **given)))

    book = Book(soffice(path, "pdf"))

    assert book.texts[1].strip().startswith("Table des matières")
    assert "1987-1989" in book.texts[0]


def test_the_date_opens_its_line_with_a_capital(example_work: Work) -> None:
    """As in the booklet; not where a place stands before it."""
    for place, line in (("", "Mai 2026"), ("Villeneuve", "Villeneuve, mai 2026")):
        work = _titled(example_work, _SHORT, place=place)
        texts = ["".join(p.itertext()) for p in WordFile(word(work)).document.iter(f"{W}p")]

        assert line in texts


def test_the_publisher_is_named_once(example_work: Work) -> None:
    for address, line in (("quai des Tanneurs", "Quai des Tanneurs"), ("", "ISBN 978-2-1234")):
        given = {"publisher": "Les Amis du Pont", "address": address, "isbn": "978-2-1234"}
        work = _titled(example_work, _SHORT, **given)
        texts = ["".join(p.itertext()) for p in WordFile(word(work)).document.iter(f"{W}p")]

        assert [each for each in texts if "Les Amis du Pont" in each] == ["Les Amis du Pont"]
        assert line in texts
