"""The shape of a cell: hard line breaks joined, paragraphs, real lists, headings.

Nothing is reordered and nothing is lost: what is not printed (a line break, a list mark)
stays in the text as a removed span.  Rules of ``french.md`` 4: a line is joined to the one
above where that one has no end and this one no beginning; a list is two neighbouring
lines with one mark, or one after a line that ends in a colon.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline.clean.capital_lines import heading_end
from pipeline.clean.headings import Caps
from pipeline.clean.items import Rows
from pipeline.clean.levels import ItemMark, inner, mark_of
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.model import Block, ListBlock, Paragraph, Text
from pipeline.regex import regex

_BULLETS = ("•", *"\uf0b7\uf0a7\uf0d8\uf076\uf0fc►➢❖➔")
"""What stands for nothing else; a word processor’s own have no sign outside its fonts."""
_MARK_RE = regex(rf"[ \t\xa0]*(?:[-–—*·▪◦‣●○{''.join(_BULLETS)}]|\+(?= ))[ \t\xa0]*(?=\S)")
"""A list mark at the start of a line: ``- ``."""
_NUMBER_RE = regex(r"[ \t\xa0]*(\d{1,2})(?:[.)]|°\)?)[ \t\xa0]+(?=\S)")
"""A number that counts an item: ``1. ``."""
_OH_RE = regex(r"[ \t\xa0]*o[ \t\xa0]+(?=\S)")
"""The hollow bullet of a word processor, pasted as a letter; no word is spelt so."""
_LETTERED_RE = regex(r"[ \t\xa0]*[a-z]\)[ \t\xa0]+\S")
"""``a) ``: its letter may be referred to, so the line stays as it is, by itself."""
_LETTER_RE = regex(r"[ \t\xa0]*([a-z])\.[ \t\xa0]+\S")
"""``a. ``, an item where ``b. `` stands under it; ``p. 12`` is none."""
_MISREAD_RE = regex(r"(?:Cl|[oO0D¢©e])[ \t](?=[A-ZÀ-Ý])")
"""What a bullet is misread as, before a capital."""
_END_RE = regex(r"[.:;!?…][»\"”’)\]\s]*$")
_LOWER_START_RE = regex(r"[a-zà-ÿœ]")
_ITEM_START_RE = regex(r"(?:l[’']|la |le |les |un |une |des |L[’']|La |Le |Les |Un |Une |Des )")
_DIALOGUE_RE = regex(r"-\d|[-–—]{2,}")


@dataclass(slots=True)
class _Line:
    """One line of a cell: letters ``start:end``, its mark at the front."""

    start: int
    end: int
    text: str
    mark: int = 0
    """Letters of the mark; 0 for none."""
    number: int | None = None
    misread: bool = False
    lost: bool = False
    """An item that lost its mark."""
    joins: bool = False
    """It goes on the line above."""

    @property
    def item(self) -> bool:
        return bool(self.mark) or self.lost

    @property
    def body(self) -> str:
        return self.text[self.mark :].strip()


@dataclass(slots=True)
class _Piece:
    """Lines that make one block or item together."""

    lines: list[_Line] = field(default_factory=list)

    @property
    def first(self) -> _Line:
        return self.lines[0]


def shape(text: Text, caps: Caps, report: Reporter) -> tuple[Block, ...]:
    """Return the blocks of a cell.

    Args:
        text: The cell, its letters mended.
        caps: How to set headings in sentence case, and what they may only repeat.
        report: Receives each join, mark and heading.
    """
    lines = _lines(str(text))
    if not lines:
        return ()
    _find_items(lines)
    _find_joins(lines)
    pieces = _pieces(lines)
    _report(pieces, text, report, "–")
    cut = _cut(text, pieces)
    return _closed(list(_blocks(pieces, cut, caps, report)))


def documents(text: Text, report: Reporter) -> tuple[Text, ...]:
    r"""Return the documents that a cell names, one a line or an item; numbers stay.

    Args:
        text: The cell, its letters mended.
        report: Receives each join and each mark of an item.

    >>> cell = Text.plain_text("- PV\nLe Monde,\n12 mai")
    >>> [str(each) for each in documents(cell, lambda finding: None)]
    ['- PV', 'Le Monde,', '12 mai']
    """
    lines = _lines(str(text))
    _find_items(lines)
    for line in lines:
        if line.number is not None:
            line.mark, line.number = 0, None
    _find_joins(lines)
    pieces = _pieces(lines)
    _report(pieces, text, report, "·")
    return tuple(_cut(text, pieces)) if pieces else ()


def list_start(letters: str) -> int | None:
    r"""Return where the list of a cell begins; ``None`` where no two of its lines are items.

    >>> list_start("Bureau\n- M. Roy\n- Mme Bœuf"), list_start("Bureau\n- M. Roy")
    (7, None)
    """
    if "\n" not in letters:
        return None
    lines = _lines(letters)
    _find_items(lines)
    items = [line.start for line in lines if line.item]
    return items[0] if len(items) > 1 else None


def _closed(blocks: list[Block]) -> tuple[Block, ...]:
    """Return the blocks, one at the end that prints nothing put onto the one before."""
    if len(blocks) > 1 and isinstance(blocks[-1], Paragraph) and not blocks[-1].text:
        last = blocks[-2]
        if isinstance(last, ListBlock):
            items = (*last.items[:-1], last.items[-1].joined(blocks[-1].text))
            return (*blocks[:-2], replace(last, items=items))
        return (*blocks[:-2], replace(last, text=last.text.joined(blocks[-1].text)))
    return tuple(blocks)


def _lines(letters: str) -> list[_Line]:
    lines = []
    start = 0
    for raw in letters.split("\n"):
        end = start + len(raw)
        if raw.strip():
            line = _Line(start, end, raw)
            if match := _MARK_RE.match(raw):
                line.mark = 0 if _DIALOGUE_RE.match(raw) else match.end()
            elif match := _NUMBER_RE.match(raw):
                line.mark, line.number = match.end(), int(match[1])
            lines.append(line)
        start = end + 1
    return lines


def _find_items(lines: list[_Line]) -> None:
    """Decide which marked lines are items, and find those that lost or misread their mark."""
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        after = lines[place + 1] if place + 1 < len(lines) else None
        if not line.mark and after is not None and after.text.lstrip().startswith("•"):
            match = _MISREAD_RE.match(line.text)
            if match:
                line.mark, line.misread = match.end(), True
    _find_letters_o(lines)
    _trust_numbers(lines)
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        after = lines[place + 1] if place + 1 < len(lines) else None
        lone = not (before and before.mark) and not (after and after.mark)
        leads = before is not None and before.text.rstrip().endswith(":")
        dashed = line.mark and line.number is None and not line.misread
        if dashed and lone and not leads and not line.text.lstrip().startswith(_BULLETS):
            far = [each for each in lines if each.mark and each is not line]
            if not far:
                line.mark = 0
    for place, line in enumerate(lines[:-1]):
        if place and not line.mark and _lost_mark(lines[place - 1], line, lines[place + 1]):
            line.lost = True


def _find_letters_o(lines: list[_Line]) -> None:
    """An ``o`` is a mark beside another one, or where it is indented under an item."""
    found = [None if line.mark else _OH_RE.match(line.text) for line in lines]
    for place, (line, match) in enumerate(zip(lines, found, strict=True)):
        beside = found[max(0, place - 1) : place] + found[place + 1 : place + 2]
        under = place > 0 and lines[place - 1].mark and line.text[:1].isspace()
        if match is not None and (under or any(beside)):
            line.mark = match.end()


def _trust_numbers(lines: list[_Line]) -> None:
    """A number counts items where it runs on from 1, or from an item before."""
    expected = 1
    for place, line in enumerate(lines):
        if line.number is None:
            continue
        rest = [each.number for each in lines[place + 1 :] if each.number is not None]
        runs = line.number == expected and (line.number > 1 or 2 in rest[:1])
        if runs or (line.number > 1 and expected == 1 and line.number + 1 in rest[:1]):
            expected = line.number + 1
        elif line.number == 1 and 2 in rest[:1]:
            expected = 2
        else:
            line.mark, line.number = 0, None


def _lost_mark(before: _Line, line: _Line, after: _Line) -> bool:
    """« l’accueil, » between a lead-in or an item and an item, ending in a comma."""
    if not after.mark or after.number is not None or before.number is not None:
        return False
    opens = before.mark or before.text.rstrip().endswith(":")
    ends = line.text.rstrip().endswith((",", ";"))
    return bool(opens and ends and _ITEM_START_RE.match(line.text.lstrip()))


def _follow(above: _Line, below: _Line) -> bool:
    """Tell whether two lines are counted by letters that follow: « a. », « b. »."""
    found = [_LETTER_RE.match(each.text) for each in (above, below)]
    first, second = (ord(each[1]) if each else 0 for each in found)
    return 0 < first == second - 1


def _find_joins(lines: list[_Line]) -> None:
    for place in range(1, len(lines)):
        above, line = lines[place - 1], lines[place]
        if _follow(above, line) or any(_follow(line, each) for each in lines[place + 1 :][:1]):
            continue
        if line.item or line.start - above.end > 1 or _LETTERED_RE.match(line.text):
            continue
        if heading_end(above.text[above.mark :]):
            continue
        open_bracket = above.text.count("(") > above.text.count(")")
        lower = _LOWER_START_RE.match(line.text.lstrip()) is not None
        comma = above.text.rstrip().endswith(",") and open_bracket
        line.joins = not _END_RE.search(above.text) and (lower or comma)


def _pieces(lines: list[_Line]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for line in lines:
        if line.joins and pieces:
            pieces[-1].lines.append(line)
        else:
            pieces.append(_Piece([line]))
    return pieces


def _report(pieces: list[_Piece], text: Text, report: Reporter, set_as: str) -> None:
    joined = sum(len(piece.lines) - 1 for piece in pieces)
    if joined:
        report(Diagnostic(Code.LINE_JOINED, text.origin, before="\n", after=" ", count=joined))
    marks: dict[str, int] = {}
    numbers: dict[str, list[tuple[str, str]]] = {}
    for piece in pieces:
        line = piece.first
        if line.misread:
            mark = line.text[: line.mark].strip()
            right = line.body[:40]
            report(
                Diagnostic(Code.BULLET_MISREAD, text.origin, before=mark, after="•", right=right)
            )
        elif line.mark and line.number is None:
            mark = line.text[: line.mark].strip()
            marks[mark] = marks.get(mark, 0) + 1
        elif line.mark and (mark := line.text[: line.mark].strip()) != f"{line.number}.":
            numbers.setdefault(mark.lstrip("0123456789"), []).append((mark, f"{line.number}."))
        elif line.lost:
            report(Diagnostic(Code.ITEM_WITHOUT_MARK, text.origin, before=line.body[:60]))
    for mark, count in marks.items():
        report(Diagnostic(Code.LIST_MARK, text.origin, before=mark, after=set_as, count=count))
    for same in numbers.values():
        (mark, after), count = same[0], len(same)
        report(Diagnostic(Code.LIST_MARK, text.origin, before=mark, after=after, count=count))


def _cut(text: Text, pieces: list[_Piece]) -> list[Text]:
    """Return one text a piece, marks and line ends as removed spans."""
    letters = str(text)
    edits: list[tuple[int, int, str, bool]] = []
    at = 0
    for piece in pieces:
        for line in piece.lines:
            body = line.start + line.mark
            body += len(letters[body : line.end]) - len(letters[body : line.end].lstrip())
            if body > at:
                edits.append((at, body, " " if line.joins else "", False))
            at = line.start + len(line.text.rstrip())
    if at < len(letters):
        edits.append((at, len(letters), "", False))
    changed = text.edited(edits)
    offsets, size = [], 0
    for piece in pieces:
        size += sum(len(line.text[line.mark :].strip()) for line in piece.lines)
        size += len(piece.lines) - 1
        offsets.append(size)
    return list(changed.split(*offsets[:-1]))


def _blocks(
    pieces: list[_Piece], texts: list[Text], caps: Caps, report: Reporter
) -> Iterator[Block]:
    rows = Rows()
    waiting = Text()
    marks = [_mark(piece.first) for piece in pieces]
    for piece, text, under in zip(pieces, texts, inner(marks), strict=True):
        line = piece.first
        text = waiting.joined(text) if waiting.spans else text
        waiting = Text()
        if not line.item or not rows.takes(line.number, under):
            yield from rows.closed()
        if line.item:
            rows.add(caps.told(text, report), line.number, under)
            continue
        for block in caps.opened(text, report, alone=len(pieces) == 1):
            if block.text:
                yield block
            else:
                waiting = block.text
    yield from rows.closed()
    if waiting.spans:
        yield Paragraph(waiting)


def _mark(line: _Line) -> ItemMark | None:
    return mark_of(line.text, line.mark, line.number is not None) if line.item else None
