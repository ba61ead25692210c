"""Settings in the program: what is changed holds at once, and is kept."""

import json
import math

import pytest

from support.fakes import searched
from support.models import publish
from support.ui_fakes import detect, naming
from visavis.models.store import ModelStore
from visavis.pipeline import Pipeline
from visavis.settings import Settings
from visavis.ui.models.threshold_dialog import ThresholdDialog
from visavis.ui.settings.dialog import SettingsDialog
from visavis.ui.widgets import theme


def test_only_cameras_are_mirrored(make, until):
    program = make()
    until(lambda: program.window.video.frame is not None)
    assert not program.window.actions_.mirror.isEnabled()
    program.live.displays[0]._announce("Webcam", True)
    assert program.window.video.mirrored
    program.window.actions_.mirror.trigger()
    assert not program.window.video.mirrored
    assert not program.settings.mirror


def test_a_changed_setting_applies_at_once_and_is_saved(make, until, folders):
    heard, loaded = [], []

    def load_pipeline(model, told):
        loaded.append(model)
        return Pipeline(detect)

    program = make(load_pipeline=load_pipeline)
    program.settings_store.changed.connect(heard.append)
    until(lambda: len(loaded) == 1)
    program.window.actions_.settings.trigger()
    dialog = program.window.findChild(SettingsDialog)
    dialog.rows["theme"].take("dark")
    assert theme.current() is theme.DARK
    assert len(loaded) == 1
    dialog.rows["cascade"].take("stills")
    until(lambda: len(loaded) == 2)
    dialog.all.click()
    assert theme.current() is theme.LIGHT
    assert [settings.cascade for settings in heard] == ["live", "stills", "live"]
    until(lambda: Settings.load(folders.settings) == program.settings)


def test_the_liveness_hint_begins_and_ends_with_its_setting(make, until):
    def hinted(program):
        analysis = program.window.video.analysis
        return analysis is not None and [answer.liveness is not None for answer in analysis.answers]

    program = make(load_pipeline=lambda model, told: naming("Ada"), settings=Settings(welcomed=True, liveness="hint"))
    until(lambda: hinted(program) == [True])
    program.window.actions_.settings.trigger()
    dialog = program.window.findChild(SettingsDialog)
    dialog.rows["liveness"].take("off")
    until(lambda: hinted(program) == [False])
    dialog.rows["liveness"].take("hint")
    until(lambda: hinted(program) == [True])


def test_the_threshold_needs_a_model(make, until):
    program = make()
    until(lambda: program.window.video.frame is not None)
    program.window.actions_.threshold.trigger()
    until(lambda: "No model is in use yet" in program.window.banner.text)


def test_the_threshold_applies_while_dragged_and_is_saved_by_apply(make, until, folders):
    store = ModelStore(folders.models)
    card = publish(store)
    row = searched("Ada", "Ada", "Ada", 0.8).record()
    report = {"version": 1, "gallery": 2, "threshold": 0.7, "searches": [row], "suspects": {}}
    store.path(card.id, "report/report.json").write_text(json.dumps(report))
    drawn = []

    class Drawn(Pipeline):
        def with_threshold(self, threshold):
            drawn.append(threshold)
            return self

    program = make(load_pipeline=lambda model, told: Drawn(detect, model=card.id, people=2))
    until(lambda: program.live.pipeline.model == card.id)
    program.window.actions_.threshold.trigger()
    until(lambda: program.window.findChild(ThresholdDialog) is not None)
    dialog = program.window.findChild(ThresholdDialog)
    dialog.plot.dragged.emit(2.0)
    until(lambda: drawn == [pytest.approx(0.8808, abs=1e-4)])
    assert program.settings.stricter == 0.0
    dialog.accept()
    line = math.log(0.7 / 0.3)
    assert program.settings.stricter == pytest.approx(2.0 - line)
    until(lambda: Settings.load(folders.settings).stricter == pytest.approx(2.0 - line))


@pytest.mark.parametrize("unattended", [True, False])
def test_a_minimized_window_pauses_analysis_if_so_set(make, qtbot, until, unattended):
    program = make(settings=Settings(welcomed=True, minimized=unattended))
    until(lambda: program.window.video.analysis is not None)

    program.window.showMinimized()
    assert program.live.session.is_analyzing is unattended

    program.window.showNormal()
    assert program.live.session.is_analyzing
