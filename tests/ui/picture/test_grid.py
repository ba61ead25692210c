"""Two pictures lie as they are largest; the one that is touched is chosen, and only it has the toolbar."""

import pytest
from PySide6.QtGui import QAction

from visavis.ui.live.performance import Performance
from visavis.ui.picture.grid import PictureGrid
from visavis.ui.picture.pane import PicturePane


@pytest.fixture
def grid(qtbot):
    actions = [(QAction("Pause"), "pause", "play")]
    grid = PictureGrid(lambda is_removable: PicturePane(Performance(), actions, is_removable=is_removable))
    qtbot.addWidget(grid)
    grid.show()
    return grid


@pytest.mark.parametrize(
    ("size", "is_beside"), [((1200, 500), True), ((900, 640), True), ((500, 900), False), ((480, 400), False)]
)
def test_they_lie_as_they_are_largest(grid, qtbot, size, is_beside):
    grid.show_second(True)
    grid.resize(*size)
    qtbot.wait(1)
    first, second = grid.panes
    assert (first.geometry().top() == second.geometry().top()) is is_beside
    assert (first.geometry().left() == second.geometry().left()) is not is_beside
    assert first.video.mapTo(grid, first.video.pos()).y() >= 0
    assert first.caption.height() == second.caption.height()


def test_a_picture_that_is_touched_is_chosen(grid, qtbot):
    first, second = grid.panes
    grid.show_second(True)
    assert grid.chosen is second
    with qtbot.waitSignal(grid.chosen_changed):
        first.touched.emit()
    assert grid.chosen is first
    second.show_toolbar()
    assert second.toolbar.isHidden()
    first.show_toolbar()
    assert first.toolbar.isVisible()
    second.touched.emit()
    assert first.toolbar.isHidden()


def test_the_heads_up_display_goes_with_the_choice(grid):
    first, second = grid.panes
    grid.show_hud(True)
    assert first.hud.isVisible()
    grid.show_second(True)
    assert not first.hud.isVisible()
    assert second.hud.isVisible()
    grid.show_second(False)
    assert first.hud.isVisible()
    grid.show_hud(False)
    assert not first.hud.isVisible()


def test_a_picture_alone_has_no_header_and_no_line_around_it(grid):
    first = grid.panes[0]
    assert first.caption.isHidden()
    grid.show_second(True)
    first.show_name("Front door")
    assert first.caption.isVisible()
    assert first.video.accessibleName() == "Front door"
    grid.show_second(False)
    assert first.caption.isHidden()
    assert first.video.accessibleName() == "Picture"
    assert grid.chosen is first
