"""The report in the window: who was missed, who was taken for whom, and the pictures of it."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from support.fakes import searched
from visavis.imaging import codec
from visavis.scoring.stranger_rates import StrangerRate
from visavis.ui.models.report import ModelReport
from visavis.ui.models.report_dialog import ReportDialog
from visavis.ui.models.rows import FigureChange
from visavis.ui.threads import Worker


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


STRANGERS = StrangerRate(0.01, 2, 200)


def found(*searches):
    return ModelReport("m", 2, 0.5, searches, {}, {"Bob": ["/x/odd.jpg"]}, [["Ada", "Ada L"]])


@pytest.fixture
def dialog(qtbot, disk, picture):
    searches = (
        searched("Ada", "Ada", "Ada", 0.9, picture),
        searched("Ada", "Ada", "Ada", 0.9, picture),
        searched("Bob", "Ada", "Ada", 0.8, picture),
        searched("Bob", None, "Bob", 0.3),
        searched(None, "Ada", "Ada", 0.7, picture),
    )
    dialog = ReportDialog(found(*searches), STRANGERS, [FigureChange("Bob", -6.0, 0.9, 0.84)], disk)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def cells(table):
    model = table.model()
    return [[model.index(y, x).data() for x in range(model.columnCount())] for y in range(model.rowCount())]


def test_figures_show_counts_and_changes(dialog):
    assert isinstance(dialog.figures, QLabel)
    text = dialog.figures.text()
    assert "2 of 4 pictures of enrolled people were not given their name" in text
    assert str(STRANGERS.description) in text
    assert "The stranger who came nearest:" in text
    assert "The two people who came nearest: a picture of Bob resembles Ada, with a score of 80 %." in text
    assert "Bob: 90 % → 84 %, 6 points worse" in text
    assert "Bob: odd.jpg" in text
    assert "Ada and Ada L" in text


def test_the_weakest_person_is_first(dialog):
    assert cells(dialog.people) == [["Bob", "2", "0 %"], ["Ada", "2", "100 %"]]


def test_the_confusion_matrix_is_readable_by_screen_readers(dialog):
    assert cells(dialog.matrix) == [["2", "", ""], ["1", "", "1"]]
    index = dialog.matrix.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Bob, answered Ada: 1"


def test_mistakes_are_shown_as_pictures_with_the_worst_first(dialog, qtbot):
    texts = [dialog.mistakes.item(row).text() for row in range(dialog.mistakes.count())]
    assert texts == ["Bob, mistaken for Ada", "Stranger, mistaken for Ada", "Bob, missed"]
    qtbot.waitUntil(lambda: not dialog.mistakes.item(0).icon().isNull())


def test_pages_change_by_keyboard(dialog, qtbot):
    bar = dialog.pages.tabBar()
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert dialog.pages.currentWidget() is dialog.people


def test_pictures_read_after_closing_are_ignored(qtbot, disk, picture):
    dialog = ReportDialog(found(*[searched("Bob", None, "Bob", 0.3, picture)] * 20), STRANGERS, [], disk)
    dialog.show()
    dialog.reject()  # which deletes it
    with qtbot.waitSignal(disk.finished):
        disk.close()


def test_a_report_without_mistakes_says_so(qtbot, disk, picture):
    dialog = ReportDialog(found(searched("Ada", "Ada", "Ada", 0.9, picture)), STRANGERS, [], disk)
    qtbot.addWidget(dialog)
    assert dialog.mistakes.item(0).text() == "There were none."


def test_a_large_matrix_shows_only_confused_people(qtbot, disk):
    searches = [searched(f"P{n:02}", f"P{n:02}", f"P{n:02}", 0.9, None) for n in range(40)]
    dialog = ReportDialog(found(*searches, searched("P03", "P07", "P07", 0.9, None)), STRANGERS, [], disk)
    qtbot.addWidget(dialog)
    model = dialog.matrix.model()
    assert [model.verticalHeaderItem(row).text() for row in range(model.rowCount())] == ["P03", "P07"]
