"""Models in the program: another one is used, removed, or answers beside the one in use."""

from PySide6.QtWidgets import QFileDialog

from support.models import publish, publish_with_report
from support.ui_fakes import detect, naming
from visavis.models.store import ModelStore
from visavis.people.names import PersonName
from visavis.pipeline import Pipeline
from visavis.ui.models.dialog import ModelsDialog
from visavis.ui.report.dialog import ReportDialog
from visavis.ui.shell.pages import CAPTURE


def test_another_model_is_used_and_cannot_be_removed(make, until, folders):
    store = ModelStore(folders.models)
    for name in ("20260101-000000-cnn64", "20260102-000000-cnn64"):
        publish(store, name)
    loaded = []

    def load_pipeline(model, told):
        loaded.append(store.current_id())
        return Pipeline(detect)

    program = make(load_pipeline=load_pipeline)
    until(lambda: len(loaded) == 1)
    program.window.actions_.models.trigger()
    dialog = program.window.findChild(ModelsDialog)
    until(lambda: dialog.selected is not None)
    dialog.table.selectRow(1)
    dialog.buttons["use"].click()
    until(lambda: loaded[1:] == ["20260101-000000-cnn64"])
    dialog.remove.emit("20260101-000000-cnn64")
    until(lambda: "is in use" in program.window.banner.text)
    dialog.remove.emit("20260102-000000-cnn64")
    until(lambda: store.ids() == ["20260101-000000-cnn64"])


def test_two_models_answer_side_by_side(make, until, folders):
    store = ModelStore(folders.models)
    for name in ("20260101-000000-cnn64", "20260102-000000-cnn64"):
        publish(store, name)

    program = make(load_pipeline=lambda model, told: naming("Bob" if model else "Ada"))
    until(lambda: [mark.name for mark in program.window.video.marks] == ["Ada"])
    program.window.actions_.models.trigger()
    dialog = program.window.findChild(ModelsDialog)
    until(lambda: dialog.selected is not None)
    dialog.table.selectRow(1)
    dialog.buttons["compare"].click()
    until(lambda: [mark.beside and mark.beside.name for mark in program.window.video.marks] == ["Bob"])
    until(lambda: "other model: Bob" in program.window.video.accessibleDescription())
    dialog.buttons["compare"].click()
    until(lambda: [mark.beside for mark in program.window.video.marks] == [None])


def test_the_compared_model_is_reloaded_when_people_change(make, until):
    loaded = []

    def load_pipeline(model, told):
        loaded.append(model)
        return naming("Bob" if model else "Ada")

    program = make(load_pipeline=load_pipeline)
    until(lambda: loaded == [None])
    program.live.compare("m1")
    until(lambda: loaded == [None, "m1"])
    program.live.reload_pipeline()
    until(lambda: sorted(loaded, key=str) == [None, None, "m1", "m1"])


def test_the_report_leads_to_the_capture_and_to_the_page_of_a_person(make, until, folders, people):
    program = make()
    until(lambda: program.window.people.model.rowCount() == 2)
    program.models.person.emit("Bob")
    until(lambda: program.window.library.details is not None)
    assert program.window.library.details.person.name == "Bob"
    program.models.person.emit("Nobody")  # renamed or forgotten since
    program.models.capture.emit("Ada")
    assert program.window.panel.page == CAPTURE
    assert program.window.capture.name.text() == "Ada"


def test_the_report_of_the_model_in_use_is_saved_as_pdf(make, until, folders, people, tmp_path):
    publish_with_report(folders)
    program = make()
    program.window.actions_.export_report.trigger()
    until(lambda: program.window.findChild(QFileDialog) is not None)
    path = tmp_path / "report.pdf"
    program.window.findChild(QFileDialog).fileSelected.emit(str(path))
    until(lambda: program.window.banner.text == f"The report was saved as {path}.")
    assert path.read_bytes().startswith(b"%PDF")


def test_without_a_model_there_is_no_report_to_save(make):
    program = make()
    program.window.actions_.export_report.trigger()
    assert program.window.banner.text == "No model is in use yet, so there is no report."


def test_the_report_knows_people_by_their_names_now(make, until, folders, people):
    publish_with_report(folders)
    bob = next(person for person in people.people() if person.name == "Bob")
    people.rename(bob, PersonName("Robert"))
    program = make()
    program.window.actions_.report.trigger()
    until(lambda: program.window.findChild(ReportDialog) is not None)
    assert program.window.findChild(ReportDialog).context.names == {"Ada": "Ada", "Bob": "Robert"}
