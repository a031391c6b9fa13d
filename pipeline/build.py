"""The map: the stages in order, from a workbook to the booklet and on to its files.

    read ─▶ parse ─▶ clean ─▶ group ─▶ compose ─▶ writers ─▶ verify
    └──────────────── here ─────────────────┘     └─ ``publish`` ─┘

Each stage is ``verb(noun, …, report) -> noun``: no clock, no print, and no file but the workbook
and what earlier runs have cleaned.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pipeline.clean import Memory, clean, clean_title
from pipeline.compose import compose
from pipeline.config import Config
from pipeline.diagnostics import Diagnostic
from pipeline.group import group
from pipeline.initial import suggest
from pipeline.parse import parse
from pipeline.read import Reading, read
from pipeline.selection import select
from pipeline.verify import check_data
from pipeline.work import Progress, Work
from pipeline.writers.repertoire import lacking


def build(
    source: Path | Reading,
    config: Config,
    edited: dt.date,
    selection: tuple[int, int] | None,
    progress: Progress,
    memory: Memory | None = None,
) -> Work:
    """Turn a workbook into the booklet that the writers print: stages 1 to 5.

    Args:
        source: The workbook, or its reading that has begun.
        config: Settings of this run.
        edited: Day of this edition.
        selection: First and last year of an annual report or volume; ``None`` for all.
        progress: Told what is being done.
        memory: What earlier runs cleaned; without it all is cleaned anew.

    Raises:
        PipelineError: No booklet can come out; the message says why, in French.
    """
    if isinstance(source, Path):
        with Reading(source) as reading:
            return build(reading, config, edited, selection, progress, memory)
    findings: list[Diagnostic] = []
    progress("Lecture", 0, None)
    memory = memory or Memory()
    memory.open()  # while another process reads
    sheet = read(source, config, findings.append)
    records = parse(sheet, config, findings.append)
    progress("Nettoyage", 0, None)
    records = clean_title(records, config, findings.append)
    entries = clean(records, config, findings.append, memory)
    chapters = group(entries, config, findings.append)
    chapters, said = select(chapters, findings, selection)
    said += lacking(chapters)
    booklet = compose(records, chapters, config, said, edited, selection)
    check_data(sheet, records, booklet, findings)
    return Work(source.path, source.content, sheet, records, booklet, tuple(said))


def suggest_settings(source: Path) -> str:
    """Return a commented ``annales.toml`` with what is recognised in a workbook.

    Raises:
        PipelineError: The workbook cannot be used.
    """
    unheard: list[Diagnostic] = []  # they are for ``check`` and ``build``
    sheet = read(source, Config(), unheard.append)
    return suggest(sheet, parse(sheet, Config(), unheard.append))
