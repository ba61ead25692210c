"""Pictures of what is seen, saved where the user wants them: as it came, and with the names on it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from visavis.errors import VisavisError
from visavis.imaging import codec, image
from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.storage import disk
from visavis.ui.live.annotator import Annotator
from visavis.ui.threads import Worker


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was saved."""

    plain: Path
    marked: Path | None  #: None where there was no face to mark


class SnapshotsController(QObject):
    """Saves pictures off the GUI thread, never over another."""

    saved = Signal(Snapshot)
    failed = Signal(VisavisError)

    def __init__(self, disk_: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._disk = disk_
        self._annotate = Annotator()

    def take(self, folder: str | None, frame: Frame, analysis: Analysis | None) -> None:
        """Save a frame, and how it looks with these answers, into a folder; None: `usual_folder`."""
        where = Path(folder) if folder else usual_folder()
        now = datetime.now().astimezone()
        self._disk.submit(lambda: save(where, frame, analysis, now, self._annotate), self.saved.emit, self.failed.emit)

    def choose_folder(self, parent: QWidget, now: str | None, chosen: Callable[[str], None]) -> None:
        """Ask where pictures are to be saved."""
        dialog = QFileDialog(parent, self.tr("Folder for pictures"), now or str(usual_folder().parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def usual_folder() -> Path:
    """Where pictures go until the user says otherwise."""
    place = QStandardPaths.StandardLocation.PicturesLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home()) / "Visavis"


def save(
    folder: Path, frame: Frame, analysis: Analysis | None, now: datetime, annotate: Callable[[Analysis], image.Image]
) -> Snapshot:
    """Write a frame as it is and, where faces were found in it, as it looks with its names.

    Raises
    ------
    DiskError
        If it cannot be written.
    """
    name = f"Visavis {now:%Y-%m-%d %H.%M.%S}"
    plain = disk.unused(folder, f"{name}.png")
    codec.write(plain, frame.image)
    if analysis is None or not analysis.answers:
        return Snapshot(plain, None)
    marked = disk.unused(folder, f"{plain.stem} marked.png")
    codec.write(marked, annotate(Analysis(frame, analysis.answers)))
    return Snapshot(plain, marked)
