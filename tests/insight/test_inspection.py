"""Networks are looked into in a process; its parts are passed on as they come, and its files are deleted."""

import sys
import threading

import numpy as np
import pytest

from support.training.insight import FACE, subject
from visavis.errors import ModelError
from visavis.insight.inspection import InsightAnswer, InsightStep, Inspection
from visavis.insight.parts import ClassPictures, NetworkActivations
from visavis.recognition.match import Match

ANSWERING = """
import json, sys
from pathlib import Path
import numpy as np
from visavis.insight.exchange import *
from visavis.insight.parts import *
from visavis.storage import arrays
folder = Path(sys.argv[1])
asked = arrays.read(folder / INPUT_FILE)
assert folder.stat().st_mode & 0o77 == 0, "others could look"
for name in [text.partition("=")[0] for text in sys.argv[2:] if not text.startswith("--")]:
    question = Question.from_arrays(name, asked)
    side = question.chip.shape[0]
    pictures = np.full((2, side, side, 3), 7, np.uint8)
    layers = (LayerActivations("a/b", 32, np.full((3, 4, 4), 7, np.uint8)),)
    parts = [NetworkActivations(np.zeros((5, 3, 3, 3), np.uint8), layers), ClassPictures((0, 1), pictures, pictures)]
    print(json.dumps({"event": "progress", "network": name, "stage": "Filters", "done": 1, "total": 3}))
    for number, part in enumerate(parts):
        arrays.write(folder / f"{number}.npz", to_arrays(part))
        taken = {"seconds": 0.5, "cpu_seconds": 0.7}
        print(json.dumps({"event": "part", "network": name, "file": f"{number}.npz", **taken}), flush=True)
"""


@pytest.fixture
def look(folders):
    """A look whose process is the given Python program; gives the events, too."""

    def make(program, *subjects, options=()):
        def command(name, into, folder, *rest):
            return [sys.executable, "-c", program, folder, *rest]

        events = []
        inspection = Inspection(folders, lambda: subjects or [subject()], events.append, options, command)
        return inspection, events

    return make


def left(folders):
    return [path for path in folders.insight.iterdir() if path.is_dir()]


def test_parts_are_passed_on_and_files_are_deleted(look, folders):
    inspection, events = look(ANSWERING, subject("embedding"), subject("cnn64"))
    inspection()
    assert [event.network for event in events if isinstance(event, InsightStep)] == ["embedding", "cnn64"]
    found = [(event.subject.network, type(event.part)) for event in events if isinstance(event, InsightAnswer)]
    kinds = [NetworkActivations, ClassPictures]
    assert found == [(network, kind) for network in ("embedding", "cnn64") for kind in kinds]
    [step, activations, *_] = events
    assert (str(step.stage), step.done, step.total) == ("Filters", 1, 3)
    assert (activations.seconds, activations.cpu_seconds, activations.part.layers[0].name) == (0.5, 0.7, "a/b")
    assert left(folders) == []


def test_each_made_picture_gets_the_shipped_decision(look):
    def decide(picture):
        assert picture.shape == (64, 64, 3)
        return Match("Ada", 0.9, "Ada", None)

    inspection, events = look(ANSWERING, subject(decide=decide, found=[FACE]))
    inspection()
    [made] = [event for event in events if isinstance(event, InsightAnswer) and event.verdicts]
    assert [(verdict.match.name, verdict.has_face) for verdict in made.verdicts] == [("Ada", True)] * 4


def test_without_a_model_nothing_is_decided(look):
    inspection, events = look(ANSWERING, subject())
    inspection()
    assert events[-1].verdicts == (None,) * 4


def test_options_are_passed_on(look):
    inspection, _ = look("import sys; assert '--layer=conv1' in sys.argv", options=["--layer=conv1"])
    inspection()


def test_an_error_of_the_process_is_raised(look):
    program = 'print(\'{"event": "failed", "error": "It is broken.", "hint": "Mend it."}\'); raise SystemExit(1)'
    with pytest.raises(ModelError, match="It is broken") as caught:
        look(program)[0]()
    assert str(caught.value.hint) == "Mend it."


def test_if_the_process_dies_the_hint_names_its_log(look, folders):
    with pytest.raises(ModelError, match="could not be looked into") as caught:
        look("import sys; print('boom', file=sys.stderr, flush=True); sys.exit(3)")[0]()
    assert "insight.log" in str(caught.value.hint)
    assert "boom" in (folders.logs / "insight.log").read_text()


def test_a_part_that_is_not_there_is_an_error(look):
    program = 'print(\'{"event": "part", "network": "cnn64", "file": "../x.npz", "seconds": 0.1}\')'
    with pytest.raises(ModelError, match="cannot be read"):
        look(program)[0]()


@pytest.mark.parametrize("early", [True, False])
def test_cancelling_ends_it(look, folders, early):
    inspection, events = look("import time; time.sleep(60)")
    if early:
        inspection.cancel()
    else:
        threading.Timer(0.3, inspection.cancel).start()
    inspection()
    assert events == []
    assert left(folders) == []


def test_the_question_has_what_was_learned(folders):
    asked = subject(learned=3).question.to_arrays()
    assert asked["cnn64/learned"].shape == (3, 64, 64, 3)
    assert np.array_equal(asked["cnn64/targets"], [0, 1])
