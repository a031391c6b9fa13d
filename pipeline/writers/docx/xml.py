"""Letters and small pieces of WordprocessingML (ECMA-376, part 1)."""

from __future__ import annotations

import re
from html import escape as _escape

from pipeline.regex import regex

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
)
_FORBIDDEN_RE = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (2.2) has no place for."""
BLANKS_RE = regex(r"[^\S\xa0\u202f]+")
"""Line ends and blanks, but not the no-break ones."""
_BREAK_RE = regex(r"\r\n|[\r\n\t]")


_MM = 56.6929
"""Twips in a millimetre."""


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point.

    >>> twips(25.4)
    1440
    """
    return int(millimetres * _MM + 0.5)


def part(tag: str, content: str) -> bytes:
    """Return a whole part of the package; ``tag`` is its root, ``w:comments``."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<{tag} {NAMESPACES}>{content}</{tag}>".encode()


def escaped(text: str) -> str:
    """Return text for XML, also in attributes; letters that XML forbids become U+FFFD."""
    return _escape(_FORBIDDEN_RE.sub("\ufffd", text))


def letters(text: str, *, deleted: bool = False) -> str:
    """Return the content of a run: text, line breaks, tabs."""
    tag = "w:delText" if deleted else "w:t"
    pieces = []
    position = 0
    for match in _BREAK_RE.finditer(text):
        if match.start() > position:
            pieces.append(_t(tag, text[position : match.start()]))
        pieces.append("<w:tab/>" if match[0] == "\t" else "<w:br/>")
        position = match.end()
    if position < len(text):
        pieces.append(_t(tag, text[position:]))
    return "".join(pieces)


def _t(tag: str, text: str) -> str:
    return f'<{tag} xml:space="preserve">{escaped(text)}</{tag}>'


def run(text: str, style: str = "", *, deleted: bool = False) -> str:
    """Return one run; ``style`` is the id of a character style."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f"<w:r>{look}{letters(text, deleted=deleted)}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return one paragraph; ``properties`` are further children of ``w:pPr``."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


# -- fields (17.16) -----------------------------------------------------------------------


def _code(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


FIELD_END = _code("end")


def field_start(instruction: str) -> str:
    """Return the head of a field whose result follows; ``FIELD_END`` closes it."""
    code = f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
    return _code("begin") + code + _code("separate")


def field(instruction: str, result: str) -> str:
    """Return a field with its result, which is XML."""
    return field_start(instruction) + result + FIELD_END


def index_mark(term: str, key: str, *, italic: bool) -> str:
    r"""Return an index mark (17.16.5.74).

    Quotes and colons are escaped, and semicolons, after which Word looks for the sort key.

    Args:
        term: What the index prints.
        key: What the alphabet sorts it by.
        italic: It is printed in italics.

    >>> "L\\:A" in index_mark("L:A", "L:A", italic=False)
    True
    """
    quoted = _argument(term)
    if key != term:
        quoted += ";" + _argument(key)
    look = '<w:rPr><w:rStyle w:val="Personne"/></w:rPr>' if italic else ""
    text = f'<w:instrText xml:space="preserve">{escaped(quoted)}</w:instrText>'
    head = '<w:instrText xml:space="preserve"> XE "</w:instrText>'
    tail = '<w:instrText xml:space="preserve">" </w:instrText>'
    return f"{_code('begin')}<w:r>{head}</w:r><w:r>{look}{text}</w:r><w:r>{tail}</w:r>{FIELD_END}"


def _argument(text: str) -> str:
    return re.sub(r'([\\":;])', r"\\\1", BLANKS_RE.sub(" ", text))


def contents_mark(words: str, level: int) -> str:
    r"""Return a line of the contents that is no heading (17.16.5.66), of the type ``e``.

    >>> r'TC "Le \"13\"" \f e \l 2 ' in contents_mark('Le "13"', 2).replace("&quot;", '"')
    True
    """
    quoted = re.sub(r'([\\"])', r"\\\1", BLANKS_RE.sub(" ", words))
    code = escaped(f'TC "{quoted}" \\f {LINES} \\l {level}')
    text = f'<w:instrText xml:space="preserve"> {code} </w:instrText>'
    return f"{_code('begin')}<w:r>{text}</w:r>{FIELD_END}"


LINES = "e"
"""Type of the lines of contents that are no headings: one letter."""


def page_number(bookmark: str, folio: str) -> str:
    """Return a reference to the page of a bookmark, with the booklet's number as its result."""
    return field(f"PAGEREF {bookmark} \\h", run(folio))
