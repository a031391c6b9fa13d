"""The command line's own words in French: help pages and errors of usage.

Typer says them in English; here alone they are translated.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from pipeline.errors import PipelineError, UsageError
from pipeline.french import typeset

_HELP = "Affiche cette aide."


def install() -> None:
    """Set the fixed strings of help pages."""
    rich_utils.DEFAULT_STRING = typeset("[par défaut : {}]")
    rich_utils.REQUIRED_LONG_STRING = "[obligatoire]"
    rich_utils.ARGUMENTS_PANEL_TITLE = "Arguments"
    rich_utils.OPTIONS_PANEL_TITLE = "Options"
    rich_utils.COMMANDS_PANEL_TITLE = "Commandes"
    rich_utils.ERRORS_PANEL_TITLE = "Erreur"
    rich_utils.ABORTED_TEXT = "Interrompu."


class FrenchCommand(TyperCommand):
    """A command whose help page is French."""

    def get_usage(self, ctx: Any) -> str:
        """Return the line of usage."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that shows the help page."""
        return _help(super().get_help_option(ctx))


class FrenchGroup(TyperGroup):
    """The command with its subcommands, its help page French."""

    def get_usage(self, ctx: Any) -> str:
        """Return the line of usage."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that shows the help page."""
        return _help(super().get_help_option(ctx))


def _usage(english: str) -> str:
    french = english.replace("Usage:", typeset("Emploi :"), 1)
    return french.replace("COMMAND [ARGS]...", "COMMANDE …")


def _help(option: Any) -> Any:
    if option is not None:
        option.help = _HELP
    return option


def run(app: typer.Typer, arguments: Sequence[str] | None) -> None:
    """Run a command.

    Raises:
        UsageError: Wrong usage, in French.
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
        return f"{name} : valeur refusée.{hint}"
    if kind == "UsageError" and message.startswith("No such command"):
        return (
            f"commande inconnue : {message.split(chr(39))[1]} ; choix : build, check, init.{hint}"
        )
    if kind in ("UsageError", "BadArgumentUsage"):
        return f"arguments en trop ou mal placés : {message.rpartition('(')[2].rstrip(').')}.{hint}"
    return None
