"""The files around a run: settings, the user's theme, the cache folder, results written whole."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

from pipeline.config import Config, load_config
from pipeline.errors import ConfigError, OutputError, reason

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
            "Indiquez un fichier theme.toml, par rapport au dossier de annales.toml."
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
            "Indiquez un profil ICC, par rapport au dossier de annales.toml."
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


def write_all(folder: Path, files: dict[str, bytes]) -> None:
    """Write all files, or none: each beside its place first, then all moved there.

    Raises:
        OutputError: One of them cannot be written; the previous files are as they were.
    """
    waiting = []
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, (name, content) in enumerate(files.items()):
            path = folder / f".{os.getpid()}-{number}.part"
            waiting.append((path, folder / name))
            path.write_bytes(content)
        for _, target in waiting:
            if target.is_dir():  # raises where the name is too long
                raise IsADirectoryError(errno.EISDIR, "a folder", str(target))
        for path, target in waiting:
            path.replace(target)
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
