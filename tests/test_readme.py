"""Both READMEs tell every command, option, output, setting and exit code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from pipeline.commands import app
from pipeline.config import Config
from pipeline.errors import ExitCode
from pipeline.order import KINDS
from tests.conftest import ROOT

READMES = (ROOT / "README.md", ROOT / "README.fr.md")


def _words() -> list[str]:
    words = []
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        words.append(f"annales {name}")
        words += [option.opts[-1] for option in command.params if option.opts[-1][:2] == "--"]
    words += KINDS
    for section in Config.model_fields.values():
        words.append(f"[{section.alias}]")
        words += [f"`{field.alias}`" for field in section.annotation.model_fields.values()]  # type: ignore[union-attr]
    return [word for word in words if word not in ("--config", "--output")]  # -c and -o


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_command_option_and_setting_is_told(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")

    assert [word for word in _words() if word not in text] == []
    assert [code for code in ExitCode if not re.search(rf"^\| {code:d} \|", text, re.M)] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    names = sorted(each.name for each in (ROOT / "docs" / "decisions").iterdir())

    assert [name[:5] for name in names] == [f"{n:04}-" for n in range(1, len(names) + 1)]
