"""Every page and dialog of the window, opened on fakes: for tests that hold for all of them."""

import threading
from dataclasses import dataclass, replace

import cv2
import numpy as np

from support.enrolling import FACE as CLEAR
from support.enrolling import OTHER, SELF, clear_frame
from support.fakes import FakeDetector
from support.models import publish_with_report
from support.screens.dialog_screens import DialogScreens
from support.screens.privacy_screens import PrivacyScreens
from support.screens.reviewer_screens import ReviewerScreens
from support.screens.screen import names_of
from support.screens.training_events import EPOCH, PUBLISHED
from support.screens.visit_screens import VisitScreens
from support.screens.whole_picture_screens import WholePictureScreens
from support.ui_fakes import AdaOrEither, FakeRunner, FakeSource, embedded, scene
from visavis.errors import ModelRefusedError
from visavis.imaging.geometry import Box, Face
from visavis.messages import Message, to_record
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.pipeline import Pipeline
from visavis.settings import Settings
from visavis.ui.capture.mode import CapturePhase
from visavis.ui.shell.pages import CAPTURE, REVIEW, TRAIN

LEFT, RIGHT = Box(20, 60, 110, 110), Box(180, 60, 110, 110)


@dataclass
class Screens(DialogScreens, PrivacyScreens, VisitScreens, ReviewerScreens, WholePictureScreens):
    """Opens screens of a program in which Ada is named, and somebody like Ada or Bob is asked about."""

    make: object
    until: object
    folders: object
    names: tuple = ("Ada", "Bob")

    def program(self, *, source=None, pipeline=None, runner=FakeRunner, settings=None, **changes):
        people = PeopleStore(self.folders.people)
        for name in self.names:
            person = people.create(PersonName(name))
            for seed in range(3):
                people.add(person, scene(seed))
        pipeline = pipeline or Pipeline(
            FakeDetector(lambda image: [Face(LEFT), Face(RIGHT)]), AdaOrEither.made(), model="m", people=2
        )
        program = self.make(
            source or FakeSource([scene()]),
            load_pipeline=lambda model, told: pipeline,
            create_runner=runner,
            embeddings=lambda: embedded,
            settings=settings,
            **changes,
        )
        self.until(lambda: program.window.people.model.rowCount() == len(self.names))
        if settings is None:
            self.until(lambda: program.window.video.frame is not None)
        return program

    # Pages

    def welcome(self):
        return self.make(settings=Settings()).window

    def nobody(self):
        window = self.make().window
        self.until(lambda: bool(window.next_step.text))
        return window

    def live(self):
        program = self.program()
        self.until(lambda: len(program.window.video.marks) == 2)
        return program.window

    def capture(self):
        window = self.program().window
        window.show_page(CAPTURE)
        window.capture.name.setText("Cem")
        return window

    def _capturing(self):
        portrait = cv2.resize(scene(), (640, 480))
        turns = [cv2.getRotationMatrix2D((320, 240), 40 * np.sin(n / 7) + n / 3, 1.0) for n in range(60)]
        source = FakeSource([cv2.warpAffine(portrait, turn, (640, 480)) for turn in turns])
        program = self.program(
            source=source, pipeline=Pipeline(FakeDetector(lambda image: [Face(Box(240, 160, 160, 160))]))
        )
        program.window.show_page(CAPTURE)
        program.window.capture.name.setText("Cem")
        program.window.capture.start()
        self.until(lambda: len(program.capture.session.shots) >= 3)
        return program

    def capturing(self):
        return self._capturing().window

    def looking_through(self):
        program = self._capturing()
        program.capture.stop()
        return program.window

    def face_changed(self):
        """The question who is in view, and a program in which it is asked."""
        program, turn = self._comparing(before=3)
        turn.set()
        self.until(lambda: program.capture.phase is CapturePhase.ASKING)
        return program.window

    def outliers(self):
        """The review of a capture with a picture that is unlike the others."""
        program, _ = self._comparing(before=6)
        program.capture.session.enrollment.subject = replace(
            program.capture.session.enrollment.subject, vectors=(SELF, SELF, SELF, OTHER, SELF, SELF)
        )
        program.capture.stop()
        return program.window

    def _comparing(self, before):
        """A capture that has some pictures; once the event is set, somebody else is in view."""
        turn = threading.Event()

        def embed_face(image, face):
            return OTHER if turn.is_set() else SELF

        program = self.program(
            source=FakeSource([clear_frame(seed) for seed in range(40)]),
            pipeline=Pipeline(FakeDetector(lambda image: [CLEAR])),
            create_face_embedder=lambda pipeline: embed_face,
        )
        program.window.show_page(CAPTURE)
        program.window.capture.name.setText("Cem")
        program.window.capture.start()
        self.until(lambda: len(program.capture.session.shots) >= before)
        return program, turn

    def captured(self):
        program = self._capturing()
        program.capture.stop()
        program.capture.save()
        self.until(lambda: program.capture.phase is CapturePhase.SAVED)
        return program.window

    def train(self):
        window = self.program().window
        window.show_page(TRAIN)
        return window

    def training(self):
        program = self.program(runner=lambda: FakeRunner(*[{**EPOCH, "epoch": n} for n in (1, 2)], endless=True))
        program.window.actions_.start.trigger()
        self.until(lambda: program.training.run is not None and len(program.training.run.epochs) == 2)
        return program.window

    def trained(self):
        def run():
            return FakeRunner({**EPOCH, "epoch": 1}, {**PUBLISHED, "model": publish_with_report(self.folders)})

        program = self.program(runner=run)
        program.window.actions_.start.trigger()
        self.until(lambda: bool(program.window.training.next.text))
        return program.window

    def refused(self):
        refusal = {
            "event": "refused",
            **to_record(reason=Message("The new model is worse."), hint=ModelRefusedError.hint),
        }
        program = self.program(runner=lambda: FakeRunner(refusal))
        program.window.actions_.start.trigger()
        self.until(lambda: program.training.run is not None and program.training.run.refused)
        return program.window

    def review(self):
        program = self.program()
        self.until(lambda: program.window.review.question is not None)
        program.window.show_page(REVIEW)
        return program.window

    def nothing_to_review(self):
        window = self.make().window
        window.show_page(REVIEW)
        return window

    def library(self):
        window = self.program().window
        window.actions_.library.trigger()
        window.library.select(self.names[0])
        return window

    def person(self):
        window = self.library()
        window.actions_.open.trigger()
        self.until(lambda: window.library.details is not None)
        window.library.person.list.select_rows([0])
        return window

    def trash(self):
        window = self.library()
        window.actions_.delete.trigger()
        self.until(lambda: window.library.people.rowCount() == 1)
        window.actions_.trash.trigger()
        self.until(lambda: window.library.on_trash and bool(window.library.trash.entries))
        window.library.trash_grid.select_rows([0])
        return window


NAMES = names_of(Screens)
