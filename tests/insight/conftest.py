import numpy as np
import pytest

from visavis.imaging import codec
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore


@pytest.fixture
def enroll_noise(folders):
    """Enrolls somebody with pictures of noise; gives the person."""

    def enroll(name, count):
        random = np.random.default_rng([ord(letter) for letter in name])
        store = PeopleStore(folders.people)
        person = store.find_or_create(PersonName(name))
        for number in range(count):
            picture = random.integers(0, 256, (40, 40, 3)).astype(np.uint8)
            codec.write(person.folder / f"{number}.png", picture)
        return person

    return enroll
