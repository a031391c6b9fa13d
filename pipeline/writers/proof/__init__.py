"""The proof: finished PDF files read back, their words and what the archive standards ask."""

from pipeline.writers.proof.conformity import faults
from pipeline.writers.proof.words import Reader, file_read

__all__ = ["Reader", "faults", "file_read"]
