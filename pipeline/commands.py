"""The commands: arguments, clock, files, exit codes, progress.  They and ``cli`` alone print."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline import __version__, ahead, french_help
from pipeline.arguments import edition_day, kinds, years_of
from pipeline.diagnostics import Diagnostic, Severity
from pipeline.errors import ExitCode, OutputError, UsageError
from pipeline.french import typeset

if TYPE_CHECKING:
    from pipeline.work import Progress

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

MOST_JOBS = 61
"""Processes of one pool; Windows can wait for no more."""

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
    with ahead.reading(workbook) as reading:
        from pipeline import files, fitting
        from pipeline.order import Order
        from pipeline.print_room import PrintRoom

        settings = files.settings_of(workbook, config)
        if revisions:
            cleaning = settings.cleaning.model_copy(update={"revisions": True})
            settings = settings.model_copy(update={"cleaning": cleaning})
        order = Order(
            only=wanted,
            jobs=min(jobs, MOST_JOBS) or os.cpu_count() or 1,
            cache=None if no_cache else files.cache_folder(),
            theme=files.own_theme(settings, workbook, config),
            profile=files.own_profile(settings, workbook, config),
        )
        with (
            fitting.blamed(workbook, config),
            PrintRoom(order) as press,
            _progress(quiet=quiet) as progress,
        ):
            press.start()  # the rest of the program is loaded while its processes begin
            from pipeline import build as road
            from pipeline.clean import Memory

            press.open()
            memory = Memory(order.kept)
            work = road.build(reading, settings, day, selection, progress, memory)
            made = press.publish(work, settings, progress, memory.keep)
    folder = output / workbook.stem
    with files.undisturbed():
        files.write_all(folder, made.named)
        if not quiet:
            from pipeline.terminal import print_result

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
    from pipeline.terminal import err, out, say
    from pipeline.writers import findings as shown

    forms = ("text", "json", "github")
    if form not in forms:
        raise UsageError(
            f"--format : « {form} » est inconnu ; formes admises : {', '.join(forms)}."
        )
    with fitting.blamed(workbook, config), _progress(quiet=form != "text") as progress:
        settings = files.settings_of(workbook, config)
        with ahead.reading(workbook) as reading:
            work = road.build(reading, settings, edition_day(), None, progress)
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
    if target.suffix.lower() != ".toml":
        raise UsageError(
            f"-o : « {target} » ne peut pas être un fichier de réglages ; donnez un nom en .toml, "
            "ou un dossier qui existe."
        )
    kept, files = "", {}
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
    files[target.name] = road.suggest_settings(workbook).encode()
    write_all(target.parent, files)  # in this order: the old settings are safe first
    say(typeset(f"{target} est écrit : ouvrez-le, corrigez, puis lancez « annales build ».{kept}"))


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


def _progress(*, quiet: bool) -> AbstractContextManager[Progress]:
    """Return what is told how far a run is; what shows it is loaded where it is to be seen."""
    if quiet:
        return nullcontext(lambda *_: None)
    from pipeline.terminal import Shown

    return Shown()


def _leave(findings: Sequence[Diagnostic], *, strict: bool) -> None:
    if strict and any(each.severity is Severity.CHECK for each in findings):
        raise typer.Exit(ExitCode.FINDINGS)
