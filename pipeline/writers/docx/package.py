"""The package around the body: skeleton, styles, parts, properties; the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from docx import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from pipeline import resources
from pipeline.model import Booklet
from pipeline.theme import Theme
from pipeline.writers.docx.xml import NAMESPACES

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can say."""


class Package:
    """A Word file in the making, of python-docx."""

    def __init__(self, booklet: Booklet, theme: Theme) -> None:
        """Open the project's own skeleton."""
        self.document: Any = Document(io.BytesIO(_skeleton(booklet, theme)))
        self._links: dict[str, str] = {}
        self._pictures = 0
        self._properties(booklet)

    def _properties(self, booklet: Booklet) -> None:
        given, day = booklet.imprint, booklet.edited
        moment = dt.datetime(day.year, day.month, day.day)
        core = self.document.core_properties
        core.title, core.author, core.language = (
            given.title[:255],
            given.author[:255],
            given.language,
        )
        core.subject = (given.subtitle or given.summary)[:255]
        core.keywords = ", ".join(given.keywords)[:255]
        core.comments = given.summary[:255]
        core.category = "Chronologie"
        core.last_modified_by = "annales"
        core.created = core.modified = moment
        core.revision = 1

    def link(self, address: str) -> str:
        """Return the relationship of an outside address."""
        if address not in self._links:
            relations = self.document.part.rels
            self._links[address] = relations.get_or_add_ext_rel(RT.HYPERLINK, address)
        return self._links[address]

    def part(self, name: str, kind: str, relation: str, content: bytes) -> str:
        """Add a part under ``word/`` and return its relationship."""
        made = Part(PackURI(f"/word/{name}"), kind, content, self.document.part.package)
        return str(self.document.part.relate_to(made, relation))

    def picture(self, png: bytes, svg: str) -> tuple[int, str, str]:
        """Add a drawing in two forms; return its number and both relationships."""
        self._pictures += 1
        number = self._pictures
        raster = self.part(f"media/frise{number}.png", CT.PNG, RT.IMAGE, png)
        vector = self.part(f"media/frise{number}.svg", "image/svg+xml", RT.IMAGE, svg.encode())
        return number, raster, vector

    def finished(self, body: str) -> bytes:
        """Return the bytes of the whole file with this body."""
        element = self.document.element
        element.replace(element.body, parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>"))
        first = io.BytesIO()
        self.document.save(first)
        return _again(first.getvalue())


def _skeleton(booklet: Booklet, theme: Theme) -> bytes:
    """Return the package of ``templates/word`` with the theme's colours and fonts in it."""
    fonts, colours = theme["fonts"], theme["colour"]
    values = {
        "language": booklet.imprint.language,
        "serif": fonts["serif_word"][0],
        "serif_other": ",".join(fonts["serif_word"][1:]),
        "sans": fonts["sans_word"][0],
        "sans_other": ",".join(fonts["sans_word"][1:]),
    } | {name: colours[name].lstrip("#").upper() for name in ("text", "accent", "grey")}
    values = {name: escape(value) for name, value in values.items()}
    folder = resources.folder("templates") / "word"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            text = Template(path.read_text(encoding="utf-8")).safe_substitute(values)
            package.writestr(_name(path, folder), text)
    return target.getvalue()


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _again(package: bytes) -> bytes:
    """Return the archive with fixed dates, in a fixed order, the content types first."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(target, "w") as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            new.writestr(entry, old.read(name))
    return target.getvalue()
