"""Simple markup of web pages in a cell: ``<p>``, ``<b>``, ``<a href="…">`` become what they mean.

Source: HTML Living Standard, *The elements of HTML*.  Tags of a closed list are read where they
are well formed; of others, and where one has no fellow, nothing is known: they stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.model import LINKS, Text
from pipeline.regex import regex

_TAG_RE = regex(
    r"<(?P<end>/?)(?P<name>p|br|b|strong|i|em|a|ul|ol|li|sup|sub|span|div|u|h[1-6])"
    r"(?P<rest>\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_TARGET_RE = regex(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_STYLES = {
    **dict.fromkeys(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    "sup": "superscript",
    "sub": "subscript",
    "u": "underline",
}
"""Elements that change the look of what is in them."""
_LINE_END_RE = regex(r"[ \t]*\n")
_LINES = frozenset("p div ul ol h1 h2 h3 h4 h5 h6".split())
"""Elements that stand in lines of their own."""
_OPEN_ENDED = frozenset(("p", "li"))
"""Elements that the next one of their kind ends too."""
_NAMED = 6
"""Tags that a finding names."""


@dataclass(slots=True)
class _Tag:
    """One tag: its letters ``start:end``, and what it opens or closes."""

    start: int
    end: int
    name: str
    closes: bool
    target: str = ""
    item: str = ""
    """The mark of an item."""


def set_tags(text: Text, report: Reporter) -> Text:
    """Return a text with its tags made styles, line ends and list marks, all remembered."""
    letters = str(text)
    if "<" not in letters:
        return text
    tags = _tags(letters)
    if not tags:
        return text
    for opening, closing in _pairs(tags):
        look = _STYLES.get(opening.name)
        changes = {look: True} if look else {"link": opening.target}
        text = _styled(text, opening.end, closing.start, changes)
    names = dict.fromkeys(f"<{tag.name}>" for tag in tags)
    named = ", ".join([*names][:_NAMED]) + (", …" if len(names) > _NAMED else "")
    report(Diagnostic(Code.HTML_TAG, text.origin, before=named, count=len(tags)))
    return text.edited(_edits(letters, tags))


def tags_of_cell(text: Text, report: Reporter) -> Text:
    """Return a cell with its tags set; one that says nothing without them is told as left out."""
    letters = str(text).strip()
    text = set_tags(text, report)
    if letters and not str(text).strip():
        report(Diagnostic(Code.HTML_EMPTY, text.origin, before=letters))
    return text


def without_tags(letters: str) -> str:
    r"""Return letters with their tags read, for counting their words.

    >>> without_tags("<p>Un <b>fait</b>.</p><ul><li>un</li><li>deux</li></ul>Fin, <i>x et <img>")
    '<p>Un <b>fait</b>.</p><ul><li>un</li><li>deux</li></ul>Fin, <i>x et <img>'
    >>> without_tags("<p>Un <b>fait</b>.</p><ul><li>un</li><li>deux</li></ul>Fin, x et <img>")
    'Un fait.\n- un\n- deux\nFin, x et <img>'
    """
    if "<" not in letters:
        return letters
    for start, end, sign, _ in reversed(_edits(letters, _tags(letters))):
        letters = letters[:start] + sign + letters[end:]
    return letters


def _tags(letters: str) -> list[_Tag]:
    """Return the tags of a cell; none where one of them has no fellow."""
    tags: list[_Tag] = []
    skipped = 0
    for match in _TAG_RE.finditer(letters):
        tag = _Tag(*match.span(), match["name"].lower(), bool(match["end"]))
        if tag.name == "a":
            found = _TARGET_RE.search(match["rest"] or "")
            tag.target = unescape(next(filter(None, found.groups()), "")) if found else ""
            if tag.closes and skipped:
                skipped -= 1
                continue
            if not tag.closes and not tag.target.startswith(LINKS):
                skipped += 1
                continue
        tags.append(tag)
    return tags if _well_formed(tags, letters) else []


def _well_formed(tags: Sequence[_Tag], letters: str) -> bool:
    """Tell whether each tag has its fellow, and each link its words; marks of items are set."""
    opened: list[_Tag] = []
    counts: list[int] = []
    for tag in tags:
        if tag.name == "br":
            continue
        if not tag.closes:
            if opened and opened[-1].name == tag.name in _OPEN_ENDED:
                opened.pop()
            if tag.name in ("ul", "ol"):
                counts.append(0)
            elif tag.name == "li":
                inside = next((each.name for each in opened[::-1] if each.name in ("ul", "ol")), "")
                if not inside:
                    return False
                counts[-1] += 1
                tag.item = f"{counts[-1]}. " if inside == "ol" else "- "
            opened.append(tag)
            continue
        while opened and opened[-1].name != tag.name and opened[-1].name in _OPEN_ENDED:
            opened.pop()
        if not opened or opened[-1].name != tag.name:
            return False
        first = opened.pop()
        if tag.name in ("ul", "ol"):
            counts.pop()
        if tag.name == "a" and not _TAG_RE.sub("", letters[first.end : tag.start]).strip():
            return False
    return all(each.name in _OPEN_ENDED for each in opened)


def _pairs(tags: Sequence[_Tag]) -> Iterator[tuple[_Tag, _Tag]]:
    """Yield the tags that change a style, each with the one that ends it."""
    opened: list[_Tag] = []
    for tag in tags:
        if tag.name not in _STYLES and tag.name != "a":
            continue
        if tag.closes:
            yield opened.pop(), tag
        else:
            opened.append(tag)


def _edits(letters: str, tags: Sequence[_Tag]) -> list[tuple[int, int, str, bool]]:
    """Return what each tag becomes: nothing, a line end, the mark of an item."""
    edits = []
    last = _last_word(letters, tags)
    at, fresh = 0, True
    for tag in tags:
        between = letters[at : tag.start]
        if between.strip():
            fresh = between.rstrip(" \t").endswith("\n")
        else:
            fresh = fresh or "\n" in between
        sign = ""
        if tag.start < last:
            ends = _LINE_END_RE.match(letters, tag.end) is not None
            if tag.name == "br":
                sign, fresh = "" if ends else "\n", True
            elif tag.name in _LINES or tag.item:
                sign = "" if fresh or (ends and not tag.item) else "\n"
                sign, fresh = sign + tag.item, True
        edits.append((tag.start, tag.end, sign, False))
        at = tag.end
    return edits


def _last_word(letters: str, tags: Sequence[_Tag]) -> int:
    """Return where the last letters that are no tag end: no line begins behind them."""
    end = len(letters)
    for tag in reversed(tags):
        if letters[tag.end : end].strip():
            break
        end = tag.start
    return end


def _styled(text: Text, start: int, end: int, changes: dict[str, Any]) -> Text:
    before, middle, after = text.split(start, end)
    spans = tuple(replace(span, style=replace(span.style, **changes)) for span in middle.spans)
    return Text((*before.spans, *spans, *after.spans), text.origin)
