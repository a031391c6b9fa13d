"""The package around the body: skeleton, parts, relationships; the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from string import Template
from urllib.parse import quote

from pipeline import resources
from pipeline.writers.docx.xml import escaped

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can say."""
_KINDS = {
    "header": "wordprocessingml.header",
    "footer": "wordprocessingml.footer",
    "numbering": "wordprocessingml.numbering",
    "comments": "wordprocessingml.comments",
}
"""Content type of a part by its relationship, within OpenXML's own."""
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument"
_ADDRESS_RE = re.compile(
    r"(?:https?://[\w.-]+(?::\d{1,4})?(?:[/?#].*)?|mailto:[^@\s]+@[\w.-]+(?:\?.*)?)", re.DOTALL
)
"""What Word takes for an address: ``https://exemple.fr:80/page``."""


class Package:
    """A Word file in the making: what is added to the skeleton of ``templates/word``."""

    def __init__(self) -> None:
        """Begin with the skeleton alone."""
        self._parts: dict[str, bytes] = {}
        self._types: list[str] = []
        self._relations: list[str] = []
        self._links: dict[str, str] = {}

    def link(self, address: str) -> str:
        """Return the relationship of an outside address; an empty string where it is none."""
        if not _ADDRESS_RE.fullmatch(address):
            return ""
        if address not in self._links:
            target = quote(address, safe="%:/?#@!$&'()*+,;=~")
            self._links[address] = self._relation(
                "hyperlink", f'Target="{escaped(target)}" TargetMode="External"'
            )
        return self._links[address]

    def part(self, name: str, content: bytes) -> str:
        """Add a part under ``word/``, ``header1.xml``, and return its relationship."""
        kind = re.sub(r"\d*\.xml$", "", name)
        self._parts[f"word/{name}"] = content
        self._types.append(
            f'<Override PartName="/word/{name}" ContentType="{_TYPE}.{_KINDS[kind]}+xml"/>\n'
        )
        return self._relation(kind, f'Target="{name}"')

    def picture(self, name: str) -> str:
        """Return the relationship of a picture that ``keep`` will bring."""
        return self._relation("image", f'Target="media/{name}"')

    def keep(self, name: str, content: bytes) -> None:
        """Bring the bytes of a picture."""
        self._parts[f"word/media/{name}"] = content

    def _relation(self, kind: str, target: str) -> str:
        number = f"rIdA{len(self._relations) + 1}"
        self._relations.append(
            f'<Relationship Id="{number}" Type="{_RELATION}/{kind}" {target}/>\n'
        )
        return number

    def finished(self, texts: dict[str, str], pieces: dict[str, str]) -> bytes:
        """Return the bytes of the whole file.

        Args:
            texts: Plain text for the skeleton's places, by name: title, colours, fonts.
            pieces: XML for its places: the body, the styles.
        """
        places = {name: escaped(text) for name, text in texts.items()} | pieces
        places |= {"relationships": "".join(self._relations), "types": "".join(self._types)}
        target = io.BytesIO()
        folder = resources.folder("templates") / "word"
        with zipfile.ZipFile(target, "w") as package:
            for path in _skeleton(folder):
                text = Template(path.read_text(encoding="utf-8")).substitute(places)
                _store(package, path.relative_to(folder).as_posix(), text.encode())
            for name, content in sorted(self._parts.items()):
                _store(package, name, content)
        return target.getvalue()


def _skeleton(folder: Path) -> list[Path]:
    """Return the files of the skeleton, the content types first."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    return sorted(files, key=lambda path: (path.name != "[Content_Types].xml", path.as_posix()))


def _store(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    package.writestr(entry, content)
