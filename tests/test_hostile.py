"""Broken, strange and hostile files: each ends in a table or in one French sentence."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.diagnostics import Diagnostic
from pipeline.errors import PipelineError, WorkbookError
from pipeline.read import guard
from tests.workbooks import (
    BOOK,
    BOOK_RELATIONS,
    CONTENT_TYPES,
    HEAD,
    ROOT_RELATIONS,
    book,
    package,
    said,
    sheet_xml,
    table,
    zipped,
)
from tests.workbooks_binary import ods, xls

EVENT = '<row r="2"><c r="A2"><v>1993</v></c>{}</row>'


def _story(text: str) -> str:
    cell = f'<c r="B2" t="inlineStr"><is><t>{text}</t></is></c>'
    return sheet_xml(HEAD + EVENT.format(cell))


PLAIN = _story("Un fait.")


def _refusal(folder: Path, content: bytes, name: str = "frise.xlsx") -> str:
    """Return the sentence that a file is refused with, checked for its form."""
    path = folder / name
    path.write_bytes(content)
    with pytest.raises(WorkbookError) as refused:
        table(path)
    message = str(refused.value)
    assert name in message.split("\n")[0]
    assert len(message.split("\n")) >= 2
    assert message.rstrip().endswith(".")
    assert not re.search(r"Traceback|Error\(|0x[0-9a-f]+|<class", message)
    return message


def _rows(folder: Path, content: bytes, findings: list[Diagnostic] | None = None) -> list[str]:
    path = folder / "frise.xlsx"
    path.write_bytes(content)
    return [said(each) for each in table(path, findings=findings)[1].rows]


# -- not a workbook any more -----------------------------------------------------------


def test_the_lock_of_an_office_is_not_the_workbook(tmp_path: Path) -> None:
    assert "verrou" in _refusal(tmp_path, b"\x05Jeanne" + bytes(158), "~$frise.xlsx")
    assert "verrou" in _refusal(tmp_path, b",Jeanne,;", ".~lock.frise.ods#")


@pytest.mark.parametrize(
    "content", [b"", bytes(4096), b" \r\n\t"], ids=["none", "noughts", "blank"]
)
def test_an_empty_file_is_said_to_be_empty(content: bytes, tmp_path: Path) -> None:
    assert "vide" in _refusal(tmp_path, content)


def test_a_workbook_without_a_filled_cell_is_said_to_be_empty(tmp_path: Path) -> None:
    assert "vide" in _refusal(tmp_path, package(sheet_xml("")))


def test_a_password_is_named_as_what_keeps_the_file_shut(tmp_path: Path) -> None:
    ooxml = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    )
    locked = bytearray(package(PLAIN))
    for mark in re.finditer(b"PK\x01\x02", bytes(locked)):
        locked[mark.start() + 8] |= 1
    rows = [("Date", "Récit"), (1993.0, "Un fait.")]

    for name, content in {
        "a.xlsx": ooxml + bytes(4096),
        "b.xlsx": bytes(locked),
        "c.xls": xls(rows, password=True),
        "d.ods": ods(rows, password=True),
    }.items():
        assert "mot de passe" in _refusal(tmp_path, content, name)


@pytest.mark.parametrize("share", [0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999])
def test_a_cut_file_is_said_to_be_damaged(share: float, example: Path, tmp_path: Path) -> None:
    content = example.read_bytes()

    message = _refusal(tmp_path, content[: max(4, int(len(content) * share))])

    assert "abîmé" in message


def test_a_cut_xls_is_said_to_be_damaged(tmp_path: Path) -> None:
    content = xls([("Date", "Récit"), *((1900.0 + n, "Un fait.") for n in range(100))])

    for length in (20, 600, 1500, 3000):
        message = _refusal(tmp_path, content[:length], "a.xls")
        assert "abîmé" in message or "n’est pas un classeur" in message


def test_noise_is_no_workbook(tmp_path: Path) -> None:
    for seed in range(10):
        _refusal(tmp_path, random.Random(seed).randbytes(3000))


@pytest.mark.parametrize(
    ("parts", "named"),
    [
        ({"word/document.xml": "<a/>", "[Content_Types].xml": "<a/>"}, "un texte Word"),
        ({"ppt/presentation.xml": "<a/>"}, "un diaporama"),
        ({"Index/Document.iwa": "x"}, "Numbers"),
        ({"lettre.txt": "bonjour"}, "ne contient pas de classeur"),
        ({}, "ne contient pas de classeur"),
    ],
)
def test_another_package_is_called_by_its_name(
    parts: dict[str, str], named: str, tmp_path: Path
) -> None:
    assert named in _refusal(tmp_path, zipped(parts))


# -- bombs -----------------------------------------------------------------------------


def _doctype(xml: str, inside: str) -> str:
    head, _, body = xml.partition("?>")
    return f"{head}?>{inside}{body}"


LAUGHS = (
    '<!DOCTYPE a [<!ENTITY l0 "ha">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
QUADRATIC = f'<!DOCTYPE a [<!ENTITY q "{"q" * 50_000}">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
FAR = f"<!-- {'x' * 30_000} -->"
ELSEWHERE = {
    "_rels/.rels": ROOT_RELATIONS.replace("workbook.xml", "workbook.dat"),
    "xl/workbook.xml": None,
    "xl/workbook.dat": _doctype(BOOK, LAUGHS).replace("Frise", "&l9;"),
    "xl/_rels/workbook.xml.rels": None,
    "xl/_rels/workbook.dat.rels": BOOK_RELATIONS,
    "[Content_Types].xml": CONTENT_TYPES.replace("workbook.xml", "workbook.dat"),
}

BOMBS: dict[str, bytes] = {
    "billion laughs": package(_doctype(_story("&l9;"), LAUGHS)),
    "behind a long comment": package(_doctype(_story("&l9;"), FAR + LAUGHS)),
    "quadratic": package(_doctype(_story("&q;" * 20_000), QUADRATIC)),
    "outside entity": package(_doctype(_story("&x;"), OUTSIDE)),
    "parameter entity": package(
        _doctype(_story("a"), '<!DOCTYPE a SYSTEM "http://localhost:9/a.dtd" [%p;]>')
    ),
    "in UTF-16": package(
        PLAIN,
        {
            "xl/worksheets/sheet1.xml": _doctype(_story("&l9;"), LAUGHS)
            .replace("UTF-8", "UTF-16")
            .encode("utf-16")
        },
    ),
    "in the list of sheets": package(PLAIN, {"xl/workbook.xml": _doctype(BOOK, LAUGHS)}),
    "in the relations": package(
        PLAIN, {"xl/_rels/workbook.xml.rels": _doctype(BOOK_RELATIONS, LAUGHS)}
    ),
    "in the styles": package(PLAIN, {"xl/styles.xml": _doctype(PLAIN, QUADRATIC)}),
    "under another name": package(PLAIN, ELSEWHERE),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_document_type_in_a_package_is_refused(kind: str, tmp_path: Path) -> None:
    assert "DOCTYPE" in _refusal(tmp_path, BOMBS[kind])


def test_entities_in_an_html_table_are_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    head = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    path.write_text(f"{head}<table><tr><td>Date<td>Récit<tr><td>1993<td>[&x;]</table>")

    text = said(table(path)[1].rows[0])

    assert "root:" not in text
    assert text.endswith("[&x;]")


def test_entities_in_an_open_document_are_not_opened(tmp_path: Path) -> None:
    content = ods([("Date", "Récit"), (1993.0, "SLOT")])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for inside, entity in ((OUTSIDE, b"&x;"), (LAUGHS, b"&l9;")):
        parts["content.xml"] = inside.encode() + parts["content.xml"].replace(b"SLOT", entity)
        path = tmp_path / "a.ods"
        path.write_bytes(zipped(parts))
        try:
            lines = [said(each) for each in table(path)[1].rows]
        except WorkbookError as error:
            lines = [str(error)]
        assert not any("root:" in line or len(line) > 1000 for line in lines)


def test_a_zip_bomb_is_refused_unopened(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", BOOK)
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(40):
                part.write(b" " * 2**20)

    assert "gonfle" in _refusal(tmp_path, target.getvalue())


def test_a_part_that_is_larger_than_it_says_ends_in_a_sentence(tmp_path: Path) -> None:
    content = bytearray(package(_story("mot " * 500_000)))
    for mark in re.finditer(b"PK\x01\x02", bytes(content)):
        if b"sheet1" in content[mark.start() : mark.start() + 90]:
            struct.pack_into("<I", content, mark.start() + 24, 1000)

    _refusal(tmp_path, bytes(content))


def test_ten_thousand_parts_of_nothing_are_read_past(tmp_path: Path) -> None:
    parts: dict[str, str | bytes | None] = {f"xl/media/{n}.bin": b"" for n in range(10_000)}

    assert _rows(tmp_path, package(PLAIN, parts)) == ["1993 |  | Un fait."]


# -- too large to be true --------------------------------------------------------------


@pytest.mark.parametrize(
    "sheet",
    [
        sheet_xml(
            HEAD + EVENT.format(""), before='<dimension ref="A1:XFD1048576"/>'
        ),
        sheet_xml(
            HEAD + EVENT.format("") + '<row r="1048576"><c r="XFD1048576" s="0"/></row>',
        ),
        sheet_xml(
            HEAD + EVENT.format(""),
            before='<cols><col min="1" max="16384" width="9" hidden="1"/></cols>',
        ),
        sheet_xml(
            HEAD + EVENT.format(""),
            after="<mergeCells>"
            + "".join(f'<mergeCell ref="C{n}:D{n}"/>' for n in range(4, 10_004))
            + "</mergeCells>",
        ),
        sheet_xml(
            HEAD + EVENT.format(""),
            after="<mergeCells>"
            + "".join(f'<mergeCell ref="C{n}:XFD{n + 99}"/>' for n in range(4, 10_004))
            + "</mergeCells>",
        ),
        sheet_xml(HEAD + EVENT.format("") + "<a>" * 50_000 + "</a>" * 50_000),
    ],
    ids=["declared extent", "far cell", "columns", "merges", "huge merges", "deep"],
)  # fmt: skip
def test_an_extent_that_is_not_filled_costs_nothing(sheet: str, tmp_path: Path) -> None:
    assert _rows(tmp_path, package(sheet)) == ["1993"]


def test_a_filled_cell_at_the_far_corner_is_not_lost(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="A1048576"><v>1994</v></c><c r="XFD1048576"><v>7</v></c></row>'

    assert _rows(tmp_path, package(sheet_xml(HEAD + EVENT.format("") + far))) == [
        "1993",
        "1994 |  | 7",
    ]


def test_sixteen_thousand_filled_columns_are_all_read(tmp_path: Path) -> None:
    from openpyxl.utils import get_column_letter

    cells = "".join(f'<c r="{get_column_letter(n)}2"><v>{n}</v></c>' for n in range(2, 16_385))
    path = tmp_path / "a.xlsx"
    path.write_bytes(package(sheet_xml(HEAD + EVENT.format(cells))))

    (record,) = table(path)[1].rows

    assert len(record.sections) == 16_383


def test_a_reader_that_asks_for_too_much_memory_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "MEMORY_BYTES", 2**26)
    cells = ("x;" * 2000 + "\n").encode() * 900

    assert "mémoire" in _refusal(tmp_path, b"Date;R\n" + cells, "a.csv")


@pytest.mark.parametrize(
    "text",
    [
        "1" * 20_000,
        "1901 " * 4_000,
        " " * 20_000 + "x",
        "1," * 10_000,
        "1/1/" * 5_000,
    ],
    ids=["digits", "years", "blanks", "commas", "slashes"],
)
def test_endless_cells_among_the_periods_are_printed_as_they_are(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"Date;Récit\n1901;Un fait.\n{text};Un autre.\n;{text}\n{text};\n")

    _, records = table(path)

    words = [cell.text for row in records.rows for cell in (*row.period.values(), *row.sections)]
    words += [cell.text for row in records.rows for cell in row.theme]
    assert sum(text.strip() in str(word) for word in words) == 3


def test_deep_html_ends_in_a_sentence(tmp_path: Path) -> None:
    head = b"<table><tr><td>Date<td>R<tr><td>1993<td>"

    assert "abîmé" in _refusal(tmp_path, head + b"<b>" * 20_000 + b"x", "a.xls")


# -- parts that are missing, or called otherwise ---------------------------------------


def _renamed(content: bytes, rename: Callable[[str], str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return zipped({rename(name): archive.read(name) for name in archive.namelist()})


def _strict(xml: str) -> str:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xml = xml.replace(main, "http://purl.oclc.org/ooxml/spreadsheetml/main")
    return xml.replace(office, "http://purl.oclc.org/ooxml/officeDocument/relationships")


ODD: dict[str, bytes] = {
    "no styles for a style": package(PLAIN.replace('r="B2"', 'r="B2" s="7"')),
    "no shared strings": package(PLAIN, {"xl/sharedStrings.xml": None}),
    "no root relations": package(PLAIN, {"_rels/.rels": None}),
    "no content types": package(PLAIN, {"[Content_Types].xml": None}),
    "backslashes": _renamed(package(PLAIN), lambda name: name.replace("/", "\\")),
    "capitals": _renamed(package(PLAIN), str.upper),
    "other case": _renamed(package(PLAIN), lambda name: name.replace("sheet1", "Sheet1")),
    "something behind": package(PLAIN) + b"JUNK" * 50,
    "strict": package(
        _strict(PLAIN),
        {
            "xl/workbook.xml": _strict(BOOK),
            "xl/_rels/workbook.xml.rels": _strict(BOOK_RELATIONS),
            "_rels/.rels": _strict(ROOT_RELATIONS),
        },
    ),
    "prefixes": package(re.sub(r"<(/?)(?=[a-z])", r"<\1x:", PLAIN).replace("xmlns=", "xmlns:x=")),
    "no references": package(re.sub(r' r="\w+"', "", PLAIN)),
    "a byte order mark": package("\ufeff" + PLAIN),
    "a merge upside down": package(
        PLAIN.replace(
            "</worksheet>", "<mergeCells><mergeCell ref='B9:A3'/></mergeCells></worksheet>"
        )
    ),
}


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_package_is_read_all_the_same(kind: str, tmp_path: Path) -> None:
    assert _rows(tmp_path, ODD[kind]) == ["1993 |  | Un fait."]


def test_styles_that_could_not_be_read_are_said(tmp_path: Path) -> None:
    findings: list[Diagnostic] = []

    _rows(tmp_path, ODD["no styles for a style"], findings)

    assert [each.code.slug for each in findings] == ["styles-not-read"]


SHARED = PLAIN.replace('t="inlineStr"><is><t>Un fait.</t></is>', 't="s"><v>900</v>')


@pytest.mark.parametrize(
    ("sheet", "parts"),
    [
        (SHARED, {}),
        (SHARED, {"xl/sharedStrings.xml": None}),
        (PLAIN, {"xl/workbook.xml": None}),
        (PLAIN, {"xl/_rels/workbook.xml.rels": None}),
        (PLAIN, {"xl/worksheets/sheet1.xml": None}),
        (PLAIN, {"xl/worksheets/sheet1.xml": b"\0\1\2"}),
        (PLAIN, {"xl/workbook.xml": "<workbook>"}),
    ],
    ids=["text out of reach", "texts", "list of sheets", "relations", "sheet", "noise", "cut"],
)
def test_a_package_without_its_heart_is_said_to_be_damaged(
    sheet: str, parts: dict[str, str | bytes | None], tmp_path: Path
) -> None:
    assert "abîmé" in _refusal(tmp_path, package(sheet, parts))


# -- chance ----------------------------------------------------------------------------


def _damaged(content: bytes, chance: random.Random) -> bytes:
    """Return a copy with bytes flipped, a piece cut, or a part changed, removed or swapped."""
    kind = chance.randrange(6)
    if kind == 0:
        flipped = bytearray(content)
        for _ in range(chance.choice((1, 5, 50, 500))):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        return bytes(flipped)
    if kind == 1:
        start = chance.randrange(len(content))
        return content[:start] + content[start + chance.choice((1, 10, 1000, 10**6)) :]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name, other = chance.sample(sorted(parts), 2)
    part = parts[name]
    if kind == 2:
        del parts[name]
    elif kind == 3:
        parts[name], parts[other] = parts[other], part
    elif kind == 4:
        start = chance.randrange(len(part))
        parts[name] = part[:start] + part[start + chance.choice((1, 5, 100)) :]
    else:
        tokens = re.findall(rb'<[^>]*>|"[^"]*"|[^<"]+', part)
        for _ in range(chance.choice((1, 3, 30))):
            place = chance.randrange(len(tokens))
            tokens[place] = chance.choice(
                (b"", tokens[place] * 2, chance.choice(tokens), b'"-1"', b'"99999999999"', b"\xff")
            )
        parts[name] = b"".join(tokens)
    return zipped(parts)


def _outcome(path: Path) -> str:
    try:
        sheet, records = table(path)
    except PipelineError as error:
        return "refused" if path.name in str(error) else str(error)
    assert all(str(cell.text).strip() for row in sheet.rows for cell in row.cells)
    return f"{len(records.rows)} rows"


def test_damaged_copies_of_the_example_end_in_rows_or_a_sentence(
    example: Path, tmp_path: Path
) -> None:
    content = example.read_bytes()
    outcomes = set()

    for seed in range(200):
        path = tmp_path / f"{seed}.xlsx"
        path.write_bytes(_damaged(content, random.Random(seed)))
        outcomes.add(_outcome(path))

    assert {"refused", "21 rows"} <= outcomes
    assert all(re.fullmatch(r"refused|\d+ rows", each) for each in outcomes)


@pytest.mark.parametrize("kind", ["xls", "ods", "csv", "html"])
def test_damaged_copies_of_other_formats_end_in_rows_or_a_sentence(
    kind: str, tmp_path: Path
) -> None:
    rows = [("Date", "Récit"), *((1900.0 + n, f"Un fait, le {n}e.") for n in range(30))]
    lines = "".join(f"<tr><td>{a}</td><td><i>{b}</i></td></tr>" for a, b in rows)
    content = {
        "xls": xls(rows),
        "ods": ods(rows),
        "csv": "".join(f'{a};"{b}"\n' for a, b in rows).encode("cp1252"),
        "html": f"<html><table>{lines}</table></html>".encode(),
    }[kind]
    chance = random.Random(kind)

    outcomes = set()
    for seed in range(40):
        damaged = bytearray(content)
        for _ in range(chance.choice((1, 5, 50))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path = tmp_path / f"{seed}.{kind}"
        path.write_bytes(bytes(damaged[: chance.choice((len(damaged), 10**9, len(damaged) // 2))]))
        outcomes.add(_outcome(path))

    assert len(outcomes) > 1
    assert all(re.fullmatch(r"refused|\d+ rows", each) for each in outcomes)


def test_a_part_that_does_not_inflate_ends_in_a_sentence(tmp_path: Path) -> None:
    content = bytearray(package(PLAIN))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        start = archive.getinfo("xl/worksheets/sheet1.xml").header_offset + 70
    content[start : start + 40] = zlib.compress(b"x" * 100, 0)[:40].ljust(40, b"\xff")

    _refusal(tmp_path, bytes(content))


def test_a_misspelt_name_is_answered_with_the_workbook_beside_it(tmp_path: Path) -> None:
    book(tmp_path / "frise.xlsx", ("Date", "Fait"), (1993, "a"))
    book(tmp_path / "~$frise.xlsx", ("Date", "Fait"), (1993, "a"))
    (tmp_path / "frize.txt").write_text("x")

    with pytest.raises(WorkbookError) as caught:
        table(tmp_path / "frize.xlsx")
    with pytest.raises(WorkbookError) as other:
        table(tmp_path / "orage.xlsx")

    assert "Vouliez-vous dire «\N{NO-BREAK SPACE}frise.xlsx\N{NO-BREAK SPACE}»" in str(caught.value)
    assert "Vouliez-vous" not in str(other.value)
