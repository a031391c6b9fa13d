"""Parts laid out before, kept by the hash of what they were made from.

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
    return hashlib.sha256("\0".join((made_by, part.html, *part.spare)).encode()).hexdigest()


@cache
def _press() -> str:
    """Return the hash of the modules that lay out."""
    folder = Path(__file__).parent
    sources = [(folder / name).read_bytes() for name in ("press.py", "lists.py", "fonts.py")]
    return hashlib.sha256(b"".join(sources)).hexdigest()


def load(folder: Path | None, key: str, part: str) -> LaidOut | None:
    """Return a part laid out before; ``None`` where there is none, or it is damaged."""
    if folder is None:
        return None
    try:
        content = (folder / f"{key}.part").read_bytes()
        digest, rest = content[:32], content[32:]
        if hashlib.sha256(rest).digest() != digest:
            return None
        size = int.from_bytes(rest[:4], "big")
        head = json.loads(rest[4 : 4 + size])
        anchors = {
            name: (int(n), float(x), float(y)) for name, (n, x, y) in head["anchors"].items()
        }
        words, warnings = tuple(head["words"]), tuple(head["warnings"])
        return LaidOut(part, head["pages"], anchors, rest[4 + size :], words, warnings)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def store(folder: Path | None, key: str, part: LaidOut) -> None:
    """Keep a part; a folder that cannot be written is left as it is."""
    if folder is None:
        return
    head = {
        "pages": part.pages,
        "anchors": part.anchors,
        "words": part.words,
        "warnings": part.warnings,
    }
    letters = json.dumps(head).encode()
    rest = len(letters).to_bytes(4, "big") + letters + part.pdf
    waiting = folder / f".{key}.{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        waiting.write_bytes(hashlib.sha256(rest).digest() + rest)
        waiting.replace(folder / f"{key}.part")
    except OSError:
        try:
            waiting.unlink(missing_ok=True)
        except OSError:
            return


def prune(folder: Path | None) -> None:
    """Remove the oldest parts where the folder has grown too large."""
    if folder is None:
        return
    try:
        files = [(path.stat(), path) for path in folder.glob("*.part")]
        total = sum(about.st_size for about, _ in files)
        for about, path in sorted(files, key=lambda each: each[0].st_mtime):
            if total <= LARGEST_BYTES:
                return
            path.unlink(missing_ok=True)
            total -= about.st_size
    except OSError:
        return
