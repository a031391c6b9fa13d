"""Page numbers: an entry of several pages is cited by the page that holds the word."""

from __future__ import annotations

from pipeline.model import Reference, Text
from pipeline.writers import printed
from pipeline.writers.pagination import Pagination

BOOK = Pagination(
    {"a": "1", "b": "3", "c": "3", "index": "9"},
    {"a": 3, "b": 3, "c": 5, "index": 9},
    {
        1: "Le CLAP naît.",
        2: "Odile\nCarrel préside ; le CLAPOT dort.",
        3: "Fin. Odile Carrel part.",
        4: "Rien.",
        5: "CLAP",
    },
)


def test_the_pages_of_an_entry_are_those_with_the_word() -> None:
    assert BOOK.where("a", ["CLAP"]) == [1]
    assert BOOK.where("a", ["Odile Carrel"]) == [2, 3]
    assert BOOK.where("c", ["CLAP", "Rien"]) == [4, 5]


def test_an_entry_without_the_word_is_cited_where_it_begins() -> None:
    assert BOOK.where("c", ["divi-sé"]) == [3]
    assert BOOK.where("c") == [3]
    assert BOOK.where("nowhere", ["CLAP"]) == []


def test_a_document_is_cited_by_the_end_of_its_entry() -> None:
    """The entry may have the same words as its heading, pages before."""
    line = Reference(Text.plain_text("Odile Carrel"), ("a",))

    assert BOOK.cited("a", "Odile Carrel") == [3]
    assert BOOK.cited("c", "divi-sé") == [3]
    assert _shown(printed.pages_citing(line, BOOK)) == ["page-3 3"]


def test_three_pages_are_a_range_and_each_page_leads_to_itself() -> None:
    assert _shown(printed.pages(["a", "b"], BOOK, ["Odile Carrel"])) == ["page-2 2", "page-3 3"]
    pages = printed.pages(["a", "b", "c"], BOOK, ["CLAP", "Odile Carrel", "Rien"])
    assert _shown(pages) == ["a 1–5"]


def _shown(pages: list[printed.Pages]) -> list[str]:
    return [f"{page.key} {page.folio}" for page in pages]
