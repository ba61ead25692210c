"""Opens every screen of the real program and takes a screenshot of each.

    python tour.py DATA CACHE OUT EVENTS --theme dark --language zh_CN --right-to-left

`__main__` runs it once for each appearance. It changes DATA: it forgets a person.
"""

import argparse
import json
import os
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import cv2
from playing import Event, Playing, Recorded
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from visits import write_film

from people import drawn, sitting
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.settings import Settings
from visavis.sources import CameraInfo
from visavis.sources.demo import Stage
from visavis.storage.paths import DataFolders
from visavis.ui.application import build_dependencies, create_application
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.history.recording_dialog import RecordingDialog
from visavis.ui.picture.recordings_dialog import RecordingsDialog
from visavis.ui.program import Program
from visavis.ui.report.dialog import ReportDialog
from visavis.ui.review.face_card import FaceCard
from visavis.ui.shell.pages import CAPTURE, PEOPLE, REVIEW, TRAIN
from visavis.ui.text.core_messages import translate_message
from visavis.ui.threads import Worker
from visavis.ui.training.run import RunPhase as Training
from visavis.ui.unlock.passphrase_dialog import PassphraseDialog
from visavis.ui.widgets.question_dialog import QuestionDialog
from visavis.ui.widgets.thumbnails import Thumbnails

#: Seconds that something may take on a busy computer.
_PATIENCE_S = 150.0
#: Qt's scale of 100 to 0, for zlib's levels of 0 to 9: level 1, which takes about half the time of the usual one.
_PNG_QUALITY = 85
_CAMERAS = (CameraInfo(0, "FaceTime HD", "built-in", 0), CameraInfo(1, "Desk camera", "desk", 0))
_SHOTS = 9
#: The question of encrypted data.
_LOCKED = Message("Passphrase or recovery code of {folder}", folder="~/.local/share/visavis")
#: Actions that open a dialog.
_DIALOGS = ("folders", "models", "threshold", "settings", "manual", "shortcuts", "changes", "problem", "about")


