"""The package around the body: skeleton, parts, relationships; the same bytes each time.

python-docx opens the skeleton, takes the parts and saves; what it writes is packed again
with fixed dates in a fixed order, which it does not do itself.  The body is put in then, so
that ten thousand rows need not be parsed to be saved.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from string import Template
from urllib.parse import quote

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from pipeline import resources
from pipeline.regex import regex
from pipeline.writers.docx.xml import escaped

_BODY = "word/word/document.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can say."""
_KINDS = {
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
    "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    "comments": (CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS),
    "png": (CONTENT_TYPE.PNG, RELATIONSHIP_TYPE.IMAGE),
    "svg": ("image/svg+xml", RELATIONSHIP_TYPE.IMAGE),
}
"""Content type and relationship of a part."""
_ADDRESS_RE = regex(
    r"(?:https?://[\w.-]+(?::\d{1,4})?(?:[/?#].*)?|mailto:[^@\s]+@[\w.-]+(?:\?.*)?)", re.DOTALL
)
"""What Word takes for an address: ``https://exemple.fr:80/page``."""


@dataclass(frozen=True, slots=True)
class _Added:
    """A part that the document names by its relationship."""

    relation: str
    name: str
    """Under ``word/``: ``header1.xml``."""
    kind: str


class Package:
    """A Word file in the making: what is added to the skeleton of ``templates/word``."""

    def __init__(self) -> None:
        """Begin with the skeleton alone."""
        self._added: list[_Added] = []
        self._contents: dict[str, bytes] = {}
        self._links: dict[str, str] = {}

    def link(self, address: str) -> str:
        """Return the relationship of an outside address; an empty string where it is none."""
        if not _ADDRESS_RE.fullmatch(address):
            return ""
        target = quote(address, safe="%:/?#@!$&'()*+,;=~")
        return self._links.setdefault(target, f"rIdL{len(self._links) + 1}")

    def part(self, name: str, content: bytes) -> str:
        """Add a part under ``word/``, ``header1.xml``, and return its relationship."""
        self._contents[name] = content
        return self._add(name, re.sub(r"\d*\.xml$", "", name))

    def picture(self, name: str) -> str:
        """Return the relationship of a picture that ``keep`` will bring."""
        return self._add(f"media/{name}", Path(name).suffix[1:])

    def keep(self, name: str, content: bytes) -> None:
        """Bring the bytes of a picture."""
        self._contents[f"media/{name}"] = content

    def _add(self, name: str, kind: str) -> str:
        relation = f"rIdA{len(self._added) + 1}"
        self._added.append(_Added(relation, name, kind))
        return relation

    def finished(self, texts: dict[str, str], pieces: dict[str, str]) -> bytes:
        """Return the bytes of the whole file.

        Args:
            texts: Plain text for the skeleton's places, by name: title, colours, fonts.
            pieces: XML for its places: the body, the styles.
        """
        places = {name: escaped(text) for name, text in texts.items()} | pieces
        document = Document(io.BytesIO(_skeleton(places | {"body": ""})))
        relations = document.part.rels
        for target, relation in self._links.items():
            relations.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, target, relation, is_external=True
            )
        for each in self._added:
            content_type, kind = _KINDS[each.kind]
            address = PackURI(f"/word/{each.name}")
            part = Part(address, content_type, self._contents[each.name], document.part.package)
            relations.add_relationship(kind, part, each.relation)
        saved = io.BytesIO()
        document.save(saved)
        return _packed_again(saved, _filled(resources.folder("templates") / _BODY, places))


def _skeleton(places: dict[str, str]) -> bytes:
    """Return the package of ``templates/word`` with its places filled in."""
    folder = resources.folder("templates") / "word"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            package.writestr(path.relative_to(folder).as_posix(), _filled(path, places))
    return target.getvalue()


def _filled(path: Path, places: dict[str, str]) -> bytes:
    return Template(path.read_text(encoding="utf-8")).substitute(places).encode()


def _packed_again(package: io.BytesIO, body: bytes) -> bytes:
    """Return the archive with its body, with fixed dates, the content types first."""
    target = io.BytesIO()
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(target, "w") as new:
        for name in sorted(old.namelist(), key=lambda each: (each[0] != "[", each)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            new.writestr(entry, body if name == "word/document.xml" else old.read(name))
    return target.getvalue()
