"""One hyphen in the text of the pages: the one that people type and search for.

WeasyPrint divides words with U+2010, the faces draw it with the glyph of U+002D, and a glyph has
one meaning in a PDF, that of its first use (ISO 32000-1, 9.10.3): « Saint-Pol » was found or not
by what stood before it.
"""

from __future__ import annotations

from typing import Any

_DIVIDING, _TYPED = b" <2010>", b" <002d>"


def finish_hyphens(pdf: Any) -> None:
    """Have each hyphen of a part mean the typed one.

    Args:
        pdf: A ``pydyf.PDF`` whose objects are all added; its maps to Unicode are changed.
    """
    import pydyf

    for each in pdf.objects:
        if isinstance(each, pydyf.Stream) and b"begincmap" in each.stream:
            each.stream = [
                line.removesuffix(_DIVIDING) + _TYPED if line.endswith(_DIVIDING) else line
                for line in each.stream
            ]
