"""Sightings as a table for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import replace

from visavis.escaping import csv_cell
from visavis.sightings.sighting import Sighting

#: The columns: those of `sightings --json`.
_COLUMNS = ("name", "guest", "source", "first", "last", "score")


def to_csv(sightings: Iterable[Sighting]) -> str:
    """The sightings as CSV, with a head; cells that a spreadsheet could take for formulas are escaped."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for sighting in sightings:
        values = sighting.as_json()
        writer.writerow("" if values[key] is None else csv_cell(values[key]) for key in _COLUMNS)
    return table.getvalue()


def with_names(sightings: Iterable[Sighting], names: Mapping[str, str]) -> list[Sighting]:
    """The sightings with the names that people have now, by slug; who is gone keeps the name of that time."""
    return [replace(each, name=names.get(each.person or "", each.name)) for each in sightings]
