"""Parts put together: pages, one tag tree, links, bookmarks, folios.

What must be right: pages first, then ``copy_foreign`` of the tag tree (only then do its
references find the copied pages); ``StructParents`` of pages and ``StructParent`` of
annotations are keys into a part's own parent tree and are shifted.  Copying is half of the
work and needs no page number: it is done while other parts are being laid out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from pipeline.theme import Theme
from pipeline.writers.faces import font_programs
from pipeline.writers.parts import Bookmark, Folios
from pipeline.writers.pdf.folio import NAME, FolioFont
from pipeline.writers.pdf.fonts import SharedFonts
from pipeline.writers.pdf.heads import running_heads
from pipeline.writers.press.laid import LaidOut
from pipeline.writers.press.layout import Layout, Placed, label, numbering


@dataclass(frozen=True, slots=True)
class _Copied:
    """A part inside the document: its pages, and its tags."""

    pages: tuple[pikepdf.Page, ...]
    tags: pikepdf.Object

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of its pages, which all have one size."""
        *_, width, height = map(float, self.pages[0].mediabox)
        return width, height


def _opened(laid: LaidOut) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(laid.pdf))


class Gathering:
    """Parts copied into one document as they are laid out.

    The order in which they come decides where their objects stand in the file.
    """

    def __init__(self) -> None:
        """Open an empty document."""
        self.book = pikepdf.new()
        self.intents: pikepdf.Object | None = None
        """The colours of the output, which all parts have."""
        self._foreseen: dict[str, pikepdf.Pdf] = {}
        self._copied: dict[str, _Copied] = {}

    def foresee(self, laid: LaidOut) -> None:
        """Open a part ahead of its turn."""
        self._foreseen[laid.key] = _opened(laid)

    def take(self, laid: LaidOut) -> None:
        """Copy a part: its pages, then its tags, which find the copied pages."""
        source = self._foreseen.pop(laid.key, None) or _opened(laid)
        pages = tuple(pikepdf.Page(self.book.copy_foreign(each.obj)) for each in source.pages)
        tags = self.book.copy_foreign(source.Root.StructTreeRoot)
        self._copied[laid.key] = _Copied(pages, tags)
        if self.intents is None and "/OutputIntents" in source.Root:
            intents = source.make_indirect(source.Root.OutputIntents)
            self.intents = self.book.copy_foreign(intents)

    def handed_over(self, layout: Layout) -> tuple[pikepdf.Pdf, list[_Copied]]:
        """Return the document, still without a page, and the parts in their order."""
        for placed in layout.placed:
            if placed.part.key not in self._copied:
                self.take(placed.laid)
        copied, self._copied = self._copied, {}
        return self.book, [copied[placed.part.key] for placed in layout.placed]

    def let_go(self) -> None:
        """Take the document down, which takes a while, once it is saved."""
        self.book = pikepdf.new()


