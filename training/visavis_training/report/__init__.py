"""A test's figures for people: report.json, a web page, charts, tables.

`publishing`, `evaluation` and `narrator` import it.
Start at `report.Report` and `page`.
"""
