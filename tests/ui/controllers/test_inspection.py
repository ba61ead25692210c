"""What the network sees: opened by menu and by keys, cancelled with the dialog, errors in the banner."""

import re
import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from support.training.insight import answers, subject
from support.ui_fakes import BOX
from visavis.errors import ModelError
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.insight.inspection import InsightStep
from visavis.messages import Message
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Match
from visavis.ui.controllers.inspection import largest_face
from visavis.ui.models.inspection_dialog import InspectionDialog
from visavis.ui.text import language

EMBEDDING, CNN64 = subject("embedding"), subject("cnn64")


class FakeInspection:
    """Looks into these networks, or raises; held, it waits until it is cancelled."""

    def __init__(self, *subjects, error=None, held=False):
        self._subjects, self._error, self._held = subjects, error, held
        self.cancelled = threading.Event()
        self.shown = []

    def __call__(self):
        self.on_event(InsightStep("embedding", Message("Filters of layer {layer}", layer="conv1"), 3, 20))
        if self._held:
            self.cancelled.wait()
            return
        if self._error:
            raise self._error
        self.shown.append(self.seen())
        for each in self._subjects:
            for answer in answers(each):
                self.on_event(answer)

    def cancel(self):
        self.cancelled.set()

    def of(self, folders, seen, on_event):
        self.seen, self.on_event = seen, on_event
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


def names(area):
    return [label.accessibleName() for label in area.findChildren(QLabel) if label.accessibleName()]


def test_by_keyboard_each_network_has_its_page_and_each_subject_its_tab(showing, qtbot, until):
    inspection = FakeInspection(EMBEDDING, CNN64)
    program = showing(inspection)
    until(program.window.isActiveWindow)
    qtbot.keyClick(
        program.window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    shown = dialog(program)
    assert "some seconds" in shown.waiting.text()
    until(shown.waiting.isHidden)
    assert [shown.pages.tabText(index) for index in range(2)] == ["embedding", "cnn64"]
    assert inspection.shown[0].face.box.width == BOX.width
    qtbot.keyClick(shown.pages.tabBar(), Qt.Key.Key_Right)
    assert shown.pages.currentIndex() == 1
    page = shown.pages.currentWidget()
    assert [page.tabText(index) for index in range(page.count())] == ["Face", "People", "Filters", "Samples", "Layers"]
    assert names(page.widget(0)) == ["The chip", "Layer stem", "Layer last", "Which parts speak for the person"]
    assert names(page.widget(2)) == ["The first filters", "What layer stem looks for"]
    assert names(page.widget(3)) == ["What it learns from", "In training"]
    qtbot.keyClick(page.tabBar(), Qt.Key.Key_Right)
    assert page.currentIndex() == 1
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    until(lambda: dialog(program) is None)


def texts(area):
    return "\n".join(label.text() for label in area.findChildren(QLabel))


def test_made_pictures_have_the_decision_and_the_warning(showing, until):
    program = showing(FakeInspection(EMBEDDING, CNN64))
    program.window.actions_.insight.trigger()
    shown = dialog(program)
    until(shown.waiting.isHidden)
    embedding, cnn64 = (texts(shown.pages.widget(index).widget(1)) for index in range(2))
    for text in (embedding, cnn64):
        assert "sure of a picture in which nobody sees anything" in text
        assert "Ada\nDecision: Ada, score 97 %\nTaken for a face" in text.replace("\u00a0", " ")
        assert "Decision: unknown, score 31 %\nNo face is found in it" in text.replace("\u00a0", " ")
    assert "names strangers" in cnn64
    assert "softmax" not in embedding


def test_the_layers_are_a_table(showing, until):
    program = showing(FakeInspection(CNN64))
    program.window.actions_.insight.trigger()
    shown = dialog(program)
    until(shown.waiting.isHidden)
    table = shown.pages.widget(0).widget(4).model()
    rows = [[table.index(row, column).data() for column in range(4)] for row in range(table.rowCount())]
    assert rows[0] == ["conv", "Conv2D", "64 x 64 x 32", "896"]
    assert rows[1][0] == "All"
    assert rows[1][3] == language.number(6_489_634)


def test_of_whole_pictures_nothing_is_said_about_faces_or_people(showing, until):
    whole = subject("whole-cnn64", learned=0, classes=("screw", "nut"))
    program = showing(FakeInspection(CNN64, whole))
    program.window.actions_.insight.trigger()
    shown = dialog(program)
    until(shown.waiting.isHidden)
    of_faces, of_pictures = (
        {label.text() for label in shown.pages.widget(index).findChildren(QLabel)} for index in range(2)
    )
    about_people = re.compile(r"\bfaces?\b|\bpe(ople|rson)\b")
    assert any(about_people.search(text) for text in of_faces)
    assert [text for text in of_pictures if about_people.search(text)] == []
    page = shown.pages.widget(1)
    assert [page.tabText(index) for index in range(page.count())] == [
        "Picture",
        "Classes",
        "Filters",
        "Samples",
        "Layers",
    ]


def test_meanwhile_the_dialog_says_how_far_it_is(showing, until):
    inspection = FakeInspection(held=True)
    program = showing(inspection)
    program.window.actions_.insight.trigger()
    shown = dialog(program)
    until(lambda: shown.progress.maximum() == 20)
    assert shown.progress.value() == 3
    assert shown.waiting.text() == "embedding: Filters of layer conv1 …"
    shown.reject()


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
