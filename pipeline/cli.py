"""The command line: arguments, clock, files, exit codes, progress.  The only one that prints."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from pipeline import __version__, french_help
from pipeline.arguments import edition_day, kinds, years_of
from pipeline.diagnostics import Diagnostic, Severity
from pipeline.errors import ExitCode, OutputError, PipelineError, UsageError, reason
from pipeline.french import typeset

app = typer.Typer(
    name="annales",
    cls=french_help.FrenchGroup,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Du classeur d’une chronologie au livret imprimable : PDF, Word, rapport, données.",
    epilog="« annales build --help » montre les options d’une commande.\n"
    "Pour commencer : annales build frise.xlsx",
)

Workbook = Annotated[
    Path,
    typer.Argument(
        metavar="CLASSEUR",
        help="Le classeur : .xlsx, .xlsm, .xls, .xlsb, .ods, .csv, .tsv ou tableau HTML.",
    ),
]
ConfigPath = Annotated[
    Path | None,
    typer.Option(
        "-c",
        "--config",
        metavar="annales.toml",
        help="Réglages ; sinon annales.toml à côté du classeur.",
    ),
]


@app.command(
    cls=french_help.FrenchCommand,
    help="Fait le livret, le fichier Word, le rapport et les données.",
    epilog="Codes de sortie : 0, c’est fait ; 1, fait, mais --strict et il reste à vérifier ; "
    "2, commande mal écrite, ou années hors du livre ; 3, le classeur ne peut pas servir ; "
    "4, les réglages sont faux ; 5, le résultat ne peut pas être écrit.\n"
    "Exemple : annales build frise.xlsx --years 1994 --only pdf --only docx",
)
def build(
    workbook: Workbook,
    config: ConfigPath = None,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DOSSIER", help="Dossier des résultats.")
    ] = Path("output"),
    years: Annotated[
        str,
        typer.Option(
            metavar="1994 | 1993-1995",
            help="Une année seule (rapport annuel) ou plusieurs (volume).",
        ),
    ] = "",
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="pdf|print|docx|report|json",
            help="Seulement cela ; plusieurs : répéter l’option, ou séparer par des virgules.",
        ),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option(metavar="NOMBRE", min=0, help="Processus de mise en page ; 0 : un par cœur."),
    ] = 0,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Tout mettre en page à nouveau.")
    ] = False,
    revisions: Annotated[
        bool,
        typer.Option(
            "--revisions", help="Word : corrections de lettres en suivi des modifications."
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Code de sortie 1 s’il reste des constats à vérifier.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", help="Ne rien afficher, sauf une erreur.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Afficher chaque constat.")] = False,
) -> None:
    """Run the whole road and write the files."""
    if quiet and verbose:
        raise UsageError("--quiet et --verbose s’excluent : choisissez l’un des deux.")
    selection, day, wanted = years_of(years), edition_day(), kinds(only or [])
    # Another process reads the workbook while this one loads what comes after.
    from pipeline.read import Reading

    with Reading(workbook) as reading:
        from pipeline import files, fitting
        from pipeline.order import Order
        from pipeline.print_room import PrintRoom
        from pipeline.terminal import Shown, print_result

        settings = files.settings_of(workbook, config)
        if revisions:
            cleaning = settings.cleaning.model_copy(update={"revisions": True})
            settings = settings.model_copy(update={"cleaning": cleaning})
        order = Order(
            only=wanted,
            jobs=jobs or os.cpu_count() or 1,
            cache=None if no_cache else files.cache_folder(),
            theme=files.own_theme(settings, workbook, config),
            profile=files.own_profile(settings, workbook, config),
        )
        with (
            fitting.blamed(workbook, config),
            PrintRoom(order) as press,
            Shown(shown=not quiet) as progress,
        ):
            press.start()  # the rest of the program is loaded while its processes begin
            from pipeline import build as road
            from pipeline.clean import Memory

            press.open()
            memory = Memory(order.kept)
            work = road.build(reading, settings, day, selection, progress, memory)
            made = press.publish(work, settings, progress, memory.keep)
    folder = output / workbook.stem
    files.write_all(folder, made.named)
    if not quiet:
        notes = [each for each in (*made.notes, fitting.note(workbook, config)) if each]
        print_result(folder, list(made.named), made.findings, notes, verbose=verbose)
    _leave(work.findings, strict=strict)


@app.command(
    cls=french_help.FrenchCommand, help="Lit et nettoie sans rien écrire ; affiche les constats."
)
def check(
    workbook: Workbook,
    config: ConfigPath = None,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|github", help="Forme des constats.")
    ] = "text",
    strict: Annotated[
        bool, typer.Option("--strict", help="Code de sortie 1 s’il reste des constats à vérifier.")
    ] = False,
) -> None:
    """Run stages 1 to 5 and show the findings."""
    from pipeline import build as road
    from pipeline import files, fitting
    from pipeline.terminal import Shown, err, out, say
    from pipeline.writers import findings as shown

    forms = ("text", "json", "github")
    if form not in forms:
        raise UsageError(
            f"--format : « {form} » est inconnu ; formes admises : {', '.join(forms)}."
        )
    with fitting.blamed(workbook, config), Shown(shown=form == "text") as progress:
        settings = files.settings_of(workbook, config)
        work = road.build(workbook, settings, edition_day(), None, progress)
    if form == "text":
        out.print(shown.text(work.findings, work.records), crop=False)
        if said := fitting.note(workbook, config):
            say(typeset(said), err)
    elif form == "json":
        sys.stdout.write(shown.json(work.findings))
    else:
        sys.stdout.write(shown.github(work.findings, workbook.name))
    _leave(work.findings, strict=strict)


@app.command(
    cls=french_help.FrenchCommand,
    help="Écrit un annales.toml commenté, avec ce qui a été reconnu dans le classeur.",
)
def init(
    workbook: Workbook,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FICHIER",
            help="Fichier ou dossier ; sinon, à côté du classeur.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Remplacer un fichier existant.")] = False,
) -> None:
    """Write the settings that the workbook suggests."""
    from pipeline import build as road
    from pipeline import fitting
    from pipeline.files import CONFIG_NAME, write_all
    from pipeline.terminal import say

    target = output or workbook.parent
    if target.is_dir():
        target /= CONFIG_NAME
    files = {target.name: road.suggest_settings(workbook).encode()}
    kept = ""
    if target.is_file():
        if not force:
            other = fitting.note(workbook, None) if output is None else ""
            raise OutputError(
                f"{target} existe déjà : rien n’a été changé.\n"
                + (other or "Renommez-le, ou relancez avec --force pour le remplacer.")
            )
        before = fitting.spare_name(target)
        files[before] = target.read_bytes()
        kept = f"\nLes réglages d’avant sont gardés dans {before}."
    write_all(target.parent, files)
    say(typeset(f"{target} est écrit : ouvrez-le, corrigez, puis lancez « annales build ».{kept}"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; an error of the user is a French sentence and an exit code."""
    # A run keeps what it makes: looking for waste as often as Python does takes a sixth of it.
    gc.set_threshold(1_000_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        french_help.run(app, arguments)
        sys.stdout.flush()
    except PipelineError as error:
        _fail(str(error), error.exit_code)
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing is left to be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        where = f"{error.filename} : " if error.filename else ""
        sentence = f"{where}écriture ou lecture impossible ({reason(error)})."
        _fail(typeset(f"{sentence}\nVérifiez la place et les droits."), ExitCode.OUTPUT)
    except KeyboardInterrupt:
        _say_aside(typeset("Interrompu : rien n’a été écrit."))
        sys.exit(130)


def _fail(sentence: str, code: ExitCode) -> NoReturn:
    """Leave with a sentence on the error stream; where that is full too, with the code alone."""
    with suppress(OSError):
        _say_aside(f"Erreur\N{NO-BREAK SPACE}: {sentence}", style="red")
    sys.exit(code)


def _say_aside(sentence: str, style: str = "") -> None:
    from pipeline.terminal import err, say

    say(sentence, err, style)


def _version(*, wanted: bool) -> None:
    if wanted:
        from pipeline.terminal import say

        say(f"annales {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Affiche la version.",
            is_eager=True,
            callback=lambda value: _version(wanted=value),
        ),
    ] = False,
) -> None:
    """Options of the command itself."""


def _leave(findings: Sequence[Diagnostic], *, strict: bool) -> None:
    if strict and any(each.severity is not Severity.FIXED for each in findings):
        raise typer.Exit(ExitCode.FINDINGS)


def command() -> NoReturn:
    """Run the command and leave at once: taking down what a run has made takes a tenth of it."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # to be ended is to be interrupted
    try:
        main()
        code: object = 0
    except SystemExit as leaving:
        code = leaving.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


if __name__ == "__main__":
    command()
