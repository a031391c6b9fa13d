"""The note on the text: how the book was made from the workbook, in French sentences."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.diagnostics import Diagnostic, Severity
from pipeline.french import typeset
from pipeline.model import Chapter, Era, Paragraph, Records, Text

_NNBSP = "\N{NARROW NO-BREAK SPACE}"
_NBSP = "\N{NO-BREAK SPACE}"
_KINDS = (
    ("typo-", "de typographie"),
    ("ocr- windows-", "de lettres ou de signes mal reconnus"),
    ("accent", "d’accents"),
    ("ligature", "de ligatures"),
    ("html-", "de codes de page web"),
    ("list-mark line-joined lines- item- bullet- stray- heading-", "de structure"),
    ("name-unified", "de noms unifiés"),
    ("period-", "de dates"),
)


def number(value: int) -> str:
    r"""Return a number in groups of three, as French sets it.

    >>> number(4350).replace("\u202f", "⍽")
    '4⍽350'
    """
    return f"{value:,}".replace(",", _NNBSP)


def note_on_the_text(
    records: Records,
    chapters: Sequence[Chapter],
    findings: Sequence[Diagnostic],
    eras: Sequence[Era],
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the note, with true numbers."""
    printed = sum(len(chapter.all_entries) for chapter in chapters)
    source = records.source
    rows = _count(printed, "ligne imprimée", "lignes imprimées")
    read = _count(len(records.rows), "ligne lue", "lignes lues")
    years = _count(len(chapters), "chapitre", "chapitres")
    sentences = [
        f"Ce livret est fait du classeur « {source.name} », {_sheets(records)} : "
        f"{read}, {rows}, en {years}. L’ordre des chapitres est celui des années"
        f"{_running_on(eras)} ; une ligne sans date propre suit celle qu’elle suivait dans la "
        f"feuille{_leading(chapters)}.",
        _corrections(findings) + _dates(chapters),
        _doubts(findings),
        "Chaque paragraphe vient d’une cellule du classeur ; rien n’a été ajouté au texte, et rien "
        "n’en a été retiré qui ne soit écrit dans le rapport de nettoyage.",
        f"Empreinte SHA-256 du classeur : {_in_fours(source.sha256[:16])}…",
    ]
    return tuple(Paragraph(Text.plain_text(typeset(each))) for each in sentences)


def _leading(chapters: Sequence[Chapter]) -> str:
    leads = any(entry.leads for chapter in chapters for entry in chapter.all_entries)
    return ", un intertitre précède celle qu’il annonce" if leads else ""


def _sheets(records: Records) -> str:
    names = [f"« {name} »" for name in records.sheets]
    return (
        f"feuilles {', '.join(names[:-1])} et {names[-1]}" if names[1:] else f"feuille {names[0]}"
    )


def _running_on(eras: Sequence[Era]) -> str:
    """Return that years follow each other on the pages, where they do."""
    if not eras:
        return ""
    parts = f" en {number(len(eras))}{_NBSP}parties" if len(eras) > 1 else ""
    return f", qui se suivent sur les mêmes pages{parts}"


def _in_fours(letters: str) -> str:
    """Return a fingerprint in groups of four, which no line divides, as one reads it aloud."""
    return _NBSP.join(letters[n : n + 4] for n in range(0, len(letters), 4))


def _count(value: int, one: str, many: str) -> str:
    return f"{number(value)}{_NBSP}{many if value > 1 else one}"


def _corrections(findings: Sequence[Diagnostic]) -> str:
    fixed = [each for each in findings if each.severity is Severity.FIXED]
    total = sum(each.count for each in fixed)
    if not total:
        return "Le texte est imprimé tel que le classeur le donne ; rien n’a dû être corrigé."
    parts = []
    for slugs, name in _KINDS:
        starts = tuple(slugs.split())
        count = sum(each.count for each in fixed if each.code.slug.startswith(starts))
        if count:
            parts.append(f"{number(count)}{_NBSP}{name}")
    kinds = ", ".join(parts)
    if total == 1:
        kind = f" {kinds.partition(_NBSP)[2]}" if kinds else ""
        return f"Une correction{kind} a été faite et notée."
    told = f" : {kinds}" if kinds else ""
    return f"{number(total)}{_NBSP}corrections ont été faites et notées une à une{told}."


def _dates(chapters: Sequence[Chapter]) -> str:
    """Return that dates are printed otherwise than their cells have them, where one is."""
    labels = (entry.period.label for chapter in chapters for entry in chapter.all_entries)
    if all(label.original == str(label) for label in labels):
        return ""
    return " Les dates sont imprimées sous une même forme ; le rapport donne celle des cellules."


def _doubts(findings: Sequence[Diagnostic]) -> str:
    check = sum(each.count for each in findings if each.severity is Severity.CHECK)
    dropped = sum(each.count for each in findings if each.severity is Severity.DROPPED)
    doubts = (
        f"{number(check)}{_NBSP}points restent à vérifier"
        if check > 1
        else ("Un point reste à vérifier" if check else "Aucun point ne reste à vérifier")
    )
    out = (
        f"{number(dropped)}{_NBSP}éléments n’ont pas été imprimés"
        if dropped > 1
        else ("un élément n’a pas été imprimé" if dropped else "aucun élément n’a été écarté")
    )
    return f"{doubts} ; {out}."
