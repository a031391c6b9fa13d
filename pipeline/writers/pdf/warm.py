"""Imported once by the server that the layout's processes are copied from: warms the engine."""

from pipeline.writers.pdf import press

press.warm()
