"""What is one correction of letters, words or structure: one tracked change in Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from unicodedata import combining, normalize

from pipeline.model import Span, Text
from pipeline.regex import regex
from pipeline.writers.printed import Printed

_SIGNS = str.maketrans(
    {
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "`": "'",
        "´": "'",
        "«": '"',
        "»": '"',
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{HORIZONTAL ELLIPSIS}": "...",
    }
)
_SPACE_RE = regex(r"[\s\u200b-\u200d\u2060\ufeff\xad]+")


def is_correction(span: Span) -> bool:
    r"""Tell whether a change is one of letters, words or structure, not of spaces and signs.

    >>> is_correction(Span("l’an", before="l ' an")), is_correction(Span("des", before="cles"))
    (False, True)
    >>> is_correction(Span(" ", before="\n"))
    True
    """
    before = span.before or ""
    if "\n" in before and span.text and "\n" not in span.text:
        return True
    return _core(before) != _core(span.text)


def _core(text: str) -> str:
    return _SPACE_RE.sub("", text.translate(_SIGNS))


def as_changes(spans: Sequence[Span]) -> list[Span]:
    r"""Return the spans as tracked changes have them: what is one correction is one span.

    >>> title = Span("", before="BILAN :"), Span("", before="\n"), Span("Un fait.")
    >>> [span.original for span in as_changes(title)]
    ['BILAN :\n', 'Un fait.']
    """
    joined: list[Span] = []
    for span in case_as_one(spans):
        last = joined[-1] if joined else span
        gone = not span.text and not last.text and last.before and span.before
        if joined and gone and last.style == span.style:
            joined[-1] = replace(last, before=last.original + span.original)
        else:
            joined.append(span)
    return joined


def case_as_one(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return a heading that was set in sentence case, word by word, as one correction.

    Word by word where something else was corrected between, or the look changes.

    >>> words = Span("Le", before="LE"), Span(" "), Span("bilan", before="BILAN")
    >>> [(span.text, span.before) for span in case_as_one(words)]
    [('Le bilan', 'LE BILAN')]
    """
    places = [place for place, span in enumerate(spans) if _is_case(span)]
    if len(places) < 2:
        return tuple(spans)
    first, after = places[0], places[-1] + 1
    inner = spans[first:after]
    others = [span for span in inner if span.before is not None and not _is_case(span)]
    if any(map(is_correction, others)) or any(
        span.style != inner[0].style or span.marks for span in inner
    ):
        return tuple(spans)
    text = "".join(span.text for span in inner)
    before = "".join(span.original for span in inner)
    return (*spans[:first], Span(text, inner[0].style, before), *spans[after:])


def _is_case(span: Span) -> bool:
    """Tell whether capitals became small letters, and no more than accents besides."""
    before = span.before or ""
    return before.isupper() and before != span.text and _bare(before.strip()) == _bare(span.text)


def _bare(text: str) -> str:
    return "".join(each for each in normalize("NFD", text.casefold()) if not combining(each))


def marks_in_front(blocks: Iterable[Printed]) -> Iterator[Printed]:
    """Yield the blocks of a cell, each removed list mark in front of its own item.

    The spans have it with the line's end, after the item before.
    """
    every = list(blocks)
    texts = _moved([text for block in every for text in _texts(block)])
    for block in every:
        if block.kind == "list":
            yield replace(block, items=tuple(next(texts) for _ in block.items))
        elif block.kind == "opened":
            yield replace(block, heading=next(texts), text=next(texts))
        else:
            yield replace(block, text=next(texts))


def _texts(block: Printed) -> tuple[Text, ...]:
    if block.kind == "list":
        return block.items
    return (block.heading, block.text) if block.kind == "opened" else (block.text,)


def _moved(texts: Sequence[Text]) -> Iterator[Text]:
    carried: tuple[Span, ...] = ()
    for text in texts:
        spans = (*carried, *text.spans)
        carried = ()
        last = spans[-1] if spans else Span("")
        end, line, mark = (last.before or "").rpartition("\n")
        if text is not texts[-1] and not last.text and line and mark.strip():
            spans = (*spans[:-1], replace(last, before=end + line))
            carried = (replace(last, before=mark),)
        yield Text(spans, text.origin)
