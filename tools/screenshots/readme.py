"""Takes the pictures of the README in the real program, of people who are drawn: docs/screenshots/.

    python readme.py DATA CACHE OUT EVENTS [--theme dark]

`__main__` enrolls and trains them, and runs it once in each theme.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import cv2
import numpy as np
from portrait import Look, background, draw, paint
from PySide6.QtWidgets import QWidget
from tour import Tour, run

from people import FIRST, SESSIONS
from visavis.imaging.image import Image
from visavis.people.edits import call_distinct
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.ui.report.dialog import ReportDialog
from visavis.ui.shell.pages import CAPTURE, PEOPLE

#: Quality of the pictures, as JPEG: each is under 150 kB.
_QUALITY = 88
#: Size of what the camera sees, in pixels.
_WIDTH, _HEIGHT = 960, 640

AMARA = Look("Amara Okafor", skin=(68, 96, 142), hair=(24, 22, 26), shirt=(50, 120, 200), iris=(30, 40, 60),
             lips=(74, 62, 130), width=.17, height=.225, jaw=2.1, eyes=.078, eye=.038, open=.55, brow=.011, nose=.1,
             nostrils=.04, mouth=.07, full=.024, long=True, hairline=.1)  # fmt: skip
NEHA = Look("Neha Sharma", skin=(112, 150, 200), hair=(34, 30, 40), shirt=(60, 50, 170), iris=(30, 50, 80),
            lips=(90, 80, 170), width=.158, height=.24, jaw=2.0, eyes=.07, eye=.034, open=.6, brow=.013, slant=.1,
            nose=.115, nostrils=.028, mouth=.055, full=.017, long=True, glasses=True, hairline=.09)  # fmt: skip
SOREN = Look("Søren Ångström", skin=(178, 200, 236), hair=(92, 150, 190), shirt=(84, 120, 60), iris=(170, 120, 60),
             lips=(140, 140, 205), width=.17, height=.255, jaw=2.6, eyes=.068, eye=.031, open=.42, brow=.015, slant=-.1,
             nose=.125, nostrils=.033, mouth=.062, full=.010, beard=.7, hairline=.07)  # fmt: skip
HUGO = Look("Hugo Marin", skin=(150, 182, 222), hair=(48, 52, 66), shirt=(70, 70, 70), iris=(60, 90, 60),
            lips=(120, 115, 185), width=.195, height=.225, jaw=3.0, eyes=.085, eye=.035, open=.42, brow=.019,
            slant=-.15, nose=.1, nostrils=.042, mouth=.075, full=.013, hairline=.08, age=.5)  # fmt: skip
MEI = Look("Mei Lindqvist", skin=(170, 200, 240), hair=(20, 20, 24), shirt=(150, 90, 60), iris=(20, 30, 45),
           lips=(100, 90, 200), width=.18, height=.215, jaw=2.0, eyes=.075, eye=.034, open=.38, brow=.008, slant=-.05,
           nose=.085, nostrils=.03, mouth=.05, full=.019, long=True, hairline=.09)  # fmt: skip
EDITH = Look("Edith Brandt", skin=(180, 198, 228), hair=(200, 204, 208), shirt=(110, 60, 110), iris=(150, 130, 90),
             lips=(120, 110, 180), width=.165, height=.235, jaw=2.3, eyes=.07, eye=.029, open=.42, brow=.007, nose=.12,
             nostrils=.034, mouth=.058, full=.009, age=1.0, hairline=.06, glasses=True)  # fmt: skip
#: Who is enrolled, with the number of their pictures. Edith is a stranger first, and captured then.
_ENROLLED = ((AMARA, 12), (NEHA, 8), (SOREN, 10), (HUGO, 9), (MEI, 12))


def enroll_drawn(store: PeopleStore) -> None:
    """Add the drawn people to an empty store, always with the same pictures."""
    for look, count in _ENROLLED:
        person = store.create(PersonName(look.name))
        for number in range(count):
            random = np.random.default_rng([number, count])
            turn, nod = random.uniform(-0.9, 0.9), random.uniform(-0.7, 0.7)
            picture = draw(look, turn, nod, random.uniform(0.95, 1.1), random.uniform(0.85, 1.1))
            moment = FIRST + timedelta(days=9 * (number % SESSIONS), seconds=4 * number)
            store.add(person, picture, moment)
    people = store.people()
    for number, person in enumerate(people):
        for other in people[:number]:  # to the network, all who are drawn resemble each other
            call_distinct(store, person, other)


def office() -> Image:
    """A frame of three people side by side."""
    picture = background(_WIDTH, _HEIGHT)
    for look, x, turn in ((MEI, 165, 0.2), (SOREN, 480, 0.0), (EDITH, 800, -0.2)):
        paint(picture, look, (x, 395), 500, turn)
    return picture


def sitting() -> Iterator[Image]:
    """Yield frames of one person who turns their head, nods, comes closer and moves back, in small steps."""

    def seen(turn: float, nod: float) -> Image:
        picture = background(_WIDTH, _HEIGHT)
        paint(picture, EDITH, (480, 350), 620, turn, nod)
        return picture

    steps = np.sin(np.linspace(0, 2 * np.pi, 12, endpoint=False))
    yield from (seen(step, 0.0) for step in steps)
    yield from (seen(0.0, step) for step in steps[::2])
    front = seen(0.0, 0.0)
    for step in steps:
        nearer = cv2.getRotationMatrix2D((480, 350), 0, 1 + 0.25 * step)
        yield np.asarray(cv2.warpAffine(front, nearer, (_WIDTH, _HEIGHT), borderMode=cv2.BORDER_REPLICATE), np.uint8)


class ReadmeTour(Tour):
    """Visits what the README shows."""

    first_source = "office"

    def __init__(self, *arguments: Any) -> None:
        self._frames: dict[str, Sequence[Image]] = {}
        self.frames(self.first_source)  # before the program waits for it
        super().__init__(*arguments)

    def frames(self, source: str) -> Sequence[Image]:
        if source not in self._frames:  # drawing takes half a second each
            self._frames[source] = [office()] if source == "office" else list(sitting())
        return self._frames[source]

    def waits(self, source: str) -> bool:
        return source != self.first_source  # of which the status bar says what a camera gives

    def take(self) -> None:
        window = self.window
        self.program.begin("office")
        self.settle()
        window.welcome.button.click()
        self.until(lambda: self.program.live.pipeline.people > 0)
        window.show_page(PEOPLE)
        self.until(lambda: sum(mark.name is not None for mark in window.video.marks) == 2)
        self.settle()
        if self.dark:
            self.shot("dark")
        else:
            self.shot("live")
            self._people()
            self._why()
            self._report()
            self._capture()
        self.program.quit()

    def shot(self, name: str, widget: QWidget | None = None) -> None:
        picture = (widget or self.window).grab().toImage()
        picture.save(str(self.out / f"{name}.jpg"), "JPG", _QUALITY)

    def _people(self) -> None:
        self.window.actions_.library.trigger()
        self.settle()
        self.shot("people")
        self.window.show_live()

    def _why(self) -> None:
        card = self.choose_face()
        card.ask_why.click()
        self.until(lambda: card.grounds.nearest.count() > 0)
        self.settle()
        self.shot("why")
        card.reject()

    def _report(self) -> None:
        self.window.actions_.report.trigger()
        report = self.dialog(ReportDialog)
        self.settle()
        self.shot("report", report)
        report.reject()

    def _capture(self) -> None:
        window, capture = self.window, self.program.capture
        self.frames("sitting")
        window.show_page(CAPTURE)
        window.capture.ask_for("")
        self.program.live.open_once("sitting")
        self.until(lambda: len(window.video.marks) == 1)
        window.capture.name.setText(EDITH.name)
        window.capture.start()
        self.until(lambda: len(capture.session.shots) >= 7)
        self.settle()
        self.shot("capture")
        capture.discard()


if __name__ == "__main__":
    run(ReadmeTour)
