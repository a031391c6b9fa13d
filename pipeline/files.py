"""The files around a run: settings, the user's theme, the cache folder, results written whole."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from pipeline.config import Config, load_config
from pipeline.errors import ConfigError, OutputError, reason
from pipeline.forked import stops_heard_by

CONFIG_NAME = "annales.toml"


def settings_of(workbook: Path, given: Path | None) -> Config:
    """Return the settings given, else those beside the workbook, else the defaults.

    Raises:
        ConfigError: The file is missing, unreadable or wrong.
    """
    path = given or workbook.parent / CONFIG_NAME
    if given is None and not path.is_file():
        return Config()
    try:
        return load_config(path.read_text(encoding="utf-8-sig"), path.name)
    except FileNotFoundError:
        raise ConfigError(
            f"{path} : ce fichier de réglages n’existe pas.\n"
            "Vérifiez son nom, ou créez-le par « annales init »."
        ) from None
    except UnicodeDecodeError:
        raise ConfigError(
            f"{path} : ce fichier n’est pas du texte UTF-8.\nEnregistrez-le en UTF-8."
        ) from None
    except OSError as error:
        raise ConfigError(f"{path} : lecture impossible ({reason(error)}).") from None


def own_theme(settings: Config, workbook: Path, given: Path | None) -> tuple[str, str]:
    """Return text and name of the user's theme; a relative path is beside the settings."""
    if not settings.layout.theme:
        return "", ""
    path = (given.parent if given else workbook.parent) / settings.layout.theme
    try:
        return path.read_text(encoding="utf-8-sig"), path.name
    except (OSError, UnicodeDecodeError):
        raise ConfigError(
            f"[maquette] theme : « {path} » ne peut pas être lu.\n"
            "Indiquez un fichier theme.toml, par rapport au dossier d’annales.toml."
        ) from None


def own_profile(settings: Config, workbook: Path, given: Path | None) -> bytes | None:
    """Return the print shop's ICC profile; a relative path is beside the settings.

    Raises:
        ConfigError: It cannot be read, or is no CMYK output profile (ICC.1:2022, 7.2).
    """
    if not settings.layout.profile:
        return None
    path = (given.parent if given else workbook.parent) / settings.layout.profile
    try:
        content = path.read_bytes()
    except OSError:
        raise ConfigError(
            f"[maquette] profil : « {path} » ne peut pas être lu.\n"
            "Indiquez un profil ICC, par rapport au dossier d’annales.toml."
        ) from None
    if content[36:40] != b"acsp" or content[12:20] != b"prtrCMYK":
        raise ConfigError(
            f"[maquette] profil : « {path.name} » n’est pas un profil ICC de sortie en CMJN.\n"
            "Demandez à l’imprimeur celui de sa presse et de son papier."
        )
    return content


def cache_folder() -> Path:
    """Return the user's cache folder (XDG Base Directory, or its like on macOS and Windows)."""
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given) / "annales"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "annales"
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        return Path(local) / "annales" / "cache"
    return Path.home() / ".cache" / "annales"


def undisturbed() -> AbstractContextManager[None]:
    """Take no notice of Ctrl-C and SIGTERM: files are on their way to their places."""
    return stops_heard_by(signal.SIG_IGN)


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files, or none: each beside its place first, then all moved there, in order.

    Raises:
        OutputError: One of them cannot be written; the previous files are as they were.
    """
    waiting: list[tuple[Path, Path]] = []
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, (name, content) in enumerate(files.items()):
            path = folder / f".{os.getpid()}-{number}.part"
            waiting.append((path, folder / name))
            path.write_bytes(content)
        with undisturbed():
            _moved(waiting)
    except OSError as error:
        raise OutputError(
            f"{error.filename or folder} : écriture impossible ({reason(error)}).\n"
            "Vérifiez la place et les droits, fermez le fichier s’il est ouvert, "
            "ou choisissez un autre dossier avec -o."
        ) from None
    finally:
        for path, _ in waiting:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        if made:
            with contextlib.suppress(OSError):  # it holds the files, or was never made
                folder.rmdir()


def _moved(waiting: Sequence[tuple[Path, Path]]) -> None:
    """Move files to their places; where one cannot go there, the others come back."""
    done: list[tuple[Path | None, Path]] = []
    try:
        for path, target in waiting:
            before = path.with_suffix(".old") if target.exists() else None
            if before is not None:
                _double(target, before)
            done.append((before, target))
            path.replace(target)
    except OSError:
        for before, target in reversed(done):
            if before is not None:
                before.replace(target)
            elif target.is_file():
                target.unlink()
        raise
    for before, _ in done:
        if before is not None:
            before.unlink()


def _double(file: Path, name: Path) -> None:
    """Give a file a second name, so that it is there at every moment; copy it where none can be."""
    if file.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder", str(file))
    try:
        name.hardlink_to(file)
    except OSError:
        shutil.copy2(file, name)
