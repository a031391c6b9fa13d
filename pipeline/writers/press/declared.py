"""The C functions that WeasyPrint calls, as cffi knows them: worked out once, then kept.

WeasyPrint declares them in C, which cffi reads anew in each process and, in part, for each kind
of value: a quarter of the time that the engine takes to be ready.  cffi can write what it has
understood as a Python module (its « out-of-line ABI mode »); a run that finds it kept goes on
with that.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.kept import hashed, keep, kept

FOLDER = "ANNALES_KEPT"
"""Environment variable with the folder of what is kept, for the processes that lay out."""
_NAME = "declared"


@contextlib.contextmanager
def folder_told(folder: Path | None) -> Iterator[None]:
    """Have the processes that start meanwhile know the folder of what is kept."""
    before = os.environ.pop(FOLDER, None)
    if folder is not None:
        os.environ[FOLDER] = str(folder)
    try:
        yield
    finally:
        os.environ.pop(FOLDER, None)
        if before is not None:
            os.environ[FOLDER] = before


@contextlib.contextmanager
def declared_once() -> Iterator[None]:
    """Have what is imported meanwhile find its declarations among what is kept."""
    import cffi

    own = cffi.FFI
    cffi.FFI = _Declared
    try:
        yield
    finally:
        cffi.FFI = own


class _Declared:
    """Stands in for ``cffi.FFI`` as WeasyPrint uses it: one ``cdef``, then all the rest."""

    def cdef(self, declarations: str) -> None:
        """Take declarations in C."""
        self._real = _understood(declarations)

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not there yet.
        found = getattr(self.__dict__["_real"], name)
        if name != "errno":  # all others stay what they are
            self.__dict__[name] = found
        return found


def _understood(declarations: str) -> Any:
    """Return what an earlier run has understood of them, else what cffi does: for the next one."""
    if not (folder := os.environ.get(FOLDER)):
        return _parsed(declarations)
    version = f"{importlib.metadata.version('cffi')} {sys.implementation.cache_tag}"
    name = f"{hashed(version + declarations)}.{_NAME}"
    if source := kept(Path(folder), name):
        module: dict[str, Any] = {}
        with contextlib.suppress(ImportError):  # cffi does not know what another one has written
            exec(compile(source, name, "exec"), module)
            return module["ffi"]
    found = _parsed(declarations)
    keep(Path(folder), name, _written(found))
    return found


def _parsed(declarations: str) -> Any:
    from cffi.api import FFI

    parsed = FFI()
    parsed.cdef(declarations)
    return parsed


def _written(parsed: Any) -> bytes:
    """Return a Python module that says what cffi has understood."""
    source = io.StringIO()
    parsed.set_source(_NAME, None)
    with contextlib.redirect_stdout(None):
        parsed.emit_python_code(source)
    return source.getvalue().encode()
