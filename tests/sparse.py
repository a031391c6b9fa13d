"""A workbook of many years with little in each: a town's chronicle of six decades."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

FIRST, LAST = 1871, 1932
DENSE = 1914
_EVENTS = (
    ("12/03/{}", "Ouverture du marché couvert", "Le marché couvert ouvre sur la place haute."),
    ("{}", "Reconstruction du pont", "Le pont de bois est remplacé par un pont de pierre."),
    ("juin {}", "Création de l’harmonie", "Trente musiciens donnent un premier concert."),
    ("du 3 au 5 mai {}", "Foire aux bestiaux", "Six cents têtes sont menées au champ de foire."),
)
_LONG = "La garde de la ville passe la nuit sur les remparts et le tocsin sonne jusqu’au matin. "


def sparse(path: Path) -> Path:
    """Write the workbook: an undated row, a year in two, one dense year, one long entry."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    rows: list[tuple[object, ...]] = [
        ("Date", "Événement", "Récit", "Sources"),
        (None, "Avant toute date", "Un bourg se forme au bord de la rivière.", None),
    ]
    for number, year in enumerate(range(FIRST, LAST + 1)):
        date, theme, text = _EVENTS[number % len(_EVENTS)]
        if number % 3 == 1 and year != DENSE:
            continue
        source = f"Registre {number}" if number % 5 == 0 else None
        rows.append((date.format(year), f"{theme} ({number})", text, source))
        if number % 2:
            rows.append((f"novembre {year}", "Conseil de ville", _LONG * (number % 4), None))
    rows += [(f"{day:02}/08/{DENSE}", f"Jour {day}", _LONG * 6, None) for day in range(1, 13)]
    rows.append(("1880-1886", "Construction de l’église", "Le chantier dure six ans.", None))
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path