class Assembly:
    """One document in the making."""

    def __init__(self, layout: Layout, theme: Theme, gathering: Gathering | None = None) -> None:
        """Put all parts in order and draw their folios.

        Args:
            layout: The book laid out.
            theme: Its measures.
            gathering: Parts of it copied before; it is empty afterwards.
        """
        gathering = gathering or Gathering()
        self.book, copied = gathering.handed_over(layout)
        self._intents = gathering.intents
        self._tags: list[pikepdf.Object] = []
        self._parent_tree: list[object] = []
        self._next_key = 0
        self._places: dict[str, tuple[pikepdf.Object, float, float]] = {}
        self._labels: dict[tuple[int, int], str] = {}
        """What each page is numbered, printed or not, by its object."""
        self._starts: dict[str, int] = {}
        self._theme = theme
        self._fonts = FolioFont(theme, layout.letters)
        self._shared = SharedFonts(font_programs(theme))
        self._font = self._fonts.put_into(self.book)
        for placed, part, blank in zip(layout.placed, copied, layout.blanks, strict=True):
            self._add(placed, part)
            if blank:
                self.book.add_blank_page(page_size=part.size)
        self._shared.share(self.book)

    def _add(self, placed: Placed, copied: _Copied) -> None:
        pages = copied.pages
        self._starts[placed.part.key] = len(self.book.pages)
        self.book.pages.extend(pages)
        self._shared.note(pages[0].Resources.Font)
        self._add_tags(copied)
        _, top = copied.size
        for number, page in enumerate(pages, placed.first):
            self._labels[page.obj.objgen] = label(placed.part, number)
            if placed.part.folios is Folios.ARABIC:
                self._places[f"page-{number}"] = (page.obj, 0, top)
        for name, (number, x, y) in placed.laid.anchors.items():
            self._places[name] = (pages[number].obj, 0.75 * x, top - 0.75 * y)
        self._draw_folios(placed, pages)

    def _add_tags(self, copied: _Copied) -> None:
        tree = copied.tags
        for page in copied.pages:
            if "/StructParents" in page:
                page.StructParents += self._next_key
            for note in page.get("/Annots", []):
                if "/StructParent" in note:
                    note.StructParent += self._next_key
        numbers = list(tree.ParentTree.Nums)
        for key, value in zip(numbers[::2], numbers[1::2], strict=True):
            self._parent_tree += [int(key) + self._next_key, value]
        self._next_key += 1 + max(map(int, numbers[::2]), default=-1)
        for document in tree.K if isinstance(tree.K, Array) else [tree.K]:
            self._tags += [each for each in document.K if not isinstance(each, int)]

    def _draw_folios(self, placed: Placed, pages: Sequence[pikepdf.Page]) -> None:
        opened = self.book.make_stream(b"q")
        heads = running_heads(placed, self._theme)
        rows = zip(pages, numbering(placed), heads, strict=True)
        for number, (page, folio, head) in enumerate(rows, placed.first):
            if not folio:
                continue
            recto = number % 2 == 1
            fonts = page.Resources.get("/Font", None)
            if fonts is None:
                page.Resources.Font = fonts = Dictionary()
            fonts[NAME] = self._font
            drawn = self._fonts.folio(folio, recto=recto) + self._fonts.head(head, recto=recto)
            mark = b"Q\n" + drawn
            page.contents_add(opened, prepend=True)
            page.contents_add(self.book.make_stream(mark))

    def finish_tags(self) -> None:
        """Hang all tags under one Document."""
        book = self.book
        document = book.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, K=Array(self._tags))
        )
        for each in self._tags:
            each.P = document
        book.Root.StructTreeRoot = book.make_indirect(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=Array([document]),
                ParentTreeNextKey=self._next_key,
                ParentTree=book.make_indirect(Dictionary(Nums=Array(self._parent_tree))),
            )
        )
        document.P = book.Root.StructTreeRoot
        book.Root.MarkInfo = Dictionary(Marked=True)

    def finish_links(self, *, keep: bool = True) -> None:
        """Turn ``annales:KEY`` addresses into destinations; without ``keep`` drop all links.

        A link says where it leads (ISO 14289-1, 7.18.5): WeasyPrint has it say its address.
        """
        for page in self.book.pages:
            if not keep:
                if "/Annots" in page:
                    del page["/Annots"]
                continue
            for note in page.get("/Annots", []):
                address = str(note.A.get("/URI", "")) if "/A" in note else ""
                if not address.startswith("annales:"):
                    continue
                found = self._places.get(address.removeprefix("annales:"))
                del note["/A"]
                if found is not None:
                    target, x, y = found
                    note.Dest = Array([target, Name.XYZ, x, y, 0])
                    note.Contents = String(f"page\N{NO-BREAK SPACE}{self._labels[target.objgen]}")

    def finish_outline(self, layout: Layout) -> None:
        """Write bookmarks: parts, the years that run on in them, and entries below."""
        with self.book.open_outline() as outline:
            for placed in layout.placed:
                part = placed.part
                item = OutlineItem(part.title, self._starts[part.key])
                item.is_closed = True
                below = [*self._outlined(part.bookmarks)]
                outline.root.append(item)
                (outline.root if part.beside else item.children).extend(below)

    def _outlined(self, bookmarks: Sequence[Bookmark]) -> Iterator[OutlineItem]:
        for each in bookmarks:
            if each.anchor in self._places:
                target, x, y = self._places[each.anchor]
                item = OutlineItem(each.title, Array([target, Name.XYZ, x, y, 0]))
                item.is_closed = True
                item.children.extend(self._outlined(each.below))
                yield item

    def finish_labels(self, layout: Layout) -> None:
        """Say that front matter has Roman folios and the body starts on page 1."""
        front = sum(each.laid.pages + each.laid.pages % 2 for each in layout.front)
        self.book.Root.PageLabels = Dictionary(
            Nums=Array([0, Dictionary(S=Name.r), front, Dictionary(S=Name.D)])
        )

    def finish_view(self, language: str) -> None:
        """Set language, title in the window's bar, colour of the output."""
        root = self.book.Root
        root.Lang = String(language)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.PageMode = Name.UseOutlines
        if self._intents is not None:
            root.OutputIntents = self._intents

    def saved(self) -> bytes:
        """Return the document's bytes, the same for the same content."""
        target = io.BytesIO()
        # What is compressed here are tags; the pages came compressed.  A better level takes half
        # as long again, and saves a thirtieth.
        pikepdf.settings.set_flate_compression_level(1)
        self.book.save(
            target,
            deterministic_id=True,
            fix_metadata_version=False,  # the metadata name none
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
        return target.getvalue()
