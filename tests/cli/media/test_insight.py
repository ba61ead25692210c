"""`visavis insight`: the face of a picture, files in a new folder, and clear sentences where that cannot be."""

import json
from dataclasses import replace

import numpy as np
import pytest

from support.training.insight import FACE, answers, subject
from support.training.whole_pictures import publish_colors
from visavis.cli.command import Context, Parser
from visavis.cli.media import insight
from visavis.errors import DiskError, MissingExtraError, ModelError, PictureError
from visavis.imaging import codec
from visavis.insight import subjects
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.store import ModelStore
from visavis.process.extras import TRAIN
from visavis.recognition.match import Match

CARD = ModelCard(
    id="m7", network="cnn64", created="", people=(Member("ada", "Ada"),), input=InputSpec("chip", 1, 64), threshold=0.5
)


@pytest.fixture
def run(tmp_path, folders, capsys, monkeypatch):
    """Runs the command; gives its JSON. The detector finds `faces`, and the process answers at once."""
    codec.write(tmp_path / "face.png", np.full((80, 80, 3), 90, np.uint8))
    parser = Parser()
    insight.add(parser.add_subparsers(parser_class=Parser), Parser(add_help=False))

    class FakeInspection:
        def __init__(self, folders, get_subjects, on_event, options):
            run.options = options
            self._get_subjects, self._on_event = get_subjects, on_event

        def __call__(self):
            for each in self._get_subjects():
                for answer in answers(each):
                    self._on_event(answer)

    def run(*arguments, faces=(FACE,)):
        monkeypatch.setattr(insight, "create_detector", lambda *_: lambda image: list(faces))
        monkeypatch.setattr(subjects, "create_detector", lambda *_: lambda image: list(faces))
        parsed = parser.parse_args(["insight", str(tmp_path / "face.png"), "--out", str(tmp_path / "out"), *arguments])
        assert parsed.command(Context(folders), parsed) == 0
        return capsys.readouterr()

    monkeypatch.setattr(insight, "Inspection", FakeInspection)
    return run


def test_without_a_model_the_published_network_is_shown(run, tmp_path, monkeypatch):
    monkeypatch.setattr(insight, "published_subject", lambda loader, crop: subject("embedding", model=None, learned=0))
    printed = run("--json")
    found = json.loads(printed.out)
    assert (found["network"], found["model"], found["recognized"]) == ("embedding", None, None)
    assert "it knows nobody" in printed.err
    assert "heat map: 0.5 s, of the processors 0.7 s" in printed.err
    assert (tmp_path / "out" / "index.html").is_file()


def test_a_model_and_a_person_are_chosen(run, monkeypatch):
    asked = []

    def create(loader, card, crop, class_name):
        asked.append((card, crop.face, class_name))
        return subject(decide=lambda picture: Match("Ada", 0.9, "Ada", None))

    monkeypatch.setattr(insight, "usable_card", lambda loader, model: CARD)
    monkeypatch.setattr(insight, "create_subject", create)
    found = json.loads(run("--model", "m7", "--class", "Bob", "--layer", "conv2", "--filter", "0", "--json").out)
    assert asked == [(CARD, FACE, "Bob")]
    assert run.options == ["--layer=conv2", "--filter=0"]
    assert found["recognized"]["name"] == "Ada"
    assert {"kind", "class", "file"} <= found["made"][0].keys()


def test_a_picture_without_a_face_is_refused(run, tmp_path):
    with pytest.raises(PictureError, match="No face was found in"):
        run(faces=())
    assert not (tmp_path / "out").exists()


def test_a_folder_with_something_in_it_is_refused_before_anything_is_computed(run, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").touch()
    with pytest.raises(DiskError, match="something in"):
        run()


def test_without_keras_it_says_which_extra_is_needed(run, monkeypatch):
    monkeypatch.setattr(insight, "TRAIN", replace(TRAIN, packages={"no_such_package": "Keras"}))
    with pytest.raises(MissingExtraError, match=r"A look into the networks needs .* not installed: Keras"):
        run()


def test_a_person_whom_the_model_does_not_know_is_named(run, monkeypatch):
    def create(*_):
        raise ModelError("Model {model} does not know {name}.", model="m", name="Eve")

    monkeypatch.setattr(insight, "usable_card", lambda *_: CARD)
    monkeypatch.setattr(insight, "create_subject", create)
    with pytest.raises(ModelError, match="does not know Eve"):
        run("--class", "Eve")


@pytest.mark.parametrize("number", ["-1", "x"])
def test_a_filter_is_a_number(run, number):
    with pytest.raises(SystemExit):
        run("--filter", number)


def test_a_model_of_whole_pictures_needs_no_face(run, folders):
    card = publish_colors(ModelStore(folders.models))
    found = json.loads(run("--model", card.id, "--class", "green", "--json", faces=()).out)
    assert (found["network"], found["model"]) == ("whole-cnn64", card.id)
    assert found["recognized"].keys() == {"name", "score", "best", "runner_up"}
