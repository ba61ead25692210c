"""Mistakes as pictures: the worst first, opened by click or key, and from there the people and the picture."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QDesktopServices

from support.fakes import searched
from visavis.imaging import codec
from visavis.imaging.geometry import Box
from visavis.recognition.report import SearchResult
from visavis.ui.models.report import ModelReport
from visavis.ui.report.mistake_dialog import MistakeDialog, answer_text
from visavis.ui.report.mistakes import MistakeList
from visavis.ui.threads import Worker

NAMES = {"Ada": "Ada Lovelace", "Bob": "Bob"}


@pytest.fixture
def disk(qapp):
    worker = Worker(qapp)
    yield worker
    worker.close()
    assert worker.wait(5000)


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "face.jpg"
    codec.write(path, np.full((60, 60, 3), 200, np.uint8))
    return path


def shown(qtbot, disk, *searches):
    pictures = MistakeList(ModelReport("m", 2, 0.5, searches, {}, {}), NAMES, disk)
    qtbot.addWidget(pictures)
    pictures.resize(600, 400)
    pictures.show()
    return pictures


@pytest.fixture
def pictures(qtbot, disk, picture):
    return shown(
        qtbot,
        disk,
        searched("Ada", "Ada", "Ada", 0.9, picture),
        searched("Bob", "Ada", "Ada", 0.8, picture),
        searched("Bob", None, "Bob", 0.3),
        searched(None, "Ada", "Ada", 0.7, picture),
    )


def dialog_of(pictures):
    return pictures.findChild(MistakeDialog)


def test_the_worst_come_first(pictures, qtbot):
    texts = [pictures.item(row).text() for row in range(pictures.count())]
    assert texts == ["Bob, mistaken for Ada", "Stranger, mistaken for Ada", "Bob, missed"]
    qtbot.waitUntil(lambda: not pictures.item(0).icon().isNull())


def test_a_click_opens_one_large(pictures, qtbot):
    place = pictures.visualItemRect(pictures.item(0)).center()
    qtbot.mouseClick(pictures.viewport(), Qt.MouseButton.LeftButton, pos=place)
    dialog = dialog_of(pictures)
    assert dialog.windowTitle() == "Bob, mistaken for Ada"
    assert dialog.answer.text() == "Most similar: Ada, 80 % sure."
    qtbot.waitUntil(lambda: not dialog.picture.pixmap().isNull())


def test_a_double_click_opens_one_dialog(pictures, qtbot):
    place = pictures.visualItemRect(pictures.item(0)).center()
    qtbot.mouseClick(pictures.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(pictures.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(pictures.findChildren(MistakeDialog)) == 1


def test_enter_opens_one_and_its_buttons_lead_to_the_people(pictures, qtbot):
    pictures.setFocus()
    qtbot.keyClick(pictures, Qt.Key.Key_Return)
    dialog = dialog_of(pictures)
    assert set(dialog.buttons) == {"person Ada Lovelace", "person Bob", "capture", "file", "close"}
    button = dialog.buttons["person Ada Lovelace"]
    button.setFocus()
    with qtbot.waitSignal(pictures.person) as opened:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert opened.args == ["Ada Lovelace"]


def test_more_of_the_person_who_was_mistaken_is_captured(pictures, qtbot):
    pictures.activated.emit(pictures.currentIndex())
    with qtbot.waitSignal(pictures.capture) as asked:
        qtbot.mouseClick(dialog_of(pictures).buttons["capture"], Qt.MouseButton.LeftButton)
    assert asked.args == ["Bob"]


def test_the_picture_itself_is_opened(pictures, picture, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    pictures.activated.emit(pictures.currentIndex())
    qtbot.mouseClick(dialog_of(pictures).buttons["file"], Qt.MouseButton.LeftButton)
    assert opened == [str(picture)]


def test_a_picture_that_is_gone_is_said_to_be(qtbot, disk, tmp_path):
    pictures = shown(qtbot, disk, searched("Bob", None, "Bob", 0.3, tmp_path / "gone.jpg"))
    pictures.activated.emit(pictures.currentIndex())
    dialog = dialog_of(pictures)
    qtbot.waitUntil(lambda: "gone.jpg" in dialog.picture.text())
    assert not dialog.buttons["file"].isEnabled()


def test_a_face_is_framed_wherever_it_is(qtbot, disk, picture):
    search = SearchResult("Bob", None, picture, Box(-10, -10, 40, 40))
    pictures = shown(qtbot, disk, search)
    pictures.activated.emit(pictures.currentIndex())
    qtbot.waitUntil(lambda: not dialog_of(pictures).picture.pixmap().isNull())
    assert answer_text(search) == "No face was found in this picture."


def test_pictures_read_after_closing_are_ignored(qtbot, disk, picture):
    pictures = shown(qtbot, disk, *[searched("Bob", None, "Bob", 0.3, picture)] * 20)
    pictures.activated.emit(pictures.currentIndex())
    pictures.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.waitSignal(disk.finished):
        disk.close()


def test_a_report_without_mistakes_says_so(qtbot, disk, picture):
    pictures = shown(qtbot, disk, searched("Ada", "Ada", "Ada", 0.9, picture))
    assert pictures.item(0).text() == "There were none."
    pictures.activated.emit(pictures.model().index(0, 0))
    assert dialog_of(pictures) is None
