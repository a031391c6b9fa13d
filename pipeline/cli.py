"""The command line: arguments, clock, files, exit codes, progress.  The only one that prints."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pipeline import __version__, french_help
from pipeline.config import Config, load_config
from pipeline.diagnostics import Diagnostic, Severity
from pipeline.errors import ConfigError, ExitCode, OutputError, PipelineError, UsageError
from pipeline.french import typeset

CONFIG_NAME = "annales.toml"

french_help.install()
app = typer.Typer(
    name="annales",
    cls=french_help.FrenchGroup,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=typeset(
        "Du classeur d’une chronologie au livret imprimable : PDF, Word, rapport, données."
    ),
)
_out = Console()
_err = Console(stderr=True)

Workbook = Annotated[
    Path,
    typer.Argument(metavar="CLASSEUR", help="Le classeur : .xlsx, .xlsm, .xls, .ods, .xlsb, .csv."),
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
)
def build(
    workbook: Workbook,
    config: ConfigPath = None,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DOSSIER", help="Dossier des résultats.")
    ] = Path("output"),
    years: Annotated[
        str, typer.Option(metavar="1994 | 1993-1995", help="Rapport d’une année, ou volume.")
    ] = "",
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="pdf|print|docx|report|json", help="Seulement cela (répétable)."),
    ] = None,
    jobs: Annotated[
        int, typer.Option(metavar="N", min=0, help="Processus de mise en page ; 0 : un par cœur.")
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
        bool, typer.Option("--strict", help="Code 1 s’il reste des constats à vérifier.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", help="Ne rien afficher, sauf une erreur.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Afficher chaque constat.")] = False,
) -> None:
    """Run the whole road and write the files."""
    from pipeline import build as road
    from pipeline import publish as press

    if quiet and verbose:
        raise UsageError("--quiet et --verbose s’excluent : choisissez l’un des deux.")
    settings = _settings(workbook, config)
    if revisions:
        cleaning = settings.cleaning.model_copy(update={"revisions": True})
        settings = settings.model_copy(update={"cleaning": cleaning})
    selection = _years(years)
    order = press.Order(
        only=_only(only or []),
        jobs=jobs or os.cpu_count() or 1,
        cache=None if no_cache else _cache_folder(),
        theme=_own_theme(settings, workbook, config),
    )
    with _progress(shown=not quiet) as progress:
        work = road.build(workbook, settings, _edition_day(), selection, progress)
        files = press.publish(work, settings, order, progress)
    folder = output / workbook.stem
    _write_all(folder, files.named)
    if not quiet:
        _print_result(folder, list(files.named), files.findings, files.notes, verbose=verbose)
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
        bool, typer.Option("--strict", help="Code 1 s’il reste des constats à vérifier.")
    ] = False,
) -> None:
    """Run stages 1 to 5 and show the findings."""
    from pipeline import build as road
    from pipeline.writers import findings as shown

    forms = ("text", "json", "github")
    if form not in forms:
        raise UsageError(
            f"--format : « {form} » est inconnu ; formes admises : {', '.join(forms)}."
        )
    with _progress(shown=form == "text") as progress:
        settings = _settings(workbook, config)
        work = road.build(workbook, settings, _edition_day(), None, progress)
    if form == "text":
        _out.print(shown.text(work.findings, work.records))
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
        typer.Option("-o", "--output", metavar="FICHIER", help="Sinon, à côté du classeur."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Remplacer un fichier existant.")] = False,
) -> None:
    """Write the settings that the workbook suggests."""
    from pipeline import build as road

    target = output or workbook.parent / CONFIG_NAME
    suggested = road.suggest_settings(workbook)
    if target.exists() and not force:
        raise OutputError(
            f"{target} existe déjà : rien n’a été changé.\n"
            "Renommez-le, ou relancez avec --force pour le remplacer."
        )
    _write_all(target.parent, {target.name: suggested.encode()})
    _out.print(typeset(f"{target} est écrit : ouvrez-le, corrigez, puis lancez « annales build »."))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; an error of the user is a French sentence and an exit code."""
    try:
        french_help.run(app, arguments)
    except PipelineError as error:
        _err.print(f"Erreur\N{NO-BREAK SPACE}: {error}", markup=False, highlight=False, style="red")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        _err.print(typeset("Interrompu : rien n’a été écrit."))
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)


