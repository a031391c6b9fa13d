"""Makes the workbook of this folder, and has LibreOffice Calc save it as .xls and .ods.

python tests/offices/make.py tests/offices
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

RICH = CellRichText(
    "Le ",
    TextBlock(InlineFont(i=True), "Journal"),
    ", XX",
    TextBlock(InlineFont(vertAlign="superscript"), "e"),
    " siècle, ",
    TextBlock(InlineFont(b=True), "gras"),
)
ROWS = (
    ("Date", "Récit", "Interne", "Nombre"),
    (dt.datetime(1926, 5, 1), "Cellule en gras", "a", 0.125),
    (dt.datetime(1931, 1, 1), "Une année", "b", 0.00001),
    (dt.datetime(1932, 6, 12), RICH, "c", 1234.5),
    (dt.datetime(1933, 7, 14, 14, 30), "Une ligne\ndeux  lignes", "d", -3.5),
    (dt.datetime(1934, 1, 1), "Ligne masquée", "e", 1936),
    (dt.datetime(1935, 1, 1), "Un lien", "f", 0),
    (dt.datetime(1936, 3, 1), "Tout en italique", "g", 12.5),
    ("1937", "  des  blancs ", "h", dt.timedelta(hours=30)),
    (dt.time(14, 30), "Une heure", "fusion", True),
    (dt.datetime(1938, 8, 2), "Suite", None, 7),
)
FORMATS = {
    "A2": "mmmm yyyy", "A3": "yyyy", "A4": "dd/mm/yyyy", "A5": "dd/mm/yyyy hh:mm",
    "A6": "mm-dd-yy", "A7": "mmm-yy", "A8": "dddd d mmmm yyyy", "A10": "hh:mm",
    "A11": 'd mmmm "de l’an" yyyy', "D2": "0%", "D3": "0.0E+00", "D4": "#,##0.00",
    "D5": '0.00" €"', "D7": "0;-0;;@", "D9": "[h]:mm",
}  # fmt: skip


def make(path: Path) -> Path:
    """Write the workbook and return its path."""
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "Frise"
    for row in ROWS:
        sheet.append(row)
    for address, code in FORMATS.items():
        sheet[address].number_format = code
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.merge_cells("C10:C11")
    sheet["B2"].font, sheet["B8"].font = Font(b=True), Font(i=True)
    sheet["B7"].hyperlink = "https://exemple.fr/a"
    sheet["B4"].comment = Comment("à vérifier", "Yves")
    sheet["F20"].comment = Comment("hors du tableau", "Yves")
    secret = made.create_sheet("Cachée")
    secret.append(["secret"])
    secret.sheet_state = "hidden"
    made.save(path)
    return path


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    book = make(folder / "frise.xlsx")
    for kind in ("xls", "ods"):
        command = ["soffice", "--headless", "--convert-to", kind, "--outdir", folder, book]
        subprocess.run(command, check=True)
    book.unlink()
