"""The dialog that asks for files or a folder. It begins in Pictures or Videos, and later where it was left."""

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_Location = QStandardPaths.StandardLocation


class StartFolder(Enum):
    """Where a dialog begins."""

    PICTURES = _Location.PicturesLocation
    VIDEOS = _Location.MoviesLocation
    DOCUMENTS = _Location.DocumentsLocation


def ask_file(
    parent: QWidget, title: str, start: StartFolder, name_filter: str, on_chosen: Callable[[Path], object]
) -> QFileDialog:
    """Ask for one file that exists."""
    mode = QFileDialog.FileMode.ExistingFile
    return _ask(parent, title, start, mode, lambda paths: on_chosen(paths[0]), name_filter)


def ask_files(
    parent: QWidget, title: str, start: StartFolder, name_filter: str, on_chosen: Callable[[Sequence[Path]], object]
) -> QFileDialog:
    """Ask for files that exist."""
    return _ask(parent, title, start, QFileDialog.FileMode.ExistingFiles, on_chosen, name_filter)


def ask_folder(
    parent: QWidget, title: str, start: StartFolder, on_chosen: Callable[[Path], object], *, folder: str = ""
) -> QFileDialog:
    """Ask for a folder. `folder` is where to begin instead of `start`."""
    mode = QFileDialog.FileMode.Directory
    return _ask(parent, title, start, mode, lambda paths: on_chosen(paths[0]), folder=folder)


def first_folder(window: QWidget, start: StartFolder) -> str:
    """The folder that a dialog begins in: where the user chose something last, or that of the desktop.

    If that is not there, it is the home folder: Qt would put the missing name into the dialog, and refuse to take it.
    """
    folder = window.property(_property_name(start)) or QStandardPaths.writableLocation(start.value)
    return str(folder) if Path(folder).is_dir() else str(Path.home())


def _ask(
    parent: QWidget,
    title: str,
    start: StartFolder,
    mode: QFileDialog.FileMode,
    on_chosen: Callable[[Sequence[Path]], object],
    name_filter: str = "",
    *,
    folder: str = "",
) -> QFileDialog:
    window = parent.window()
    dialog = QFileDialog(window, title, folder or first_folder(window, start), name_filter)
    dialog.setFileMode(mode)
    if mode is QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)

    def report(files: list[str]) -> None:
        window.setProperty(_property_name(start), dialog.directory().absolutePath())
        on_chosen([Path(file) for file in files])

    dialog.filesSelected.connect(report)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _property_name(start: StartFolder) -> str:
    """The dynamic property of the window that remembers the folder until it is closed."""
    return f"last_{start.name.lower()}_folder"


def ask_save(
    parent: QWidget, title: str, start: StartFolder, name: str, on_chosen: Callable[[Path], object]
) -> QFileDialog:
    """Ask where to save a file; `name` is proposed, and its extension is added to a name without one."""
    dialog = QFileDialog(parent, title, first_folder(parent.window(), start))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: on_chosen(Path(path)))
    dialog.open()
    return dialog
