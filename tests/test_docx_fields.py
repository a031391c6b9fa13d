"""Fields that Word refreshes: contents, index, running heads, references; lists that restart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.work import Work
from tests.conftest import work_of
from tests.word import W, WordFile
from tests.word_made import audit, one_cell, sdk_errors, word, workbook
from tests.workbooks import book


@pytest.fixture(scope="module")
def file(example_work: Work) -> WordFile:
    return WordFile(word(example_work))


def _codes(file: WordFile, part: str) -> list[str]:
    return [each.text.strip() for each in file.xml(part).iter(f"{W}instrText")]


def test_every_field_that_begins_ends(file: WordFile) -> None:
    begun = 0
    for each in file.document.iter(f"{W}fldChar"):
        begun += {"begin": 1, "separate": 0, "end": -1}[each.get(f"{W}fldCharType")]
        assert begun >= 0
    assert begun == 0


def test_the_contents_are_a_field_filled_in(file: WordFile, example_work: Work) -> None:
    names = {each.get(f"{W}name") for each in file.document.iter(f"{W}bookmarkStart")}
    lines = [
        (paragraph, "".join(each.text for each in paragraph.iter(f"{W}t")))
        for paragraph in file.document.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val").startswith("TOC")
    ]

    assert 'TOC \\o "1-2" \\h \\z' in file.codes()
    for chapter in example_work.booklet.chapters:
        assert any(f"{chapter.year} — {chapter.title}1" == said for _, said in lines)
    for paragraph, said in lines[1:]:
        (link,) = paragraph.iter(f"{W}hyperlink")
        assert link.get(f"{W}anchor") in names
        assert re.search(r"\d$", said)
    headings = [
        each
        for each in file.document.iter(f"{W}pStyle")
        if each.get(f"{W}val") in ("Heading1", "Heading2")
    ]
    assert len(lines) == 1 + len(headings)


def test_every_reference_to_a_page_is_a_field_to_a_bookmark(file: WordFile) -> None:
    names = {each.get(f"{W}name") for each in file.document.iter(f"{W}bookmarkStart")}
    references = [code.split() for code in file.codes() if code.startswith("PAGEREF")]

    assert references
    for _, name, switch in references:
        assert name in names
        assert switch == "\\h"
    documents = [
        paragraph
        for paragraph in file.document.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Reference"
    ]
    for paragraph in documents:
        codes = [each.text for each in paragraph.iter(f"{W}instrText")]
        assert any(re.search(r"PAGEREF r\d+_[A-Z]+ ", code) for code in codes)


def test_running_heads_and_folios_are_fields(file: WordFile) -> None:
    assert _codes(file, "word/header1.xml") == []
    assert _codes(file, "word/header2.xml") == ["STYLEREF 1"]
    assert _codes(file, "word/footer1.xml") == ["PAGE"]


def test_the_index_is_a_field_that_holds_its_columns(file: WordFile, example_work: Work) -> None:
    """Both breaks around its columns are in the field, as where Word itself wrote it."""
    paragraphs = list(file.document.iter(f"{W}p"))
    (title,) = (
        place
        for place, each in enumerate(paragraphs)
        if each.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Heading1"
        and "".join(part.text for part in each.iter(f"{W}t")) == "Index"
    )
    first, second = (
        (each, each.find(f"{W}pPr/{W}sectPr"))
        for each in paragraphs[title:]
        if each.find(f"{W}pPr/{W}sectPr") is not None
    )
    assert [each[1].find(f"{W}cols").get(f"{W}num") for each in (first, second)] == ["1", "2"]
    for _, section in (first, second):
        assert section.find(f"{W}headerReference") is None
        assert section.find(f"{W}pgNumType") is None
    assert any("INDEX" in each.text for each in first[0].iter(f"{W}instrText"))
    (end,) = paragraphs[-1].iter(f"{W}fldChar")
    assert end.get(f"{W}fldCharType") == "end"
    lines = [
        "".join(each.itertext())
        for each in file.document.iter(f"{W}p")
        if each.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Index1"
    ]

    assert [code for code in file.codes() if code.startswith("INDEX")] == [
        'INDEX \\e ",\N{NO-BREAK SPACE}" \\h "A" \\c "2" \\z "1036"'
    ]
    assert lines == [f"{term.term},\N{NO-BREAK SPACE}1" for term in example_work.booklet.index]


def test_every_term_is_marked_in_each_of_its_entries(file: WordFile, example_work: Work) -> None:
    marks = [code for code in file.codes() if code.startswith("XE")]

    for term in example_work.booklet.index:
        told = [code for code in marks if code.startswith(f'XE "{term.term.split(";")[0]}')]
        assert len(told) >= len(set(term.entries)), term


def test_index_marks_are_sorted_as_the_booklet_sorts_them(tmp_path: Path) -> None:
    """Word takes what follows a semicolon for the sort key, a colon for a subentry."""
    rows = [("12/03/1994", "Un fait.")]
    folder = [tmp_path / name for name in ("article", "signs")]
    for each in folder:
        each.mkdir()
    article = WordFile(word(work_of(workbook(folder[0], rows, "L’atelier couture"))))
    signs = WordFile(word(work_of(workbook(folder[1], rows, "Jour ; nuit : \\ deux"))))

    assert [code for code in article.codes() if "XE" in code] == [
        'XE "L’atelier couture;atelier couture"'
    ]
    (code,) = (code for code in signs.codes() if "XE" in code)
    assert code == 'XE "Jour\u202f\\; nuit\xa0\\: \\\\ deux"'


def test_numbered_lists_start_again(tmp_path: Path) -> None:
    cell = "Deux suites :\n1. un\n2. deux\nPuis, à part :\n1. encore un\n2. encore deux"
    file = WordFile(word(work_of(one_cell(tmp_path, cell))))
    lists = [
        each.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        for each in file.document.iter(f"{W}p")
        if each.find(f"{W}pPr/{W}numPr/{W}numId") is not None
    ]
    overrides = {
        each.get(f"{W}numId"): each.find(f".//{W}startOverride").get(f"{W}val")
        for each in file.xml("word/numbering.xml").iter(f"{W}num")
        if each.find(f".//{W}startOverride") is not None
    }

    assert len(lists) == 4
    assert len(set(lists)) == 2
    assert all(overrides[number] == "1" for number in lists)


def test_links_are_links(file: WordFile) -> None:
    targets = {
        each.get("Id"): each.get("Target")
        for each in file.xml("word/_rels/document.xml.rels")
        if each.get("TargetMode") == "External"
    }
    outside = [each for each in file.document.iter(f"{W}hyperlink") if not each.get(f"{W}anchor")]

    assert outside
    for link in outside:
        (key,) = (value for name, value in link.items() if name.endswith("}id"))
        assert targets[key].startswith(("https://", "mailto:"))
        styles = {each.get(f"{W}val") for each in link.iter(f"{W}rStyle")}
        assert styles == {"Hyperlink"}


def test_contents_of_one_year_list_what_has_no_theme(tmp_path: Path) -> None:
    """As in the booklet; by a mark of its own, so that Word lists it when it makes them anew."""
    path = book(
        tmp_path / "a.xlsx",
        sheets={
            "Frise": [
                ("Date", "Thème", "Récit"),
                ("3 mai 1994", "Charte", "A."),
                ("13 mai 1994", None, "Une loi est votée."),
                ("14 mai 1994", "Label", "B."),
            ]
        },
    )
    content = word(work_of(path))
    file = WordFile(content)
    said = [
        "".join(each.text for each in paragraph.iter(f"{W}t"))
        for paragraph in file.document.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "TOC2"
    ]
    (mark,) = (code for code in file.codes() if code.startswith("TC "))

    assert [line.replace("\xa0", " ") for line in said] == [
        "3 mai 1994 — Charte1",
        "13 mai 1994 — Une loi est votée1",
        "14 mai 1994 — Label1",
    ]
    assert 'TOC \\o "1-2" \\h \\z \\f e' in file.codes()
    assert mark.replace("\xa0", " ") == 'TC "13 mai 1994 — Une loi est votée" \\f e \\l 2'
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    assert audit(path) == ""
    assert sdk_errors(path) == []


@pytest.mark.parametrize("years", [(1994, 1994), (1901, 1902, 1903, 1904, 1905)])
def test_contents_list_no_bare_date(years: Sequence[int], tmp_path: Path) -> None:
    """As in the booklet; nor does Word when it makes them anew."""
    rows = [(f"{day} mai {year}", "Une brève.") for year in years for day in (1, 2, 3)]
    file = WordFile(word(work_of(workbook(tmp_path, rows))))
    styled = [
        (each.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), "".join(t.text for t in each.iter(f"{W}t")))
        for each in file.document.iter(f"{W}p")
    ]
    dated = [style for style, text in styled if re.match(r"\d(er)?\s+mai", text)]

    assert not [text for style, text in styled if style.startswith("TOC") and "mai" in text]
    assert set(dated) == {"EntreeDatee"}
    assert "heading" not in file.styles()["EntreeDatee"].find(f"{W}name").get(f"{W}val")
