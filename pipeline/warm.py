"""Imported once by the server that the layout's processes are copied from.

It loads all that laying out needs and lays out a first page in the shipped theme: each copy then
has the engine, the fonts, the styles and the hyphens as they are wanted most often.
"""

import atexit
import gc
from contextlib import suppress


def _warm() -> None:
    from pipeline import resources
    from pipeline.theme import load_theme
    from pipeline.writers.press import lay_out
    from pipeline.writers.stylesheets import stylesheet

    atexit.register(lay_out.leave)
    with suppress(OSError):  # no room for the fonts: whoever lays out the first part will say so
        lay_out.warm(stylesheet(load_theme(resources.text("styles/theme.toml"))))


gc.set_threshold(1_000_000, 20, 20)  # what is loaded stays: there is no waste to look for
_warm()
