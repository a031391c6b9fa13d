"""What a chronology looks like in a table: headings, dates, rows that are events.

Shared by ``read``, which finds the sheet, and ``parse``, which gives each cell its place.
"""
