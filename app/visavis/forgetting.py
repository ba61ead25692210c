"""Forgetting a person: pictures, embeddings, and their part in every model."""

from dataclasses import dataclass

from visavis import embeddings
from visavis.folders import Folders
from visavis.models import ModelStore
from visavis.people import PeopleStore
from visavis.person import Person
from visavis.rejections import SLUG, RejectionStore


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was removed."""

    person: Person
    samples: int  #: pictures deleted
    models: tuple[str, ...]  #: a sentence for each model that this changed


def forget(folders: Folders, person: Person) -> Receipt:
    """Remove every trace of someone.

    The models come first and the pictures last: if something fails in between, the person can still be named, and
    forgetting them again completes it.

    Raises
    ------
    DiskError
        If something cannot be deleted.
    """
    changed = ModelStore(folders.models).forget(person.slug)
    if RejectionStore(folders.strangers).forget(person.slug):
        embeddings.forget(folders.embeddings, SLUG)
    embeddings.forget(folders.embeddings, person.slug)
    return Receipt(person, PeopleStore(folders.people).forget(person), tuple(changed))
