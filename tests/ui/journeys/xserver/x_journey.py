"""A new user's way from launch to the first correct label, by mouse, in the program as the command makes it.

    python x_journey.py DATA CACHE VIDEO PICTURES [SECONDS]

VIDEO shows one person, for long enough. SECONDS is the time at which the process was started (`time.time()`).
Pictures of the window are kept in the folder PICTURES. On stdout, one JSON object: the platform, clicks, the keys
typed, seconds since launch for each step, and what the label says.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from visavis.settings import Settings
from visavis.storage.paths import DataFolders
from visavis.ui import application
from visavis.ui.capture.mode import CapturePhase
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.program import Program
from visavis.ui.training.run import RunPhase as Training

NAME = "Eileen"
LIMIT_S = 150


class Journey:
    """Clicks when what is to be clicked is there; nothing is known of the program but its window."""

    def __init__(self, program: Program, pictures: Path, launched: float) -> None:
        self._program = program
        self._window = program.window
        self._pictures = pictures
        self._launched = launched
        self.clicks = self.keys = 0
        self.seconds = {}
        self.error = ""
        self._way = self._walk()
        self._wanted = next(self._way)
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _walk(self):
        window, capture, training = self._window, self._program.capture, self._program.training
        yield window.welcome.button.isVisible
        yield from self._clicked("welcome", window.welcome.button)
        yield lambda: window.video.marks
        self._reached("first box")
        yield lambda: window.focusWidget() is window.capture.name  # no window manager makes it the active one
        QTest.keyClicks(window.capture.name, NAME)
        self.keys += len(NAME)
        yield window.capture.main.isEnabled
        yield from self._clicked("name", window.capture.main)
        yield lambda: window.capture.main.property("kind") == "primary"  # the window says that these are enough
        yield from self._clicked("captured", window.capture.main)
        yield lambda: capture.phase is CapturePhase.REVIEW
        yield from self._clicked("looked through", window.capture.main)
        yield lambda: capture.phase is CapturePhase.SAVED
        self._reached("saved")
        yield lambda: training.run is not None and training.run.phase.over
        self._reached("trained")
        if training.run.phase is not Training.PUBLISHED:
            self.error = training.run.error
            return
        yield lambda: NAME in window.video.accessibleDescription()
        self._reached("label")

    def _clicked(self, step, button):
        self._reached(step)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.clicks += 1
        yield lambda: True

    def _reached(self, step):
        self.seconds[step] = round(time.time() - self._launched, 1)
        self._window.grab().save(str(self._pictures / f"{len(self.seconds)}-{step.replace(' ', '-')}.png"))

    def _look(self):
        if time.time() - self._launched > LIMIT_S:
            said = f"{self._window.capture.prompt.text()} {self._window.training.status.text()}"
            self.error = f"It stands still after {self.seconds}: {said}"
        try:
            while not self.error and self._wanted():
                self._wanted = next(self._way)
        except StopIteration:
            self.error = self.error or "none"
        if self.error:
            self._timer.stop()
            self._window.close()


def main():
    data, cache, video, pictures = map(Path, sys.argv[1:5])
    launched = float(sys.argv[5]) if len(sys.argv) > 5 else time.time()
    settings = Settings()
    app = application.create_application(settings)
    folders = DataFolders(data, cache)
    store = SettingsStore(settings, folders.settings)
    program = Program(application.build_dependencies(folders, store), store)
    journey = Journey(program, pictures, launched)
    program.begin(str(video))
    app.exec()
    told = {
        "platform": app.platformName(),
        "error": journey.error,
        "clicks": journey.clicks,
        "keys": journey.keys,
        "seconds": journey.seconds,
        "pictures": [row.samples for row in program.window.people.model.rows],
        "label": program.window.video.accessibleDescription(),
    }
    sys.stdout.write(json.dumps(told))
    sys.exit(0 if program.all_ended else 1)


main()
