"""How many strangers are named: one figure, wherever the window shows it."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from support.fakes import searched
from support.models import publish
from support.ui_fakes import FakeRunner, detect
from visavis.models.store import REPORT_FILE, ModelStore
from visavis.pipeline import Pipeline
from visavis.scoring.own_searches import OwnSearches
from visavis.scoring.thresholds import GalleryTraits, shipped_strangers
from visavis.settings import Settings
from visavis.ui.models.threshold_dialog import ThresholdDialog
from visavis.ui.report.dialog import ReportDialog
from visavis.ui.settings.dialog import SettingsDialog

PEOPLE = 7


def publish_embedding(folders, own_searches):
    """A model of the embedding network, in which strangers are named more often than was measured."""
    store, strangers = ModelStore(folders.models), shipped_strangers(GalleryTraits.sharp(3))
    card = publish(store)
    card = replace(
        card, strangers=strangers, calibration=strangers.calibration, own_searches=own_searches, network="embedding"
    )
    card.save(store.path(card.id, "card.json"))
    row = searched("Ada", "Ada", "Ada", 0.8).record()
    report = {"version": 1, "gallery": 2, "threshold": 0.7, "searches": [row], "suspects": {}}
    store.path(card.id, REPORT_FILE).write_text(json.dumps(report))
    return card


def many_alike():
    """Searches of 40 people, a fifth of whom resemble someone else."""
    return OwnSearches.from_scores(39, np.repeat([1.0, -5.0], [40, 160]), np.repeat(np.arange(40), 5))


@pytest.mark.parametrize("own_searches", [None, many_alike()], ids=["shipped", "own"])
@pytest.mark.parametrize(("strictness", "stricter"), [("balanced", 0.0), ("relaxed", 0.0), ("strict", -1.5)])
def test_settings_threshold_training_and_report_show_the_same_figure(
    make, until, folders, own_searches, strictness, stricter
):
    card = publish_embedding(folders, own_searches)
    published = {"event": "published", "model": card.id, "metrics": {"accuracy": 0.8}}
    program = make(
        load_pipeline=lambda model, told: Pipeline(detect, model=card.id, people=PEOPLE),
        create_runner=lambda: FakeRunner(published),
        settings=Settings(welcomed=True, strictness=strictness, stricter=stricter),
    )
    window = program.window
    until(lambda: program.live.pipeline.model == card.id)
    figure = str(card.stranger_rate(PEOPLE, strictness, stricter).description)
    assert figure.startswith("About 1 in ")

    window.actions_.settings.trigger()
    settings = window.findChild(SettingsDialog)
    until(lambda: settings.rows["strictness"].consequence.text() == figure)
    settings.reject()
    window.actions_.threshold.trigger()
    until(lambda: window.findChild(ThresholdDialog) is not None)
    assert window.findChild(ThresholdDialog).strangers.text() == figure
    window.findChild(ThresholdDialog).reject()
    window.actions_.report.trigger()
    until(lambda: window.findChild(ReportDialog) is not None)
    assert figure in window.findChild(ReportDialog).details.text()
    window.findChild(ReportDialog).reject()
    window.actions_.start.trigger()
    until(lambda: window.training.strangers.text() == figure)


def test_a_model_without_a_report_shows_the_same_figure_and_offers_training(make, until, folders, qtbot):
    card = publish_embedding(folders, many_alike())
    ModelStore(folders.models).path(card.id, REPORT_FILE).unlink()
    started = []
    program = make(
        load_pipeline=lambda model, told: Pipeline(detect, model=card.id, people=PEOPLE),
        create_runner=lambda: started.append(None) or FakeRunner(),
    )
    until(lambda: program.live.pipeline.model == card.id)
    program.window.actions_.threshold.trigger()
    until(lambda: program.window.findChild(ThresholdDialog) is not None)
    dialog = program.window.findChild(ThresholdDialog)
    assert dialog.strangers.text() == str(card.stranger_rate(PEOPLE).description)
    assert not dialog.plot.isVisible()
    assert not dialog.missed.isVisible()
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "&Train")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    until(lambda: len(started) == 1)


def test_the_figure_follows_what_is_chosen_in_the_settings(make, until, folders):
    card = publish_embedding(folders, None)
    program = make(load_pipeline=lambda model, told: Pipeline(detect, model=card.id, people=PEOPLE))
    until(lambda: program.live.pipeline.model == card.id)
    program.window.actions_.settings.trigger()
    row = program.window.findChild(SettingsDialog).rows["strictness"]
    until(lambda: "About 1 in 100 strangers" in row.consequence.text())
    row.take("relaxed")
    assert "About 1 in 20 strangers" in row.consequence.text()
