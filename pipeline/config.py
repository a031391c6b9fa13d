"""Settings of a run: ``annales.toml`` with French keys, every wrong key or value named.

Reads text, not files: ``cli`` opens the file.
"""

from __future__ import annotations

import difflib
import tomllib
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import ConfigError


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, strict=True)


class Book(_Section):
    """``[livre]``: title page, imprint, metadata."""

    title: str = Field("", alias="titre")
    subtitle: str = Field("", alias="sous-titre")
    author: str = Field("", alias="auteur")
    publisher: str = Field("", alias="editeur")
    address: str = Field("", alias="adresse")
    place: str = Field("", alias="lieu")
    date: str = Field("", alias="date")
    isbn: str = Field("", alias="isbn")
    printer: str = Field("", alias="imprimeur")
    legal_deposit: str = Field("", alias="depot-legal")
    summary: str = Field("", alias="resume")
    language: str = Field("fr-FR", alias="langue")
    rights: str = Field("", alias="droits")


class SheetChoice(_Section):
    """``[feuille]``: which sheet, where its headings stand, what hidden rows mean."""

    name: str | list[str] = Field("", alias="nom")
    heading_row: int | None = Field(None, alias="entete", ge=1)
    hidden_rows: Literal["imprimer", "omettre"] = Field("imprimer", alias="lignes-masquees")


class Columns(_Section):
    """``[colonnes]``: roles by heading or by letters."""

    period: str | list[str] = Field("", alias="periode")
    theme: str = Field("", alias="theme")
    sections: list[str] | None = Field(None, alias="rubriques")
    sources: list[str] | None = Field(None, alias="sources")
    ignored: list[str] = Field(default_factory=list, alias="ignorer")

    @property
    def periods(self) -> list[str]:
        """The column of periods, or of their begins and ends; empty where not set."""
        names = [self.period] if isinstance(self.period, str) else self.period
        return [name for name in names if name]


class Chapters(_Section):
    """``[chapitres]``: order and titles."""

    order: Literal["date", "feuille"] = Field("date", alias="ordre")
    titles: dict[str, str] = Field(default_factory=dict, alias="titres")


class Cleaning(_Section):
    """``[nettoyage]``: names and acronyms that rule, what is corrected."""

    names: list[str] = Field(default_factory=list, alias="noms")
    acronyms: dict[str, str] = Field(default_factory=dict, alias="sigles")
    corrections: bool = Field(True, alias="corrections")
    colon_space: Literal["insécable", "fine"] = Field("insécable", alias="espace-deux-points")
    guillemet_space: Literal["insécable", "fine"] = Field("insécable", alias="guillemets")
    revisions: bool = Field(False, alias="revisions")


class Layout(_Section):
    """``[maquette]``: theme, format, signatures of the office booklet."""

    theme: str = Field("", alias="theme")
    format: Literal["A5", "A4"] = Field("A5", alias="format")
    signature: int = Field(0, alias="cahier", ge=0, multiple_of=4)
    """Pages of one signature of the imposed edition; 0 chooses."""
    profile: str = Field("", alias="profil")
    """ICC profile of the print shop; empty names the condition alone."""
    separate_cover: bool = Field(False, alias="couverture-separee")


class Config(_Section):
    """All settings of a run; the defaults make a book from a plain workbook."""

    book: Book = Field(default_factory=Book, alias="livre")
    sheet: SheetChoice = Field(default_factory=SheetChoice, alias="feuille")
    columns: Columns = Field(default_factory=Columns, alias="colonnes")
    chapters: Chapters = Field(default_factory=Chapters, alias="chapitres")
    cleaning: Cleaning = Field(default_factory=Cleaning, alias="nettoyage")
    layout: Layout = Field(default_factory=Layout, alias="maquette")


def load_config(toml: str, file: str) -> Config:
    """Return the settings of an ``annales.toml``.

    Args:
        toml: The text of the file.
        file: Its name, for messages.

    Raises:
        ConfigError: It is not TOML, or a key or value is wrong; all faults are named.
    """
    try:
        table = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f"{file} : ce fichier n’est pas du TOML valable ({error}).\n"
            "Vérifiez les guillemets et les crochets à cet endroit ; "
            "« annales init » écrit un modèle correct."
        ) from None
    try:
        return Config.model_validate(table)
    except ValidationError as error:
        faults = [_fault(each, Config) for each in error.errors()]
        raise ConfigError(f"{file} : " + "\n".join(faults)) from None


def _fault(error: Any, model: type[BaseModel]) -> str:
    path = [str(part) for part in error["loc"]]
    key = path[-1] if len(path) == 1 else f"[{path[0]}] {'.'.join(path[1:])}"
    if error["type"] == "extra_forbidden":
        section: Any = model
        if len(path) > 1:
            field = next(f for f in model.model_fields.values() if f.alias == path[0])
            section = field.annotation
        known = [str(each.alias) for each in section.model_fields.values()]
        near = difflib.get_close_matches(path[-1], known, n=1, cutoff=0.5)
        hint = f"vouliez-vous dire « {near[0]} » ? " if near else ""
        return f"clé inconnue : {key} ; {hint}Clés admises : {', '.join(known)}."
    wanted = {
        "string_type": "un texte entre guillemets",
        "bool_type": "true ou false",
        "int_type": "un nombre entier",
        "list_type": "une liste entre crochets",
        "dict_type": "une table",
        "model_type": "une section",
    }.get(error["type"])
    if error["type"] == "literal_error":
        wanted = error["ctx"]["expected"].replace("'", "").replace(" or ", " ou ")
    if error["type"] == "greater_than_equal":
        wanted = f"un nombre d’au moins {error['ctx']['ge']}"
    if error["type"] == "multiple_of":
        wanted = f"un multiple de {error['ctx']['multiple_of']}"
    return f"{key} : valeur {error['input']!r} refusée ; attendu : {wanted or error['msg']}."
