"""Tables of spans, for spreadsheets."""

import csv
import io
from collections.abc import Iterable

from visavis.escaping import csv_cell
from visavis.tagging.file_tags import FileTags

#: Titles of the columns.
_COLUMNS = ("source", "name", "guest", "start_s", "end_s", "screen_time_s", "confidence")


def csv_text(files: Iterable[FileTags]) -> str:
    """A row for each span of each person (RFC 4180), with the line ends of that standard.

    Screen time and confidence are those of the person in the whole file.
    """
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(_COLUMNS)
    for tags in files:
        for person in tags.people:
            who = (csv_cell(tags.source), csv_cell(person.name), "yes" if person.is_guest else "no")
            for span in person.spans:
                times = (f"{span.start:.3f}", f"{span.end:.3f}", f"{person.screen_time:.3f}")
                rows.writerow((*who, *times, f"{person.confidence:.4f}"))
    return text.getvalue()
