"""Screens of whole pictures: training on folders, its result and report, and what the picture shows."""

from support.screens.screen import shows
from support.training.whole_pictures import publish_report, write_shapes
from support.ui_fakes import FakeRunner
from visavis.classification.classifier import Classifier
from visavis.models.store import ModelStore
from visavis.ui.models.dialog import ModelsDialog
from visavis.ui.report.class_dialog import ClassReportDialog
from visavis.ui.shell.pages import TRAIN
from visavis.ui.training.folder_dialog import FolderTrainingDialog

METRICS = {"accuracy": 0.9, "fnir": 0.2, "fpir": 0.01, "test": 10, "impostors": 30, "classes": 3}


class WholePictureScreens:
    """The screens of whole pictures, of what `Screens` makes."""

    def _whole(self):
        """A program with a model of whole pictures that has a report; training on folders gives it."""
        store = ModelStore(self.folders.models)
        card = publish_report(store)
        start = {"event": "start", "network": card.network, "epochs": 4, "classes": 3}
        published = {"event": "published", "model": card.id, "metrics": METRICS}
        return self.program(
            create_picture_runner=lambda options: FakeRunner(start, published),
            load_classifier=lambda wanted: Classifier.load(store, wanted, "cpu"),
        )

    @shows(FolderTrainingDialog)
    def folder_training(self):
        program = self._whole()
        program.window.actions_.folders.trigger()
        dialog = self._dialog(program.window, FolderTrainingDialog)
        program.whole_pictures.training.read(write_shapes(self.folders.data.parent / "shapes", count=2))
        self.until(dialog.start.isEnabled)
        return dialog

    def learned_folders(self):
        program = self._whole()
        program.training.start_whole(program.whole_pictures.training._create_runner(()))
        program.window.show_page(TRAIN)
        panel = program.window.training
        self.until(panel.try_it.isVisible)
        panel.more.click()
        return program.window

    def _class_report(self, page):
        program = self._whole()
        program.models.open_class_report(ModelStore(self.folders.models).ids()[0])
        dialog = self._dialog(program.window, ClassReportDialog)
        dialog.pages.setCurrentIndex(page)
        return dialog

    @shows(ClassReportDialog)
    def class_report(self):
        return self._class_report(0)

    @shows(ClassReportDialog)
    def class_report_mistakes(self):
        return self._class_report(1)

    @shows(ClassReportDialog)
    def class_report_classes(self):
        return self._class_report(2)

    @shows(ClassReportDialog)
    def class_report_matrix(self):
        return self._class_report(3)

    def classifying(self):
        program = self._whole()
        program.window.actions_.classify.trigger()
        self.until(lambda: program.window.video.label is not None)
        return program.window

    @shows(ModelsDialog)
    def models_of_pictures(self):
        program = self._whole()
        program.window.actions_.models.trigger()
        dialog = self._dialog(program.window, ModelsDialog)
        self.until(lambda: dialog.selected is not None)
        return dialog
