"""Dialogs about people, models and the program, of what `Screens` makes."""

from datetime import UTC, datetime

from support.fakes import searched
from support.screens.screen import shows
from support.screens.training_events import METRICS
from support.ui_fakes import FakeInspection
from visavis.forgetting import Receipt
from visavis.models.change import ModelChange, ModelOutcome
from visavis.people.person import Person
from visavis.scoring.stranger_rates import StrangerRate
from visavis.sources import CameraInfo
from visavis.ui.about.dialog import AboutDialog
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
from visavis.ui.text.language import translate
from visavis.ui.unlock.encryption_card import EncryptionCard
from visavis.ui.widgets.question_dialog import QuestionDialog

_STRANGERS = StrangerRate(0.0098, 3, 320)


class DialogScreens:
    """The screens."""

    def _dialog(self, window, kind):
        self.until(lambda: window.findChild(kind) is not None and window.findChild(kind).isVisible())
        return window.findChild(kind)

    @shows(AboutDialog)
    def about(self):
        return self.make().window.show_about()

    @shows(ReadingDialog)
    def manual(self):
        return self._help("manual", ReadingDialog)

    @shows(ShortcutsDialog)
    def shortcuts(self):
        return self._help("shortcuts", ShortcutsDialog)

    @shows(ProblemDialog)
    def problem(self):
        return self._help("problem", ProblemDialog)

    def _help(self, action, kind):
        window = self.make().window
        getattr(window.actions_, action).trigger()
        return self._dialog(window, kind)

    @shows(FaceCard)
    def card(self):
        program = self.program()
        self.until(lambda: len(program.window.video.marks) == 2 and program.window.video.analysis is not None)
        program.window.video._choose(0)
        card = self._dialog(program.window, FaceCard)
        card.ask_why.click()
        self.until(lambda: bool(card.grounds.legend.text()))
        return card

    @shows(InspectionDialog)
    def insight(self):
        program = self.make(inspect=lambda folders, get_crop, on_event: FakeInspection(get_crop, on_event))
        program.window.actions_.insight.trigger()
        dialog = self._dialog(program.window, InspectionDialog)
        self.until(lambda: dialog.pages.count() == 2)
        return dialog

    @shows(SettingsDialog)
    def settings(self):
        program = self.program()
        program.window.chooser.cameras = (CameraInfo(0, "Front camera", "usb-1", 0), CameraInfo(1, "Desk", "usb-2", 0))
        program.window.actions_.settings.trigger()
        dialog = self._dialog(program.window, SettingsDialog)
        self.until(lambda: bool(dialog.findChild(EncryptionCard).text.text()))
        return dialog

    @shows(ModelsDialog)
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

    @shows(ReportDialog)
    def report(self):
        return self._report(0)

    @shows(ReportDialog)
    def report_mistakes(self):
        return self._report(1)

    @shows(ReportDialog)
    def report_people(self):
        return self._report(2)

    @shows(ReportDialog)
    def report_matrix(self):
        return self._report(3)

    @shows(ReportDialog)
    def report_details(self):
        return self._report(4)

    @shows(MistakeDialog)
    def mistake(self):
        dialog = self._report(1)
        dialog.mistakes.activated.emit(dialog.mistakes.currentIndex())
        return self._dialog(dialog.mistakes, MistakeDialog)

    @shows(ThresholdDialog)
    def threshold(self):
        lines = {"relaxed": -1.0, "balanced": 0.0, "strict": 2.0}
        dialog = ThresholdDialog(
            self._model_report, lines, "balanced", 0.0, lambda _: _STRANGERS, self.program().window
        )
        dialog.open()
        return dialog

    @shows(QuestionDialog)
    def rename(self):
        return self._asked("rename")

    @shows(QuestionDialog)
    def forget(self):
        return self._asked("forget")

    @shows(QuestionDialog)
    def merge(self):
        return self._asked("merge")

    @shows(QuestionDialog)
    def address(self):
        window = self.make().window
        window.chooser.address.trigger()
        return next(child for child in window.children() if child.objectName() == "question")

    def _asked(self, action):
        window = self.program().window
        window.people.select(self.names[0])
        getattr(window.actions_, action).trigger()
        return next(child for child in window.children() if child.objectName() == "question")

    @shows(ReceiptDialog)
    def receipt(self):
        window = self.program().window
        receipt = Receipt(Person("ada", "Ada", self.folders.people), 3, (ModelChange("m", ModelOutcome.RETIRED),))
        dialog = ReceiptDialog(window, [receipt], 1)
        dialog.open()
        return dialog
