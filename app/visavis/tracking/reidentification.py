"""Whether tracks are still of whom they were: faces cross, and one takes another's place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from visavis.faces.observation import FaceObservation, QualityIssue
from visavis.tracking.running_mean import Vector
from visavis.tracking.track import Track

#: Looks in a row that say it is someone else, before that is believed ...
_STRIKES = 2
#: ... unless one says it this much more clearly (cosine). Of one that is blurred or dark, it is not believed otherwise.
#: Measured on Labeled Faces in the Wild, 20 people, 600 pictures blurred, shaken or darkened until they had a flaw:
#: with the mean of the person's sharp ones 1.3 % were below 0.90, with those of other people 84 %.
_PLAINLY = 0.04


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """One look at a face, and what the network made of it."""

    look: FaceObservation
    vector: Vector


def _nobody(_: Vector) -> str | None:
    return None


def sorted_out(
    tracks: Sequence[Track],
    seen: Mapping[int, Embedding],
    someone_else: float | None,
    time: float,
    number: Callable[[], int],
    named: Callable[[Vector], str | None] = _nobody,
) -> list[Track]:
    """The tracks after these looks, each continued where its person is.

    A look that is like the track's others is learned. One that is not may be of somebody whom another track has lost:
    that one goes on there. If it is nobody known, and stays so, a new track begins in its place.

    Parameters
    ----------
    seen : mapping
        By index into `tracks`, what was seen of them at `time`.
    someone_else : float or None
        The cosine with the mean of a face's vectors below which another vector is of someone else; None where the
        network's vectors do not tell.
    number
        Gives a new track its number.
    named
        Whom a vector by itself would be said to show in a still: whoever would be given the track's name is not
        someone else, however they look now. It is asked where the look has no flaw.
    """
    result = {index: track for index, track in enumerate(tracks) if index not in seen}
    begun: list[Track] = []
    unlike = {
        index
        for index, it in seen.items()
        if someone_else is not None and _unlike(tracks[index], it, someone_else, named)
    }
    owners = {} if someone_else is None else _owners(tracks, seen, unlike, someone_else, time)
    for index, it in seen.items():
        track = tracks[index]
        if index in owners:
            goes_on = tracks[owners[index]].in_place_of(track)
            result[owners[index]] = goes_on.learned(it.look, it.vector, time)
        elif index not in unlike:
            result[index] = track.learned(it.look, it.vector, time)
        elif index in owners.values() or _split(track, it, someone_else):
            begun.append(track.restarted(number()).learned(it.look, it.vector, time))
        else:
            result[index] = track.struck(time)
    for index in unlike & owners.keys() - set(owners.values()):  # someone else is where they were thought to be
        result[index] = tracks[index].lost(time)
    return [result[index] for index in sorted(result)] + begun


def _unlike(track: Track, it: Embedding, someone_else: float, named: Callable[[Vector], str | None]) -> bool:
    """Whether a look is of someone else, as far as one can tell: what is small is like nobody."""
    if not track.evidence.looks or it.look.flaw is QualityIssue.SMALL:
        return False
    if track.evidence.likeness(it.vector) >= (someone_else if _clear(it) else someone_else - _PLAINLY):
        return False
    name = track.standing.name
    return name is None or it.look.flaw is not None or named(it.vector) != name


def _clear(it: Embedding) -> bool:
    return it.look.weight > 0 or it.look.flaw is QualityIssue.TURNED


def _split(track: Track, it: Embedding, someone_else: float | None) -> bool:
    """Whether an unlike look is enough to say that this is someone else by now."""
    plainly = _clear(it) and track.evidence.likeness(it.vector) < (someone_else or 0.0) - _PLAINLY
    return plainly or track.strikes + 1 >= _STRIKES


def _owners(
    tracks: Sequence[Track], seen: Mapping[int, Embedding], unlike: set[int], someone_else: float, time: float
) -> dict[int, int]:
    """Whose face it is that was seen where another track was thought to be, or where one has just begun.

    Returns
    -------
    dict
        Index of the place to index of the track that goes on there, the likeliest first, each once.
    """
    places = [index for index in seen if index in unlike or not tracks[index].evidence.tries]
    missing = [
        index for index, track in enumerate(tracks) if track.evidence.looks and (index in unlike or track.seen < time)
    ]
    claims = sorted(
        (-likeness, place, owner)
        for place in places
        for owner in missing
        if place != owner and (likeness := tracks[owner].evidence.likeness(seen[place].vector)) >= someone_else
    )
    owners: dict[int, int] = {}
    for _, place, owner in claims:
        if place not in owners and owner not in owners.values():
            owners[place] = owner
    return owners
