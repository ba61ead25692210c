"""LFW's protocol: all pairs count, and each fold has the threshold of the others."""

import importlib.util
import os

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.places import ROOT
from visavis.errors import EvaluationError, PictureError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.scoring.confidence import Proportion
from visavis_training.evaluation import tables
from visavis_training.evaluation.pairs import Pair, Verification, best_threshold, central_face, read_pairs, verify

TOOL = ROOT / "tools" / "pairs.py"


@pytest.fixture(scope="module")
def draw():
    """The tool's own function."""
    spec = importlib.util.spec_from_file_location("tools_pairs", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.draw


@pytest.fixture
def folder(tmp_path):
    """Four people with three pictures each; a picture's brightness says who is in it."""
    for index, name in enumerate(["Ada_Lovelace", "Bøb", "Cid", "Dee"]):
        for number in range(1, 4):
            picture = np.full((40, 60, 3), 60 * index + number, np.uint8)
            codec.write(tmp_path / "faces" / name / f"{name}_{number:04}.{'png' if name == 'Cid' else 'jpg'}", picture)
    return tmp_path / "faces"


def write_list(folder, text):
    path = folder.parent / "pairs.txt"
    path.write_text(text, encoding="utf-8")
    return path


TWO_FOLDS = "2\t1\nAda_Lovelace\t1\t3\nAda_Lovelace\t2\tBøb\t1\nCid\t1\t2\nCid\t3\tDee\t2\n"


@pytest.mark.parametrize("text", [TWO_FOLDS, TWO_FOLDS.replace("\t", "  "), f"\ufeff{TWO_FOLDS}\n"])
def test_a_list_of_pairs_is_read(folder, text):
    first, second, third, last = read_pairs(write_list(folder, text), folder)
    ada = folder / "Ada_Lovelace"
    assert first == Pair(ada / "Ada_Lovelace_0001.jpg", ada / "Ada_Lovelace_0003.jpg", same=True, fold=0)
    assert second == Pair(ada / "Ada_Lovelace_0002.jpg", folder / "Bøb" / "Bøb_0001.jpg", same=False, fold=0)
    assert third.first.name == "Cid_0001.png"
    assert (last.same, last.fold) == (False, 1)


def test_names_may_have_spaces_in_tab_separated_lists(folder):
    [first, *_] = read_pairs(write_list(folder, TWO_FOLDS.replace("Ada_Lovelace", "ada lovelace")), folder)
    assert first.first.name == "Ada_Lovelace_0001.jpg"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "does not begin with"),
        ("Ada\t1\t2\n", "does not begin with"),
        ("0\t3\n", "does not begin with"),
        ("1\nCid\t1\t2\nCid\t1\tDee\t1\n", "has one fold"),
        (TWO_FOLDS.rpartition("Cid")[0], "2 folds of 1 and 1 pairs are 4 lines, not 3"),
        (TWO_FOLDS.replace("Cid\t1\t2", "Cid\t1\tDee\t2"), "Line 4 of .* is not NAME N M"),
        (TWO_FOLDS.replace("Cid\t3\tDee\t2", "Cid\t3\tDee\ttwo"), "Line 5 of .* is not NAME N NAME M"),
        (TWO_FOLDS.replace("Dee", "Eve"), "no folder for Eve"),
        (TWO_FOLDS.replace("Dee\t2", "Dee\t9"), "Dee_0009.jpg"),
    ],
)
def test_errors_in_a_list_are_reported(folder, text, sentence):
    with pytest.raises(EvaluationError, match=sentence):
        read_pairs(write_list(folder, text), folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_not_waited_for(folder):
    os.mkfifo(folder / "pairs.txt")
    with pytest.raises(EvaluationError, match="cannot be read"):
        read_pairs(folder / "pairs.txt", folder)


def test_missing_files_and_folders_are_errors(folder):
    with pytest.raises(EvaluationError, match="cannot be read"):
        read_pairs(folder / "none.txt", folder)
    with pytest.raises(EvaluationError, match="no folder"):
        read_pairs(write_list(folder, TWO_FOLDS), folder / "none")


def test_pairs_without_a_detected_face_count(folder):
    boxes = []

    def embed(image, face):
        boxes.append(face.box)
        angle = image.mean() / 60 // 1  # who it is
        return np.array([np.cos(angle), np.sin(angle)], np.float32)

    def detect(image):
        return [] if 60 <= image.mean() < 120 else [Face(Box(1, 1, 30, 30))]  # no face is found in the picture of Bøb

    counts = []
    found = verify(
        read_pairs(write_list(folder, TWO_FOLDS), folder),
        "embedding",
        detect,
        embed,
        lambda *count: counts.append(count),
    )
    assert found.detected == Proportion(7, 8)
    assert counts[-1] == (8, 8)
    assert central_face(np.zeros((40, 60, 3), np.uint8)).box in boxes
    line = found.as_json()
    assert (line["pairs"], line["same"], line["different"], line["folds"]) == (4, 2, 2, 2)
    assert (line["accuracy"], line["standard_error"], line["tar_at_far"]) == (1, 0, {"0.01": 1, "0.001": 1})
    assert any("100.00% +- 0.00%" in each for each in tables.verification(found))


def test_a_broken_picture_is_an_error(folder):
    (folder / "Cid" / "Cid_0001.png").write_bytes(b"no picture")
    with pytest.raises(PictureError, match="Cid_0001"):
        verify(
            read_pairs(write_list(folder, TWO_FOLDS), folder), "e", lambda _: [], lambda *_: np.ones(2), lambda *_: None
        )


def test_each_fold_has_the_threshold_of_the_others():
    """In fold 0 everything is shifted up: the threshold of the others takes its different pairs for same ones."""
    similarities = np.array([0.9, 0.8, 0.6, 0.4, 0.6, 0.4])
    same = np.array([True, False] * 3)
    folds = np.array([0, 0, 1, 1, 2, 2])
    found = Verification("e", similarities, same, folds, Proportion(1, 1))
    assert found.accuracies.tolist() == [0.5, 1, 1]
    assert found.accuracy == pytest.approx(2.5 / 3)
    assert found.standard_error == pytest.approx(np.std([0.5, 1, 1], ddof=1) / np.sqrt(3))
    assert found.tar_at(0.01) == Proportion(1, 3)
    assert found.tar_at(0.34) == Proportion(3, 3)


@given(
    st.lists(st.tuples(st.floats(-1, 1).map(lambda value: round(value, 6)), st.booleans()), min_size=1, max_size=20),
)
def test_no_threshold_is_better_than_the_best(pairs):
    values = np.array([0.5, 0.25, *(value for value, _ in pairs)])
    same = np.array([True, False, *(of_same for _, of_same in pairs)])  # a fold has pairs of both kinds

    def right(line):
        return int(((values > line) == same).sum())

    assert right(best_threshold(values, same)) == max(right(line) for line in [-2.0, *values])


def test_the_tool_writes_lists_that_can_be_read(draw, folder):
    text = draw([folder], folds=2, pairs=3, seed=1)
    assert text == draw([folder], folds=2, pairs=3, seed=1)
    assert text != draw([folder], folds=2, pairs=3, seed=2)
    pairs = read_pairs(write_list(folder, text), folder)
    assert [pair.same for pair in pairs] == [True] * 3 + [False] * 3 + [True] * 3 + [False] * 3
    assert all((pair.first.parent == pair.second.parent) == pair.same for pair in pairs)
    assert len({(pair.first, pair.second) for pair in pairs}) == len(pairs)
    shown = [{path.parent for p in pairs if p.fold == fold for path in (p.first, p.second)} for fold in (0, 1)]
    assert not shown[0] & shown[1]


def test_the_tool_reports_too_few_pictures(draw, folder):
    with pytest.raises(SystemExit, match="draw fewer"):
        draw([folder], folds=2, pairs=30, seed=1)
