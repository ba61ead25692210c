"""Pictures are found by folder, and searched for as in the app."""

from dataclasses import replace

import numpy as np
import pytest

from visavis.errors import EvaluationError
from visavis.faces import observation
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.pipeline import Pipeline
from visavis.recognition.decision import Decision
from visavis.recognition.recognizer import Recognizer
from visavis.scoring.calibration import Calibration
from visavis.scoring.stranger_rates import StrangerRate
from visavis_training.evaluation import measurement
from visavis_training.evaluation.measurement import NamingTarget, find_probes
from visavis_training.evaluation.picture_kinds import KINDS
from visavis_training.report import tables

#: A picture's brightness says who is in it; there is no face in a black one.
BRIGHTNESS = {"Ada Lovelace": 100, "Bøb": 200}
CARD = ModelCard(
    id="m1",
    network="cnn64",
    created="2026-11-22T12:00:00+00:00",
    people=tuple(Member(name, name) for name in BRIGHTNESS),
    input=InputSpec("chip", 1, 64),
    threshold=0.9,
)


def similarity(chips):
    """1 to the person of that brightness, less the further away."""
    return 1 - np.abs(chips.mean(axis=(1, 2, 3))[:, None] - np.array([*BRIGHTNESS.values()])) / 20


PIPELINE = Pipeline(
    detect=lambda image: [Face(Box(0, 0, 64, 64))] if image.any() else [],
    recognize=Recognizer(
        chips=lambda image, faces: np.stack([image.astype(np.float32)] * len(faces)),
        embed=lambda chips: chips,
        compare=similarity,
        names=tuple(BRIGHTNESS),
        calibration=Calibration(10, -5),
        decision=Decision(0.9),
    ),
    model="m1",
)


TARGET = NamingTarget(0.01, StrangerRate(0.01, 2, 200))


def evaluate(pipeline, card, people, strangers, on_progress=lambda *_: None, *, altered=False):
    return measurement.evaluate(pipeline, card, people, strangers, on_progress, target=TARGET, altered=altered)


#: The beginning of a JPEG, and nothing else.
BROKEN = b"\xff\xd8\xff\xe0"


def picture(path, gray):
    stripes = np.tile([[gray - 20], [gray + 20]] if gray else [[0], [0]], (32, 64))
    codec.write(path, np.repeat(stripes[..., np.newaxis], 3, axis=2).astype(np.uint8))


@pytest.fixture
def people(tmp_path):
    """Folders called almost as the gallery calls them."""
    for number, gray in enumerate([100, 90, 0]):  # named, unknown, no face
        picture(tmp_path / "probes" / "ada_lovelace" / f"{number}.png", gray)
    picture(tmp_path / "probes" / "BØB" / "0.png", 101)  # Ada's double
    (tmp_path / "probes" / "BØB" / "broken.jpg").write_bytes(BROKEN)
    (tmp_path / "probes" / "BØB" / "notes.txt").write_text("no picture")
    (tmp_path / "probes" / ".hidden").mkdir()
    return tmp_path / "probes"


@pytest.fixture
def strangers(tmp_path):
    """Flat and nested."""
    picture(tmp_path / "strangers" / "0.png", 200)
    picture(tmp_path / "strangers" / "one" / "two" / "0.png", 150)
    return tmp_path / "strangers"


def test_pictures_are_searched_for_as_in_the_app(people, strangers):
    counts = []
    measured = evaluate(PIPELINE, CARD, people, strangers, lambda *count: counts.append(count))
    assert counts == [(done, 7) for done in range(1, 8)]
    assert len(measured.notes) == 2
    output = measured.as_json()
    assert list(output) == [
        *("model", "network", "gallery", "probes", "impostors", "detected", "closed_set_accuracy", "threshold", "fpir"),
        *("fnir", "fnir_at_fpir", "confidence_95", "per_person", "confusions"),
        *("asked", "kinds", "groups", "nearest_stranger", "nearest_pair"),
    ]
    assert (output["model"], output["network"], output["gallery"], output["threshold"]) == ("m1", "cnn64", 2, 0.9)
    assert (output["probes"], output["impostors"], output["detected"]) == (4, 2, 0.75)
    assert (output["closed_set_accuracy"], output["fnir"], output["fpir"]) == (0.6667, 0.75, 0.5)
    assert output["confusions"] == [["Bøb", "Ada Lovelace", 1]]
    assert output["per_person"]["Ada Lovelace"] == {"probes": 3, "fnir": 0.6667}
    assert {search.picture.name for search in measured.metrics.probes if search.box} == {"0.png", "1.png"}


def test_what_was_asked_and_what_happened_by_kind_of_picture(people, strangers):
    measured = evaluate(PIPELINE, CARD, people, strangers, altered=True)
    kinds = {kind.name: kind for kind in measured.kinds}
    assert [*kinds] == ["as they are", *KINDS]
    assert (kinds["as they are"].fnir, kinds["as they are"].fpir) == (measured.metrics.fnir, measured.metrics.fpir)
    assert kinds["gray"].fnir == measured.metrics.fnir  # the pictures are gray
    assert kinds["dark"].fnir.count == 4  # their brightness says who it is
    assert all((kind.fnir.searches, kind.fpir.searches) == (4, 2) for kind in measured.kinds)
    assert not evaluate(PIPELINE, CARD, people, strangers).kinds


