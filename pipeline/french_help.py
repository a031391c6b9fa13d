"""The command line's own words in French: help pages and errors of usage.

Typer says them in English; here alone they are written anew.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from pipeline.errors import ExitCode, PipelineError, UsageError
from pipeline.french import typeset
from pipeline.letters import wrapped

WIDEST = 100
"""Columns of a help page on a wide terminal."""
_INDENT = "  "


class FrenchCommand(TyperCommand):
    """A command whose help page is French."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        formatter.write(_page(self, ctx))


class FrenchGroup(TyperGroup):
    """The command with its subcommands, its help page French."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        formatter.write(_page(self, ctx))


def _page(command: Any, ctx: Any) -> str:
    """Return the help page: usage, purpose, arguments, options, commands, last words."""
    width = min(WIDEST, shutil.get_terminal_size().columns)
    params = command.get_params(ctx)
    arguments = [each for each in params if each.param_type_name == "argument"]
    options = [each for each in params if each.param_type_name == "option"]
    commands = getattr(command, "commands", {})
    pieces = [ctx.command_path, "[OPTIONS]", *(each.metavar for each in arguments)]
    usage = " ".join([*pieces, *(["COMMANDE …"] if commands else [])])
    tables = {
        "Arguments :": [(each.metavar, each.help) for each in arguments],
        "Commandes :": [(name, each.help) for name, each in commands.items()],
        "Options :": [(_names(each), _meaning(each)) for each in options],
    }
    lines = [f"Emploi : {usage}", "", *wrapped(typeset(command.help), width)]
    for title, rows in tables.items():
        lines += ["", title, *_table(rows, width)] if rows else []
    if command.epilog:
        lines += ["", *wrapped(typeset(command.epilog), width)]
    return typeset("\n".join(lines)) + "\n"


def _names(option: Any) -> str:
    """Return ``-o, --output DOSSIER``; the long names of all options stand in one column."""
    short = next((f"{name}, " for name in option.opts if not name.startswith("--")), "    ")
    long = next(name for name in option.opts if name.startswith("--"))
    return f"{short}{long}" + ("" if option.is_flag else f" {option.metavar}")


def _meaning(option: Any) -> str:
    if "--help" in option.opts:
        return "Affiche cette aide."
    default = "" if option.is_flag or option.default in (None, "", 0) else str(option.default)
    return f"{option.help} [par défaut : {default}]" if default else str(option.help)


def _table(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield the lines of a table of two columns; a long name has a line of its own."""
    column = max((len(name) for name, _ in rows if len(name) < width // 3), default=0) + 2
    for name, meaning in rows:
        lines = wrapped(typeset(meaning), max(24, width - len(_INDENT) - column))
        if len(name) > column - 2:
            yield _INDENT + name
        else:
            yield _INDENT + name.ljust(column) + lines.pop(0)
        yield from (_INDENT + " " * column + line for line in lines)


def run(app: typer.Typer, arguments: Sequence[str] | None) -> None:
    """Run a command.

    Raises:
        UsageError: Wrong usage, in French.
        KeyboardInterrupt: The user stopped it.
        SystemExit: The command asked for an exit code.
    """
    command = get_command(app)
    try:
        code = command.main(
            list(arguments) if arguments is not None else None,
            prog_name="annales",
            standalone_mode=False,
        )
    except PipelineError:
        raise
    except Exception as error:
        sentence = _french(error)
        if sentence is None:
            raise
        raise UsageError(sentence) from None
    if code == ExitCode.INTERRUPTED:  # what Typer makes of Ctrl-C, without a word
        raise KeyboardInterrupt
    sys.exit(code if isinstance(code, int) else 0)


def _french(error: Exception) -> str | None:
    """Return the sentence for one of Typer's exceptions, ``None`` for any other."""
    kind = type(error).__name__
    hint = "\n« annales --help » et « annales build --help » montrent l’emploi."
    message = str(getattr(error, "message", ""))
    param = getattr(error, "param", None)
    name = param.get_error_hint().strip("'") if param is not None else ""
    if kind == "NoArgsIsHelpError":
        sys.stdout.write(message + "\n")
        sys.exit(2)
    if kind == "NoSuchOption":
        near = getattr(error, "possibilities", None)
        guess = f" ; vouliez-vous dire {' ou '.join(sorted(near))} ?" if near else "."
        return f"option inconnue : {getattr(error, 'option_name', '')}{guess}{hint}"
    if kind == "MissingParameter":
        return f"il manque {name}.{hint}"
    if kind == "BadOptionUsage":
        return f"l’option {getattr(error, 'option_name', '')} veut une valeur.{hint}"
    if kind == "BadParameter":
        wanted = getattr(param, "metavar", "")
        return f"{name} : valeur refusée ; attendu : {wanted}.{hint}"
    if kind == "UsageError" and message.startswith("No such command"):
        return (
            f"commande inconnue : {message.split(chr(39))[1]} ; choix : build, check, init.{hint}"
        )
    if kind in ("UsageError", "BadArgumentUsage"):
        return f"arguments en trop ou mal placés : {message.rpartition('(')[2].rstrip(').')}.{hint}"
    return None
