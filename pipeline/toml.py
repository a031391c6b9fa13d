"""TOML as people write it: read, or named with the place where it is wrong."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

from pipeline.errors import ConfigError


def read_toml(text: str, file: str, model: str) -> dict[str, Any]:
    """Return the tables of a text in TOML.

    Args:
        text: What the file says.
        file: Its name, for messages.
        model: A clause that says where a right one is found, for messages.

    Raises:
        ConfigError: It is not TOML; the message names line, column and the line itself.
    """
    try:
        return tomllib.loads(f"{text}\n")
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f"{file}{_place(str(error), text)} : ce n’est pas du TOML valable.\n"
            f"Vérifiez les guillemets, les crochets et les clés répétées à cet endroit ; {model}."
        ) from None


def _place(english: str, toml: str) -> str:
    r"""Return line, column and the line itself, from the sentence of ``tomllib``.

    >>> _place("Unclosed array (at line 2, column 7)", "a = 1\nb = [1")
    ', ligne 2, colonne 7, « b = [1 »'
    """
    found = re.search(r"at line (\d+), column (\d+)", english)
    if found is None:
        return ", à la fin du fichier"
    text = [*toml.splitlines(), ""][int(found[1]) - 1].strip()
    return f", ligne {found[1]}, colonne {found[2]}" + (f", « {text[:60]} »" if text else "")


def as_toml(value: Any) -> str:
    """Return a value nearly as the file has it.

    >>> as_toml("oui"), as_toml([1, True])
    ('"oui"', '[1, true]')
    """
    return json.dumps(value, ensure_ascii=False, default=str)
