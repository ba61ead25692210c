"""Complete trainings on drawn shapes, and one that was interrupted."""

import json

import numpy as np
import pytest
from sklearn.datasets import load_digits

from support.training.whole_pictures import write_shapes
from visavis.classification.classifier import Classifier
from visavis.classification.picture_input import square_picture
from visavis.errors import TrainingError
from visavis.imaging import codec
from visavis.models.store import NETWORK_FILE, REPORT_FILE, UNFINISHED_FILE, ModelStore
from visavis.networks import engine
from visavis.networks.cnn64_input import normalize
from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds
from visavis.storage.paths import DataFolders
from visavis_training import run
from visavis_training.report.report import Report
from visavis_training.whole_pictures import trainer

KINDS = ("circle", "cross", "square")
QUICK = {"device": "cpu", "epochs": 2, "batch_size": 8, "no_augment": True}


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A data folder with a model of three shapes; the pictures; the events of its training."""
    root = tmp_path_factory.mktemp("whole")
    folders = DataFolders(root / "data", root / "cache")
    pictures = write_shapes(root / "pictures")
    (pictures / "circle" / "notes.txt").write_text("no picture")
    events = []
    run.train(folders, {"whole": str(pictures), **QUICK}, events.append)
    return folders, pictures, events


def test_a_model_of_the_classes_is_published_and_no_model_of_faces_is_in_use(trained):
    folders, pictures, events = trained
    store = ModelStore(folders.models)
    [model] = store.ids()
    card = store.verified_card(model)
    assert (card.network, card.classes, card.people) == ("whole-cnn64", KINDS, ())
    assert store.current_id() is None
    assert {key: len(hashes) for key, hashes in card.data.items()} == {f"class:{kind}": 12 for kind in KINDS}
    held_out = {key for hashes in card.held_out.values() for key in hashes}
    assert len(held_out) == card.metrics["test"] > 0
    assert not (folders.models / UNFINISHED_FILE).exists()
    kinds = [event["event"] for event in events if event["event"] != "progress"]
    assert kinds == ["start", "epoch", "epoch", "evaluated", "published"]
    start = next(event for event in events if event["event"] == "start")
    assert (start["classes"], start["pictures"]) == (3, 36)
    assert start["passed_over"] == [f"{pictures / 'circle' / 'notes.txt'} is neither a picture nor a video."]
    assert events[-1]["metrics"]["impostors"] == 36  # each picture, by a network that did not know its class


def test_the_app_answers_as_the_trained_network(trained):
    folders, pictures, _ = trained
    store = ModelStore(folders.models)
    classifier = Classifier.load(store, device="cpu")
    image = codec.read(pictures / "cross" / "003.png")
    network = engine.load_keras(store.path(classifier.model, NETWORK_FILE))
    [probabilities] = np.asarray(network(normalize(square_picture(image, "pad", 64)[np.newaxis])))
    scores = classifier.calibration(log_odds(probabilities, SOFTMAX_CLIP))
    answer = classifier(image)
    assert answer.best == KINDS[int(scores.argmax())]
    assert answer.score == pytest.approx(scores.max(), abs=0.01)


def test_digits_are_learned_and_classified_at_nearly_their_own_size(tmp_path):
    folders = DataFolders(tmp_path / "data", tmp_path / "cache")
    data = load_digits(n_class=2)
    learned, others = range(48), range(48, 98)
    for row in learned:
        path = tmp_path / "digits" / str(data.target[row]) / f"{row}.png"
        codec.write(path, digit_picture(data.images[row]))
    options = {"device": "cpu", "side": 16, "epochs": 12, "batch_size": 8, "no_augment": True}
    card = run.train(folders, {"whole": str(tmp_path / "digits"), **options}, lambda _: None)
    assert card.input.size == 16
    classify = Classifier.load(ModelStore(folders.models), device="cpu")
    right = [classify(digit_picture(data.images[row])).best == str(data.target[row]) for row in others]
    assert sum(right) >= 45  # 25 by chance


def digit_picture(image):
    """One of scikit-learn's digits, values up to 16, as a picture of 8x8 pixels."""
    return np.repeat((image * 15).astype(np.uint8)[..., np.newaxis], 3, axis=2)


def test_the_report_has_the_curves_and_every_test_picture(trained):
    folders, _, events = trained
    store = ModelStore(folders.models)
    [model] = store.ids()
    path = store.path(model, REPORT_FILE)
    report = Report.read(path)
    assert len(report.searches) == store.card(model).metrics["test"]
    assert {search.truth for search in report.searches} == set(KINDS)
    curve = json.loads(path.read_text())["epochs"]
    assert [point["epoch"] for point in curve] == [1, 2]
    assert curve[-1]["val_loss"] == [event for event in events if event["event"] == "epoch"][-1]["val_loss"]


def test_an_interrupted_training_goes_on_with_its_own_options(tmp_path, monkeypatch):
    folders = DataFolders(tmp_path / "data", tmp_path / "cache")
    pictures = write_shapes(tmp_path / "pictures", kinds=KINDS[:2], count=6)
    given = {"whole": str(pictures), **QUICK}

    def interrupt(event):
        if event["event"] == "epoch":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.train(folders, given, interrupt)
    for other, sentence in (
        ({"seed": 4}, "has seed 0, not 4"),
        ({"whole": str(tmp_path)}, "interrupted training has whole"),
        ({"network": "embedding"}, "has network cnn64, not embedding"),
    ):
        with pytest.raises(TrainingError, match=sentence):
            run.train(folders, {"device": "cpu", "resume": True, **other}, lambda _: None)
    events = []
    monkeypatch.setattr(trainer.figures, "fit_class_threshold", lambda *_: pytest.skip("it went on"))
    with pytest.raises(pytest.skip.Exception):
        run.train(folders, {"device": "cpu", "resume": True}, events.append)
    assert [event["epoch"] for event in events if event["event"] == "epoch"] == [2]


def test_other_pictures_do_not_continue_an_interrupted_training(tmp_path):
    folders = DataFolders(tmp_path / "data", tmp_path / "cache")
    pictures = write_shapes(tmp_path / "pictures", kinds=KINDS[:2], count=6)
    given = {"whole": str(pictures), **QUICK}

    def interrupt(event):
        if event["event"] == "epoch":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.train(folders, given, interrupt)
    write_shapes(pictures, kinds=KINDS[2:])
    with pytest.raises(TrainingError, match="pictures have changed"):
        run.train(folders, {**given, "resume": True}, lambda _: None)
