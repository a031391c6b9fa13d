"""Parts laid out before and texts read back, kept by the hash of what they were made from.

Nothing depends on it: a file that is damaged, a folder that is full or read-only only
mean that a part is laid out again.
"""

from __future__ import annotations

import hashlib
import json
import os
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pipeline import __version__
from pipeline.writers.parts import Part
from pipeline.writers.pdf.laid import VARIANT, LaidOut

LARGEST_BYTES = 400 * 2**20
"""Size of the folder above which the oldest parts go."""


def key_of(part: Part) -> str:
    """Return the hash of a part's HTML (styles and fonts named in it) and of the engine."""
    made_by = f"{__version__} {version('weasyprint')} {version('pydyf')} {VARIANT} {_press()}"
    return hashed("\0".join((made_by, part.style, part.html, *part.spare)))


def hashed(text: str) -> str:
    """Return the hash that names a file of the cache."""
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def source_of(module: str) -> str:
    """Return the hash of a module's source: what it made before it was changed is not kept."""
    return hashlib.sha256(Path(module).read_bytes()).hexdigest()


@cache
def _press() -> str:
    """Return the hash of the modules that lay out."""
    folder = Path(__file__).parent
    return "".join(source_of(str(folder / each)) for each in ("press.py", "tags.py", "fonts.py"))


def load(folder: Path | None, key: str, part: str) -> LaidOut | None:
    """Return a part laid out before; ``None`` where there is none, or it is damaged."""
    rest = kept(folder, f"{key}.part")
    if rest is None:
        return None
    try:
        size = int.from_bytes(rest[:4], "big")
        head = json.loads(rest[4 : 4 + size])
        anchors = {
            name: (int(n), float(x), float(y)) for name, (n, x, y) in head["anchors"].items()
        }
        words, warnings = tuple(head["words"]), tuple(head["warnings"])
        return LaidOut(part, head["pages"], anchors, rest[4 + size :], words, warnings)
    except (ValueError, KeyError, TypeError):
        return None


def kept(folder: Path | None, name: str) -> bytes | None:
    """Return what was kept under a name; ``None`` where nothing was, or it is damaged."""
    if folder is None:
        return None
    try:
        content = (folder / name).read_bytes()
    except OSError:
        return None
    return content[32:] if hashlib.sha256(content[32:]).digest() == content[:32] else None


def store(folder: Path | None, key: str, part: LaidOut) -> None:
    """Keep a part; a folder that cannot be written is left as it is."""
    head = {
        "pages": part.pages,
        "anchors": part.anchors,
        "words": part.words,
        "warnings": part.warnings,
    }
    letters = json.dumps(head).encode()
    keep(folder, f"{key}.part", len(letters).to_bytes(4, "big") + letters + part.pdf)


def keep(folder: Path | None, name: str, content: bytes) -> None:
    """Keep bytes under a name; a folder that cannot be written is left as it is."""
    if folder is None:
        return
    waiting = folder / f"{name}.{os.getpid()}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        waiting.write_bytes(hashlib.sha256(content).digest() + content)
        waiting.replace(folder / name)
    except OSError:
        try:
            waiting.unlink(missing_ok=True)
        except OSError:
            return


def prune(folder: Path | None) -> None:
    """Remove the oldest files where the folder has grown too large."""
    if folder is None:
        return
    try:
        files = [(path.stat(), path) for path in folder.iterdir()]
        total = sum(about.st_size for about, _ in files)
        for about, path in sorted(files, key=lambda each: each[0].st_mtime):
            if total <= LARGEST_BYTES:
                return
            path.unlink(missing_ok=True)
            total -= about.st_size
    except OSError:
        return
