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
    """Stands in for ``cffi.FFI``; after ``cdef`` it does all that the kept one, or cffi's, does."""

    def __init__(self) -> None:
        from cffi.api import FFI

        self._own: Any = FFI
        self._declarations: list[str] = []
        self._real: Any = None

    def cdef(self, declarations: str, **how: Any) -> None:
        """Take declarations in C."""
        if self._real is not None or how:  # not as WeasyPrint does it
            self._inline().cdef(declarations, **how)
            return
        self._declarations.append(declarations)
        self._real = _kept(declarations) or self._inline()

    def _inline(self) -> Any:
        if not isinstance(self._real, self._own):
            self._real = self._own()
            for each in self._declarations:
                self._real.cdef(each)
        return self._real

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not there yet.
        found = getattr(self._real or self._inline(), name)
        if name != "errno":  # all others stay what they are
            self.__dict__[name] = found
        return found


def _kept(declarations: str) -> Any:
    """Return what an earlier run worked out; ``None`` where nothing is kept yet, but will be."""
    if not (folder := os.environ.get(FOLDER)):
        return None
    version = f"{importlib.metadata.version('cffi')} {sys.implementation.cache_tag}"
    name = f"{hashed(version + declarations)}.{_NAME}"
    if (source := kept(Path(folder), name)) is None:
        keep(Path(folder), name, _worked_out(declarations))
        return None
    module: dict[str, Any] = {}
    try:
        exec(compile(source, name, "exec"), module)
    except ImportError:  # cffi does not know what another one has written
        return None
    return module["ffi"]


def _worked_out(declarations: str) -> bytes:
    from cffi.api import FFI

    worked, source = FFI(), io.StringIO()
    worked.cdef(declarations)
    worked.set_source(_NAME, None)
    with contextlib.redirect_stdout(None):
        worked.emit_python_code(source)
    return source.getvalue().encode()
