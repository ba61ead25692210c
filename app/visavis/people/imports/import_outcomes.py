"""What became of each picture of an import, and how many became what."""

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Self

from visavis.imaging.geometry import Face
from visavis.messages import Message
from visavis.people.names import PersonName


class ImportResult(Enum):
    """What became of a picture that could be read."""

    IMPORTED = "imported"
    """It is a sample now."""
    PRESENT_BEFORE = "already there"
    """The person had this sample before."""
    SET_ASIDE = "set aside"
    """No face was found in it, now or when it was imported first. It is not a sample until the user says so."""
    TAKEN_OUT_BEFORE = "passed over"
    """It was imported before, and then moved, rejected or deleted by the user. It stays out."""
    UNDECIDED = "undecided"
    """It has several faces, and none was chosen."""


@dataclass(frozen=True, slots=True)
class ImportedPicture:
    """A picture that could be read."""

    name: PersonName
    path: Path
    result: ImportResult
    faces: tuple[Face, ...] = ()
    """The faces that were found, in pixels of the picture; not looked for if the picture is known already."""
    has_face: bool = True
    """Whether the sample shows a face that was found."""
    is_damaged: bool = False
    """Whether the picture was read only as far as it goes."""


@dataclass(frozen=True, slots=True)
class UnreadablePicture:
    """A picture that was skipped."""

    name: PersonName
    path: Path
    problem: Message
    """Why it could not be read."""


@dataclass(frozen=True, slots=True)
class PassedOverFile:
    """A file among a person's pictures that is none."""

    name: PersonName
    path: Path
    problem: Message
    """What it is instead."""


@dataclass(frozen=True, slots=True)
class PassedOverRegion:
    """A picture in which nobody is marked with a name, or a mark in it that does not count."""

    path: Path
    problem: Message
    """Why it is passed over, as the end of a sentence."""
    is_unnamed: bool = False
    """Whether nobody is marked in the picture, or only faces without a name: nothing is wrong then."""


ImportOutcome = ImportedPicture | UnreadablePicture | PassedOverFile
"""The result for one picture."""


@dataclass(frozen=True, slots=True)
class ImportCount:
    """The outcomes of an import so far, or of one person's pictures."""

    imported: int = 0
    present_before: int = 0
    without_face: tuple[Path, ...] = ()
    """No face was found in them: they are set aside, or kept if the user wants that."""
    several_faces: tuple[Path, ...] = ()
    """One of several faces was taken from them."""
    undecided: tuple[Path, ...] = ()
    """They have several faces, none of which was chosen."""
    passed_over: tuple[Path, ...] = ()
    """The user had moved, rejected or deleted them."""
    other_files: tuple[Path, ...] = ()
    """They are no pictures."""
    unreadable: tuple[Path, ...] = ()
    damaged: tuple[Path, ...] = ()
    """They were read only as far as they go."""
    total: int = 0

    def plus(self, outcome: ImportOutcome) -> Self:
        """The count with one more outcome."""
        counted = replace(self, total=self.total + 1)
        if isinstance(outcome, UnreadablePicture):
            return replace(counted, unreadable=(*self.unreadable, outcome.path))
        if isinstance(outcome, PassedOverFile):
            return replace(counted, other_files=(*self.other_files, outcome.path))
        path, result = outcome.path, outcome.result
        if outcome.is_damaged:
            counted = replace(counted, damaged=(*self.damaged, path))
        if not outcome.has_face:
            counted = replace(counted, without_face=(*self.without_face, path))
        match result:
            case ImportResult.IMPORTED if len(outcome.faces) > 1:
                return replace(counted, imported=self.imported + 1, several_faces=(*self.several_faces, path))
            case ImportResult.IMPORTED:
                return replace(counted, imported=self.imported + 1)
            case ImportResult.PRESENT_BEFORE:
                return replace(counted, present_before=self.present_before + 1)
            case ImportResult.SET_ASIDE:
                return counted
            case ImportResult.TAKEN_OUT_BEFORE:
                return replace(counted, passed_over=(*self.passed_over, path))
            case ImportResult.UNDECIDED:
                return replace(counted, undecided=(*self.undecided, path))
