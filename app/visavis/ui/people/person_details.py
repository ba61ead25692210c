"""Someone's page: their samples, which of them may show someone else, and what is missing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from visavis.errors import PictureError
from visavis.people.person import Person
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.recognition import embedding_cache, gallery
from visavis.storage.paths import DataFolders
from visavis.ui.people.overview import PersonRow
from visavis.ui.text.language import translate

#: Below this many pictures names are noticeably less sure. Measured on LFW, 40 people: the share answered right at an
#: FPIR of 1 % is 0.88 with one picture, 0.98 with three, 0.99 with five and more.
ENOUGH = 5
#: Below this recall somebody is missed often enough to be noticed.
STRONG = 0.95


@dataclass(frozen=True, slots=True)
class SampleItem:
    """One sample of the page."""

    sample: Sample
    suspect: bool = False  #: it resembles the others so little that it may show someone else
    faceless: bool = False  #: no face was found in it

    @property
    def path(self) -> Path:
        return self.sample.path

    @property
    def doubt(self) -> str:
        """What is wrong with it, in words; empty where nothing is."""
        if self.suspect:
            return translate("PersonDetails", "Someone else?")
        return translate("PersonDetails", "No face found") if self.faceless else ""


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """Someone and their samples: the doubtful first, then the newest."""

    row: PersonRow
    items: tuple[SampleItem, ...] = ()

    @property
    def person(self) -> Person:
        return self.row.person

    @property
    def suspects(self) -> int:
        return sum(item.suspect for item in self.items)

    def missing(self) -> tuple[str, ...]:
        """What would make them surer to be recognized; empty where nothing is known to."""
        sentences = []
        count, rate = len(self.items), self.row.rate
        if self.suspects:
            sentences.append(
                translate("PersonDetails", "1 picture may show someone else: look at it first.")
                if self.suspects == 1
                else translate(
                    "PersonDetails", "%n pictures may show someone else: look at them first.", None, self.suspects
                )
            )
        if count < ENOUGH:
            text = (
                translate("PersonDetails", "1 picture more would help: five are noticeably surer than one.")
                if count == ENOUGH - 1
                else translate(
                    "PersonDetails",
                    "%n pictures more would help: five are noticeably surer than one.",
                    None,
                    ENOUGH - count,
                )
            )
            sentences.append(text)
        if count >= ENOUGH and len(days(self.items)) == 1:
            sentences.append(
                translate("PersonDetails", "All pictures are of one day. Another day, in other light, would help.")
            )
        if rate is not None and rate.recall < STRONG:
            sentences.append(
                translate(
                    "PersonDetails",
                    "{missed} of {all} held-out pictures were not recognized: pictures like those are missing.",
                ).format(missed=round((1 - rate.recall) * rate.pictures), all=rate.pictures)
            )
        if not self.row.known and count:
            sentences.append(translate("PersonDetails", "The model in use has not learned them: train again."))
        return tuple(sentences)


def days(items: Sequence[SampleItem]) -> Counter[date]:
    """On which days pictures were taken, as far as their names say, and how many."""
    taken = [item.sample.taken for item in items]
    return Counter(moment.astimezone().date() for moment in taken if moment is not None)


def load_details(folders: DataFolders, row: PersonRow) -> PersonDetails:
    """Someone's page as it is on disk now. Doubts come from the embeddings that are cached: nothing is computed anew.

    Raises
    ------
    StoreError
        If their folder cannot be read.
    """
    samples = PeopleStore(folders.people).samples(row.person)
    embedded = embedding_cache.kept(folders.embeddings, row.person.slug)
    hashes = {sample.path: _hash(sample) for sample in samples}
    here = [key in set(hashes.values()) for key in embedded.hashes]
    current = embedding_cache.SampleEmbeddings(
        tuple(key for key, keep in zip(embedded.hashes, here, strict=True) if keep),
        embedded.vectors[here],
        embedded.found[here],
        embedded.quality[here],
    )
    suspects = set(gallery.template(current)[1]) if len(current) else set()
    found = dict(zip(current.hashes, current.found.tolist(), strict=True))
    items = [
        SampleItem(sample, hashes[sample.path] in suspects, faceless=not found.get(hashes[sample.path], True))
        for sample in samples
    ]
    newest_first = sorted(items, key=lambda item: item.path.name, reverse=True)
    return PersonDetails(row, tuple(sorted(newest_first, key=lambda item: (not item.suspect, not item.faceless))))


def _hash(sample: Sample) -> str:
    try:
        return sample.hash
    except PictureError:  # it cannot be read: nothing is known of it
        return ""
