"""The press: processes that lay out one part each, HTML → tagged pages, by WeasyPrint.

It is light to import, so that its processes can start before all else.
"""
