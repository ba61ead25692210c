"""What is asked before a person is changed. Dialogs open without blocking: the picture goes on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from visavis.ui.gallery import Row, counted


def ask_name(parent: QWidget, row: Row, done: Callable[[str], None]) -> QInputDialog:
    """Ask what someone is called from now on."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("Rename")
    dialog.setLabelText(f"New name of {row.name}:")
    dialog.setTextValue(row.name)
    dialog.setOkButtonText("Rename")
    dialog.resize(400, dialog.sizeHint().height())
    dialog.textValueSelected.connect(lambda name: done(name) if name.strip() and name != row.name else None)
    dialog.open()
    return dialog


def ask_forget(parent: QWidget, row: Row, done: Callable[[], None]) -> QMessageBox:
    """Ask whether to delete someone, and say what that means."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Forget")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Forget {row.name}?")
    box.setInformativeText(
        f"{counted(row.samples, 'picture').capitalize()} will be deleted, and models that learned from them retired: "
        "train again for the others. This cannot be undone."
    )
    forget = box.addButton("Forget", QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.buttonClicked.connect(lambda button: done() if button is forget else None)
    box.open()
    return box
