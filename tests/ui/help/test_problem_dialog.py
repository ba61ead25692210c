"""The dialog of a problem report: read, completed, copied or saved."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from visavis.ui.help.problem_dialog import ProblemDialog


def opened(make, until):
    window = make().window
    window.actions_.problem.trigger()
    until(lambda: window.findChild(ProblemDialog) is not None)
    return window.findChild(ProblemDialog)


def test_what_is_typed_is_copied_with_the_report(make, until, qtbot):
    dialog = opened(make, until)
    qtbot.keyClicks(dialog.text, "The picture froze.")
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("What happened:\nThe picture froze.")
    assert "Visavis " in copied
    assert dialog.done_.text() == "Copied."


def test_the_report_is_saved_by_keyboard(make, until, qtbot, tmp_path):
    dialog = opened(make, until)
    dialog.save.setFocus()
    qtbot.keyClick(dialog.save, Qt.Key.Key_Space)
    chooser = dialog.findChild(QFileDialog)
    path = tmp_path / "problem.txt"
    chooser.fileSelected.emit(str(path))
    until(path.exists)
    assert path.read_text(encoding="utf-8") == dialog.text.toPlainText()


def test_a_full_disk_is_told(make, until, tmp_path):
    dialog = opened(make, until)
    (tmp_path / "file").touch()
    dialog._ask_where()
    dialog.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "file" / "problem.txt"))
    banner = dialog.parent().banner
    until(lambda: bool(banner.text))
