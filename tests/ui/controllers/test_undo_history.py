"""Edits are undone latest first, and an edit that is still on its way is undone too."""

import pytest

from visavis.errors import DiskError, PersonNotFoundError
from visavis.ui.controllers.undo_history import UndoableEdit, UndoHistory
from visavis.ui.threads import Worker


@pytest.fixture
def disk(qapp):
    worker = Worker(qapp)
    yield worker
    worker.close()
    assert worker.wait(5000)


@pytest.fixture
def history(disk):
    return UndoHistory(disk)


def edit(name, undo=lambda: None):
    return UndoableEdit(f"Undo {name}", f"{name} was done.", undo)


def undo(qtbot, history):
    with qtbot.waitSignal(history.message) as blocker:
        history.undo()
    return blocker.args[0]


def test_edits_are_undone_latest_first_and_the_next_is_named(qtbot, history):
    labels = []
    history.changed.connect(labels.append)
    for name in ("renaming", "merging"):
        history.push(edit(name))
    assert [undo(qtbot, history) for _ in range(3)] == [
        "Undone: merging was done.",
        "Undone: renaming was done.",
        "There is nothing to undo.",
    ]
    assert labels == ["Undo renaming", "Undo merging", "Undo renaming", ""]


def test_an_edit_that_is_still_on_its_way_is_undone(qtbot, disk, history):
    history.push(edit("renaming"))
    disk.submit(lambda: None, lambda _: history.push(edit("merging")))
    assert undo(qtbot, history) == "Undone: merging was done."


@pytest.mark.parametrize(
    ("error", "remaining"), [(DiskError("Full."), "Undo moving"), (PersonNotFoundError("Gone."), "")]
)
def test_only_an_edit_that_a_disk_refused_can_be_undone_again(qtbot, history, error, remaining):
    def refuse():
        raise error

    history.push(edit("moving", refuse))
    with qtbot.waitSignal(history.failed):
        history.undo()
    assert history.label == remaining


def test_a_cleared_history_undoes_nothing_and_takes_no_edit_back(qtbot, history):
    def refuse():
        raise DiskError("Full.")

    history.push(edit("moving", refuse))
    history._undo_latest()
    history.clear()
    with qtbot.waitSignal(history.failed):
        pass
    assert history.label == ""
    assert undo(qtbot, history) == "There is nothing to undo."
