"""annales: a chronology workbook becomes a printed history."""

__version__ = "0.1.0"
