"""Settings of a run: ``annales.toml`` with French keys, every wrong key or value named.

Reads text, not files: ``cli`` opens the file.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import ConfigError
from pipeline.toml import as_toml, read_toml

_MODEL = "« annales init » écrit un modèle correct"


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, strict=True)


_Filled = Annotated[str, Field(pattern=r"\S")]


def _valid_isbn(text: str) -> str:
    """Return an ISBN whose check digit is right (ISO 2108), or nothing.

    >>> _valid_isbn("978-2-07-036822-8"), _valid_isbn("")
    ('978-2-07-036822-8', '')
    """
    digits = re.sub(r"[\s-]", "", text).upper()
    if re.fullmatch(r"\d{13}", digits):
        right = sum(int(each) * (1, 3)[n % 2] for n, each in enumerate(digits)) % 10 == 0
    elif re.fullmatch(r"\d{9}[\dX]", digits):
        values = (10 if each == "X" else int(each) for each in digits)
        right = sum(value * (10 - n) for n, value in enumerate(values)) % 11 == 0
    else:
        right = not digits
    if not right:
        raise ValueError(text)
    return text


class Book(_Section):
    """``[livre]``: title page, imprint, metadata."""

    title: str = Field("", alias="titre")
    subtitle: str = Field("", alias="sous-titre")
    author: str = Field("", alias="auteur")
    publisher: str = Field("", alias="editeur")
    address: str = Field("", alias="adresse")
    place: str = Field("", alias="lieu")
    date: str = Field("", alias="date")
    isbn: Annotated[str, AfterValidator(_valid_isbn)] = Field("", alias="isbn")
    printer: str = Field("", alias="imprimeur")
    legal_deposit: str = Field("", alias="depot-legal")
    summary: str = Field("", alias="resume")
    language: str = Field("fr-FR", alias="langue", pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
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
    titles: dict[Annotated[str, Field(pattern=r"^-?[1-9]\d{0,3}$")], str] = Field(
        default_factory=dict, alias="titres"
    )


class Cleaning(_Section):
    """``[nettoyage]``: names and acronyms that rule, what is corrected."""

    names: list[_Filled] = Field(default_factory=list, alias="noms")
    acronyms: dict[_Filled, _Filled] = Field(default_factory=dict, alias="sigles")
    corrections: bool = Field(True, alias="corrections")
    colon_space: Literal["insécable", "fine"] = Field("insécable", alias="espace-deux-points")
    guillemet_space: Literal["insécable", "fine"] = Field("insécable", alias="guillemets")
    revisions: bool = Field(False, alias="revisions")


class Layout(_Section):
    """``[maquette]``: theme, format, where chapters open, signatures of the office booklet."""

    theme: str = Field("", alias="theme")
    format: Literal["A5", "A4"] = Field("A5", alias="format")
    chapters: Literal["auto", "recto", "suite"] = Field("auto", alias="chapitres")
    """Each year opens on a right-hand page, or runs on; ``auto`` tells by their length."""
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
    table = read_toml(toml, file, _MODEL)
    try:
        return Config.model_validate(table)
    except ValidationError as error:
        faults = dict.fromkeys(_fault(each) for each in error.errors())
        raise ConfigError(f"{file} : " + "\n".join(faults)) from None


def _fault(error: Any) -> str:
    """Return the sentence for one fault that pydantic found."""
    # A setting that may be a text or a list is tried as each: pydantic names the type too.
    either = {"str", "list[str]"}.intersection(error["loc"][2:])
    inner = [part for part in error["loc"][2:] if part not in ("str", "list[str]", "[key]")]
    path = [str(part) for part in (*error["loc"][:2], *inner)]
    key = path[-1] if len(path) == 1 else f"[{path[0]}] {'.'.join(path[1:])}"
    if error["type"] == "extra_forbidden":
        return _unknown(path, key)
    wanted = _wanted(error)
    if isinstance(error["input"], dt.date | dt.time):
        value = error["input"]
        return f'{key} : la valeur {value} se met entre guillemets : {path[-1]} = "{value}".'
    if either:
        wanted = "un texte entre guillemets, ou une liste de textes entre crochets"
    return f"{key} : valeur {as_toml(error['input'])} refusée ; attendu : {wanted}."


def _unknown(path: list[str], key: str) -> str:
    """Return the sentence for a key that is not known, with the nearest one that is."""
    section: Any = Config
    if len(path) > 1:
        section = next(f for f in Config.model_fields.values() if f.alias == path[0]).annotation
    known = [str(each.alias) for each in section.model_fields.values()]
    tables: list[tuple[str | None, Any]] = [
        (each.alias, each.annotation) for each in Config.model_fields.values()
    ]
    homes = [
        f"[{name}]"
        for name, table in tables
        if path[-1] in {str(each.alias) for each in table.model_fields.values()}
    ]
    if homes:
        return f"clé mal placée : {key} ; écrivez-la sous la ligne {' ou '.join(homes)}."
    near = difflib.get_close_matches(path[-1], known, n=1, cutoff=0.5)
    hint = f" ; vouliez-vous dire « {near[0]} » ?" if near else "."
    return f"clé inconnue : {key}{hint} Clés admises : {', '.join(known)}."


def _wanted(error: Any) -> str:
    """Return what would have been right."""
    match error["type"], error.get("ctx", {}):
        case "literal_error", {"expected": choices}:
            return str(choices).replace("'", "").replace(" or ", " ou ")
        case "greater_than_equal", {"ge": least}:
            return f"un nombre d’au moins {least}"
        case "multiple_of", {"multiple_of": factor}:
            return f"un multiple de {factor}"
        case "string_pattern_mismatch", _:
            patterns = {"langue": "fr-FR, par exemple", "titres": "une année, par exemple 1993"}
            return patterns.get(error["loc"][1], "un texte qui ne soit pas vide")
        case kind, _:
            return _KINDS.get(kind, str(error["msg"]))


_KINDS = {
    "string_type": "un texte entre guillemets",
    "bool_type": "true ou false",
    "int_type": "un nombre entier",
    "list_type": "une liste entre crochets",
    "value_error": "un ISBN de 13 ou de 10 chiffres, sa clé juste",
    "dict_type": "une table entre accolades",
    "model_type": "une section",
}
