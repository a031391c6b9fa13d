"""The tags of a part put right, and made fewer, where WeasyPrint 70 has no right ones.

It hangs the text of a list item whose mark stands in the line straight under ``LI``; there
only ``Lbl`` and ``LBody`` may be.  It knows no contents: the templates put them into a
``blockquote``, used nowhere else, and here that becomes a ``TOC`` of ``TOCI`` (ISO 14289-1,
7.2; ISO 32000-1, tables 333 and 336).  And it hangs each line of a paragraph into a ``Span`` of
its own that says nothing; half of all objects of a book were these.
"""

from __future__ import annotations

from typing import Any

_PARTS = ("/Lbl", "/LBody")
_SILENT = ("/Span", "/NonStruct")
_SAYS_NOTHING = frozenset(("Type", "S", "K", "Pg", "P"))
"""What an element has at least; one with more, an alternative text or a language, stays."""
_HOLDERS = frozenset(("/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/LBody", "/Lbl", "/Link"))
"""What may hold text without an element between (ISO 32000-1, 14.8.4.3)."""


def finish_tags(_document: object, pdf: Any) -> None:
    """Put the tags of a part right; a finisher of ``Document.write_pdf``.

    Args:
        _document: The document laid out.
        pdf: A ``pydyf.PDF`` whose objects are all added; it is changed.
    """
    import pydyf

    elements = _elements(pdf)
    for element in elements.values():
        kids = [(kid, elements[kid]) for kid in element.get("K", []) if kid in elements]
        if element.get("S") == "/LI":
            _tag_body(element, kids, pdf)
        elif element.get("S") == "/BlockQuote":
            element["S"] = "/TOC"
            lines = [_wrapped("/TOCI", element, [line], pdf) for line in kids]
            element["K"] = pydyf.Array(lines)
    _leave_out_silent(_elements(pdf), pdf)


def _elements(pdf: Any) -> dict[Any, Any]:
    import pydyf

    return {each.reference: each for each in pdf.objects if isinstance(each, pydyf.Dictionary)}


def _leave_out_silent(elements: dict[Any, Any], pdf: Any) -> None:
    """Hang text straight into its paragraph where what is between says nothing."""
    import pydyf

    owners: dict[Any, Any] = {}

    def kids_of(element: Any, owner: Any) -> list[Any]:
        found: list[Any] = []
        for kid in element["K"]:
            inner = elements.get(kid)
            if inner is None or inner.get("S") not in _SILENT or set(inner) - _SAYS_NOTHING:
                found.append(kid)
                if inner is not None and element is not owner and "P" in inner:
                    inner["P"] = owner.reference
            elif inner["Pg"] != owner["Pg"]:
                found.append(kid)
            else:
                owners[kid] = owner.reference
                inner.free = "f"
                found += kids_of(inner, owner)
        return found

    for element in elements.values():
        if element.get("S") in _HOLDERS:
            element["K"] = pydyf.Array(kids_of(element, element))
    root = elements[pdf.catalog["StructTreeRoot"]]
    for value in elements[root["ParentTree"]]["Nums"][1::2]:
        if isinstance(value, pydyf.Array):
            value[:] = [owners.get(each, each) for each in value]


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
