"""Converters to measure beside: pandoc, and Typst through it; ``make bench`` installs both.

As a program it makes a PDF of an HTML file: ``python -m bench.converters book.html book.pdf``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path


def pandoc() -> str | None:
    """Return where pandoc is: in its package from PyPI, or on this machine."""
    try:
        from pypandoc import get_pandoc_path
    except ImportError:
        return shutil.which("pandoc")
    return str(get_pandoc_path())


def has_typst() -> bool:
    """Tell whether Typst, from PyPI, and pandoc are there."""
    return find_spec("typst") is not None and pandoc() is not None


def by_typst(source: Path, target: Path) -> None:
    """Set an HTML file: pandoc makes a Typst file of it, Typst a PDF."""
    import typst

    text = target.with_suffix(".typ")
    subprocess.run([str(pandoc()), source, "--standalone", "-o", text], check=True)
    typst.compile(str(text), output=str(target))


if __name__ == "__main__":
    by_typst(Path(sys.argv[1]), Path(sys.argv[2]))
