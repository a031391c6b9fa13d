"""Text that remembers what it replaced, with its style, its cell and the doubts about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields, replace
from typing import Any

from pipeline.model.packing import packed_at_once
from pipeline.model.place import CellRef

LINKS = ("http://", "https://", "mailto:")
"""How an address begins that a page may link to."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a span looks beside the text around it."""

    bold: bool = False
    italic: bool = False
    superscript: bool = False
    subscript: bool = False
    underline: bool = False
    strike: bool = False
    link: str | None = None
    """Address that the span links to."""

    def __repr__(self) -> str:
        """Return what is not plain: ``Style(italic=True)``."""
        if self is PLAIN:
            return "Style()"
        values = ((each.name, getattr(self, each.name)) for each in fields(self))
        return f"Style({', '.join(f'{name}={value!r}' for name, value in values if value)})"

    def __reduce__(self) -> str | tuple[Any, ...]:
        """Pickle quickly; the plain style is one object."""
        return "PLAIN" if self is PLAIN else (Style, astuple(self))


PLAIN = Style()


@packed_at_once
@dataclass(frozen=True, slots=True)
class Mark:
    """A doubt about the very words of a span: nothing was changed, a person should look.

    Equal to the code, ``before`` and ``after`` of one ``Diagnostic`` of the same cell,
    so that a writer can put the finding on the words.
    """

    code: str
    """Slug of the finding."""
    before: str
    """The words as they stand."""
    after: str = ""
    """What is proposed, or empty."""


