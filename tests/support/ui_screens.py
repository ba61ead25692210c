"""Every page and dialog of the window, opened on fakes: for tests that hold for all of them."""

import threading
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import cv2
import numpy as np

from support.enrolling import FACE as CLEAR
from support.enrolling import OTHER, SELF, clear_frame
from support.fakes import FakeDetector, searched
from support.models import publish_with_report
from support.screens.reviewer_screens import ReviewerScreens
from support.screens.visit_screens import VisitScreens
from support.ui_fakes import AdaOrEither, FakeInspection, FakeRunner, FakeSource, embedded, scene
from visavis.errors import ModelRefusedError
from visavis.forgetting import Receipt
from visavis.imaging.geometry import Box, Face
from visavis.messages import Message, to_record
from visavis.models.change import ModelChange, ModelOutcome
from visavis.people.names import PersonName
from visavis.people.person import Person
from visavis.people.store import PeopleStore
from visavis.pipeline import Pipeline
from visavis.scoring.stranger_rates import StrangerRate
from visavis.settings import Settings
from visavis.sources import CameraInfo
from visavis.ui.capture.mode import CapturePhase
from visavis.ui.help.problem_dialog import ProblemDialog
from visavis.ui.help.reading_dialog import ReadingDialog
from visavis.ui.help.shortcuts import ShortcutsDialog
from visavis.ui.models.dialog import ModelsDialog
from visavis.ui.models.inspection_dialog import InspectionDialog
from visavis.ui.models.report import ModelReport
from visavis.ui.models.rows import FigureChange, ModelRow
from visavis.ui.models.threshold_dialog import ThresholdDialog
from visavis.ui.people.receipt_dialog import ReceiptDialog
from visavis.ui.report.context import ReportContext
from visavis.ui.report.dialog import ReportDialog
from visavis.ui.report.mistake_dialog import MistakeDialog
from visavis.ui.review.face_card import FaceCard
from visavis.ui.settings.dialog import SettingsDialog
from visavis.ui.shell.pages import CAPTURE, REVIEW, TRAIN
from visavis.ui.text.language import translate

_STRANGERS = StrangerRate(0.0098, 3, 320)
LEFT, RIGHT = Box(20, 60, 110, 110), Box(180, 60, 110, 110)
METRICS = {
    "accuracy": 0.8,
    "fnir": 0.3,
    "fpir": 0.1,
    "test": 20,
    "impostors": 40,
    "measured_on": "Each of 20 pictures.",
    "per_person": {"Ada": {"probes": 10, "fnir": 0.2}},
}
EPOCH = {"event": "epoch", "epochs": 3, "loss": 1.0, "accuracy": 0.5, "val_loss": 1.1, "val_accuracy": 0.4}
PUBLISHED = {"event": "published", "model": "m2", "metrics": METRICS}


