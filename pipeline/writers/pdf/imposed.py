"""The office edition: two pages to a side of landscape paper, to fold and staple.

Saddle stitch: in a signature of n pages the outer side of sheet s holds pages n−2s and
2s+1, the inner side 2s+2 and n−2s−1 (counted from 0 for sheets, from 1 for pages).
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name

THICKEST = 64
"""Pages of one signature that an office stapler and a fold can take (16 sheets)."""
SEVERAL = 32
"""Pages of a signature where one is not enough (8 sheets)."""
PAPER_MM = 0.1
"""Thickness of a sheet of 80 g/m²: each sheet inside another stands out by it."""
_PT = 72 / 25.4


def signature_of(pages: int, wanted: int = 0) -> int:
    """Return the pages of a signature: all in one where it can be folded, else alike in size.

    >>> signature_of(5), signature_of(37), signature_of(400), signature_of(400, 16)
    (8, 40, 32, 16)
    >>> signature_of(68)  # 17 sheets: 6, 6 and 5, not 8, 8 and 1
    24
    """
    whole = pages + -pages % 4
    if wanted:
        return min(wanted, whole)
    if whole <= THICKEST:
        return whole
    sheets, bundles = whole // 4, -(-whole // SEVERAL)
    return 4 * -(-sheets // bundles)


def order(pages: int, signature: int) -> Iterator[tuple[int, int]]:
    """Yield the pages of each side, left and right, from 1; 0 is a blank.

    >>> list(order(4, 4)), list(order(5, 8))
    ([(4, 1), (2, 3)], [(0, 1), (2, 0), (0, 3), (4, 5)])
    """

    def filled(page: int) -> int:
        return page if page <= pages else 0

    for start in range(0, pages, signature):
        size = min(signature, pages - start + -(pages - start) % 4)
        for sheet in range(size // 4):
            yield filled(start + size - 2 * sheet), filled(start + 2 * sheet + 1)
            yield filled(start + 2 * sheet + 2), filled(start + size - 2 * sheet - 1)


def imposed(reading: bytes, signature: int) -> tuple[bytes, str]:
    """Return the imposed file and how to print it, in French.

    Args:
        reading: The reading edition; its pages are placed, its links and tags are not.
        signature: Pages of one signature; 0 chooses.
    """
    source = pikepdf.open(io.BytesIO(reading))
    book = pikepdf.new()
    count = len(source.pages)
    size = signature_of(count, signature)
    box = [float(each) for each in source.pages[0].mediabox]
    width, height = box[2], box[3]
    forms = {n: book.copy_foreign(page.as_form_xobject()) for n, page in enumerate(source.pages, 1)}
    for side, (left, right) in enumerate(order(count, size)):
        sheet = side // 2 % max(1, size // 4)
        creep = sheet * PAPER_MM * _PT
        drawings, resources = [], Dictionary()
        for number, x in ((left, creep), (right, width - creep)):
            if number:
                name = Name(f"/P{number}")
                resources[name] = forms[number]
                drawings.append(f"q 1 0 0 1 {x:.3f} 0 cm {name} Do Q")
        page = book.add_blank_page(page_size=(2 * width, height))
        page.Resources = Dictionary(XObject=resources)
        page.Contents = book.make_stream("\n".join(drawings).encode())
    book.Root.ViewerPreferences = Dictionary(
        Duplex=Name.DuplexFlipShortEdge, PrintScaling=Name("/None"), PickTrayByPDFSize=True
    )
    target = io.BytesIO()
    book.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    sheets = len(book.pages) // 2
    return target.getvalue(), _instruction(sheets, count, size, _paper(2 * width, height))


def _paper(width: float, height: float) -> str:
    """Return the name of a landscape paper, or its size; both sides in points."""
    sides = round(width / _PT), round(height / _PT)
    named = {(296, 210): "A4", (297, 210): "A4", (420, 297): "A3"}
    return named.get(sides) or f"{sides[0]} × {sides[1]} mm"


def _instruction(sheets: int, pages: int, signature: int, paper: str) -> str:
    whole = pages + -pages % 4
    how = f"sur {paper}, recto verso, retourné sur le bord court, à 100 % (sans ajustement)"
    if signature >= whole:
        fold = "pliez le tout en deux et agrafez au pli"
    else:
        bundles, last = -(-whole // signature), whole % signature // 4
        shorter = f" (le dernier : {last})" if last else ""
        fold = (
            f"pliez en {bundles} cahiers de {signature // 4} feuilles{shorter}, dans l’ordre, "
            "puis cousez ou collez le dos"
        )
    return f"Cahier : {sheets} feuille{'s' * (sheets > 1)}, imprimé {how} ; {fold}."
