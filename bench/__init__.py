"""Benchmarks: ``make bench``.  Never part of the tests: time is measured, not asserted."""
