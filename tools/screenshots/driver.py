"""Drives the real program for a tour: opens it on sources that are played, waits, and takes pictures of it."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from playing import Event, Playing, Recorded
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from visavis.imaging.image import Image
from visavis.pipeline import Analysis
from visavis.settings import Settings
from visavis.sources import CameraInfo
from visavis.storage.paths import DataFolders
from visavis.ui.application import build_dependencies
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.program import Program
from visavis.ui.review.face_card import FaceCard
from visavis.ui.threads import Worker
from visavis.ui.widgets.thumbnails import Thumbnails

#: Seconds that something may take on a busy computer.
_PATIENCE_S = 150.0
#: Qt's scale of 100 to 0, for zlib's levels of 0 to 9: level 1, which takes about half the time of the usual one.
_PNG_QUALITY = 85
_CAMERAS = (CameraInfo(0, "FaceTime HD", "built-in", 0), CameraInfo(1, "Desk camera", "desk", 0))


class Driver:
    """The program in one appearance, and what a tour does with it."""

    first_source = "demo"

    def __init__(self, folders: DataFolders, out: Path, events: dict[str, list[Event]], settings: Settings) -> None:
        self.out = out
        self.events = events
        self.running = True  # play the unfinished recorded run
        self.dark = settings.theme == "dark"
        self._played: dict[str, Playing] = {}
        store = SettingsStore(settings, folders.settings, remember=False)
        made = replace(
            build_dependencies(folders, store),
            open_source=self._play,
            default_source=lambda: (self.first_source, None),
            cameras=lambda: _CAMERAS,
            create_runner=lambda: Recorded(self.events["cnn64" if self.running else "embedding"]),
        )
        self.program = Program(made, store)
        self.program.live.analysis.analyzed.connect(self._take_analysis)
        self.window = self.program.window
        self._thumbnails = self.program.findChild(Thumbnails)
        self.window.resize(settings.width, settings.height)

    def frames(self, source: str) -> Sequence[Image]:
        """The frames that a source repeats."""
        raise NotImplementedError

    def waits(self, source: str) -> bool:
        """Whether a source waits for the analysis of each frame."""
        return True

    def slug(self, name: str) -> str:
        return next(row.person.slug for row in self.window.people.model.rows if row.name == name)

    def shot(self, name: str, widget: QWidget | None = None) -> None:
        (widget or self.window).grab().save(str(self.out / f"{name}.png"), "PNG", _PNG_QUALITY)

    def open(self, kind: type[QWidget]) -> Any:
        return next((each for each in self.window.findChildren(kind) if each.isVisible()), None)

    def choose_face(self) -> FaceCard:
        """Open the card of the first face: its key is pressed again until the face is in the newest analysis.

        On a busy computer a face that was just found has no name for a moment, and nothing to explain.
        """

        def is_open() -> bool:
            named = [mark for mark in self.window.video.marks if mark.name is not None]
            if self.open(FaceCard) is None and len(named) == 2:
                QTest.keyClick(self.window.video, Qt.Key.Key_1)
            return self.open(FaceCard) is not None

        self.until(is_open)
        return cast("FaceCard", self.open(FaceCard))

    def dialog(self, kind: type[QWidget]) -> Any:
        self.until(lambda: self.open(kind) is not None)
        return self.open(kind)

    def settle(self) -> None:
        """Wait until all requests to the disk are answered, and all visible pictures are read."""
        is_read = False
        while not is_read:
            self._wait_for(self.program.disk_worker)
            self.window.grab()  # painting requests the visible pictures
            is_read = not self._thumbnails.is_reading
            self.until(lambda: not self._thumbnails.is_reading)
        self._wait_for(self.program.picture_worker)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def until(self, condition: Callable[[], object], limit_s: float = _PATIENCE_S) -> None:
        deadline = time.monotonic() + limit_s
        while not condition():
            if time.monotonic() > deadline:
                place = condition.__code__
                raise TimeoutError(f"Nothing came of {Path(place.co_filename).name}:{place.co_firstlineno}.")
            QApplication.processEvents()
            time.sleep(0.005)

    def _play(self, text: str) -> Playing:
        """Open a source. Called on its capture thread."""
        self._played[text] = Playing(self.frames(text), text, waits=self.waits(text))
        return self._played[text]

    def _take_analysis(self, analysis: Analysis) -> None:
        if analysis.frame.source in self._played:
            self._played[analysis.frame.source].analyzed(analysis.frame.index)

    def _wait_for(self, worker: Worker) -> None:
        done = threading.Event()
        worker.run_after(done.set)
        self.until(done.is_set)
