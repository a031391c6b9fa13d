"""Patterns are compiled where they are first used; none of the program's is wrong."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from pipeline.regex import regex
from tests.conftest import ROOT

_COMPILE_ALL = """
import pkgutil, re
import pipeline, pipeline.regex
pipeline.regex.regex = re.compile
for found in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
    __import__(found.name)
"""


def test_each_pattern_of_the_program_can_be_compiled() -> None:
    made = subprocess.run(
        [sys.executable, "-W", "error", "-c", _COMPILE_ALL],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    late, compiled = regex(r"(?P<day>\d+) mars", re.IGNORECASE), re.compile(r"(\d+) mars", re.I)
    assert late.sub(r"\1", "3 Mars, 4 mars") == compiled.sub(r"\1", "3 Mars, 4 mars")
    assert late.groups == 1
    assert late.groupindex["day"] == 1


def test_a_wrong_pattern_is_told_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.match("x")
