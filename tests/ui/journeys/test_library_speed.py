"""Three hundred people and twenty thousand samples: the window is usable at once, and scrolls.

Limits are on the processor time of what is measured, which does not depend on what else the machine does; `-s` prints
the times that a user would see.
"""

import os
import threading
import time

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from visavis.imaging import codec
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore

PEOPLE, SAMPLES = 300, 67
_USABLE_S = 1.5
_FRAME_S = 0.05
_THUMBNAILS = 64 << 20


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """A data folder with many people; their pictures are links to the same few files."""
    data = tmp_path_factory.mktemp("crowd")
    store = PeopleStore(data / "people")
    rng = np.random.default_rng(0)
    faces = []
    for number in range(20):
        noise = rng.integers(0, 255, (8, 8, 3), np.uint8)
        faces.append(data / f"{number}.jpg")
        codec.write(faces[-1], np.repeat(np.repeat(noise, 40, 0), 40, 1))
    for number in range(PEOPLE):
        person = store.create(PersonName(f"Person {number:03}"))
        for sample in range(SAMPLES):
            name = f"20260101T{sample // 60:02}{sample % 60:02}00.{number:03}Z-{number:08x}{sample:08x}.jpg"
            os.link(faces[(number + sample) % len(faces)], person.folder / name)
    return data


class Painted(QObject):
    """Counts what a viewport takes to paint, in seconds of this thread's processor time."""

    def __init__(self, view):
        super().__init__(view)
        self.times = []
        self._view = view
        view.viewport().installEventFilter(self)
        self._inside = False

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Paint and not self._inside:
            self._inside = True
            began = time.thread_time()
            QApplication.sendEvent(watched, event)
            self.times.append(time.thread_time() - began)
            self._inside = False
            return True
        return False


def scroll(view, qtbot, steps=60):
    """Scroll from the top to the end, a frame each step."""
    painted, bar = Painted(view), view.verticalScrollBar()
    for step in range(steps + 1):
        bar.setValue(bar.maximum() * step // steps)
        view.viewport().repaint()
        QApplication.processEvents()
    return painted.times


@pytest.mark.slow
def test_a_large_library_opens_fast_scrolls_and_keeps_little(make, until, qtbot, crowd, tmp_path):
    from visavis.storage.paths import DataFolders

    began, used = time.monotonic(), time.process_time()
    program = make(folders=DataFolders(crowd, tmp_path / "cache"))
    window = program.window
    until(lambda: len(window.people.model.rows) == PEOPLE)
    window.actions_.library.trigger()
    window.library.grid.viewport().repaint()
    seen, spent = time.monotonic() - began, time.process_time() - used
    frames = scroll(window.library.grid, qtbot)
    program.library.open_page(window.people.model.rows[7])
    until(lambda: window.library.details is not None)
    frames += scroll(window.library.person.list, qtbot)
    qtbot.wait(300)
    kept = window.people.model._portraits.thumbnails.size
    print(  # noqa: T201 - for whoever measures
        f"usable after {seen:.2f} s ({spent:.2f} s of processor); {len(frames)} frames, "
        f"median {1e3 * np.median(frames):.1f} ms, longest {1e3 * max(frames):.1f} ms; {kept >> 20} MB of thumbnails; "
        f"{threading.active_count()} threads"
    )
    assert spent < _USABLE_S
    assert max(frames) < _FRAME_S
    assert kept <= _THUMBNAILS
