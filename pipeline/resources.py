"""Where templates, styles and fonts are: in a checkout at its top, in a wheel in the package."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import InstallationError

_SOURCES = (".py", ".j2", ".css", ".toml")
_AGAIN = "Installez le programme à nouveau."
_PACKAGE = Path(str(resources.files("pipeline")))


def folder(name: str) -> Path:
    """Return the folder ``templates`` or ``styles`` of this installation.

    Raises:
        InstallationError: The installation is incomplete.
    """
    for parent in (_PACKAGE, _PACKAGE.parent):
        path = parent / name
        if path.is_dir():
            return path
    raise InstallationError(f"annales est installé sans son dossier « {name} ».\n{_AGAIN}")


def text(path: str) -> str:
    """Return a shipped text file, ``styles/theme.toml``."""
    first, _, rest = path.partition("/")
    return (folder(first) / rest).read_text(encoding="utf-8")


@cache
def program() -> str:
    """Return the hash of the program: what it made before it was changed is not kept."""
    found = hashlib.sha256()
    for place in (_PACKAGE, folder("templates"), folder("styles")):
        inside = (Path(above, name) for above, _, names in os.walk(place) for name in names)
        for path in sorted(each for each in inside if each.suffix in _SOURCES):
            found.update(path.read_bytes())
    return found.hexdigest()


@cache
def font_files(package: str) -> Path:
    """Return the folder of font files in an installed font package.

    Args:
        package: Import name, ``font_source_serif_pro``.

    Raises:
        InstallationError: The package is not installed.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise InstallationError(f"les polices manquent : le paquet « {package} ».\n{_AGAIN}")
    return Path(spec.submodule_search_locations[0]) / "files"
