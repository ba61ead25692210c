"""Snapshots: saves the frame that is shown, as captured and annotated with names."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from visavis.imaging import codec, image
from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.storage import disk
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.file_dialog import StartFolder, ask_folder
from visavis.ui.live.annotator import Annotator
from visavis.ui.picture.grid import PictureGrid
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.widgets.banner import Banner


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The files that were written."""

    plain: Path
    annotated: Path | None  #: None if nothing is said of the frame


class SnapshotsController(QObject):
    """Saves snapshots on the disk worker, never over another file."""

    def __init__(
        self, pictures: PictureGrid, banner: Banner, settings: SettingsStore, disk_worker: Worker, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._banner = banner
        self._settings = settings
        self._disk_worker = disk_worker
        self._annotate = Annotator()

    def save(self) -> None:
        """Save the frame that is shown, and its annotated copy."""
        video = self._pictures.chosen.video
        frame, analysis = video.frame, video.analysis
        if frame is None:
            self._banner.tell(Notice(self.tr("There is no picture to save."), about="snapshot"))
            return
        chosen = self._settings.settings.pictures
        folder = Path(chosen) if chosen else default_folder()
        now = datetime.now().astimezone()
        self._disk_worker.submit(
            lambda: save_snapshot(folder, frame, analysis, now, self._annotate),
            self._report,
            lambda error: self._banner.tell(Notice.of(error, "snapshot")),
        )

    def choose_folder(self) -> None:
        """Ask where to save snapshots from now on."""
        current = self._settings.settings.pictures or str(default_folder().parent)
        ask_folder(
            self._pictures,
            self.tr("Folder for pictures"),
            StartFolder.PICTURES,
            lambda folder: self._settings.change(pictures=str(folder)),
            folder=current,
        )

    def _report(self, snapshot: Snapshot) -> None:
        text = self.tr("Saved as {name} in {folder}.").format(name=snapshot.plain.name, folder=snapshot.plain.parent)
        annotated = snapshot.annotated
        details = self.tr("With the names on it: {name}.").format(name=annotated.name) if annotated else ""
        self._banner.tell(Notice(text, details, about="snapshot"))


def default_folder() -> Path:
    """Where snapshots go until the user chooses a folder."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(pictures or Path.home()) / "Visavis"


def save_snapshot(
    folder: Path, frame: Frame, analysis: Analysis | None, now: datetime, annotate: Callable[[Analysis], image.Image]
) -> Snapshot:
    """Write a frame as captured and, if it has faces or a class, annotated with them.

    Raises
    ------
    DiskError
        If a file cannot be written.
    """
    plain = disk.unused_path(folder, f"Visavis {now:%Y-%m-%d %H.%M.%S}.png")
    codec.write(plain, frame.image)
    if analysis is None or not (analysis.answers or analysis.picture):
        return Snapshot(plain, None)
    annotated = disk.unused_path(folder, f"{plain.stem} marked.png")
    codec.write(annotated, annotate(Analysis(frame, analysis.answers, picture=analysis.picture)))
    return Snapshot(plain, annotated)
