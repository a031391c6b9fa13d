"""Which files are read: every format told by its content, every encoding found out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pipeline.config import Config
from pipeline.diagnostics import Diagnostic
from pipeline.errors import WorkbookError
from pipeline.parse import parse
from pipeline.read import read
from tests.workbooks import HEAD, book, package, roles, said, sheet_xml, table
from tests.workbooks_binary import ods, xls, xlsb

ROWS = (
    ("Période", "Thème", "Récit", "Documents"),
    (1993.0, "Début d’été", "Cœur à l’œuvre\nsur deux lignes", None),
    ("12 mai 1994", None, "Fête « au village »", "Cahier n° 2"),
)
SAID = [
    "1993 | Début d’été | Cœur à l’œuvre\nsur deux lignes",
    "12 mai 1994 |  | Fête « au village » | Cahier n° 2",
]


def _delimited(separator: str, end: str = "\r\n") -> str:
    def quoted(value: object) -> str:
        text = "" if value is None else str(value).removesuffix(".0")
        return f'"{text}"' if "\n" in text or separator in text else text

    return "".join(separator.join(map(quoted, row)) + end for row in ROWS)


HTML = (
    "<html><head><meta charset='utf-8'></head><body><p>Export</p><table>"
    "<tr><th>Période</th><th>Thème</th><th>Récit</th><th>Documents</th></tr>"
    "<tr><td>1993<td>Début d’été<td>Cœur à l’œuvre<br>sur deux lignes<td></tr>"
    "<tr><td>12 mai 1994</td><td></td><td>Fête « au\n   village »</td><td>Cahier n° 2</td></tr>"
    "</table></body></html>"
)

MADE = {
    "a.xls": xls(ROWS),
    "capitals.xls": xls(ROWS, stream="WORKBOOK"),
    "book.xls": xls(ROWS, stream="BOOK"),
    "b.xlsb": xlsb(ROWS),
    "c.ods": ods(ROWS),
    "utf-8.csv": _delimited(";").encode(),
    "utf-8-with-a-mark.csv": _delimited(",").encode("utf-8-sig"),
    "windows-1252.csv": _delimited(";").encode("cp1252"),
    "utf-16.csv": _delimited("\t").encode("utf-16"),
    "utf-16-without-a-mark.csv": _delimited("\t").encode("utf-16-le"),
    "tabs.tsv": _delimited("\t", "\n").encode(),
    "bars.txt": _delimited("|", "\n").encode(),
    "html-named-xls.xls": HTML.encode(),
    "html-named-xlsx.xlsx": HTML.encode("utf-8-sig"),
    "xls-named-xlsx.xlsx": xls(ROWS),
    "xlsb-named-csv.csv": xlsb(ROWS),
    "ods-named-xlsx.xlsx": ods(ROWS),
    "csv-named-xls.xls": _delimited(";").encode("cp1252"),
    "no-extension": _delimited(";").encode(),
}


@pytest.mark.parametrize("name", MADE)
def test_every_format_is_told_by_its_content_and_says_the_same(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(MADE[name])

    sheet, records = table(path)

    assert [said(each) for each in records.rows] == SAID
    assert list(roles(records).values()) == ["periode", "theme", "rubrique", "sources"]
    assert sheet.source.name == name


@pytest.mark.parametrize("name", ["a.xlsx", "b.xlsm", "c.csv"])
def test_a_workbook_of_openpyxl_is_read_under_any_name(name: str, tmp_path: Path) -> None:
    assert [said(r) for r in table(book(tmp_path / name, *ROWS))[1].rows] == SAID


def test_latin_1_has_its_accents(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Année;Événement\n1901;Création à Évian\n1902;Noël\n".encode("latin-1"))

    _, records = table(path)

    assert roles(records) == {"Année": "periode", "Événement": "theme"}
    assert [said(each) for each in records.rows] == ["1901 | Création à Évian", "1902 | Noël"]


def test_a_comma_inside_texts_is_no_separator(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Date;Récit\n1901;Un, deux, trois, quatre\n1902;Cinq, six, sept, huit\n")

    assert [said(r) for r in table(path)[1].rows] == [
        "1901 |  | Un, deux, trois, quatre",
        "1902 |  | Cinq, six, sept, huit",
    ]


def test_quotes_and_line_ends_inside_fields_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Date;Récit\n1901;"dit ""non""; puis\nsortit"\n', newline="")

    assert [said(r) for r in table(path)[1].rows] == ['1901 |  | dit "non"; puis\nsortit']


def test_an_html_table_keeps_italics_links_and_spans(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(
        "<table><tr><th>Date<th>Récit<tr><td rowspan=2>1901<td>le <i>Journal</i>"
        "<tr><td><a href='https://example.org/a'>ici</a><a href='javascript:x()'>, là</a></table>"
    )

    sheet, records = table(path)

    first, second = records.rows
    assert [s.text for s in first.sections[0].text.spans if s.style.italic] == ["Journal"]
    links = [span.style.link for span in second.sections[0].text.spans]
    assert links == ["https://example.org/a", None]
    assert sheet.rows[2].cells[0].at.address == "A2"


def test_a_package_with_a_macro_is_read_and_nothing_of_it_is_run(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsm"
    path.write_bytes(
        package(
            sheet_xml(HEAD + '<row r="2"><c r="A2"><v>1993</v></c></row>'),
            {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 not to be opened"},
        )
    )

    assert [said(each) for each in table(path)[1].rows] == ["1993"]


NO_WORKBOOK = {
    "un PDF": b"%PDF-1.7 ...",
    "un texte RTF": b"{\\rtf1 bonjour}",
    "une image PNG": b"\x89PNG\r\n\x1a\n0000",
    "une photo JPEG": b"\xff\xd8\xff\xe0 0000",
    "une archive gzip": b"\x1f\x8b\x08 0000",
    "tableau XML de 2003": b'<?xml version="1.0"?><Workbook '
    b'xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    "pas de tableau": b"<html><body><p>Bonjour</p></body></html>",
    "non un classeur": b"\xff\xd8\xff\xe1",
    "n’est pas un classeur": b"Une lettre tout simplement",
}


@pytest.mark.parametrize("what", NO_WORKBOOK)
def test_what_is_no_workbook_is_refused_by_its_name(what: str, tmp_path: Path) -> None:
    path = tmp_path / "lettre.xlsx"
    path.write_bytes(NO_WORKBOOK[what])

    with pytest.raises(WorkbookError) as refused:
        table(path)

    message = str(refused.value)
    assert what in message
    assert message.startswith("lettre.xlsx")
    assert ".xlsx" in message.split("\n")[1]


def test_every_sample_ends_in_rows(samples: Path) -> None:
    rows = {
        path.name: len(table(path)[1].rows)
        for path in sorted(samples.iterdir())
        if path.suffix != ".md"
    }

    assert rows == {
        "currier-chronology.xlsx": 160,
        "currier-kings-prophets.xlsx": 734,
        "currier-prophets-kings.xlsx": 866,
        "inha-envois-personnes-htmlasxls.xls": 376,
        "inha-envois-rapports.xls": 603,
        "messy-survey-datacarpentry.xls": 31,
        "potomac-battles.xlsx": 60,
        "wolsten-timelines.xlsm": 137,
    }


def test_the_seed_is_read_whole_without_a_doubt(seed: Path) -> None:
    findings: list[Diagnostic] = []

    sheet, records = table(seed, findings=findings)

    assert len(records.rows) == 31
    assert Counter(each.role.value for each in records.columns) == {
        "periode": 1,
        "theme": 1,
        "rubrique": 4,
        "sources": 2,
    }
    assert [each.code.slug for each in findings] == ["column-without-heading"]
    assert sheet.source.sheet == "Frise"


def test_reading_changes_nothing_on_the_disk(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", *ROWS)
    before = path.read_bytes()

    parse(read(path, Config(), [].append), Config(), [].append)

    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


FRENCH = "Date;Évènement;Détail\r\n1901;Fondation;Statuts ; siège : café Ott\r\n1902;L’Écho;là\r\n"
FRENCH_TOO = "Date;Récit\r\n1901;Le « café » du n° 5, à l’œuvre…\r\n1902;ÉTÉ À NOËL – FÊTE\r\n"


@pytest.mark.parametrize("coding", ["utf-8", "cp1252", "mac_roman", "cp850", "latin-1"])
@pytest.mark.parametrize("text", [FRENCH, FRENCH_TOO])
def test_the_coding_of_a_text_is_told_by_its_french(coding: str, text: str, tmp_path: Path) -> None:
    if coding in ("cp850", "latin-1"):  # which have none of these
        text = text.replace("’", "'").replace("œ", "oe").replace("…", "...").replace("–", "-")
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode(coding))
    findings: list[Diagnostic] = []

    sheet = read(path, Config(), findings.append)

    letters = [";".join(str(cell.text) for cell in row.cells) for row in sheet.rows]
    assert letters == text.replace('"', "").strip().split("\r\n")
    assert findings == []


@pytest.mark.parametrize(
    ("content", "coding", "shown"),
    [
        (b"Date;R\x8ecit\r\n1901;\x9d\x9e\x9f x\r\n1902;\x81 y\r\n", "Mac Roman", "Récit"),
        (
            "Date;Récit\r\n1901;été\r\n1902;été, fête, noël\r\n".encode() + b"\x92;x",
            "UTF-8",
            "Récit",
        ),
        (b"Date;Fait\r\n1901;\xd7\r\n1902;y\r\n", "Windows-1252", "Fait"),
    ],
)
def test_a_coding_in_doubt_is_told(content: bytes, coding: str, shown: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    findings: list[Diagnostic] = []

    sheet = read(path, Config(), findings.append)

    assert str(sheet.rows[0].cells[1].text) == shown
    told = [each.before for each in findings if each.code.slug == "coding-doubt"]
    assert told == [coding]
