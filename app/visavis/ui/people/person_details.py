"""What the page of a person shows: the samples, which of them are doubtful, and what would help."""

import contextlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from visavis.errors import PictureError, VisavisError
from visavis.people.person import Person
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.recognition import embedding_cache, gallery
from visavis.recognition.mixture import find_second_person
from visavis.sightings.store import SightingStore
from visavis.storage.paths import DataFolders
from visavis.ui.people.overview import PersonRow
from visavis.ui.text.language import translate

#: With fewer pictures, recognition is noticeably less reliable. Measured with SFace on LFW, 20 people, 25 random draws:
#: the share missed at the model's threshold is 0.35 % with one picture, 0.10 % with three and 0.07 % with five; in
#: blurred pictures 4.4 % with one and 0.3 % with five.
ENOUGH_SAMPLES = 5
#: Below this recall a person is missed often enough to be noticed.
MIN_RECALL = 0.95


@dataclass(frozen=True, slots=True)
class SampleItem:
    """One sample of the page."""

    sample: Sample
    suspect: bool = False  #: it resembles the others so little that it may show another person
    faceless: bool = False  #: no face was found in it
    is_aside: bool = False  #: it does not count: it was set aside, or no face was found in it
    is_second: bool = False  #: it is one of several that resemble each other, and not the rest

    @property
    def path(self) -> Path:
        return self.sample.path

    @property
    def doubt(self) -> str:
        """What may be wrong with it, in words; empty if nothing is."""
        if self.suspect:
            return translate("PersonDetails", "Someone else?")
        return translate("PersonDetails", "No face found") if self.faceless else ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence on what would improve the recognition of a person."""

    text: str
    wants_pictures: bool = False  #: more pictures of the person would help
    wants_split: bool = False  #: some pictures seem to show a second person


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """A person and their samples: suspects first, then the newest."""

    row: PersonRow
    items: tuple[SampleItem, ...] = ()
    aside: tuple[SampleItem, ...] = ()
    """The pictures that do not count, newest first."""
    last_seen: datetime | None = None
    """When they were last here, of the visits that are kept; None without one."""

    @property
    def person(self) -> Person:
        return self.row.person

    @property
    def suspects(self) -> int:
        return sum(item.suspect for item in self.items)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """What would improve the recognition of the person; empty if nothing is known to."""
        found: list[Suggestion] = []
        count, rate = len(self.items), self.row.rate
        if seconds := sum(item.is_second for item in self.items):
            text = translate(
                "PersonDetails", "%n pictures are unlike the others, and like each other: two people?", None, seconds
            )
            found.append(Suggestion(text, wants_split=True))
        elif self.suspects:
            found.append(Suggestion(_suspects_text(self.suspects)))
        if count < ENOUGH_SAMPLES:
            found.append(Suggestion(_few_text(ENOUGH_SAMPLES - count), wants_pictures=True))
        if count >= ENOUGH_SAMPLES and len(days(self.items)) == 1:
            text = translate(
                "PersonDetails", "All pictures are from one day. Pictures from another day, in other light, would help."
            )
            found.append(Suggestion(text, wants_pictures=True))
        if rate is not None and rate.recall < MIN_RECALL:
            text = translate(
                "PersonDetails",
                "{missed} of {all} held-out pictures were not recognized. More varied pictures would help.",
            ).format(missed=round((1 - rate.recall) * rate.pictures), all=rate.pictures)
            found.append(Suggestion(text, wants_pictures=True))
        if not self.row.known and count:
            text = translate("PersonDetails", "The model in use has not learned this person yet. Train again.")
            found.append(Suggestion(text))
        return tuple(found)


def _suspects_text(count: int) -> str:
    if count == 1:
        return translate("PersonDetails", "1 picture may show another person. Check it first.")
    return translate("PersonDetails", "%n pictures may show another person. Check them first.", None, count)


def _few_text(lacking: int) -> str:
    if lacking == 1:
        return translate(
            "PersonDetails", "1 more picture would help. Recognition is noticeably more reliable with five."
        )
    return translate(
        "PersonDetails",
        "%n more pictures would help. Recognition is noticeably more reliable with five.",
        None,
        lacking,
    )


def days(items: Sequence[SampleItem]) -> Counter[date]:
    """Number of pictures by the day they were taken, as far as the file names say."""
    taken = [item.sample.taken for item in items]
    return Counter(moment.astimezone().date() for moment in taken if moment is not None)


def load_details(folders: DataFolders, row: PersonRow) -> PersonDetails:
    """Read the page of a person from disk. Doubts come from cached embeddings; none is computed.

    Raises
    ------
    StoreError
        If the folder of the person cannot be read.
    """
    people = PeopleStore(folders.people)
    samples = people.samples(row.person)
    kept = people.whole_pictures(row.person)
    embedded = embedding_cache.read_cached(folders.embeddings, row.person.slug)
    hashes = {sample.path: _hash(sample) for sample in samples}
    here = set(hashes.values())
    current = embedded.select([key in here for key in embedded.hashes])
    counted = current.drop_faceless(kept)
    seconds = {
        key for key, is_second in zip(counted.hashes, find_second_person(counted.vectors), strict=True) if is_second
    }
    suspects = set(gallery.template(counted)[1]) if len(counted) else set()
    found = {key for key, is_found in zip(current.hashes, current.found.tolist(), strict=True) if is_found}
    faceless = (set(current.hashes) | kept) - found
    left_out = set(current.hashes) - set(counted.hashes)
    items = [
        SampleItem(
            sample,
            hashes[sample.path] in suspects,
            hashes[sample.path] in faceless,
            is_second=hashes[sample.path] in seconds,
        )
        for sample in samples
        if hashes[sample.path] not in left_out
    ]
    aside = [SampleItem(picture, is_aside=True) for picture in people.aside(row.person)]
    aside += [SampleItem(sample, faceless=True, is_aside=True) for sample in samples if hashes[sample.path] in left_out]
    items, aside = _newest_first(items), _newest_first(aside)
    seen: datetime | None = None
    with contextlib.suppress(VisavisError):  # the page has more to show than visits; the history says what is wrong
        seen = SightingStore(folders.sightings).last_seen(row.person.slug, row.person.id)
    return PersonDetails(row, tuple(sorted(items, key=lambda item: not item.suspect)), tuple(aside), seen)


def _newest_first(items: Sequence[SampleItem]) -> list[SampleItem]:
    return sorted(items, key=lambda item: item.path.name, reverse=True)


def _hash(sample: Sample) -> str:
    try:
        return sample.hash
    except PictureError:  # unreadable, so there is no embedding to find
        return ""
