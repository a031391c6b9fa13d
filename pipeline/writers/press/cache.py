"""Parts laid out before, kept by the hash of what they were made from."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pipeline import __version__, resources
from pipeline.kept import hashed, keep, kept
from pipeline.writers.parts import Part
from pipeline.writers.press.laid import VARIANT, LaidOut


def key_of(part: Part) -> str:
    """Return the hash of what a part is made from (styles and fonts too) and of the engine."""
    return hashed(
        "\0".join((_press(), part.style, part.html.made_from, *part.spare, str(part.tail)))
    )


@cache
def _press() -> str:
    """Return what lays out: the engine's versions, the hash of our own program."""
    engine = f"{__version__} {version('weasyprint')} {version('pydyf')} {VARIANT}"
    return f"{engine} {resources.program()}"


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
        pdf = rest[4 + size :]
        return LaidOut(part, head["pages"], anchors, pdf, words, warnings)
    except (ValueError, KeyError, TypeError):
        return None


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