def _version(*, wanted: bool) -> None:
    if wanted:
        _out.print(f"annales {__version__}", highlight=False)
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[  # noqa: ARG001
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


def _settings(workbook: Path, given: Path | None) -> Config:
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
        raise ConfigError(f"{path} : lecture impossible ({error.strerror}).") from None


def _own_theme(settings: Config, workbook: Path, given: Path | None) -> tuple[str, str]:
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


def _years(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    first, _, last = text.partition("-")
    try:
        years = (int(first), int(last or first))
    except ValueError:
        raise UsageError(
            f"--years : « {text} » n’est pas une année ; écrivez 1994 ou 1993-1995."
        ) from None
    if years[0] > years[1]:
        raise UsageError(f"--years : « {text} » va à rebours ; écrivez {years[1]}-{years[0]}.")
    return years


def _only(names: Sequence[str]) -> frozenset[str]:
    from pipeline.publish import KINDS

    wanted = [name for each in names for name in each.replace("|", ",").split(",") if name]
    for name in wanted:
        if name not in KINDS:
            raise UsageError(f"--only : « {name} » est inconnu ; choix : {', '.join(KINDS)}.")
    return frozenset(wanted or KINDS)


def _edition_day() -> dt.date:
    """Return the day of this edition: ``SOURCE_DATE_EPOCH``, or today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return dt.date.today()
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH : « {epoch} » n’est pas un nombre de secondes."
        ) from None


def _cache_folder() -> Path:
    """Return the user's cache folder (XDG Base Directory, or its like on macOS and Windows)."""
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given) / "annales"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "annales"
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        return Path(local) / "annales" / "cache"
    return Path.home() / ".cache" / "annales"


def _write_all(folder: Path, files: dict[str, bytes]) -> None:
    """Write all files, or none: each beside its place first, then all moved there."""
    waiting = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            path = folder / f".{name}.{os.getpid()}.part"
            waiting.append((path, folder / name))
            path.write_bytes(content)
        for _, target in waiting:
            if target.is_dir():
                raise IsADirectoryError(21, "un dossier porte ce nom", str(target))
        for path, target in waiting:
            path.replace(target)
    except OSError as error:
        raise OutputError(
            f"{error.filename or folder} : écriture impossible ({error.strerror}).\n"
            "Vérifiez la place et les droits, fermez le fichier s’il est ouvert, "
            "ou choisissez un autre dossier avec -o."
        ) from None
    finally:
        for path, _ in waiting:
            path.unlink(missing_ok=True)


class _Shown:
    """A progress bar on a terminal, nothing elsewhere; called as ``(label, done, total)``."""

    def __init__(self, *, shown: bool) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        self._bar = Progress(
            *columns,
            TimeElapsedColumn(),
            console=_err,
            transient=True,
            disable=not (shown and _err.is_terminal),
        )
        self._task = self._bar.add_task("", total=None)

    def __enter__(self) -> _Shown:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def __call__(self, label: str, done: int = 0, total: int | None = None) -> None:
        self._bar.update(self._task, description=label, completed=done, total=total)


def _progress(*, shown: bool) -> _Shown:
    return _Shown(shown=shown)


def _print_result(
    folder: Path,
    names: Sequence[str],
    findings: Sequence[Diagnostic],
    notes: Sequence[str],
    *,
    verbose: bool,
) -> None:
    if verbose:
        for finding in findings:
            _out.print(str(finding), markup=False, highlight=False, soft_wrap=True)
    for name in names:
        _out.print(str(folder / name), markup=False, highlight=False, soft_wrap=True)
    _out.print(typeset(_counts(findings)), markup=False, highlight=False)
    for note in notes:
        _out.print(typeset(note), markup=False, highlight=False)


def _counts(findings: Sequence[Diagnostic]) -> str:
    count = {each: 0 for each in Severity}
    for finding in findings:
        count[finding.severity] += finding.count
    fixed, to_check, dropped = count[Severity.FIXED], count[Severity.CHECK], count[Severity.DROPPED]
    return (
        f"{fixed} correction{'s' * (fixed > 1)}, {to_check} constat{'s' * (to_check > 1)} "
        f"à vérifier, {dropped} élément{'s' * (dropped > 1)} écarté{'s' * (dropped > 1)} : "
        "le rapport les montre un à un."
    )


def _leave(findings: Sequence[Diagnostic], *, strict: bool) -> None:
    if strict and any(each.severity is not Severity.FIXED for each in findings):
        raise typer.Exit(ExitCode.FINDINGS)


if __name__ == "__main__":
    main()
