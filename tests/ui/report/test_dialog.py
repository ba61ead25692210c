"""The report in the window: pages by keyboard; people, mistakes and confusions that lead on."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from support.fakes import searched
from visavis.imaging import codec
from visavis.scoring.stranger_rates import StrangerRate
from visavis.ui.models.report import ModelReport
from visavis.ui.models.rows import FigureChange
from visavis.ui.report.context import ReportContext
from visavis.ui.report.dialog import ReportDialog
from visavis.ui.report.export import ReportFormat
from visavis.ui.report.tables import share_width
from visavis.ui.threads import Worker

STRANGERS = StrangerRate(0.01, 2, 200)
NAMES = {"Ada": "Ada Lovelace", "Bob": "Bob"}
CONTEXT = ReportContext(STRANGERS, (FigureChange("Bob", -6.0, 0.9, 0.84),), "the model before", 1, NAMES)


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
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ReportDialog(found(*searches), CONTEXT, disk, window)
    dialog.show()
    yield dialog
    window.close()


def cells(table):
    model = table.model()
    return [[model.index(y, x).data() for x in range(model.columnCount())] for y in range(model.rowCount())]


def test_the_model_scores_and_intervals_are_under_details(dialog):
    text = dialog.details.text()
    assert "Model m." in text
    assert "2 of 4 pictures of enrolled people were not given their name" in text
    assert str(STRANGERS.description) in text
    assert "The stranger who came nearest:" in text
    assert "The two people who came nearest: a picture of Bob resembles Ada, with a score of 80 %." in text
    assert "Bob: 90 % → 84 %, 6 points worse" in text
    assert "Bob: odd.jpg" in text
    assert "Ada and Ada L" in text
    assert "m" not in dialog.windowTitle().split()


def test_the_weakest_person_is_first_and_no_few_pictures_make_a_percentage(dialog):
    assert cells(dialog.people) == [["Bob", "2", "0 of 2"], ["Ada", "2", "2 of 2"]]


def test_the_confusion_matrix_is_readable_by_screen_readers(dialog):
    assert cells(dialog.matrix) == [["2", "", ""], ["1", "", "1"]]
    index = dialog.matrix.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Bob, answered Ada: 1"


def test_pages_change_by_keyboard(dialog, qtbot):
    bar = dialog.pages.tabBar()
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert dialog.pages.currentWidget() is dialog.mistakes


def test_a_person_of_the_table_is_opened_by_the_name_now(dialog, qtbot):
    dialog.pages.setCurrentWidget(dialog.people)
    dialog.people.setCurrentIndex(dialog.people.model().index(1, 0))
    told = []
    dialog.finished.connect(told.append)
    dialog.person.connect(told.append)
    qtbot.keyClick(dialog.people, Qt.Key.Key_Return)
    assert told == [ReportDialog.DialogCode.Accepted, "Ada Lovelace"]


def test_a_click_on_a_confusion_shows_its_mistake(dialog, qtbot):
    dialog.pages.setCurrentWidget(dialog.matrix)
    place = dialog.matrix.visualRect(dialog.matrix.model().index(1, 2)).center()
    qtbot.mouseClick(dialog.matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.pages.currentWidget() is dialog.mistakes
    assert dialog.mistakes.currentItem().text() == "Bob, missed"


@pytest.mark.parametrize(
    ("wanted", "room", "widths"),
    [
        ((80, 90, 200), 400, [80, 90, 200]),  # there is room for all
        ((80, 90, 200), 300, [80, 90, 130]),  # the widest is cut
        ((200, 90, 210), 300, [105, 90, 105]),
        ((200, 200, 200), 90, [60, 60, 60]),  # it scrolls
        ((), 300, []),
    ],
)
def test_columns_are_cut_only_where_there_is_no_room(wanted, room, widths):
    assert share_width(wanted, room) == widths


@pytest.mark.parametrize("width", [500, 820, 1200])
def test_no_name_over_the_matrix_is_cut_while_there_is_room(qtbot, disk, picture, width):
    searches = [searched(name, name, name, 0.9, picture) for name in ("Ada", "Bartholomew Featherstonehaugh")]
    dialog = ReportDialog(found(*searches), CONTEXT, disk)
    qtbot.addWidget(dialog)
    dialog.pages.setCurrentWidget(dialog.matrix)
    dialog.show()
    dialog.resize(width, 500)
    header, room = dialog.matrix.horizontalHeader(), dialog.matrix.viewport().width()
    needed = [header.sectionSizeHint(column) for column in range(header.count())]
    cut = [header.sectionSize(column) < wide for column, wide in enumerate(needed)]
    assert any(cut) is (sum(needed) > room)
    assert header.length() <= max(room, header.count() * 60)


def test_right_answers_of_the_matrix_lead_nowhere(dialog, qtbot):
    dialog.pages.setCurrentWidget(dialog.matrix)
    dialog.matrix.clicked.emit(dialog.matrix.model().index(0, 0))
    assert isinstance(dialog.pages.currentWidget(), QTableView)


def test_the_weakest_person_is_captured_by_click(dialog, qtbot):
    told = []
    dialog.finished.connect(told.append)
    dialog.capture.connect(told.append)
    qtbot.mouseClick(dialog.overview.capture_buttons["Bob"], Qt.MouseButton.LeftButton)
    assert told == [ReportDialog.DialogCode.Accepted, "Bob"]


@pytest.mark.parametrize(("entry", "kind"), list(enumerate(ReportFormat)))
def test_every_format_is_offered(dialog, qtbot, entry, kind):
    with qtbot.waitSignal(dialog.export) as asked:
        dialog.export_button.menu().actions()[entry].trigger()
    assert asked.args == [kind]


def test_a_large_matrix_shows_only_confused_people(qtbot, disk):
    searches = [searched(f"P{n:02}", f"P{n:02}", f"P{n:02}", 0.9, None) for n in range(40)]
    dialog = ReportDialog(found(*searches, searched("P03", "P07", "P07", 0.9, None)), CONTEXT, disk)
    qtbot.addWidget(dialog)
    model = dialog.matrix.model()
    assert [model.verticalHeaderItem(row).text() for row in range(model.rowCount())] == ["P03", "P07"]
