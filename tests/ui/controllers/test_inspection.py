"""What the network sees: opened by menu and by keys, cancelled with the dialog, errors in the banner."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from support.ui_fakes import BOX
from visavis.errors import ModelError
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Match
from visavis.training_client.inspection import LayerActivations, NetworkActivations
from visavis.ui.controllers.inspection import largest_face
from visavis.ui.models.inspection_dialog import InspectionDialog

LAYERS = tuple(
    LayerActivations(name, 64, np.zeros((16, side, side), np.uint8)) for name, side in (("stem", 72), ("last", 4))
)
EMBEDDING = NetworkActivations(
    "embedding", np.zeros((112, 112, 3), np.uint8), np.zeros((32, 7, 7, 3), np.uint8), LAYERS
)
CNN64 = NetworkActivations("cnn64", np.zeros((64, 64, 3), np.uint8), np.zeros((32, 3, 3, 3), np.uint8), LAYERS)


class FakeInspection:
    """Gives these insights, or raises; held, once it is cancelled."""

    def __init__(self, *insights, error=None, held=False):
        self._insights, self._error, self._held = insights, error, held
        self.cancelled = threading.Event()
        self.shown = []

    def __call__(self):
        if self._held:
            self.cancelled.wait()
            return ()
        if self._error:
            raise self._error
        self.shown.append(self.seen())
        return self._insights

    def cancel(self):
        self.cancelled.set()

    def of(self, folders, seen):
        self.seen = seen
        return self


def dialog(program):
    return program.window.findChild(InspectionDialog)


@pytest.fixture
def showing(make, until):
    def built(inspection, **changes):
        program = make(inspect=inspection.of, **changes)
        until(lambda: program.window.video.analysis is not None)
        return program

    return built


def test_by_keyboard_each_network_has_its_page(showing, qtbot, until):
    inspection = FakeInspection(EMBEDDING, CNN64)
    program = showing(inspection)
    until(program.window.isActiveWindow)
    qtbot.keyClick(
        program.window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    shown = dialog(program)
    assert "some seconds" in shown.waiting.text()
    until(lambda: shown.pages.count() == 2)
    assert [shown.pages.tabText(index) for index in range(2)] == ["embedding", "cnn64"]
    assert inspection.shown[0].face.box.width == BOX.width
    qtbot.keyClick(shown.pages.tabBar(), Qt.Key.Key_Right)
    assert shown.pages.currentIndex() == 1
    named = [label.accessibleName() for label in shown.pages.widget(0).findChildren(QLabel) if label.accessibleName()]
    assert named == ["The chip", "The first filters", "Layer stem", "Layer last"]
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    until(lambda: dialog(program) is None)


def test_a_missing_cnn64_model_is_reported(showing, qtbot, until):
    program = showing(FakeInspection(EMBEDDING))
    program.window.actions_.insight.trigger()
    shown = dialog(program)
    until(lambda: shown.pages.count() == 2)
    assert "no model of cnn64" in shown.pages.widget(1).text()
    buttons = shown.findChild(QDialogButtonBox)
    qtbot.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Close), Qt.MouseButton.LeftButton)
    until(lambda: dialog(program) is None)


def test_closing_the_dialog_cancels_the_inspection(showing, until):
    inspection = FakeInspection(held=True)
    program = showing(inspection)
    program.window.actions_.insight.trigger()
    dialog(program).reject()
    assert inspection.cancelled.is_set()
    until(lambda: dialog(program) is None)


def test_closing_the_program_cancels_the_inspection(showing):
    inspection = FakeInspection(held=True)
    program = showing(inspection)
    program.window.actions_.insight.trigger()
    program.quit()
    assert inspection.cancelled.is_set()
    assert program.all_ended


def test_a_failed_inspection_is_reported(showing, until):
    program = showing(FakeInspection(error=ModelError("It is broken.", hint="Mend it.")))
    program.window.actions_.insight.trigger()
    until(lambda: program.window.banner.text == "It is broken.")
    until(lambda: dialog(program) is None)


# Which face


def analysis(*answers):
    return Analysis(Frame(np.zeros((100, 100, 3), np.uint8), 0.0), answers)


def test_the_largest_detected_face_is_inspected():
    small, large, gone = Face(Box(5, 5, 20, 20)), Face(Box(40, 40, 30, 30)), Face(Box(0, 0, 90, 90))
    shown = largest_face(
        analysis(Answer(small, Match(None)), Answer(large, Match(None)), Answer(gone, Match(None), is_detected=False))
    )
    assert shown.face.box.width == 30
    assert largest_face(None) is None
    assert largest_face(analysis()) is None
    assert largest_face(analysis(Answer(Face(Box(200, 200, 10, 10)), Match(None)))) is None


def test_without_a_face_one_of_the_demo_is_inspected(make, until):
    inspection = FakeInspection(EMBEDDING)
    found = [Face(Box(100, 100, 120, 140)), Face(Box(400, 150, 90, 100))]
    program = make(inspect=inspection.of, create_detector=lambda: lambda image: found, begin=False)
    program.inspection.open()
    shown = dialog(program)
    until(lambda: shown.pages.count() == 2)
    assert inspection.shown[0].face.box.width == 120
    shown.reject()
