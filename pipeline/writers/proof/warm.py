"""Imported once by the server that the processes are copied from: all that they will need."""

from pipeline.writers import proof
from pipeline.writers.press import lay_out

lay_out.warm()
__all__ = ["proof"]
