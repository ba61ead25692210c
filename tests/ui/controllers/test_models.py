"""Models in the program: another one is used, removed, or answers beside the one in use."""

from support.models import publish
from support.ui_fakes import detect, naming
from visavis.models.store import ModelStore
from visavis.pipeline import Pipeline
from visavis.ui.models.dialog import ModelsDialog


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