class Tour:
    """One run of the program, from its first page to its end."""

    first_source = "demo"

    def __init__(self, folders: DataFolders, out: Path, events: dict[str, list[Event]], settings: Settings) -> None:
        self.out = out
        self.events = events
        self.running = True  # play the unfinished recorded run
        self.dark = settings.theme == "dark"
        store = SettingsStore(settings, folders.settings, remember=False)
        made = replace(
            build_dependencies(folders, store),
            open_source=lambda text: Playing(self.frames(text), text),
            default_source=lambda: (self.first_source, None),
            cameras=lambda: _CAMERAS,
            create_runner=lambda: Recorded(self.events["cnn64" if self.running else "embedding"]),
        )
        self.program = Program(made, store)
        self.window = self.program.window
        self._thumbnails = self.program.findChild(Thumbnails)
        self.window.resize(settings.width, settings.height)

    def frames(self, source: str) -> Sequence[Image]:
        """The frames that a source repeats."""
        match source:
            case "sitting":
                return list(sitting(40))
            case "drawn":
                return [drawn()]
        return [Stage().picture(40)]

    def take(self) -> None:
        """Visit every screen."""
        self.first_page()
        self.live()
        self.capture()
        self.people()
        self.training()
        self.dialogs()
        self.review()
        self.two_cameras()
        self.history()
        self.recordings()
        self.reviewer()
        self.backup()
        self.forget()
        self.program.quit()

    # Screens

    def first_page(self) -> None:
        self.program.begin("demo")
        self.settle()
        self.shot("welcome")
        self.window.welcome.button.click()

    def live(self) -> None:
        self.until(lambda: self.program.live.pipeline.people > 0)
        self.until(lambda: sum(mark.name is not None for mark in self.window.video.marks) == 2)
        self.window.show_page(PEOPLE)
        self.settle()
        self.shot("live")
        self.window.actions_.hud.trigger()
        self.settle()
        self.shot("live-hud")
        self.window.actions_.hud.trigger()
        card = self.choose_face()
        self.shot("face-card")
        card.ask_why.click()
        self.until(lambda: card.grounds.nearest.count() > 0)
        self.settle()
        self.shot("face-card-why")
        card.reject()

    def capture(self) -> None:
        window, capture = self.window, self.program.capture
        window.show_page(CAPTURE)
        window.capture.ask_for("")
        self.shot("capture")
        self.program.live.open_once("sitting")
        self.until(lambda: len(window.video.marks) == 1)
        window.capture.name.setText("Eileen")
        window.capture.start()
        self.until(lambda: len(capture.session.shots) >= _SHOTS)
        self.shot("capture-running")
        capture.stop()
        self.settle()
        self.shot("capture-review")
        capture.toggle(2)
        self.settle()
        self.shot("capture-left-out")
        capture.discard()
        self.program.live.open_once("demo")
        self.until(lambda: len(window.video.marks) == 2)

    def people(self) -> None:
        window, library = self.window, self.window.library
        window.actions_.library.trigger()
        self.settle()
        self.shot("people")
        library.select(self.slug("Grace Hopper"))
        library.grid.setFocus()
        self.settle()
        self.shot("people-chosen")
        window.actions_.open.trigger()
        self.until(lambda: library.details is not None)
        self.settle()
        self.shot("person")
        library.person.list.select_rows([0, 1])
        window.actions_.delete.trigger()
        self.settle()
        window.actions_.trash.trigger()
        self.until(lambda: library.on_trash and bool(library.trash.entries))
        self.settle()
        self.shot("trash")
        window.actions_.undo.trigger()
        self.settle()
        window.show_live()

    def training(self) -> None:
        window = self.window
        window.show_page(TRAIN)
        self.shot("train")
        window.actions_.start.trigger()
        self.until(lambda: len(self.program.training.run.epochs) >= 4)
        self.settle()
        self.shot("train-running")
        window.actions_.cancel.trigger()
        self.until(lambda: not self.program.training.running)
        self.running = False
        self.window.banner.withdraw("people")
        window.actions_.start.trigger()
        self.until(lambda: self.program.training.run.phase is Training.PUBLISHED)
        self.settle()
        self.shot("train-done")

    def dialogs(self) -> None:
        actions = self.window.actions_
        actions.report.trigger()
        report = self.dialog(ReportDialog)
        for number, name in enumerate(("overview", "mistakes", "people", "matrix", "details")):
            report.pages.setCurrentIndex(number)
            self.settle()
            self.shot(f"report-{name}", report)
        report.reject()
        for name in _DIALOGS:
            getattr(actions, name).trigger()
            dialog = self.dialog(QDialog)
            self.settle()
            self.shot(name, dialog)
            dialog.reject()
            self.settle()
        unlock = PassphraseDialog(translate_message(_LOCKED))
        unlock.open()
        self.shot("unlock", unlock)
        unlock.reject()

    def review(self) -> None:
        self.program.live.open_once("drawn")
        self.window.show_page(REVIEW)
        self.until(lambda: self.window.review.question is not None)
        self.settle()
        self.shot("review")
        self.program.live.open_once("demo")
        self.until(lambda: len(self.window.video.marks) == 2)

    def two_cameras(self) -> None:
        self.program.live.open_second("drawn")
        self.until(lambda: all(pane.video.marks for pane in self.window.pictures.panes))
        self.settle()
        self.shot("two-cameras")
        self.program.live.remove_second()

    def history(self) -> None:
        page = self.window.history
        self.window.actions_.history.trigger()
        question = self.dialog(RecordingDialog)
        self.shot("history-question", question)
        question.reject()
        self.until(lambda: page.model.rowCount() > 0)
        page.list.select_rows([0])
        self.settle()
        self.shot("history")
        page.to_guests.click()
        page.grid.select_rows([0])
        self.settle()
        self.shot("guests")
        page.back.click()

    def recordings(self) -> None:
        record, badge = self.window.actions_.record, self.window.pane.recording
        record.trigger()
        question = self.dialog(QDialog)
        self.shot("recording-question", question)
        question.accept()
        self.until(badge.isVisible)
        self.settle()
        self.shot("recording")
        record.trigger()
        self.until(lambda: not badge.isVisible())
        self.window.actions_.recordings.trigger()
        dialog = self.dialog(RecordingsDialog)
        self.until(lambda: dialog.list.topLevelItemCount() > 0)
        self.shot("recordings", dialog)
        dialog.reject()

    def reviewer(self) -> None:
        page = self.window.reviewer
        self.window.show_reviewer()
        self.settle()
        self.shot("reviewer-empty")
        self.program.reviewer.open(write_film(self.out.parent / f"{self.out.name}.mp4"))
        self.until(lambda: bool(page.lanes.people) and bool(page.video.marks))
        self.settle()
        self.shot("reviewer")
        page.export.click()
        dialog = self.dialog(QDialog)
        self.shot("reviewer-export", dialog)
        dialog.reject()
        page.back.click()

    def backup(self) -> None:
        self.window.actions_.back_up.trigger()
        dialog = self.dialog(QFileDialog)
        dialog.fileSelected.emit(str(self.out / "Visavis.backup"))
        dialog.done(0)
        self.until(lambda: self.open(QuestionDialog) is not None)
        self.shot("backup", self.open(QuestionDialog))
        self.open(QuestionDialog).reject()
        self.settle()

    def forget(self) -> None:
        window = self.window
        window.show_page(PEOPLE)
        window.people.select(self.slug("Neha Sharma"))
        window.actions_.forget.trigger()
        question = self.dialog(QDialog)
        self.shot("forget", question)
        question.accept()
        self.until(lambda: self.open(QDialog) is not None and self.open(QDialog).objectName() == "receipt")
        self.settle()
        self.shot("receipt", self.open(QDialog))
        self.open(QDialog).reject()
        self.settle()

    # How

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

    def _wait_for(self, worker: Worker) -> None:
        done = threading.Event()
        worker.run_after(done.set)
        self.until(done.is_set)

    def until(self, condition: Callable[[], object], limit_s: float = _PATIENCE_S) -> None:
        deadline = time.monotonic() + limit_s
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError(f"Nothing came of {condition.__code__.co_firstlineno} in tour.py.")
            QApplication.processEvents()
            time.sleep(0.005)


def run(tour: type[Tour]) -> None:
    """Take a tour, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "cache", "out", "events"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--language", default="en")
    parser.add_argument("--right-to-left", action="store_true")
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=800)
    arguments = parser.parse_args()
    cv2.setNumThreads(1)
    size = {"width": arguments.width, "height": arguments.height}
    settings = Settings(theme=arguments.theme, language=arguments.language, **size)
    app = create_application(settings)
    if arguments.right_to_left:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    events = json.loads(arguments.events.read_text(encoding="utf-8"))
    tour(DataFolders(arguments.data, arguments.cache), arguments.out, events, settings).take()
    print(f"{time.process_time():.0f}", flush=True)
    os._exit(0)  # do not wait for threads that still run, such as one that loads a network


if __name__ == "__main__":
    run(Tour)