@packed_at_once
@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one style, which remembers what it replaced.

    A span with ``before`` is atomic: an edit that touches it takes it whole.  A removed
    text is a span with an empty ``text`` and a ``before``.
    """

    text: str
    style: Style = PLAIN
    before: str | None = None
    """What the workbook had here; ``None`` where nothing changed."""
    marks: tuple[Mark, ...] = ()
    """Doubts about these very words."""

    def __repr__(self) -> str:
        """Return all that it says, shortly: texts of a book are compared by it."""
        plain = self.style is PLAIN or self.style == PLAIN
        if plain and self.before is None and not self.marks:
            return f"Span({self.text!r})"
        return f"Span({self.text!r}, {self.style!r}, {self.before!r}, {self.marks!r})"

    @property
    def original(self) -> str:
        """What the workbook had here."""
        return self.text if self.before is None else self.before


_RAISED = str.maketrans("er", "ᵉʳ")


@packed_at_once
@dataclass(frozen=True, slots=True)
class Text:
    """A text as spans, with the cell that it comes from.

    The invariant of the whole pipeline: joining ``span.original`` over all texts made
    from one cell gives that cell's text, letter by letter.

    >>> text = Text.plain_text("d 'un").replaced(1, 3, "’")
    >>> str(text), text.original
    ('d’un', "d 'un")
    """

    spans: tuple[Span, ...] = ()
    origin: CellRef | None = None

    def __repr__(self) -> str:
        """Return all that it says, shortly."""
        return f"Text({self.spans!r}, {self.origin!r})"

    @classmethod
    def plain_text(cls, text: str, origin: CellRef | None = None) -> Text:
        """Return a text of one unstyled span, or of none where ``text`` is empty."""
        return cls((Span(text),) if text else (), origin)

    def __str__(self) -> str:
        """Return the letters as they are printed."""
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])

    def __bool__(self) -> bool:
        """Tell whether anything would be printed."""
        return any(span.text for span in self.spans)

    @property
    def in_signs(self) -> str:
        """The letters as they are printed, a raised *e* or *er* as signs of their own.

        >>> Text((Span("XIX"), Span("e", Style(superscript=True)))).in_signs
        'XIXᵉ'
        """
        return "".join(
            span.text.translate(_RAISED) if span.style.superscript else span.text
            for span in self.spans
        )

    @property
    def original(self) -> str:
        """The letters as the workbook had them."""
        return "".join(span.original for span in self.spans)

    def split(self, *offsets: int) -> tuple[Text, ...]:
        """Cut the text at offsets into its printed letters, in rising order.

        A span with ``before`` is never cut: an offset inside it moves to its end.
        Removed spans (empty ``text``) at an offset stay on its left.
        """
        parts: list[list[Span]] = [[]]
        wanted = list(offsets)
        position = 0
        for span in self.spans:
            while wanted and wanted[0] <= position and span.text:
                wanted.pop(0)
                parts.append([])
            while (
                wanted and span.before is None and position < wanted[0] < position + len(span.text)
            ):
                cut = wanted.pop(0) - position
                parts[-1].append(replace(span, text=span.text[:cut]))
                parts.append([])
                position += cut
                span = replace(span, text=span.text[cut:])
            parts[-1].append(span)
            position += len(span.text)
        parts.extend([] for _ in wanted)
        return tuple(Text(tuple(spans), self.origin) for spans in parts)

    def replaced(self, start: int, end: int, replacement: str, *, raised: bool = False) -> Text:
        """Return the text with printed letters ``start:end`` replaced and remembered.

        The new span has the style of the first letter replaced (of the letter before an
        insertion), as superscript where ``raised``.  Edited spans touched by the range are
        taken whole, with their replaced letters kept around ``replacement``.
        """
        left: list[Span] = []
        right: list[Span] = []
        head = tail = before = ""
        touched: Style | None = None
        letters = False
        marks: tuple[Mark, ...] = ()
        position = 0
        for span in self.spans:
            stop = position + len(span.text)
            if stop <= start and not (start < position):
                left.append(span)
            elif position >= end and not (position < start):
                right.append(span)
            else:
                a, b = max(start - position, 0), min(end - position, len(span.text))
                if touched is None or (span.text and not letters):
                    touched, letters = span.style, bool(span.text)
                marks += span.marks
                if span.before is None:
                    if a:
                        left.append(replace(span, text=span.text[:a]))
                    if b < len(span.text):
                        right.append(replace(span, text=span.text[b:]))
                    before += span.text[a:b]
                else:
                    head += span.text[:a]
                    tail += span.text[b:]
                    before += span.before
            position = stop
        if touched is None:
            touched = left[-1].style if left else (right[0].style if right else PLAIN)
        if raised:
            touched = replace(touched, superscript=True)
        new = Span(head + replacement + tail, touched, before, marks)
        return Text((*left, new, *right), self.origin)

    def edited(self, edits: Sequence[tuple[int, int, str, bool]]) -> Text:
        """Return the text with many edits made at once, in one pass.

        Args:
            edits: ``(start, end, replacement, raised)``, by rising start, not overlapping.
        """
        inside = self._inside_edited()
        if any(start in inside or end in inside for start, end, _, _ in edits):
            text = self
            for start, end, replacement, raised in reversed(edits):
                text = text.replaced(start, end, replacement, raised=raised)
            return text
        spans: list[Span] = []
        rest = list(self.spans[::-1])
        position = 0
        for start, end, replacement, raised in edits:
            position = _move(rest, spans, position, start)
            gone: list[Span] = []
            position = _move(rest, gone, position, end)
            lettered = next((span for span in gone if span.text), None)
            style = (lettered or [*gone[:1], *(spans or rest)[-1:], _EMPTY][0]).style
            style = replace(style, superscript=True) if raised else style
            before = "".join(span.original for span in gone)
            marks = tuple(mark for span in gone for mark in span.marks)
            spans.append(Span(replacement, style, before, marks))
        return Text((*spans, *reversed(rest)), self.origin)

    def _inside_edited(self) -> set[int]:
        """Return the offsets that lie inside a span with ``before``."""
        inside: set[int] = set()
        position = 0
        for span in self.spans:
            if span.before is not None:
                inside.update(range(position + 1, position + len(span.text)))
            position += len(span.text)
        return inside

    def raised(self, start: int, end: int) -> Text:
        """Return the text with printed letters ``start:end`` set as superscript."""
        before, middle, after = self.split(start, end)
        spans = tuple(
            replace(span, style=replace(span.style, superscript=True)) for span in middle.spans
        )
        return Text((*before.spans, *spans, *after.spans), self.origin)

    def marked(self, start: int, end: int, mark: Mark) -> Text:
        """Return the text with a doubt put on printed letters ``start:end``."""
        before, middle, after = self.split(start, end)
        spans = tuple(replace(span, marks=(*span.marks, mark)) for span in middle.spans)
        return Text((*before.spans, *spans, *after.spans), self.origin)

    def joined(self, other: Text) -> Text:
        """Return this text followed by another; the cell is the first one known."""
        return Text((*self.spans, *other.spans), self.origin or other.origin)


NO_TEXT = Text()
_EMPTY = Span("")


def _move(rest: list[Span], target: list[Span], position: int, offset: int) -> int:
    """Move spans from the end of ``rest`` until ``offset`` is reached, cutting the last."""
    while rest and position < offset:
        span = rest.pop()
        stop = position + len(span.text)
        if stop > offset:
            cut = offset - position
            rest.append(replace(span, text=span.text[cut:]))
            span = replace(span, text=span.text[:cut])
            stop = offset
        target.append(span)
        position = stop
    return position
