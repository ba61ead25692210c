"""The dialog that asks for the passphrase: nothing is shown unless asked for, and giving up is an answer."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from visavis.messages import Message
from visavis.ui.unlock.passphrase_dialog import PassphraseDialog, ask_in_dialog


@pytest.fixture
def dialog(qtbot):
    shown = PassphraseDialog("The passphrase of /data")
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_what_is_typed_is_hidden_until_the_user_wants_to_see_it(dialog, qtbot):
    qtbot.keyClicks(dialog.field, "secret")
    assert dialog.field.echoMode() == QLineEdit.EchoMode.Password
    assert dialog.field.displayText() != "secret"
    dialog.shown.click()
    assert dialog.field.displayText() == "secret"
    dialog.shown.click()
    assert dialog.field.displayText() != "secret"


def test_enter_unlocks_once_something_was_typed(dialog, qtbot):
    assert not dialog.unlock.isEnabled()
    qtbot.keyClicks(dialog.field, "secret")
    assert dialog.unlock.isEnabled()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)


def answer(qtbot, act):
    """Do something with the dialog as soon as it is there."""

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, look)
        else:
            act(dialog)

    QTimer.singleShot(0, look)


def test_the_question_is_shown_and_the_answer_returned(qtbot):
    seen = []

    def act(dialog):
        seen.append(dialog.body.text())
        dialog.field.setText("secret")
        dialog.unlock.click()

    answer(qtbot, act)
    assert ask_in_dialog(Message("Passphrase or recovery code of {folder}", folder="/data")) == "secret"
    assert "/data" in seen[0]


def test_who_quits_gives_no_answer(qtbot):
    answer(qtbot, lambda dialog: dialog.quit.click())
    assert ask_in_dialog(Message("Passphrase or recovery code of {folder}", folder="/data")) is None
