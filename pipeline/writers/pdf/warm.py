"""Imported once by the server that the processes are copied from: all that they will need."""

from pipeline.writers.pdf import conformity, words
from pipeline.writers.press import lay_out

lay_out.warm()
__all__ = ["conformity", "words"]
