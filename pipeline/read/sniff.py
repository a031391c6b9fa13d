"""Which format a file is in, told by its content; what cannot be read is refused by name."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from enum import Enum

from pipeline.errors import WorkbookError
from pipeline.regex import regex

INFLATED = 300 * 2**20
"""Bytes that all parts of a package may have when inflated."""
RATIO = 400
"""How many times a part may grow, above the first mebibyte."""
PARTS = 20_000


_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    OSError,
    ValueError,
    RuntimeError,
    EOFError,
)
"""What the standard library raises at damaged archives."""


class Format(Enum):
    """Families of formats, each with its reader."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    XLSB = "xlsb"
    HTML = "html"
    DELIMITED = "delimited"


_REFUSED = (
    (b"%PDF", "un PDF"),
    (b"{\\rtf", "un texte RTF"),
    (b"\x89PNG", "une image PNG"),
    (b"\xff\xd8\xff", "une photo JPEG"),
    (b"GIF8", "une image GIF"),
    (b"\x1f\x8b", "une archive gzip"),
    (b"7z\xbc\xaf", "une archive 7z"),
    (b"Rar!", "une archive RAR"),
    (b"ID;P", "un fichier SYLK"),
    (b"SQLite format 3", "une base SQLite"),
)
_SAVE_AS = "Ouvrez-le dans un tableur et enregistrez-le au format .xlsx, puis donnez ce fichier."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
"""Bytes of an entry in the directory of a compound file."""
_HTML_RE = regex(rb"<\s*(table|html|!doctype html|body|head|tr|meta)\b", re.IGNORECASE)
SHEET_NAMES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".xltx", ".xlt")


def sniff(content: bytes, name: str) -> Format:
    """Return the family that the bytes belong to.

    Raises:
        WorkbookError: The file is no workbook, has a password, or is a bomb.
    """
    for mark, what in _REFUSED:
        if content.startswith(mark):
            raise WorkbookError(f"{name} : ce fichier est {what}, non un classeur.\n{_SAVE_AS}")
    if content.startswith(b"PK"):
        return _package(content, name)
    if content.startswith(_OLE):
        return _compound(content, name)
    if content[:4] in (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00") or (
        len(content) > 8 and content[:2] in (b"\x09\x00", b"\x09\x02", b"\x09\x04")
    ):
        return Format.XLS
    return _text(content, name)


