"""The tags of list items put right: what is not the mark of an item is its body.

WeasyPrint 70 hangs the text of an item whose mark stands in the line straight under ``LI``;
there only ``Lbl`` and ``LBody`` may be (ISO 14289-1, 7.2; ISO 32000-1, table 336).
"""

from __future__ import annotations

from typing import Any

_PARTS = ("/Lbl", "/LBody")


def tag_bodies(_document: object, pdf: Any) -> None:
    """Wrap the text of list items in ``LBody``; a finisher of ``Document.write_pdf``.

    Args:
        _document: The document laid out.
        pdf: A ``pydyf.PDF`` whose objects are all added; it is changed.
    """
    import pydyf

    elements = {each.reference: each for each in pdf.objects if isinstance(each, pydyf.Dictionary)}
    items = [each for each in elements.values() if each.get("S") == "/LI"]
    for item in items:
        kids = [(kid, elements[kid]) for kid in item["K"]]
        loose = [(kid, element) for kid, element in kids if element["S"] not in _PARTS]
        if not loose:
            continue
        body = pydyf.Dictionary(
            {
                "Type": "/StructElem",
                "S": "/LBody",
                "K": pydyf.Array([kid for kid, _ in loose]),
                "Pg": item["Pg"],
                "P": item.reference,
            }
        )
        pdf.add_object(body)
        for _, element in loose:
            element["P"] = body.reference
        parts = [kid for kid, element in kids if element["S"] in _PARTS]
        item["K"] = pydyf.Array([*parts, body.reference])
