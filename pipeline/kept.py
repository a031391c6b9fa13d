"""What earlier runs made, kept under the hash of what it was made from, in the user's cache folder.

Nothing depends on it: a file that is damaged, a folder that is full or read-only only
mean that it is made again.
"""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

LARGEST_BYTES = 400 * 2**20
"""Size of the folder above which the oldest files go."""


def hashed(text: str) -> str:
    """Return the hash that names a file of the cache."""
    return hash_of(text.encode())


def hash_of(content: bytes) -> str:
    """Return the hash of bytes that names a file of the cache."""
    return hashlib.sha256(content).hexdigest()


def kept(folder: Path | None, name: str) -> bytes | None:
    """Return what was kept under a name; ``None`` where nothing was, or it is damaged."""
    if folder is None or not _is_ours(folder):
        return None
    try:
        content = (folder / name).read_bytes()
    except OSError:
        return None
    return content[32:] if hashlib.sha256(content[32:]).digest() == content[:32] else None


def _is_ours(folder: Path) -> bool:
    """Tell whether no stranger can have put a file there: compiled templates are programs."""
    if not hasattr(os, "getuid"):
        return True
    try:
        about = folder.stat()
    except OSError:
        return False
    return about.st_uid == os.getuid() and not about.st_mode & stat.S_IWOTH


def keep(folder: Path | None, name: str, content: bytes) -> None:
    """Keep bytes under a name; a folder that cannot be written is left as it is."""
    if folder is None:
        return
    waiting = folder / f"{name}.{os.getpid()}.new"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
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