def test_hard_pictures_are_grouped_by_what_is_measured_on_their_faces(tmp_path):
    picture(tmp_path / "Bøb" / "good.png", 200)
    codec.write(tmp_path / "Bøb" / "dark.png", np.full((64, 64, 3), observation.GOOD_MIN_BRIGHTNESS - 1, np.uint8))
    groups = {group.name: group for group in evaluate(PIPELINE, CARD, tmp_path, None).groups}
    assert (groups["dark faces"].fnir.count, groups["dark faces"].fnir.searches) == (1, 1)
    assert "small faces" not in groups


def test_the_two_worst_cases_are_named(people, strangers):
    output = evaluate(PIPELINE, CARD, people, strangers).as_json()
    assert output["nearest_stranger"]["best"] == "Bøb"
    assert output["nearest_stranger"]["picture"].endswith("0.png")
    assert output["nearest_pair"][:2] == ["Bøb", "Ada Lovelace"]


def test_the_table_is_sorted_by_the_weakest_person(people, strangers):
    lines = "\n".join(tables.evaluation(evaluate(PIPELINE, CARD, people, strangers)))
    assert lines.index("Bøb") < lines.index("Ada Lovelace")
    assert "1  Bøb for Ada Lovelace" in lines


def test_a_person_outside_the_model_is_an_error_with_a_suggestion(people):
    picture(people / "Ada Lovelase" / "0.png", 1)
    with pytest.raises(EvaluationError, match="does not know Ada Lovelase") as caught:
        evaluate(PIPELINE, CARD, people, None)
    assert "Ada Lovelace" in str(caught.value.hint)


def test_without_a_model_evaluation_is_an_error(people):
    with pytest.raises(EvaluationError, match="No model"):
        evaluate(Pipeline(PIPELINE.detect), CARD, people, None)


def test_missing_and_empty_folders_are_errors(tmp_path, people):
    (tmp_path / "empty").mkdir()
    for folder, others in [(tmp_path / "none", None), (tmp_path / "empty", None), (people, tmp_path / "none")]:
        with pytest.raises(EvaluationError):
            find_probes(folder, others, list(BRIGHTNESS))
    with pytest.raises(EvaluationError, match="has no pictures"):
        find_probes(people, tmp_path / "empty", list(BRIGHTNESS))


def test_no_readable_picture_is_an_error(tmp_path):
    (tmp_path / "Bøb").mkdir()
    (tmp_path / "Bøb" / "broken.png").write_bytes(BROKEN)
    with pytest.raises(EvaluationError, match="can be read"):
        evaluate(PIPELINE, CARD, tmp_path, None)


def test_no_readable_stranger_is_an_error(tmp_path, people):
    (tmp_path / "strangers").mkdir()
    (tmp_path / "strangers" / "broken.png").write_bytes(BROKEN)
    with pytest.raises(EvaluationError, match="strangers can be read"):
        evaluate(PIPELINE, CARD, people, tmp_path / "strangers")


def test_a_model_without_people_is_an_error(people):
    empty = Pipeline(PIPELINE.detect, replace(PIPELINE.recognize, names=()))
    with pytest.raises(EvaluationError, match="knows nobody"):
        evaluate(empty, CARD, people, None)


def test_links_to_folders_of_strangers_are_followed_once(tmp_path, people):
    picture(tmp_path / "elsewhere" / "0.png", 150)
    picture(tmp_path / "elsewhere" / ".cache" / "1.png", 150)
    (tmp_path / "strangers").mkdir()
    (tmp_path / "strangers" / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "round").symlink_to(tmp_path / "strangers")
    [stranger] = find_probes(people, tmp_path / "strangers", list(BRIGHTNESS)).strangers
    assert stranger.name == "0.png"


@pytest.mark.parametrize("folder", ["ADA_LOVELACE", "ada lovelace", "Ada_Lovelace"])
def test_folder_names_are_compared_like_names_of_people(tmp_path, folder):
    picture(tmp_path / folder / "0.png", 100)
    assert [name for name, _ in find_probes(tmp_path, None, list(BRIGHTNESS)).people] == ["Ada Lovelace"]


def test_folder_names_in_nfd_are_recognized(tmp_path):
    picture(tmp_path / "Zoe\u0308" / "0.png", 100)
    assert [name for name, _ in find_probes(tmp_path, None, ["Zo\u00eb"]).people] == ["Zo\u00eb"]


def test_a_name_goes_to_one_face_but_scores_stay(tmp_path):
    """Large and off the center, half as large and in it, too small to be meant: the second is."""
    boxes = [Box(-10, 0, 40, 40), Box(30, 8, 30, 30), Box(31, 15, 2, 2)]
    recognize = replace(
        PIPELINE.recognize,
        chips=lambda _, faces: np.array([face.box.width for face in faces]),
        compare=lambda widths: np.stack([widths * 0, 0.9 + widths / 1000], axis=1),  # the larger, the more like Bøb
    )
    picture(tmp_path / "Bøb" / "0.png", 100)
    pipeline = Pipeline(lambda _: [Face(box) for box in boxes], recognize)
    [search] = evaluate(pipeline, CARD, tmp_path, None).metrics.probes
    [alone] = recognize(np.full((32, 64, 3), 100, np.uint8), [Face(boxes[1])])
    assert search.box == boxes[1]
    assert (search.match.score, search.match.best, search.match.name) == (alone.score, "Bøb", None)
    assert search.is_right
    assert search.is_missed
