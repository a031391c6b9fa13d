"""One cell of an OpenDocument sheet: its value, its letters as shown, what hangs on it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import PLAIN, Cell, CellRef, Span, Style
from pipeline.read.grid import ERRORS, clean_letters, make_cell
from pipeline.read.number_format import shown
from pipeline.read.ods_styles import Look, Styles
from pipeline.read.valued import error_cell, link_of, valued_cell
from pipeline.regex import regex

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_ODF}office:1.0}}"
TABLE = f"{{{_ODF}table:1.0}}"
_TEXT = f"{{{_ODF}text:1.0}}"
_DRAW = f"{{{_ODF}drawing:1.0}}"
_EXTENDED = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_LINES = (f"{_TEXT}p", f"{_TEXT}h")
_NOTE = f"{OFFICE}annotation"

_OWN = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_BLANKS_RE = regex(r" *[\t\r\n][ \t\r\n]*")
"""Blanks of the XML: its line ends, with what stands around them."""
_TIME_RE = regex(r"(-?)PT(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:[.,](\d+))?S)?")
_PLAIN_RE = regex(r"(?<![\d.,])(-?)(\d+|\d{1,3}(?:,\d{3})+)\.(\d+)(?![\d.,])")
"""A number as countries write it that put a point: ``1,250.5``."""
_TRUTH = {"TRUE": True, "FALSE": False, "VRAI": True, "FAUX": False}
_WORDS = {"object": "Graphique posé sur", "image": "Image posée sur"}


class _Run(NamedTuple):
    """Letters of one look, as they stand in a paragraph."""

    text: str
    look: Look
    target: str | None = None
    own: bool = False
    """A blank that is one of the text, not of the XML."""


def cell_of(
    raw: Any, at: CellRef, style: str, styles: Styles, findings: list[Diagnostic]
) -> Cell | None:
    """Return a cell as it is shown, or ``None`` where nothing is in it.

    Args:
        raw: The element.
        at: Where it stands.
        style: Name of its style.
        styles: Those of the workbook.
        findings: Receives what there is to say about it.
    """
    kind = raw.get(f"{OFFICE}value-type", "")
    spans = _spans(raw, styles.look(style), styles)
    letters = "".join(span.text for span in spans)
    if raw.get(f"{_EXTENDED}value-type") == "error" or letters in ERRORS:
        return error_cell(at, letters or "#N/A", findings)
    look = spans[0].style if spans else PLAIN
    value = _value(raw, kind)
    if isinstance(value, (dt.date, dt.time, dt.timedelta, bool)):
        return valued_cell(at, value, styles.date_format(style), look, findings)
    if value is not None:
        return _number(raw, at, value, spans, findings)
    formula = raw.get(f"{TABLE}formula")
    if formula and not kind and not letters:
        formula = re.sub(r"^\w+:(?==)", "", formula)
        findings.append(Diagnostic(Code.FORMULA_WITHOUT_VALUE, at, before=formula))
        return None
    if not letters:
        spans = [Span(clean_letters(raw.get(f"{OFFICE}string-value", "")))]
    return make_cell(at, spans, letters or spans[0].text, findings)


def comments(raw: Any) -> Iterator[str]:
    """Yield what the comments of a cell say."""
    for note in raw.iterchildren(_NOTE):
        if letters := "\n".join(map(_plain, note.iter(*_LINES))).strip():
            yield letters


def objects(raw: Any, at: CellRef) -> Iterator[Diagnostic]:
    """Yield a finding for each picture, chart and box with text that lies on a cell.

    Args:
        raw: The cell, or what lies on the sheet as a whole.
        at: Its address.
    """
    place = at.address if raw.tag.startswith(f"{TABLE}table-cell") else "la feuille"
    for shape in raw.iterchildren(f"{_DRAW}*"):
        inside = {each.tag for each in shape.iter(f"{_DRAW}*")}
        words = next((_WORDS[each] for each in _WORDS if _DRAW + each in inside), "")
        text = " ".join(line for each in shape.iter(*_LINES) if (line := _plain(each)))
        if words or text:
            said = f"{words or 'Forme posée sur'} {place}" + (f" : « {text} »" if text else "")
            yield Diagnostic(Code.PICTURE, at, before=said)


def _plain(line: Any) -> str:
    return "".join(run.text for run in _tight(_runs(line, _Run("", {})))).strip()


def _number(
    raw: Any, at: CellRef, value: float, spans: list[Span], findings: list[Diagnostic]
) -> Cell | None:
    """Return a number in the letters that the sheet shows."""
    look = spans[0].style if spans else PLAIN
    letters = "".join(span.text for span in spans)
    if not letters.strip():
        if any(True for _ in raw.iterchildren(*_LINES)):
            findings.append(Diagnostic(Code.VALUE_HIDDEN, at, before=shown(value)))
        letters = shown(value)
    if letters in _TRUTH:
        return valued_cell(at, _TRUTH[letters], None, look, findings)
    if letters.replace(".", "") != str(value):  # a point between thousands stays
        letters = _PLAIN_RE.sub(lambda match: _with_comma(*match.groups()), letters)
    letters = re.sub(r"(?<=\d)%$", " %", letters)
    return make_cell(at, (Span(letters, look),), value, findings)


def _with_comma(sign: str, whole: str, part: str) -> str:
    return f"{sign}{whole.replace(',', ' ')},{part}"


def _value(raw: Any, kind: str) -> Any:
    """Return the typed value of a cell; ``None`` for a text, and for what cannot be read."""
    try:
        if kind in ("float", "currency", "percentage"):
            number = float(raw.get(f"{OFFICE}value", ""))
            return int(number) if number.is_integer() and abs(number) < 1e15 else number
        if kind == "boolean":
            return raw.get(f"{OFFICE}boolean-value") == "true"
        if kind == "date":
            day = raw.get(f"{OFFICE}date-value", "")
            moment = dt.datetime.fromisoformat(day[:26])
            return moment.date() if len(day) == 10 else moment
        if kind == "time":
            return _time(raw.get(f"{OFFICE}time-value", ""))
    except (ValueError, OverflowError):
        return None
    return None


def _time(duration: str) -> dt.time | dt.timedelta | None:
    match = _TIME_RE.fullmatch(duration)
    if match is None:
        return None
    hours, minutes, seconds = (int(match[n] or 0) for n in (2, 3, 4))
    passed = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if match[1] or passed >= dt.timedelta(days=1):
        return -passed if match[1] else passed
    return (dt.datetime.min + passed).time()


def _spans(raw: Any, cell: Look, styles: Styles) -> list[Span]:
    """Return the runs of a cell, a line end between its paragraphs.

    Weight and underline of the whole cell are decoration, the rest has meaning.
    """
    runs: list[_Run] = []
    for number, line in enumerate(raw.iterchildren(*_LINES)):
        if number:
            runs.append(_Run("\n", cell))
        runs += _tight(_runs(line, _Run("", cell), styles))
    spans: list[Span] = []
    for text, look, target, _ in runs:
        link = link_of(target)
        style = Style(
            bold=look.get("bold", False) and not cell.get("bold", False),
            italic=look.get("italic", False),
            superscript=look.get("superscript", False),
            subscript=look.get("subscript", False),
            underline=look.get("underline", False)
            and not cell.get("underline", False)
            and link is None,
            strike=look.get("strike", False),
            link=link,
        )
        style = PLAIN if style == PLAIN else style
        letters = clean_letters(text)
        if spans and (spans[-1].style == style or not letters.strip(" \n")):
            spans[-1] = Span(spans[-1].text + letters, spans[-1].style)
        elif letters:
            spans.append(Span(letters, style))
    return spans


def _tight(runs: Iterator[_Run]) -> Iterator[_Run]:
    """Yield the runs of a paragraph, line ends of the XML made blanks, or none behind a blank."""
    blank = True
    for run in runs:
        if not run.own:
            text = _BLANKS_RE.sub(" ", run.text)
            run = run._replace(text=text[blank and bool(_BLANKS_RE.match(run.text)) :])
        if run.text:
            blank = run.text.endswith((" ", "\n"))
            yield run


def _runs(element: Any, around: _Run, styles: Styles | None = None) -> Iterator[_Run]:
    """Yield the runs of a paragraph, or of a part of it; ``around`` has the look of it."""
    if element.text:
        yield around._replace(text=element.text)
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            blanks = " " * (min(int(count), 1000) if count.isdigit() else 1)
            yield around._replace(text=blanks, own=True)
        elif tag in _OWN:
            yield around._replace(text=_OWN[tag], own=True)
        elif tag and tag != _NOTE and not tag.startswith(_DRAW):
            inner = around
            if styles is not None and (name := child.get(f"{_TEXT}style-name")):
                inner = inner._replace(look={**around.look, **styles.look(name, "text")})
            if tag == f"{_TEXT}a":
                inner = inner._replace(target=child.get(_LINK))
            yield from _runs(child, inner, styles)
        if child.tail:
            yield around._replace(text=child.tail)
