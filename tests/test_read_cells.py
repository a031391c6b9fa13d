"""What one cell says: dates, numbers, formulas, errors, rich text, odd letters."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from pipeline.diagnostics import Diagnostic
from pipeline.model import Cell
from tests.workbooks import HEAD, MAIN, book, package, said, sheet_xml, table


def _first(path: Path, findings: list[Diagnostic] | None = None) -> Cell:
    """Return the section cell of the first record."""
    return table(path, findings=findings)[1].rows[0].sections[0]


def _shown(path: Path, value: Any, number_format: str | None = None) -> Cell:
    """Return the period cell of a workbook with one value in it."""
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.append(("Date", "Récit"))
    sheet.append((value, "Un fait."))
    if number_format:
        sheet["A2"].number_format = number_format
    made.save(path)
    return next(iter(table(path)[1].rows[0].period.values()))


# -- dates and numbers --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "number_format", "text", "typed"),
    [
        (dt.datetime(1993, 4, 1), "dd/mm/yyyy", "01/04/1993", dt.datetime(1993, 4, 1)),
        (dt.datetime(1993, 4, 1), "mm-dd-yy", "01/04/1993", dt.datetime(1993, 4, 1)),
        (dt.datetime(1993, 4, 1), "d mmmm yyyy", "1 avril 1993", dt.datetime(1993, 4, 1)),
        (dt.datetime(1993, 4, 1), "[$-40C]d mmm yy;@", "1 avr. 93", dt.datetime(1993, 4, 1)),
        (dt.datetime(1993, 4, 1), "dddd d mmmm", "jeudi 1 avril", "jeudi 1 avril"),
        (dt.datetime(1993, 4, 1), "mmm-yy", "avr.-93", "avril 1993"),
        (dt.datetime(1993, 4, 1), "mmmm yyyy", "avril 1993", "avril 1993"),
        (dt.datetime(1993, 4, 1), "mmmm", "avril", "avril"),
        (dt.datetime(1993, 4, 1), "yyyy", "1993", 1993),
        (dt.datetime(1993, 4, 1, 14, 30), "dd/mm/yyyy hh:mm", "01/04/1993 14:30",
         dt.datetime(1993, 4, 1, 14, 30)),
        (dt.datetime(1993, 4, 1, 14, 30), "m/d/yy h:mm", "01/04/1993 14:30",
         dt.datetime(1993, 4, 1, 14, 30)),
        (1993, None, "1993", 1993),
        (1993.0, None, "1993", 1993),
        (1993.0, "0.00", "1993,00", 1993),
        ("1993", None, "1993", "1993"),
        ("12 mars 1993", None, "12 mars 1993", "12 mars 1993"),
        ("'1993", None, "'1993", "'1993"),
        (4350, "#,##0", "4 350", 4350),
        (0.4, "0%", "40 %", 0.4),
        (0.125, None, "0,125", 0.125),
        (0.125, "0%", "13 %", 0.125),
        (-2.5, "0", "-3", -2.5),
        (0.00001, "0.0E+00", "1,0E-05", 0.00001),
        (123456, "##0.0E+0", "123,5E+3", 123456),
        (1.25, "0.0#", "1,25", 1.25),
        (1234, "0,000", "1 234", 1234),
        (1850.4, '"env. "0', "env. 1850", 1850.4),
        (True, None, "VRAI", True),
        (-51, None, "-51", -51),
        (-3924, '0" AD";0" BC";0;@', "3924 BC", -3924),
        (33, '0" AD";0" BC";0;@', "33 AD", 33),
        (0, '0" AD";0" BC";"–";@', "–", 0),
        (-2.5, "0.00;-0.00", "-2,50", -2.5),
        (-2.5, "0.00;[Red]-0.00", "-2,50", -2.5),
        (-1250, "#,##0_);[Red](#,##0)", "(1 250)", -1250),
        (-5, '"a;b "0', "a;b -5", -5),
        (12, "[$€-40C] 0.00", "12,00 €", 12),
    ],
)  # fmt: skip
def test_a_value_is_read_as_the_sheet_shows_it(
    value: Any, number_format: str | None, text: str, typed: Any, tmp_path: Path
) -> None:
    cell = _shown(tmp_path / "a.xlsx", value, number_format)

    assert str(cell.text).replace("\N{NARROW NO-BREAK SPACE}", " ") == text
    assert cell.value == typed


@pytest.mark.parametrize("name", ["a.xlsx", "b.xlsx"])
def test_both_calendars_of_excel_give_the_same_day(name: str, tmp_path: Path) -> None:
    made = Workbook()
    made.epoch = CALENDAR_MAC_1904 if name.startswith("b") else made.epoch
    made.worksheets[0].append(("Date", "Récit"))
    made.worksheets[0].append((dt.date(1923, 7, 14), "Un fait."))
    made.worksheets[0]["A2"].number_format = "dd/mm/yyyy"
    made.save(tmp_path / name)

    assert said(table(tmp_path / name)[1].rows[0]) == "14/07/1923 |  | Un fait."


@pytest.mark.parametrize(
    ("serial", "text"), [("0", "00:00"), ("60", "28/02/1900"), ("1", "01/01/1900")]
)
def test_the_first_days_of_excel_s_calendar_do_not_stop_the_run(
    serial: str, text: str, tmp_path: Path
) -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/>'
        '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
    )
    relations = (
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/worksheet' Target='worksheets/sheet1.xml'/>"
        "<Relationship Id='rId3' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/styles' Target='styles.xml'/></Relationships>"
    )
    rows = HEAD + f'<row r="2"><c r="A2" s="1"><v>{serial}</v></c><c r="B2"><v>5</v></c></row>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        package(sheet_xml(rows), {"xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": relations})
    )

    assert said(table(path)[1].rows[0]).startswith(text)


# -- formulas, errors -----------------------------------------------------------------------


def _with_cell(path: Path, cell: str) -> Path:
    event = '<c r="A2"><v>1993</v></c>'
    path.write_bytes(package(sheet_xml(f'{HEAD}<row r="2">{event}{cell}</row>')))
    return path


def test_a_formula_gives_its_stored_value(tmp_path: Path) -> None:
    path = _with_cell(
        tmp_path / "a.xlsx", '<c r="B2" t="str"><f>"un "&amp;"fait"</f><v>un fait</v></c>'
    )
    findings: list[Diagnostic] = []

    assert str(_first(path, findings).text) == "un fait"
    assert findings == []


def test_a_formula_without_a_stored_value_is_a_finding(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ("Date", "Récit"), (1993, "=A2+1"), ("=A2+1", "Autre."))
    findings: list[Diagnostic] = []

    _, records = table(path, findings=findings)

    assert [said(each) for each in records.rows] == ["1993", "=A2+1 |  | Autre."]
    assert [(each.code.slug, str(each.at), each.before) for each in findings] == [
        ("formula-without-value", "Frise!B2", "=A2+1"),
        ("formula-without-value", "Frise!A3", "=A2+1"),
    ]


def test_a_formula_whose_result_is_empty_is_a_blank_cell(tmp_path: Path) -> None:
    formula = '<f>IF(A1&lt;2,"","x")</f>'
    path = _with_cell(
        tmp_path / "a.xlsx",
        f'<c r="B2" t="str">{formula}<v></v></c><c r="C2" t="str">{formula}</c>'
        '<c r="D2"><f t="shared" si="0"/><v/></c>',
    )
    findings: list[Diagnostic] = []

    table(path, findings=findings)

    assert [(str(each.at), each.before) for each in findings] == [
        ("Frise!C2", '=IF(A1<2,"","x")'),
        ("Frise!D2", "=…"),
    ]


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#NAME?", "#VALUE!"])
def test_an_error_is_printed_as_it_stands_and_said(error: str, tmp_path: Path) -> None:
    path = _with_cell(tmp_path / "a.xlsx", f'<c r="B2" t="e"><f>Z9</f><v>{error}</v></c>')
    findings: list[Diagnostic] = []

    assert str(_first(path, findings).text) == error
    assert [each.code.slug for each in findings] == ["error-value"]


# -- rich text and links --------------------------------------------------------------------


def test_rich_text_keeps_its_runs(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.append(("Date", "Récit"))
    sheet["A2"] = 1993
    sheet["B2"] = CellRichText(
        "Dans ",
        TextBlock(InlineFont(i=True), "Le Fil"),
        ", le 3",
        TextBlock(InlineFont(vertAlign="superscript"), "e"),
        TextBlock(InlineFont(b=True), " numéro"),
        " paraît.",
    )
    made.save(tmp_path / "a.xlsx")

    text = _first(tmp_path / "a.xlsx").text

    assert str(text) == "Dans Le Fil, le 3e numéro paraît."
    assert [s.text for s in text.spans if s.style.italic] == ["Le Fil"]
    assert [s.text for s in text.spans if s.style.superscript] == ["e"]
    assert [s.text for s in text.spans if s.style.bold] == [" numéro"]


def test_italics_of_a_whole_cell_are_kept_and_bold_is_decoration(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.append(("Date", "Récit"))
    sheet.append((1993, "Un fait."))
    sheet["B2"].font = Font(italic=True, bold=True)
    made.save(tmp_path / "a.xlsx")

    style = _first(tmp_path / "a.xlsx").text.spans[0].style

    assert (style.italic, style.bold) == (True, False)


def test_a_link_of_a_cell_reaches_every_run_and_others_than_the_web_s_do_not(
    tmp_path: Path,
) -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.append(("Date", "Récit"))
    sheet.append((1993, "La page"))
    sheet.append((1994, None))
    sheet["B2"].hyperlink = "https://example.org/page"
    sheet["B3"] = CellRichText("voir ", TextBlock(InlineFont(i=True), "ici"))
    sheet["B3"].hyperlink = "https://example.org/ici"
    for row, target in ((4, "file:///etc/passwd"), (5, "javascript:alert(1)"), (6, "#Frise!A1")):
        sheet.append((1990 + row, "ailleurs"))
        sheet.cell(row, 2).hyperlink = target
    made.save(tmp_path / "a.xlsx")

    rows = table(tmp_path / "a.xlsx")[1].rows

    assert [[s.style.link for s in each.sections[0].text.spans] for each in rows] == [
        ["https://example.org/page"],
        ["https://example.org/ici", "https://example.org/ici"],
        [None],
        [None],
        [None],
    ]
    assert str(rows[1].sections[0].text) == "voir ici"


# -- letters ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read", "codes"),
    [
        ("un_x000D_&#10;deux", "un\ndeux", []),
        ("un&#13;&#10;deux&#13;trois", "un\ndeux\ntrois", []),
        ("un_x0007_deux", "undeux", ["control-character"]),
        ("un\u0085deux\u2028trois", "un\u0085deux\ntrois", []),
        ("un\u0092deux", "un’deux", ["windows-character"]),
        ("\u00a0l’été\u00a0: «\u202fici\u202f»\u00a0", "\u00a0l’été\u00a0: «\u202fici\u202f»\u00a0",
         []),
        ("&#10;&#10;au milieu&#10;&#10;", "\n\nau milieu\n\n", []),
        ("&lt;b&gt;{{ 7*7 }} @import url(file:///etc/passwd)", None, []),
        ("𝒜 é e\u0301 שלום", None, []),
    ],
)  # fmt: skip
def test_letters_are_kept_as_they_are(
    written: str, read: str | None, codes: list[str], tmp_path: Path
) -> None:
    inline = f'<c r="B2" t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'
    findings: list[Diagnostic] = []

    cell = _first(_with_cell(tmp_path / "a.xlsx", inline), findings)

    expected = read or written.replace("&lt;", "<").replace("&gt;", ">")
    assert str(cell.text) == expected
    assert [each.code.slug for each in findings] == codes


def test_a_control_character_is_remembered_in_its_place(tmp_path: Path) -> None:
    inline = '<c r="B2" t="inlineStr"><is><t>un_x0007_deux</t></is></c>'

    text = _first(_with_cell(tmp_path / "a.xlsx", inline)).text

    assert (str(text), text.original) == ("undeux", "un\adeux")


def test_inline_strings_with_runs_are_read_like_shared_ones(tmp_path: Path) -> None:
    runs = "<is><r><t>Dans </t></r><r><rPr><i/></rPr><t>Le Fil</t></r></is>"

    text = _first(_with_cell(tmp_path / "a.xlsx", f'<c r="B2" t="inlineStr">{runs}</c>')).text

    assert str(text) == "Dans Le Fil"
    assert [s.text for s in text.spans if s.style.italic] == ["Le Fil"]


def test_phonetic_readings_are_not_text(tmp_path: Path) -> None:
    runs = '<is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is>'

    cell = _first(_with_cell(tmp_path / "a.xlsx", f'<c r="B2" t="inlineStr">{runs}</c>'))

    assert str(cell.text) == "東京"


def test_a_cell_of_thirty_thousand_letters_is_whole(tmp_path: Path) -> None:
    text = "".join(f"Phrase numéro {n}. " for n in range(2000))[:30_000]

    assert str(_first(book(tmp_path / "a.xlsx", ("Date", "Récit"), (1993, text))).text) == text


def test_blank_cells_are_no_cells(tmp_path: Path) -> None:
    rows = (("Date", "Récit", "Lieu"), (1993, "Un fait.", " \n\u00a0"), (" ", "", "\t"))

    sheet, records = table(book(tmp_path / "a.xlsx", *rows))

    assert [len(each.cells) for each in sheet.rows] == [3, 2]
    assert len(records.rows) == 1


@pytest.mark.parametrize(("value", "number_format"), [(1993, ";;;"), (0, "0;-0;;@")])
def test_a_number_that_its_format_hides_is_printed_and_said(
    value: int, number_format: str, tmp_path: Path
) -> None:
    made = Workbook()
    made.worksheets[0].append(("Date", "Récit", "Nombre"))
    made.worksheets[0].append((1993, "Un fait.", value))
    made.worksheets[0]["C2"].number_format = number_format
    made.save(tmp_path / "a.xlsx")
    findings: list[Diagnostic] = []

    cells = table(tmp_path / "a.xlsx", findings=findings)[1].rows[0].sections

    assert str(cells[-1].text) == str(value)
    assert ("value-hidden", "C2") in [(f.code.slug, f.at and f.at.address) for f in findings]


def test_signs_of_windows_are_read_and_unknown_codes_still_told(tmp_path: Path) -> None:
    typed = "L\x92\x9cuvre de l\x92abbé coûte 5 \x80\x85 fin\x81"
    found: list[Diagnostic] = []
    cell = _first(book(tmp_path / "a.xlsx", ("Date", "Récit"), ("1994", typed)), found)

    assert str(cell.text) == "L’œuvre de l’abbé coûte 5 €… fin"
    assert cell.text.original == typed
    told = [(each.code.slug, each.before, each.after, each.count) for each in found]
    assert told == [
        ("windows-character", "U+0092", "’", 2),
        ("windows-character", "U+009C", "œ", 1),
        ("windows-character", "U+0080", "€", 1),
        ("windows-character", "U+0085", "…", 1),
        ("control-character", "U+0081", "", 1),
    ]
