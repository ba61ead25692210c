"""What an import says of each person."""

from collections.abc import Mapping

from visavis.cli.command import emit, say
from visavis.people.imports.import_outcomes import ImportCount


def print_counts(counts: Mapping[str, ImportCount], *, as_json: bool) -> None:
    """Print a line for each person on stdout."""
    if as_json:
        for name, count in counts.items():
            paths = {
                "without_face": count.without_face,
                "several_faces": count.several_faces,
                "undecided": count.undecided,
                "passed_over": count.passed_over,
                "other_files": count.other_files,
                "unreadable": count.unreadable,
            }
            listed = {key: [str(path) for path in each] for key, each in paths.items()}
            emit({"name": name, "imported": count.imported, "already": count.present_before, **listed})
        return
    passed_over = sum(len(count.passed_over) for count in counts.values())
    if passed_over:
        what = "1 picture was" if passed_over == 1 else f"{passed_over} pictures were"
        say(f"visavis: {what} passed over. To import them anyway, add --again.")
    if counts:
        print("imported  already there  no face  several faces  passed over  other files  unreadable  name")
    for name, count in counts.items():
        cells = (
            f"{count.imported:8}  {count.present_before:13}  {len(count.without_face):7}  "
            f"{len(count.several_faces):13}  {len(count.passed_over):11}  "
            f"{len(count.other_files):11}  {len(count.unreadable):10}"
        )
        print(f"{cells}  {name}")
