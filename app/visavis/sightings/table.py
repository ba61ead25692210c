"""Sightings as a table for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

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


def with_names(
    sightings: Iterable[Sighting], names: Mapping[str, str], ids: Mapping[str, str] = MappingProxyType({})
) -> list[Sighting]:
    """The sightings with the names that people have now, by slug; who is gone keeps the name of that time.

    Parameters
    ----------
    ids : mapping of str to str
        The ids of people, by slug. A sighting with another one is of somebody who is gone, so it gets no slug.
    """
    found = []
    for each in sightings:
        slug = each.person or ""
        is_gone = each.person_id is not None and each.person_id != ids.get(slug, each.person_id)
        found.append(replace(each, person=None) if is_gone else replace(each, name=names.get(slug, each.name)))
    return found
