"""Whether pictures of a person count, and which they have: what edits need to be undone."""

from dataclasses import dataclass

from visavis.people.picture_record import PictureRecord


@dataclass(frozen=True, slots=True)
class PictureState:
    """Whether a picture of a person counts as a sample."""

    is_aside: bool
    """It was set aside, so it is not a sample."""
    is_whole: bool = False
    """It counts as a whole if no face is found in it: the user said so. Otherwise such a picture is left out wherever
    samples are used, though it lies among them."""


#: The state of a picture that counts even if no face is found in it.
IN_USE = PictureState(is_aside=False, is_whole=True)
#: The state of a picture that was set aside.
SET_ASIDE = PictureState(is_aside=True)


@dataclass(frozen=True, slots=True)
class PersonPictures:
    """Which pictures a person has, to undo a merge."""

    hashes: frozenset[str]
    record: PictureRecord
