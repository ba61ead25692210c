"""What the user says about an appearance changes the tags, and nothing else."""

import csv
import json

import pytest

from support.tagging.clips import knowing, write_clip
from support.tagging.reviewed_clip import RATE, tagged_clip, write_numbered_clip
from visavis.storage.paths import DataFolders
from visavis.tagging import reviewed
from visavis.tagging.renditions import RenditionOptions
from visavis.tagging.spans import Span


@pytest.fixture
def tagged(tmp_path):
    return tagged_clip(tmp_path / "film.mp4")


def spans(tagged):
    """Begin and end of each appearance in frames, by name."""
    return {
        person.name: [(round(span.start * RATE), round(span.end * RATE)) for span in person.spans]
        for person in tagged.tags.people
    }


def test_the_tracks_of_an_appearance(tagged):
    assert reviewed.tracks_of(tagged, "Ada", Span(0.0, 3.0)) == {1}
    assert reviewed.tracks_of(tagged, "Ada", Span(7.0, 9.0)) == {4}
    assert reviewed.tracks_of(tagged, "Guest 1", Span(2.0, 9.0)) == {3}
    assert reviewed.tracks_of(tagged, "Cem", Span(0.0, 9.0)) == set()


def test_the_best_moment_is_in_the_appearance(tagged):
    assert reviewed.best_moment(tagged, {4}, Span(7.0, 9.0)) == (70, 4)
    assert reviewed.best_moment(tagged, {3}, Span(3.0, 9.0)) == (30, 3)


def test_an_appearance_becomes_somebody_elses(tagged):
    changed = reviewed.rename_tracks(tagged, {4}, "Bob")
    assert spans(changed) == {"Ada": [(0, 30)], "Bob": [(35, 55), (70, 90)], "Guest 1": [(20, 90)]}
    assert spans(tagged)["Ada"] == [(0, 30), (70, 90)]


def test_a_guest_gets_a_name_that_nobody_had(tagged):
    changed = reviewed.rename_tracks(tagged, {3}, "Eve")
    assert spans(changed) == {"Eve": [(20, 90)], "Ada": [(0, 30), (70, 90)], "Bob": [(35, 55)]}
    assert {person.name: person.is_guest for person in changed.tags.people}["Eve"] is False
    assert changed.guests == {}
    assert next(person.confidence for person in changed.tags.people if person.name == "Eve") == 1.0


def test_who_is_said_to_be_nobody_is_no_guest_either(tagged):
    changed = reviewed.rename_tracks(tagged, {2}, None)
    assert "Bob" not in spans(changed)
    assert changed.log.names == ("Ada",)
    assert spans(changed)["Guest 1"] == [(20, 90)]


def test_corrections_follow_each_other(tagged):
    once = reviewed.rename_tracks(tagged, {3}, "Eve")
    twice = reviewed.rename_tracks(once, {3}, "Ada")
    assert spans(twice) == {"Ada": [(0, 90)], "Bob": [(35, 55)]}


def test_an_export_has_the_corrections(tmp_path, tagged):
    write_numbered_clip(tagged.path)
    changed = reviewed.rename_tracks(tagged, {3}, "Eve")
    folder = tmp_path / "out"
    told = []
    assert reviewed.export(changed, folder, RenditionOptions(clips=True), lambda done: told.append(done) or True)
    [file] = json.loads((folder / "tags.json").read_text("utf-8"))["files"]
    assert [person["name"] for person in file["people"]] == ["Eve", "Ada", "Bob"]
    with (folder / "tags.csv").open(encoding="utf-8", newline="") as table:
        assert {row["name"] for row in csv.DictReader(table)} == {"Eve", "Ada", "Bob"}
    assert "Eve" in (folder / "film.tags.srt").read_text("utf-8")
    assert len(list((folder / "clips" / "Eve").glob("*.mp4"))) == 1
    assert len(list((folder / "clips" / "Ada").glob("*.mp4"))) == 2
    assert not list(folder.glob(".*"))
    assert told
    assert max(told) <= 1.0


def test_an_export_that_is_stopped_leaves_nothing_half(tmp_path, tagged):
    write_numbered_clip(tagged.path)
    folder = tmp_path / "out"
    assert not reviewed.export(tagged, folder, RenditionOptions(clips=True), lambda done: False)
    assert not list(folder.rglob("*.mp4"))
    assert not list(folder.glob(".*"))


def test_a_video_is_tagged_and_it_can_be_stopped(tmp_path, photos, published_networks):
    folders = DataFolders(tmp_path / "data", published_networks.parent)
    path = write_clip(tmp_path / "a.mp4", (photos[0], 1), (None, 2), (photos[1], 1))
    pipeline = knowing(folders, Astronaut=photos[0])
    told = []
    tagged = reviewed.tag_video(path, pipeline, lambda image, faces: [], lambda done: told.append(done) or True)
    assert [(person.name, len(person.spans)) for person in tagged.tags.people] == [("Astronaut", 1), ("Guest 1", 1)]
    assert told == sorted(told)
    assert reviewed.tag_video(path, pipeline, lambda image, faces: [], lambda done: False) is None
    assert list(tmp_path.glob(".*")) == []
