"""A problem report: what it tells, and that it names nobody and no place, whatever the data and the logs hold."""

import logging
import traceback

import numpy as np
import pytest

import visavis
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.problem_report import WindowFacts, compose_report
from visavis.settings import Settings
from visavis.sources.camera_settings import CameraSettings
from visavis.storage import logs

FACTS = WindowFacts("6.11", "offscreen", "1280x800 at 100 %", "de")
NAMES = ["Zaphod Beeblebrox", "Zoë", 'File "visavis/secret/zarniwoop.py", line 3, in zarniwoop', "Error: zarniwoop"]


@pytest.fixture
def log(folders):
    """The program's log, in the folder of the data."""
    root = logging.getLogger("visavis")
    before, level, propagates = root.handlers[:], root.level, root.propagate
    logs.start(folders.logs, verbose=True)
    yield logging.getLogger("visavis.people.imports.importer")
    for handler in root.handlers[:]:
        root.removeHandler(handler)
        handler.close()
    for handler in before:
        root.addHandler(handler)
    root.setLevel(level)
    root.propagate = propagates


@pytest.fixture
def people(folders):
    """Ada and Bob, with two pictures each."""
    store = PeopleStore(folders.people)
    for name in ("Ada", "Bob"):
        person = store.create(PersonName(name))
        for value in (10, 200):
            store.add(person, np.full((8, 8, 3), value, np.uint8))
    return store


def compose(folders, settings=None):
    return compose_report(folders, settings or Settings(), FACTS)


def test_it_tells_versions_settings_and_data(folders, people):
    report = compose(folders, Settings(language="de", cascade="yunet", mirror=False))
    assert f"Visavis {visavis.__version__}" in report
    assert "Qt 6.11 (offscreen), screen 1280x800 at 100 %, language de" in report
    assert "opencv-python-headless" in report
    assert "language = de" in report
    assert "cascade = yunet" in report
    assert "mirror = False" in report
    assert "2 people with 4 pictures" in report
    assert "0 models, none in use" in report


def test_a_bug_is_told_by_its_kind_and_places(folders, log):
    try:
        PersonName("")
    except Exception as error:
        log.critical("Unexpected: %s", "".join(traceback.format_exception(error)))
        log.exception("Again")
    report = compose(folders)
    assert "CRITICAL visavis.people.imports.importer visavis/people/names.py:" in report
    assert "ERROR visavis.people.imports.importer visavis/people/names.py:" in report
    assert report.count("NameError") + report.count("StoreError") >= 2


def secrets(folders, tmp_path):
    """What must not be told: names, their parts, and the parts of every path."""
    parts = {part for path in (folders.data, folders.cache, tmp_path) for part in path.parts if len(part) > 3}
    return {"Zaphod", "Beeblebrox", "Zoë", "zarniwoop", "secret", "gate.example", "hunter2", "usb-Front", *parts} - {
        "tmp"
    }


def test_no_name_and_no_path_is_in_it(folders, log, tmp_path):
    store = PeopleStore(folders.people)
    for name in NAMES[:2]:
        store.add(store.create(PersonName(name)), np.zeros((8, 8, 3), np.uint8))
    for name in NAMES:
        log.warning("%s was imported from %s", name, folders.people / name)
        log.info("Traceback (most recent call last):\n  %s\nzarniwoop: %s", name, name)
        try:
            (folders.data / "secret" / name).read_bytes()
        except OSError:
            log.exception("%s cannot be read", name)
        logging.getLogger(f"visavis.{name}").error("nothing")
    (folders.logs / "training.log").write_text(f"{folders.data}\nTraceback\n{NAMES[2]}\nNameError: {NAMES[0]}\n")
    settings = Settings(
        source="rtsp://zaphod:hunter2@gate.example/1",
        pictures=str(tmp_path / "secret"),
        cascade=str(tmp_path / "zarniwoop.xml"),
        cameras={"usb-Front": CameraSettings()},
    )
    report = compose(folders, settings)
    assert "WARNING visavis.people.imports.importer" in report
    assert "FileNotFoundError" in report
    assert [secret for secret in secrets(folders, tmp_path) if secret.lower() in report.lower()] == []


def test_what_cannot_be_read_is_said(folders):
    folders.people.parent.mkdir(parents=True, exist_ok=True)
    folders.people.write_text("not a folder")
    assert "The people cannot be read: " in compose(folders)
