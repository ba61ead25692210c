"""`visavis people`."""

import json
from datetime import UTC, datetime

import numpy as np
import pytest

from visavis.errors import PersonNameError, PersonNotFoundError, StoreError
from visavis.factory.embeddings import embedding_space
from visavis.imaging import codec
from visavis.people.consent import Consent
from visavis.people.names import PersonName
from visavis.recognition.embedder import unit
from visavis.recognition.embedding_cache import EmbeddedSample, EmbeddingCache

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

#: The agreement of somebody of whom nothing is noted.
NOTHING = {"by": "", "given": None, "to": "", "until": None, "at_end": "ask", "ended": False}
BY_HAND = {"name": "王伟", "slug": "王伟", "samples": 1, "aside": 0, "created": None, "consent": "", "looks_like": []}


def picture(shade):
    return np.full((60, 60, 3), shade, np.uint8)


def objects(out):
    return [json.loads(line) for line in out.splitlines()]


# people


def test_listing_an_empty_store(visavis):
    assert visavis("people", "list", "--json") == (0, "", "")
    status, out, _ = visavis("people", "list")
    assert (status, out[:22]) == (0, "There is nobody yet. C")


def test_listing(visavis, store):
    ada = store.create(PersonName("Ada Lovelace"), consent=Consent(to="yes"))
    store.add(ada, picture(1), NOON)
    codec.write(store.folder / "王伟" / "a.png", picture(2))

    assert objects(visavis("people", "list", "--json")[1]) == [
        {
            "name": "Ada Lovelace",
            "slug": "Ada Lovelace",
            "samples": 1,
            "aside": 0,
            "created": ada.created.isoformat(),
            "consent": "yes",
            "agreement": {**NOTHING, "to": "yes"},
            "looks_like": [],
        },
        BY_HAND | {"agreement": NOTHING},
    ]
    _, out, _ = visavis("people", "list")
    assert [line.split(maxsplit=2)[-1] for line in out.splitlines()] == ["name", "Ada Lovelace", "hand     王伟"]


@pytest.fixture
def embed(folders, store):
    """Write the embeddings of a person's samples, of unit length, into the cache."""

    def embed(person, vectors):
        left = iter(unit(vectors))
        cache = EmbeddingCache(folders.embeddings, embedding_space(None), lambda _: EmbeddedSample(next(left), True))
        cache.load(person.slug, store.samples(person))

    return embed


def enroll(store, name, shades):
    person = store.create(PersonName(name))
    for shade in shades:
        store.add(person, picture(shade), NOON)
    return person


def test_people_who_look_like_one_are_named_until_they_are_called_two(visavis, store, embed):
    looks = np.eye(128)[[0, 0, 1]]
    for name, shade, look in zip(("Ada", "Ada L", "Bob"), (10, 20, 30), looks, strict=True):
        embed(enroll(store, name, [shade]), [look])

    _, out, err = visavis("people", "list")
    assert len(out.splitlines()) == 4
    assert "Ada and Ada L look like the same person." in err or "Ada L and Ada look like the same person." in err
    assert "visavis people merge" in err
    similar = {told["name"]: told["looks_like"] for told in objects(visavis("people", "list", "--json")[1])}
    assert similar == {"Ada": ["Ada L"], "Ada L": ["Ada"], "Bob": []}

    [told] = objects(visavis("people", "distinct", "ada", "ada l", "--json")[1])
    assert (told["name"], told["distinct_from"]) == ("Ada", "Ada L")
    assert visavis("people", "list")[2] == ""
    with pytest.raises(StoreError, match="is one person"):
        visavis("people", "distinct", "Ada", "ada")


def test_two_folders_with_the_same_name_are_told(visavis, store):
    enroll(store, "Ada", [1])
    codec.write(store.folder / "Ada\u200b" / "a.png", picture(2))
    _, out, err = visavis("people", "list")
    assert len(out.splitlines()) == 2
    assert "'Ada' and 'Ada\\u200b' have the same name" in err


def test_a_sample_that_may_show_another_person_is_named_without_a_training(visavis, store, embed):
    person = enroll(store, "Ada", [10, 20, 30, 40, 50])
    embed(person, np.eye(128)[[0, 0, 1, 0, 0]])
    odd = store.samples(person)[2]
    _, out, _ = visavis("people", "show", "Ada")
    [line] = [line for line in out.splitlines() if "may show another person" in line]
    assert line.startswith(odd.hash)
    [told] = objects(visavis("people", "show", "Ada", "--json")[1])
    assert [file["hash"] for file in told["files"] if file["suspect"]] == [odd.hash]


def test_showing(visavis, store):
    ada = store.create(PersonName("Ada"), consent=Consent(to="yes"))
    sample = store.add(ada, picture(1), NOON)
    store.record_session(ada, NOON, NOON)

    [told] = objects(visavis("people", "show", "ada", "--json")[1])
    assert told["sessions"] == [{"started": NOON.isoformat(), "ended": NOON.isoformat()}]
    assert told["files"] == [
        {"path": str(sample.path), "hash": sample.hash, "taken": NOON.isoformat(), "left_out": False, "suspect": False}
    ]
    assert told["set_aside"] == []
    _, out, _ = visavis("people", "show", "ADA")
    captured = f"captured {NOON.astimezone():%Y-%m-%d %H:%M}"
    assert out.splitlines()[1:] == [captured, "consent: yes", f"{sample.hash}  {sample.path}"]


def test_showing_an_unknown_person_is_an_error(visavis, store):
    store.create(PersonName("Ada"))
    with pytest.raises(PersonNotFoundError):
        visavis("people", "show", "Bob")


