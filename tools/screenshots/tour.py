"""Opens every screen of the real program and takes a screenshot of each.

    python tour.py DATA CACHE OUT EVENTS --theme dark --language zh_CN --right-to-left

`__main__` runs it once for each appearance. It changes DATA: it forgets a person.
"""

import argparse
import json
import os
import time
from collections.abc import Sequence
from pathlib import Path

import cv2
from driver import Driver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog
from shapes import shape
from visits import write_film

from people import drawn, sitting
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.settings import Settings
from visavis.sources.demo import Stage
from visavis.storage.paths import DataFolders
from visavis.ui.application import create_application
from visavis.ui.history.recording_dialog import RecordingDialog
from visavis.ui.picture.recordings_dialog import RecordingsDialog
from visavis.ui.report.dialog import ReportDialog
from visavis.ui.shell.pages import CAPTURE, PEOPLE, REVIEW, TRAIN
from visavis.ui.text.core_messages import translate_message
from visavis.ui.training.run import RunPhase as Training
from visavis.ui.unlock.passphrase_dialog import PassphraseDialog
from visavis.ui.widgets.question_dialog import QuestionDialog

#: Pictures of the capture: each takes a second.
_SHOTS = 6
#: The question of encrypted data.
_LOCKED = Message("Passphrase or recovery code of {folder}", folder="~/.local/share/visavis")
#: Actions that open a dialog.
_DIALOGS = ("folders", "models", "threshold", "settings", "manual", "shortcuts", "changes", "problem", "about")


class Tour(Driver):
    """One run of the program, from its first page to its end."""

    def frames(self, source: str) -> Sequence[Image]:
        match source:
            case "sitting":
                return list(sitting(40))
            case "drawn":
                return [drawn()]
            case "star":
                return [shape("Star", 100)]
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
        self.whole_picture()
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
        self.settle()  # the ring follows with the next frame
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

    def whole_picture(self) -> None:
        live = self.program.live
        live.open_once("star")
        self.window.show_page(PEOPLE)
        self.window.actions_.classify.trigger()
        self.until(lambda: (seen := self.window.video.analysis) is not None and seen.picture is not None)
        self.settle()
        self.shot("whole-picture")
        self.window.actions_.classify.trigger()
        live.open_once("demo")

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
