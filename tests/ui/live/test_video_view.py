"""The picture, what is painted over it, and what is said of it to those who do not see it."""

import time

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from support.ui_fakes import BOX, picture
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Face
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Match
from visavis.ui.live.video_view import VideoView
from visavis.ui.widgets.images import shrink


@pytest.fixture
def view(qtbot):
    view = VideoView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    return view


def show(view, *matches, image=None):
    frame = Frame(picture() if image is None else image, 1.0)
    view.show_frame(frame)
    view.show_analysis(Analysis(frame, tuple(Answer(Face(BOX), match) for match in matches)))


def color_at(view, x, y):
    """The color where pixel (x, y) of the picture is painted."""
    area, scale = view.fit().area, view.fit().scale
    return view.grab().toImage().pixelColor(round(area.left + x * scale), round(area.top + y * scale))


def test_a_picture_is_painted_in_its_own_colors(view):
    image = picture(0)
    image[:, :48] = (255, 0, 0)  # BGR: blue
    image[:, 48:] = (0, 0, 255)
    show(view, image=image)
    assert color_at(view, 20, 40) == QColor(0, 0, 255)
    assert color_at(view, 70, 40) == QColor(255, 0, 0)


@pytest.mark.parametrize("size", [(800, 600), (801, 600), (803, 533), (641, 477)])
def test_nothing_of_the_picture_is_left_beside_its_round_corners(view, size):
    view.resize(*size)
    show(view, image=np.zeros((480, 640, 3), np.uint8))
    image, area = view.grab().toImage(), view.fit().area
    around = image.pixelColor(0, 0)
    for x in (area.left, area.left + area.width):
        for y in (area.top, area.top + area.height - 1):
            for beside in range(-2, 2):
                color = image.pixelColor(round(x) + beside, round(y))
                assert abs(color.lightness() - around.lightness()) < 12, (beside, size)


def test_a_mirror_turns_the_picture_and_its_boxes(view):
    image = picture(0)
    image[:, :48] = 255
    view.set_mirrored(True)
    show(view, Match("Ada", 0.9), image=image)
    assert color_at(view, 70, 60) == QColor("white")
    assert view.fit().to_view(BOX).left > view.fit().area.left + view.fit().area.width * 0.4


def test_a_box_is_painted_where_the_face_is(view):
    show(view)
    before = color_at(view, BOX.left + BOX.width / 2, BOX.bottom)
    show(view, Match("Ada", 0.9))
    after = color_at(view, BOX.left + BOX.width / 2, BOX.bottom)
    assert before == QColor(90, 90, 90)
    assert after.blueF() > after.redF() + 0.2


@pytest.mark.parametrize("name", ["李小龍", "محمد علي", "Мария Кюри", "A" * 300, "👩‍🚀 Eileen"])
def test_names_in_any_script_are_painted_and_said(view, name):
    show(view, Match(name, 0.934))
    view.grab()
    assert view.accessibleDescription() == f"{name} 93 %"


def test_unknown_is_a_word_and_not_a_color_alone(view):
    show(view, Match(None, 0.4, "Ada"))
    assert view.accessibleDescription() == "Unknown"


def test_without_a_face_it_says_so(view):
    show(view)
    assert view.accessibleDescription() == "No face in view"


def test_without_a_picture_it_says_why(view):
    show(view, Match("Ada", 0.9))
    view.clear("Opening …")
    view.grab()
    assert view.accessibleDescription() == "Opening …"
    assert not view.marks
    assert view.fit() is None


def test_a_very_small_view_still_paints(view):
    view.setMinimumSize(1, 1)
    view.resize(1, 1)
    show(view, Match("Ada", 0.9))
    view.grab()


def test_the_picture_may_be_a_slice_of_another(view):
    whole = picture(width=200)
    whole[:, 50:146] = (0, 255, 0)
    show(view, image=whole[:, 50:146])
    assert color_at(view, 5, 5) == QColor(0, 255, 0)


def test_a_picture_much_larger_than_its_place_is_made_smaller_once(view):
    image = picture(0, width=3840, height=2160)
    image[:, :1920] = (255, 0, 0)
    show(view, image=image)
    assert color_at(view, 400, 1000) == QColor(0, 0, 255)
    assert color_at(view, 3000, 1000) == QColor("black")
    assert shrink(image, 800, 450).shape == (540, 960, 3)
    assert shrink(image, 2000, 1200) is image


def test_nothing_is_painted_while_the_window_is_hidden(view, qtbot):
    with qtbot.waitSignal(view.painted):
        show(view)
    view.hide()
    with qtbot.assertNotEmitted(view.painted, wait=50):
        show(view, image=picture(10))
    with qtbot.waitSignal(view.painted) as painted:
        view.show()
    assert painted.args[0].image[0, 0, 0] == 10


def test_a_fast_source_is_painted_no_more_often_than_the_screen_shows(view, qtbot):
    shown = []
    with qtbot.waitSignal(view.painted):
        show(view)
    view.painted.connect(lambda *_: shown.append(1))
    begun = time.monotonic()
    for _ in range(200):
        show(view)
        qtbot.wait(1)
    refresh = view.screen().refreshRate() or 60
    assert len(shown) <= (time.monotonic() - begun) * refresh + 2
    assert shown


def test_an_answer_from_before_the_picture_was_cleared_is_dropped(view):
    show(view, Match("Ada", 0.9, "Ada"))
    late = view.analysis
    view.clear("No picture")
    view.show_analysis(late)
    assert view.accessibleDescription() == "No picture"
    assert view.analysis is None


def scene(seed):
    return np.random.default_rng(seed).integers(20, 220, (6, 8, 3), np.uint8).repeat(40, 0).repeat(40, 1)


def test_labels_go_with_a_cut_and_come_with_the_new_scene(view):
    first = Frame(scene(1), 1.0)
    view.show_frame(first)
    view.show_analysis(Analysis(first, (Answer(Face(BOX), Match("Ada", 0.9), 1),)))
    view.show_frame(Frame(scene(1), 1.04, 1, 0.04))
    assert len(view.marks) == 1
    after = Frame(scene(2), 1.08, 2, 0.08)
    view.show_frame(after)
    assert view.marks == ()
    assert view.accessibleDescription() == "No face in view"
    view.show_analysis(Analysis(Frame(scene(1), 1.06, 2, 0.06), (Answer(Face(BOX), Match("Ada", 0.9), 1),)))
    assert view.marks == ()  # analyzed before the cut, though it arrives after it
    view.show_analysis(Analysis(after, (Answer(Face(BOX), Match("Bob", 0.9), 2),)))
    assert [mark.name for mark in view.marks] == ["Bob"]


def test_the_tool_tip_of_a_face_is_its_whole_label(view, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda place, text, *_: told.append(text))
    name = "A name that is much too long for a label in the picture"
    show(view, Match(name, 0.9))
    area = view.fit().to_view(BOX)
    inside = QPoint(round(area.left + area.width / 2), round(area.top + area.height / 2))
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, inside, view.mapToGlobal(inside)))
    assert told == [f"{name} 90 %"]
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), view.mapToGlobal(QPoint(1, 1))))
    assert len(told) == 1
