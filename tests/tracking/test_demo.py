"""The demo's two people with the real networks: found, tracked and named with little work."""

import itertools

import numpy as np
import pytest

from visavis.factory.detectors import create_detector
from visavis.factory.networks import NetworkLoader
from visavis.imaging.geometry import labeled_face
from visavis.pipeline import Pipeline
from visavis.recognition.decision import Decision
from visavis.recognition.recognizer import Recognizer
from visavis.scoring import thresholds
from visavis.sources import open_source
from visavis.storage.paths import DataFolders
from visavis.tracking import Tracker

NAMES = ("Eileen Collins", "Grace Hopper")


@pytest.fixture(scope="module")
def pipeline(photos, published_networks, tmp_path_factory):
    """A pipeline that knows both by one photo each."""
    loader = NetworkLoader(DataFolders(tmp_path_factory.mktemp("data"), published_networks.parent), "cpu")
    detect, embedder = create_detector(loader, "live"), loader.load_embedder()
    faces = [labeled_face(detect(photo), photo.shape[1], photo.shape[0]) for photo in photos]
    templates = np.concatenate([embedder(photo, [face]) for photo, face in zip(photos, faces, strict=True)])
    strangers = thresholds.shipped_strangers(thresholds.GalleryTraits())
    recognizer = Recognizer(
        chips=embedder.chips,
        embed=embedder.embed,
        compare=lambda vectors: vectors @ templates.T,
        names=NAMES,
        calibration=strangers.calibration,
        decision=Decision(float(strangers.calibration(np.array(strangers.threshold(2, 0.01))))),
        outlier_threshold=0.94,
    )
    return Pipeline(detect, recognizer, model="m")


@pytest.fixture(scope="module")
def analyses(pipeline):
    tracker = Tracker(pipeline)
    return [tracker(frame) for frame in itertools.islice(open_source("demo", paced=False), 75)]


def test_both_have_their_names_in_every_frame_and_are_one_track_each(analyses):
    assert all(sorted(answer.match.name for answer in each.answers) == sorted(NAMES) for each in analyses)
    assert len({(answer.track, answer.match.name) for each in analyses for answer in each.answers}) == 2


def test_boxes_stay_where_a_search_of_the_whole_frame_finds_the_faces(pipeline, analyses):
    frames = itertools.islice(open_source("demo", paced=False), 75)
    for frame, each in itertools.islice(zip(frames, analyses, strict=True), 20, None, 18):
        for face in pipeline.detect(frame.image):
            assert max(face.box.iou(answer.face.box) for answer in each.answers) > 0.7


def test_few_frames_are_searched_and_few_faces_recognized(analyses):
    assert sum(each.counts.full_searches for each in analyses) <= 8
    assert sum(each.counts.recognitions for each in analyses) <= 36  # of 150


def test_the_same_film_has_the_same_lines(pipeline, analyses):
    again = map(Tracker(pipeline), itertools.islice(open_source("demo", paced=False), 20))
    assert [each.as_json() for each in again] == [each.as_json() for each in analyses[:20]]