def test_renaming(visavis, store):
    store.create(PersonName("Ada"))

    assert visavis("people", "rename", "ADA", "Augusta") == (0, "Ada is now called Augusta.\n", "")
    assert objects(visavis("people", "rename", "Augusta", "Ada", "--json")[1])[0]["slug"] == "Ada"
    store.create(PersonName("Bob"))
    with pytest.raises(PersonNameError):
        visavis("people", "rename", "Ada", "bob")


def test_merging(visavis, store):
    store.add(store.create(PersonName("Ada")), picture(1), NOON)
    store.add(store.create(PersonName("Double")), picture(2), NOON)

    told = "Double is part of Ada now, who has 2 samples.\n"
    assert visavis("people", "merge", "double", "ada") == (0, told, "")
    assert [person.name for person in store.people()] == ["Ada"]


def test_moving_by_path_and_by_hash(visavis, store, monkeypatch):
    ada, bob = store.create(PersonName("Ada")), store.create(PersonName("Bob"))
    one, other, third = (store.add(ada, picture(shade), NOON) for shade in (1, 2, 3))
    monkeypatch.chdir(ada.folder)

    status, out, _ = visavis("people", "move", one.path.name, other.hash[:6].upper(), "Bob", "--json")

    assert (status, objects(out)[0]["samples"]) == (0, 2)
    assert store.samples(ada) == [third]
    assert {sample.hash for sample in store.samples(bob)} == {one.hash, other.hash}


@pytest.mark.parametrize(("given", "told"), [("nothing", "There is no sample"), ("ffffffffffff", "There is no sample")])
def test_moving_an_unknown_sample_is_an_error(visavis, store, given, told):
    store.add(store.create(PersonName("Ada")), picture(1), NOON)

    with pytest.raises(StoreError, match=told):
        visavis("people", "move", given, "Ada")


def test_moving_an_ambiguous_hash_is_an_error(visavis, store):
    for name in ("Ada", "Bob"):
        sample = store.add(store.create(PersonName(name)), picture(1), NOON)
    store.create(PersonName("Eve"))

    with pytest.raises(StoreError, match="2 samples begin with") as told:
        visavis("people", "move", sample.hash, "Eve")
    assert "path" in str(told.value.hint)


def test_rejecting_samples(visavis, store, folders):
    ada = store.create(PersonName("Ada"))
    one, other, third = (store.add(ada, picture(shade), NOON) for shade in (1, 2, 3))

    assert visavis("people", "reject", one.path, third.hash) == (0, "Ada has 1 sample left.\n", "")
    assert visavis("people", "reject", other.hash, "--stranger") == (0, "Ada has 0 samples left.\n", "")
    told = objects(visavis("strangers", "list", "--json")[1])
    assert sorted((each["hash"], each["not"]) for each in told) == sorted(
        [(one.hash, ["Ada"]), (third.hash, ["Ada"]), (other.hash, [])]
    )

    store.merge(ada, store.create(PersonName("Augusta")))  # unnoticed here: nothing is lost
    assert visavis("strangers", "list")[0] == 0


def test_a_rejection_follows_a_merge_and_is_deleted_by_forgetting(visavis, store):
    ada = store.create(PersonName("Ada"))
    sample = store.add(ada, picture(1), NOON)
    store.create(PersonName("Augusta"))
    visavis("people", "reject", sample.hash)

    visavis("people", "merge", "Ada", "Augusta")
    assert objects(visavis("strangers", "list", "--json")[1])[0]["not"] == ["Augusta"]
    visavis("people", "forget", "Augusta", "--yes")
    assert visavis("strangers", "list", "--json")[1] == ""


def test_adding_and_removing_strangers(visavis, store, prepared, tmp_path, photos):
    store.create(PersonName("Ada"))
    codec.write(tmp_path / "pictures" / "a.png", photos[0])
    codec.write(tmp_path / "pictures" / "b.png", picture(9))

    status, out, err = visavis("strangers", "add", tmp_path / "pictures", "--not", "ada", "--json")
    assert (status, objects(out)[0]["not"]) == (0, ["Ada"])
    assert "b.png has no face that was found. Skipped." in err
    key = objects(out)[0]["hash"]
    assert visavis("strangers", "remove", key[:5])[0] == 0
    assert visavis("strangers", "list", "--json") == (0, "", "")
    with pytest.raises(StoreError, match="There is no picture"):
        visavis("strangers", "remove", key)
    with pytest.raises(StoreError, match="No picture with a face"):
        visavis("strangers", "add", tmp_path / "pictures" / "b.png")


def test_forgetting(visavis, store):
    store.add(store.create(PersonName("Ada")), picture(1), NOON)

    assert visavis("people", "forget", "Ada", "--yes") == (0, "Ada is forgotten.\n1 picture deleted.\n", "")
    assert store.people() == []
    store.create(PersonName("Bob"))
    [told] = objects(visavis("people", "forget", "Bob", "--yes", "--json")[1])
    assert datetime.fromisoformat(told.pop("forgotten")).tzinfo
    counts = {
        "samples": 0,
        "trash": 0,
        "embeddings": 0,
        "rejections": 0,
        "sightings": 0,
        "recordings": 0,
        "log_lines": 0,
    }
    assert told == {"name": "Bob", "slug": "Bob", "models": [], "problems": [], **counts}


def test_exporting(visavis, store, tmp_path):
    store.add(store.create(PersonName("Ada")), picture(1), NOON)

    status, out, _ = visavis("people", "export", tmp_path / "out")

    assert (status, out) == (0, f"1 sample copied to {tmp_path / 'out'}.\n")
    assert len(list((tmp_path / "out" / "Ada").iterdir())) == 1
