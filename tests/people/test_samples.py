"""What a sample says of itself by its file's name."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from support.people_files import MINUTE, NOON, picture, put
from visavis.imaging import codec
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore, Sample


@pytest.fixture
def store(tmp_path):
    return PeopleStore(tmp_path / "people")


def test_a_samples_name_has_its_time_and_hash(store):
    ada = store.create(PersonName("Ada"))

    sample = store.add(ada, picture(10), NOON.astimezone(timezone(timedelta(hours=9))))

    assert sample.path.name.startswith("20261122T120000.123Z-")
    assert sample.taken == NOON.replace(microsecond=123_000)
    assert sample.path.name == f"20261122T120000.123Z-{sample.hash}.jpg"
    assert sample.person == ada.slug
    assert store.samples(ada) == [sample]
    assert codec.read(sample.path).shape == (8, 6, 3)


def test_without_a_time_a_sample_is_of_now(store):
    assert abs(store.add(store.create(PersonName("Ada")), picture(10)).taken - datetime.now(UTC)) < MINUTE


def test_a_time_without_a_zone_is_a_bug(store):
    with pytest.raises(ValueError, match="time zone"):
        store.add(store.create(PersonName("Ada")), picture(10), datetime(2026, 11, 22))  # noqa: DTZ001


@pytest.mark.parametrize("name", ["a.jpg", "20261322T120000.123Z-0123456789abcdef.jpg", "20261122T120000.123Z-01.jpg"])
def test_a_sample_put_in_by_hand(store, name):
    path = put(store.folder / "Ada", name)

    [sample] = store.samples(store.find("Ada"))
    assert sample.taken is None
    if "01234567" not in name:  # a hash of our form is believed, though there is no such month
        assert sample.hash == Sample(put(store.folder / "Bob", "b.jpg"), "Bob").hash
    assert path.exists()
