"""A workbook of everything that strains a page."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

HOSTILE = "<q>gras</q> {{ 7 * 7 }} {% raw %} </style><style>*{display:none} file:///etc/hosts &amp;"
ADDRESS = "https://www.exemple.org/" + "un/tres/long/chemin/" * 8 + "fin.html"


def ugly(path: Path) -> Path:
    """Write the workbook."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    rows: list[tuple[object, ...]] = [
        ("Période", "Thème", "Le récit : ce qui est arrivé cette année", "Bilan", "Sources"),
        (1994, "Une année pleine", None, None, None),
        ("12/03/1994", "Fête 🎉", "Joie 👩‍👩‍👧 ✔ ● مرحبا Ω → 中文.", None, "Carnet ● 1"),
        ("13/03/1994", "T", f"Voir {ADDRESS} et suite.", None, None),
        ("14/03/1994", "Un thème très long " * 10, "mot " * 2500, "x", None),
        ("15/03/1994", "Liste", "Voici :\n" + "\n".join(f"- point {n}" for n in range(60)), None),
        ("16/03/1994", "Compte", "Soit :\n" + "\n".join(f"{n}. cas {n}" for n in range(8, 13))),
        ("16/03/1994", "Plan", "Plan :\n1. lire :\n- un conte,\n- un poème,\n2. écrire"),
        ("17/03/1994", None, HOSTILE, HOSTILE, HOSTILE),
        ("1990-2002", "Un long moment", "Douze ans.", None, None),
    ]
    rows += [("01/05/1994", None, f"Brève numéro {n}.", None, None) for n in range(60)]
    rows += [(1995, None, None, None, None), (1996, "Année vide", None, None, None)]
    rows += [(1997, None, "Une ligne.", None, None), (None, "Sans date", "Une suite.", None, "Pli")]
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path
