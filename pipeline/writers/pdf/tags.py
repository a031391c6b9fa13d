"""The tags of lists and of the contents put right, where WeasyPrint 70 has no right ones.

It hangs the text of a list item whose mark stands in the line straight under ``LI``; there
only ``Lbl`` and ``LBody`` may be.  It knows no contents: the templates put them into a
``blockquote``, used nowhere else, and here that becomes a ``TOC`` of ``TOCI`` (ISO 14289-1,
7.2; ISO 32000-1, tables 333 and 336).
"""

from __future__ import annotations

from typing import Any

_PARTS = ("/Lbl", "/LBody")


def finish_tags(_document: object, pdf: Any) -> None:
    """Put the tags of a part right; a finisher of ``Document.write_pdf``.

    Args:
        _document: The document laid out.
        pdf: A ``pydyf.PDF`` whose objects are all added; it is changed.
    """
    import pydyf

    elements = {each.reference: each for each in pdf.objects if isinstance(each, pydyf.Dictionary)}
    for element in list(elements.values()):
        kids = [(kid, elements[kid]) for kid in element.get("K", []) if kid in elements]
        if element.get("S") == "/LI":
            _tag_body(element, kids, pdf)
        elif element.get("S") == "/BlockQuote":
            element["S"] = "/TOC"
            lines = [_wrapped("/TOCI", element, [line], pdf) for line in kids]
            element["K"] = pydyf.Array(lines)


def _tag_body(item: Any, kids: list[tuple[Any, Any]], pdf: Any) -> None:
    """Put all of a list item but its mark into one body."""
    import pydyf

    loose = [(kid, element) for kid, element in kids if element["S"] not in _PARTS]
    if loose:
        parts = [kid for kid, element in kids if element["S"] in _PARTS]
        item["K"] = pydyf.Array([*parts, _wrapped("/LBody", item, loose, pdf)])


def _wrapped(role: str, parent: Any, kids: list[tuple[Any, Any]], pdf: Any) -> Any:
    """Return the reference of a new element between a parent and some of its kids."""
    import pydyf

    between = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": role,
            "K": pydyf.Array([kid for kid, _ in kids]),
            "Pg": kids[0][1].get("Pg", parent["Pg"]),
            "P": parent.reference,
        }
    )
    pdf.add_object(between)
    for _, element in kids:
        element["P"] = between.reference
    return between.reference
