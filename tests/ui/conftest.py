"""A program on fakes."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import visavis
from support.ui_fakes import PATIENCE, FakeRunner, FakeSource, detect
from visavis.messages import Message
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.pipeline import Pipeline
from visavis.settings import Settings
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.dependencies import Dependencies
from visavis.ui.program import Program


@pytest.fixture(autouse=True)
def no_window_left(qapp):
    """Delete every window of a test at its end, with what it holds.

    A dialog that is left takes the focus of the next test's window, and each window that is left is painted anew
    whenever a test changes the theme: a thousand tests of screens took five times as long.
    """
    before = set(QApplication.topLevelWidgets())
    yield
    QCoreApplication.sendPostedEvents()  # a thread's last result may be on its way to what is deleted now
    for widget in set(QApplication.topLevelWidgets()) - before:
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def make(qtbot, folders):
    """Build a program on fakes and show it; every one is closed, and must have ended."""
    programs = []

    def build(source=None, *, settings=None, begin=True, notices=(), model=None, remember=True, **changes):
        shown = source or FakeSource()
        defaults = {
            "folders": folders,
            "pipeline": Pipeline(detect),
            "prepare": lambda told: None,
            "load_pipeline": lambda wanted, told: Pipeline(detect),
            "create_detector": lambda: detect,
            "open_source": lambda text: shown,
            "default_source": lambda: ("demo", Message("No camera was found: this is the demo.")),
            "cameras": list,
            "create_runner": FakeRunner,
            "create_face_embedder": lambda pipeline: lambda image, face: np.ones(1, np.float32),
        }
        store = SettingsStore(
            settings or Settings(welcomed=True, version_seen=visavis.__version__), folders.settings, remember=remember
        )
        program = Program(Dependencies(**{**defaults, **changes}), store, model=model)
        qtbot.addWidget(program.window)
        programs.append(program)
        if begin:
            program.begin("fake", notices)
        return program

    yield build
    for program in programs:
        program.quit()
        assert program.all_ended
        program.deleteLater()


@pytest.fixture
def until(qtbot):
    """Wait until a condition holds, without blocking the GUI."""

    def wait(condition):
        qtbot.waitUntil(condition, timeout=PATIENCE)

    return wait


@pytest.fixture
def people(folders):
    """Ada and Bob, with two pictures each."""
    store = PeopleStore(folders.people)
    rng = np.random.default_rng(0)
    for name in ("Ada", "Bob"):
        person = store.create(PersonName(name))
        for _ in range(2):
            store.add(person, rng.integers(0, 255, (60, 60, 3), np.uint8))
    return store


@pytest.fixture
def foreign(qapp):
    """The application, whose language may be changed; afterwards it is as before."""
    before = QLocale()
    mine = set(qapp.findChildren(QTranslator))
    yield qapp
    QLocale.setDefault(before)
    for translator in set(qapp.findChildren(QTranslator)) - mine:
        QCoreApplication.removeTranslator(translator)