@dataclass
class Screens(VisitScreens, ReviewerScreens):
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
        self.until(lambda: program.window.people.model.rowCount() == 2)
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

    # Dialogs

    def _dialog(self, window, kind):
        self.until(lambda: window.findChild(kind) is not None and window.findChild(kind).isVisible())
        return window.findChild(kind)

    def about(self):
        return self.make().window.show_about()

    def manual(self):
        return self._help("manual", ReadingDialog)

    def shortcuts(self):
        return self._help("shortcuts", ShortcutsDialog)

    def problem(self):
        return self._help("problem", ProblemDialog)

    def _help(self, action, kind):
        window = self.make().window
        getattr(window.actions_, action).trigger()
        return self._dialog(window, kind)

    def card(self):
        program = self.program()
        self.until(lambda: len(program.window.video.marks) == 2 and program.window.video.analysis is not None)
        program.window.video._choose(0)
        card = self._dialog(program.window, FaceCard)
        card.ask_why.click()
        self.until(lambda: bool(card.grounds.legend.text()))
        return card

    def insight(self):
        program = self.make(inspect=lambda folders, get_crop, on_event: FakeInspection(get_crop, on_event))
        program.window.actions_.insight.trigger()
        dialog = self._dialog(program.window, InspectionDialog)
        self.until(lambda: dialog.pages.count() == 2)
        return dialog

    def settings(self):
        program = self.program()
        program.window.chooser.cameras = (CameraInfo(0, "Front camera", "usb-1", 0), CameraInfo(1, "Desk", "usb-2", 0))
        program.window.actions_.settings.trigger()
        return self._dialog(program.window, SettingsDialog)

    def models(self):
        window = self.program().window
        window.actions_.models.trigger()
        dialog = self._dialog(window, ModelsDialog)
        made = datetime(2026, 1, 1, tzinfo=UTC)
        worse = {**METRICS, "accuracy": 0.7}
        dialog.show_rows(
            (ModelRow("b", made, "embedding", 2, METRICS, current=True), ModelRow("a", made, "cnn64", 2, worse))
        )
        dialog.table.selectRow(1)
        return dialog

    @property
    def _model_report(self):
        searches = (
            *(searched("Ada", "Ada", "Ada", score) for score in (0.3, 0.6, 0.9, 0.95)),
            searched("Bob", "Ada", "Ada", 0.8),
            searched("Bob", None, "Bob", 0.3),
            *(searched(None, None, "Ada", score) for score in (0.02, 0.1, 0.2, 0.4, 0.6)),
        )
        epochs = [{"accuracy": n / 9, "val_accuracy": n / 10} for n in range(1, 9)]
        return ModelReport("m", 2, 0.5, searches, {"epochs": epochs}, {"Bob": ["odd.jpg"]})

    def _report(self, page):
        program = self.program()
        dialog = ReportDialog(
            self._model_report,
            ReportContext(
                _STRANGERS,
                (FigureChange("People missed", 4.0, 0.24, 0.2, "fnir"), FigureChange("Bob", -6.0, 0.9, 0.84)),
                translate("ReportDialog", "the model before"),
                1,
                {"Ada": "Ada", "Bob": "Bob"},
            ),
            program.disk_worker,
            program.window,
        )
        dialog.pages.setCurrentIndex(page)
        dialog.open()
        return dialog

    def report(self):
        return self._report(0)

    def report_mistakes(self):
        return self._report(1)

    def report_people(self):
        return self._report(2)

    def report_matrix(self):
        return self._report(3)

    def report_details(self):
        return self._report(4)

    def mistake(self):
        dialog = self._report(1)
        dialog.mistakes.activated.emit(dialog.mistakes.currentIndex())
        return self._dialog(dialog.mistakes, MistakeDialog)

    def threshold(self):
        lines = {"relaxed": -1.0, "balanced": 0.0, "strict": 2.0}
        dialog = ThresholdDialog(
            self._model_report, lines, "balanced", 0.0, lambda _: _STRANGERS, self.program().window
        )
        dialog.open()
        return dialog

    def rename(self):
        return self._asked("rename")

    def forget(self):
        return self._asked("forget")

    def merge(self):
        return self._asked("merge")

    def address(self):
        window = self.make().window
        window.chooser.address.trigger()
        return next(child for child in window.children() if child.objectName() == "question")

    def _asked(self, action):
        window = self.program().window
        window.people.select(self.names[0])
        getattr(window.actions_, action).trigger()
        return next(child for child in window.children() if child.objectName() == "question")

    def receipt(self):
        window = self.program().window
        receipt = Receipt(Person("ada", "Ada", self.folders.people), 3, (ModelChange("m", ModelOutcome.RETIRED),))
        dialog = ReceiptDialog(window, [receipt], 1)
        dialog.open()
        return dialog


NAMES = [
    name
    for kind in (Screens, VisitScreens, ReviewerScreens)
    for name, value in vars(kind).items()
    if callable(value) and name[0] != "_" and name != "program"
]
