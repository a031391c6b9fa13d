"""A reader of Word files of the tests' own: what stands between two bookmarks, and how it looks."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNDER = "ListBullet2"
_LISTS = {"ListBullet": False, "ListNumber": True}
_LETTERS = (f"{W}t", f"{W}delText", f"{W}br", f"{W}tab")
_HEADINGS = ("Heading4", "Heading5", "Intertitre1", "Intertitre2")


@dataclass
class Piece:
    """A paragraph, or the part of it inside a bookmark."""

    style: str
    text: str = ""
    lead: str = ""
    """Its run-in heading."""
    restarts: str = ""
    """Number of its list."""


class WordFile:
    """One Word file, read."""

    def __init__(self, content: bytes, *, accepted: bool = True) -> None:
        """Open it; its tracked changes are read as accepted, or as rejected."""
        self._gone = f"{W}{'del' if accepted else 'ins'}"
        self.package = zipfile.ZipFile(io.BytesIO(content))
        self.document = self.xml("word/document.xml")
        self.marks = self._read()

    def xml(self, name: str) -> etree._Element:
        """Return a part."""
        return etree.fromstring(self.package.read(name))

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return self.package.namelist()

    def _read(self) -> dict[str, list[Piece]]:
        """Walk the document once; every open bookmark collects what is printed inside it."""
        marks: dict[str, list[Piece]] = {}
        opened: dict[str, str] = {}
        field = False
        for paragraph in self.document.iter(f"{W}p"):
            look = paragraph.find(f"{W}pPr/{W}pStyle")
            style = look.get(f"{W}val") if look is not None else ""
            number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
            restarts = number.get(f"{W}val") if number is not None else ""
            for name in set(opened.values()):
                marks[name].append(Piece(style, restarts=restarts))
            for each in paragraph.iter():
                if each.tag == f"{W}bookmarkStart":
                    name = each.get(f"{W}name")
                    # LibreOffice 7.4 starts a bookmark anew after a tracked change inside it
                    if name not in opened.values():
                        marks[name] = [Piece(style, restarts=restarts)]
                    opened[each.get(f"{W}id")] = name
                elif each.tag == f"{W}bookmarkEnd":
                    ended = opened[each.get(f"{W}id")]
                    opened = {key: name for key, name in opened.items() if name != ended}
                elif each.tag == f"{W}fldChar":
                    field = each.get(f"{W}fldCharType") != "end"
                elif each.tag in _LETTERS and not field:
                    gone = each.getparent().getparent().tag == self._gone
                    text = "" if gone else (each.text or "\n")
                    run = each.getparent().find(f"{W}rPr/{W}rStyle")
                    lead = run is not None and run.get(f"{W}val").startswith("Amorce")
                    for name in set(opened.values()):
                        piece = marks[name][-1]
                        if lead:
                            piece.lead += text
                        else:
                            piece.text += text
        return marks

    def styles(self) -> dict[str, etree._Element]:
        """Return the styles by their ids."""
        every = self.xml("word/styles.xml").iter(f"{W}style")
        return {each.get(f"{W}styleId"): each for each in every}

    def codes(self) -> list[str]:
        """Return the instructions of all fields, in order."""
        codes: list[str] = []
        stack: list[str] = []
        for each in self.document.iter(f"{W}fldChar", f"{W}instrText"):
            kind = each.get(f"{W}fldCharType")
            if kind == "begin":
                stack.append("")
            elif kind == "end":
                codes.append(stack.pop().strip())
            elif kind is None:
                stack[-1] += each.text or ""
        return codes

    def comments(self) -> dict[str, list[str]]:
        """Return the paragraphs of each comment, by its number."""
        if "word/comments.xml" not in self.names():
            return {}
        return {
            each.get(f"{W}id"): ["".join(line.itertext()) for line in each]
            for each in self.xml("word/comments.xml")
        }

    def commented(self) -> dict[str, str]:
        """Return the words that each comment is on, by its number."""
        words: dict[str, str] = {}
        opened: set[str] = set()
        for each in self.document.iter():
            number = each.get(f"{W}id", "")
            if each.tag == f"{W}commentRangeStart":
                opened.add(number)
                words[number] = ""
            elif each.tag == f"{W}commentRangeEnd":
                opened.remove(number)
            elif each.tag == f"{W}t":
                for one in opened:
                    words[one] += each.text or ""
        return words

    def text(self, mark: str) -> str:
        """Return the text inside a bookmark."""
        return "\n".join(piece.text for piece in self.marks[mark])

    def blocks(self, mark: str) -> list[dict[str, object]]:
        """Return what a section's bookmark holds, in the form of the JSON."""
        found: list[dict[str, object]] = []
        list_key: object = None
        for piece in self.marks[mark]:
            if piece.style == _UNDER and found:
                _put_under(found[-1], piece.text)
                continue
            key = (piece.style, piece.restarts) if piece.style in _LISTS else None
            if piece.style in _LISTS:
                if list_key == key and found:
                    items = found[-1]["items"]
                    assert isinstance(items, list)
                    items.append(piece.text)
                    levels = found[-1].get("levels")
                    if isinstance(levels, list):
                        levels.append(1)
                else:
                    ordered = _LISTS[piece.style]
                    found.append({"type": "list", "ordered": ordered, "items": [piece.text]})
            elif piece.style in _HEADINGS:
                found.append({"type": "heading", "text": piece.text})
            else:
                if piece.lead:
                    found.append({"type": "heading", "text": piece.lead.removesuffix(". ")})
                found.append({"type": "paragraph", "text": piece.text})
            list_key = key
        return found


def _put_under(block: dict[str, object], text: str) -> None:
    """Add an item of the second level to a list."""
    items = block["items"]
    assert isinstance(items, list)
    levels = block.setdefault("levels", [1] * len(items))
    assert isinstance(levels, list)
    items.append(text)
    levels.append(2)


def check_rows(file: WordFile, tree: dict) -> int:
    """Compare each row of the JSON with what its bookmarks hold; return how many cells."""
    cells = 0
    for chapter in tree["chapters"]:
        rows = [chapter["opening"]] if chapter["opening"] else []
        for row in rows + chapter["entries"]:
            key = row["id"]
            assert key in file.marks
            seen: dict[str, int] = {}
            if row["theme"]:
                assert file.text(f"{key}_{_letters(row['theme'], seen)}") == row["theme"]["text"]
            if row not in rows and not row["period"]["inherited"]:
                assert file.text(f"{key}_P") == row["period"]["label"]
            for section in row["sections"]:
                mark = _name(key, section["column"], seen)
                assert file.blocks(mark) == [_plain(block) for block in section["blocks"]], mark
                cells += 1
            for source in row["sources"]:
                assert file.text(f"{key}_{_letters(source, seen)}") == source["text"]
                cells += 1
    return cells


def _plain(block: dict) -> dict:
    return {
        key: block[key] for key in ("type", "text", "ordered", "items", "levels") if key in block
    }


def _letters(text: dict, seen: dict[str, int]) -> str:
    return _name("", text["origin"].rpartition("!")[2].rstrip("0123456789"), seen)[1:]


def _name(key: str, letters: str, seen: dict[str, int]) -> str:
    seen[letters] = seen.get(letters, 0) + 1
    return f"{key}_{letters}" + (f"_{seen[letters]}" if seen[letters] > 1 else "")
