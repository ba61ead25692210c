"""`visavis import --xmp`: people whose faces another program has marked in pictures."""

from pathlib import Path

from visavis.cli.command import emit, progress, say
from visavis.cli.imports.counts import print_counts
from visavis.cli.media.picture_paths import pictures_below
from visavis.errors import StoreError
from visavis.people.imports.import_outcomes import (
    ImportCount,
    ImportedPicture,
    ImportOutcome,
    ImportResult,
    PassedOverRegion,
)
from visavis.people.imports.importer import Importer
from visavis.people.imports.region_importer import RegionImporter


def import_marked(importer: Importer, folder: Path, *, as_json: bool) -> int:
    """Import everybody who is marked with a name in the pictures below a folder. Return the exit status.

    Raises
    ------
    PictureError
        If the folder cannot be read.
    StoreError
        If nobody is marked there.
    """
    if not folder.is_dir():
        raise StoreError(
            "{folder} is not a folder." if folder.exists() else "There is no folder {folder}.",
            hint="Choose a folder with pictures in which faces are marked.",
            folder=folder,
        )
    pictures = pictures_below(folder)
    counts: dict[str, ImportCount] = {}
    passed_over: list[PassedOverRegion] = []
    remarks: list[str] = []
    try:
        for outcome in progress(RegionImporter(importer)(pictures), "faces"):
            if isinstance(outcome, PassedOverRegion):
                passed_over.append(outcome)
            else:
                counts[outcome.name] = counts.get(outcome.name, ImportCount()).plus(outcome)
                remarks += _remark(outcome)
    finally:  # also if interrupted or the disk is full: what was imported stays, so report it
        _print(counts, passed_over, remarks, as_json=as_json)
    if not any(count.imported or count.present_before for count in counts.values()):
        raise StoreError(
            "Nobody was imported from {folder}: no face with a name was found where one is marked."
            if counts
            else "Nobody is marked with a name in the pictures of {folder}.",
            hint="Faces are marked in the pictures, or in .xmp files beside them (MWG regions, or Microsoft's).",
            folder=folder,
        )
    return 0


def _remark(outcome: ImportOutcome) -> list[str]:
    """What the user should know of one face; nothing if it was imported as expected."""
    match outcome:
        case ImportedPicture(result=ImportResult.SET_ASIDE):
            return [f"{outcome.path}: no face was found where {outcome.name} is marked. The part is set aside."]
        case ImportedPicture(result=ImportResult.IMPORTED, has_face=False):
            return [f"{outcome.path}: no face was found where {outcome.name} is marked. The part is kept."]
        case ImportedPicture(result=ImportResult.TAKEN_OUT_BEFORE):
            return [f"{outcome.path}: {outcome.name} was passed over: you moved, rejected or deleted the face before."]
    return []


def _print(
    counts: dict[str, ImportCount], passed_over: list[PassedOverRegion], remarks: list[str], *, as_json: bool
) -> None:
    unmarked = [each for each in passed_over if each.is_unnamed]
    problems = [each for each in passed_over if not each.is_unnamed]
    if as_json:
        print_counts(counts, as_json=True)
        listed = [{"path": str(each.path), "problem": str(each.problem)} for each in problems]
        emit({"name": None, "unnamed": sorted({str(each.path) for each in unmarked}), "passed_over": listed})
        return
    for remark in remarks:
        say(f"visavis: {remark}")
    for each in problems:
        text = str(each.problem).removesuffix(".")
        named = text if text.startswith(str(each.path)) else f"{each.path}: {text}"
        say(f"visavis: {named}. It is passed over.")
    if problems:
        say(f"visavis: {len(problems)} {'mark' if len(problems) == 1 else 'marks'} passed over.")
    for each in unmarked:
        say(f"visavis: {each.path}: {each.problem}.")
    if unmarked:
        count = len({each.path for each in unmarked})
        say(f"visavis: nobody, or somebody without a name, is marked in {count} of the pictures.")
    print_counts(counts, as_json=False)