def _text(content: bytes, name: str) -> Format:
    head = content[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if b"urn:schemas-microsoft-com:office:spreadsheet" in content[:4096]:
        raise WorkbookError(f"{name} : ce fichier est un tableau XML de 2003.\n{_SAVE_AS}")
    if head.startswith((b"<?xml", b"<office:document")) and b"opendocument" in content[:8192]:
        raise WorkbookError(f"{name} : ce fichier est un OpenDocument « plat ».\n{_SAVE_AS}")
    if _HTML_RE.match(head) or (head[:1] == b"<" and _HTML_RE.search(content[:65536])):
        return Format.HTML
    if content[:4096].count(b"\0") > 4 and not is_wide(content):
        raise WorkbookError(
            f"{name} : ce fichier n’est pas un classeur connu, ou il est abîmé.\n{_SAVE_AS}"
        )
    if head[:1] == b"<" or head.startswith(b"{"):
        raise WorkbookError(f"{name} : ce fichier n’est pas un classeur.\n{_SAVE_AS}")
    if name.lower().endswith(SHEET_NAMES) and not re.search(rb"[;\t,]", content[:4096]):
        raise WorkbookError(
            f"{name} : malgré son nom, ce fichier n’est pas un classeur.\n{_SAVE_AS}"
        )
    return Format.DELIMITED


def is_wide(content: bytes) -> bool:
    """Tell whether a text is in UTF-16 or UTF-32: it says so, or every other byte is nought.

    >>> is_wide("1993;un fait".encode("utf-16-le")), is_wide(b"1993;un fait")
    (True, False)
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    odd = content[1:400:2]
    return len(odd) > 4 and odd.count(0) > 0.8 * len(odd) and content[:400:2].count(0) == 0


def _compound(content: bytes, name: str) -> Format:
    """Tell what an OLE compound file holds, by the names of its streams."""

    def holds(stream: str) -> bool:
        # Some programs write WORKBOOK; an entry of the directory begins with its name.
        name = stream.encode("utf-16-le")
        entry = re.compile(re.escape(name) + b"\0\0", re.IGNORECASE)
        return name in content or any(
            match.start() % _ENTRY == 0 for match in entry.finditer(content)
        )

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        raise _password(name)
    if holds("Workbook") or holds("Book"):
        if _has_file_pass(content):
            raise _password(name)
        return Format.XLS
    if holds("WordDocument"):
        raise WorkbookError(f"{name} : ce fichier est un texte Word, non un classeur.\n{_SAVE_AS}")
    raise WorkbookError(f"{name} : ce fichier n’est pas un classeur, ou il est abîmé.\n{_SAVE_AS}")


def _has_file_pass(content: bytes) -> bool:
    """Tell whether a FILEPASS record (0x2F) stands at the head of a BIFF8 stream."""
    for sector in range(512, len(content), 512):
        at = sector
        for _ in range(8 if content[at : at + 4] == b"\x09\x08\x10\x00" else 0):
            kind, size = (int.from_bytes(content[at + n : at + n + 2], "little") for n in (0, 2))
            if kind == 0x2F:
                return True
            at += 4 + size
    return False


def _password(name: str) -> WorkbookError:
    return WorkbookError(
        f"{name} : ce classeur est protégé par un mot de passe.\n"
        "Ouvrez-le dans le tableur, ôtez le mot de passe, enregistrez, puis recommencez."
    )


def _package(content: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            _refuse_bomb(parts, name)
            if any(part.flag_bits & 1 for part in parts):
                raise _password(name)
            return _kind(package, {part.filename.replace("\\", "/") for part in parts}, name)
    except _UNREADABLE:
        raise WorkbookError(
            f"{name} : ce fichier est abîmé ou tronqué.\n"
            "Reprenez une copie saine, ou ouvrez-le dans un tableur et enregistrez-le à nouveau."
        ) from None


def _refuse_bomb(parts: list[zipfile.ZipInfo], name: str) -> None:
    total = sum(part.file_size for part in parts)
    bomb = any(
        part.file_size > 2**20 and part.file_size > RATIO * max(part.compress_size, 1)
        for part in parts
    )
    if total > INFLATED or bomb or len(parts) > PARTS:
        raise WorkbookError(
            f"{name} : ce classeur gonfle démesurément quand on l’ouvre ; il est refusé.\n"
            "Copiez les lignes de la chronologie dans un classeur neuf et donnez celui-là."
        )


def _kind(package: zipfile.ZipFile, names: set[str], name: str) -> Format:
    lower = {each.lower().lstrip("/") for each in names}
    if "mimetype" in lower and "content.xml" in lower:
        if _is_protected(package):
            raise _password(name)
        return Format.ODS
    if "content.xml" in lower:
        return Format.ODS
    if any(each.startswith("xl/workbook.bin") for each in lower):
        return Format.XLSB
    if any(each.startswith("word/") for each in lower):
        raise WorkbookError(f"{name} : ce fichier est un texte Word, non un classeur.\n{_SAVE_AS}")
    if any(each.startswith("ppt/") for each in lower):
        raise WorkbookError(f"{name} : ce fichier est un diaporama, non un classeur.\n{_SAVE_AS}")
    if any(each.endswith(".iwa") or each.startswith("index.zip") for each in lower):
        raise WorkbookError(
            f"{name} : ce fichier est un tableau Numbers.\n"
            "Dans Numbers : Fichier, Exporter vers, Excel ; puis donnez le fichier .xlsx."
        )
    if any(each.startswith("xl/") or each == "[content_types].xml" for each in lower):
        return Format.XLSX
    raise WorkbookError(f"{name} : cette archive ne contient pas de classeur.\n{_SAVE_AS}")


def _is_protected(package: zipfile.ZipFile) -> bool:
    try:
        manifest = package.read("META-INF/manifest.xml")
    except KeyError:
        return False
    return b"encryption-data" in manifest
