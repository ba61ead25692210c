"""Reports on tests of a model: report.json, a web page, charts and tables.

`publishing`, `evaluation` and `event_printer` import it. Start at `report.Report` and `page`.
"""
