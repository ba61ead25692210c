"""Two sources beside each other: each has labels, cards, pause, snapshots; the commands act on the one clicked last."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from support.fakes import FakeDetector
from support.ui_fakes import AdaOrEither, FakeSource, LosingSource, MissingSource, naming, picture, scene
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.people.names import PersonName
from visavis.pipeline import Pipeline
from visavis.settings import Settings
from visavis.sightings.store import SightingStore
from visavis.ui.capture.mode import CapturePhase


def open_source(text):
    """A source of that name, whose pictures tell it from others."""
    shades = range(60, 80) if text == "fake" else range(160, 180)
    return FakeSource([picture(value) for value in shades], name=text)


@pytest.fixture
def program(make, until):
    program = make(open_source=open_source, load_pipeline=lambda wanted, told: naming("Ada"))
    window = program.window
    window.chooser.added.emit("door")
    until(lambda: all(pane.video.accessibleDescription() == "Ada 90 %" for pane in window.pictures.panes))
    window.pictures.choose(window.pane)
    return program


@pytest.fixture
def second(program):
    return program.window.pictures.panes[1]


def click(qtbot, widget, place=None):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())


def shade(video):
    return int(video.frame.image[0, 0, 0])


def test_a_second_source_is_added_from_the_menu_and_removed(make, until, qtbot):
    program = make(open_source=open_source, load_pipeline=lambda wanted, told: naming("Ada"))
    window = program.window
    until(lambda: window.video.frame is not None)
    assert not window.pictures.has_two
    assert window.chooser.second.menuAction() in window.chooser.sources.actions()
    demo = next(each for each in window.chooser.second.actions() if each.text() == "&Demo")
    demo.trigger()
    second = window.pictures.panes[1]
    until(lambda: second.video.accessibleDescription() == "Ada 90 %")
    assert (window.pane.caption.name, second.caption.name) == ("fake", "Demo")
    assert window.pane.caption.isVisible()
    assert window.chooser.remove.isEnabled()
    assert not window.chooser.second.menuAction().isEnabled()
    click(qtbot, second.caption.remove)
    assert not window.pictures.has_two
    assert not window.chooser.remove.isEnabled()
    assert window.pane.caption.isHidden()
    assert window.pictures.chosen is window.pane
    before = window.video.frame.index
    until(lambda: window.video.frame.index > before)
    window.chooser.added.emit("garden")  # again
    until(lambda: second.video.frame is not None and second.video.frame.source == "garden")
    window.chooser.remove.trigger()
    assert not window.pictures.has_two


def test_the_commands_act_on_the_picture_that_was_clicked_last(program, second, qtbot, until):
    window = program.window
    click(qtbot, second.video, second.video.rect().topLeft())
    assert window.pictures.chosen is second
    assert window.chooser.accessibleDescription() == "door"
    assert window.status.doing.text().startswith("door")
    qtbot.keyClick(second.video, Qt.Key.Key_Space)
    assert second.paused.isVisible()
    assert window.paused.isHidden()
    before = window.video.frame.index
    until(lambda: window.video.frame.index > before + 5)
    click(qtbot, window.video, window.video.rect().topLeft())
    assert not window.actions_.pause.isChecked()  # that of the first picture
    assert second.paused.isVisible()
    window.chooser.chosen.emit("desk")
    until(lambda: window.pane.caption.name == "desk")
    assert second.caption.name == "door"


def test_the_keyboard_moves_to_the_second_picture_too(program, second, qtbot, until):
    window = program.window
    window.activateWindow()
    until(window.isActiveWindow)
    window.video.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.pictures.chosen is window.pane
    second.video.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.pictures.chosen is second
    assert second.toolbar.isVisible()
    assert window.pane.toolbar.isHidden()
    until(lambda: len(second.video.marks) == 1)
    qtbot.keyClick(second.video, Qt.Key.Key_1)
    assert program.review._card is not None
    assert program.review._card_channel == 1
    program.review.close_card()
    assert second.video.hasFocus()


def test_a_button_of_the_toolbar_acts_on_its_picture(program, second, qtbot):
    window = program.window
    window.pictures.choose(second)
    second.show_toolbar()
    pause = next(each for each in second.toolbar.findChildren(QToolButton) if "Pause" in each.toolTip())
    click(qtbot, pause)
    assert second.paused.isVisible()
    assert window.paused.isHidden()


def test_a_face_of_either_picture_has_its_card_beside_it(program, second, qtbot, until):
    window = program.window
    for pane in (second, window.pane):
        until(lambda pane=pane: len(pane.video.marks) == 1)
        place = pane.video.fit().to_view(pane.video.marks[0].box)
        spot = pane.video.rect().topLeft()
        spot.setX(round(place.left + place.width / 2)), spot.setY(round(place.top + place.height / 2))
        click(qtbot, pane.video, spot)
        assert window.pictures.chosen is pane
        assert program.review._card is not None
        assert program.review._card_channel == window.pictures.panes.index(pane)
    program.live.displays[1].open("garden")  # another source in the other picture
    assert program.review._card is not None
    program.live.displays[0].open("garden")
    assert program.review._card is None


def test_a_snapshot_is_of_the_chosen_picture(make, until, tmp_path):
    settings = Settings(welcomed=True, pictures=str(tmp_path / "pictures"))
    program = make(open_source=open_source, settings=settings)
    window = program.window
    window.chooser.added.emit("door")
    until(lambda: all(pane.video.frame is not None for pane in window.pictures.panes))
    window.actions_.snapshot.trigger()
    until(lambda: len(list((tmp_path / "pictures").glob("*.png"))) >= 1)
    plain = next(each for each in (tmp_path / "pictures").glob("*.png") if "marked" not in each.name)
    assert codec.read(plain).max() >= 160


def test_an_outage_of_one_does_not_stop_the_other(make, until):
    loose = LosingSource()
    program = make(open_source=lambda text: loose if text == "door" else open_source(text))
    window = program.window
    window.chooser.added.emit("door")
    second = window.pictures.panes[1]
    until(lambda: second.video.accessibleDescription() == "No picture")
    assert "stopped delivering" in window.banner.text
    before = window.video.frame.index
    until(lambda: window.video.frame.index > before + 20 and len(window.video.marks) == 1)
    loose.mended.set()
    until(lambda: second.video.frame is not None)


def test_a_second_source_that_is_not_there_is_said_and_the_first_goes_on(make, until):
    program = make(open_source=lambda text: MissingSource() if text == "7" else open_source(text))
    window = program.window
    window.chooser.added.emit("7")
    until(lambda: "no camera 7" in window.banner.text)
    before = window.video.frame.index if window.video.frame else -1
    until(lambda: window.video.frame is not None and window.video.frame.index > before + 5)


def test_the_end_of_one_offers_to_play_it_again_and_the_other_goes_on(make, until):
    film = [picture(200)] * 3

    def open_film(text):
        return FakeSource(film, name=text, forever=False) if text == "film" else open_source(text)

    program = make(open_source=open_film)
    window = program.window
    window.chooser.added.emit("film")
    second = window.pictures.panes[1]
    until(second.next_step.isVisible)
    assert window.video.frame.source == "fake"
    second.next_step.button.click()
    until(second.next_step.isHidden)
    until(second.next_step.isVisible)  # it has ended again


def test_both_are_remembered(make, until, folders):
    program = make(open_source=open_source)
    program.window.chooser.added.emit("door")
    until(lambda: Settings.load(folders.settings).second_source == "door")
    program.quit()
    again = make(open_source=open_source, settings=Settings.load(folders.settings), begin=False)
    again.begin(None)
    until(lambda: again.window.pictures.panes[1].caption.name == "door")
    assert again.window.pictures.chosen is again.window.pane
    again.window.chooser.remove.trigger()
    until(lambda: Settings.load(folders.settings).second_source is None)


def test_a_remembered_second_source_that_is_gone_is_said_and_removed(make, until):
    settings = Settings(welcomed=True, source="fake", second_source="7")
    program = make(
        open_source=lambda text: MissingSource() if text == "7" else open_source(text), settings=settings, begin=False
    )
    program.begin(None)
    until(lambda: "no camera 7" in program.window.banner.text)
    until(lambda: not program.window.pictures.has_two)
    assert program.settings.second_source is None


@pytest.mark.parametrize("doubtful", ["fake", "door"])
def test_questions_come_from_either_picture(make, until, people, doubtful):
    faces = [Face(Box(20, 60, 110, 110)), Face(Box(180, 60, 110, 110))]
    detector = FakeDetector(lambda image: faces if image.std() > 20 else [])
    pipeline = Pipeline(detector, AdaOrEither.made(), model="m", people=2)

    def open_scene(text):
        return FakeSource([scene() if text == doubtful else picture(90, 320, 240)], name=text)

    program = make(open_source=open_scene, load_pipeline=lambda wanted, told: pipeline)
    program.window.chooser.added.emit("door")
    until(lambda: program.window.review.question is not None)


def test_a_capture_stays_with_the_picture_that_was_chosen_when_it_began(program, second, until, qtbot):
    window = program.window
    window.pictures.choose(second)
    program.capture.start(PersonName("Bob"))
    until(lambda: second.video.guide is not None)
    assert window.video.guide is None
    taken = []
    program.capture.take = lambda analysis: taken.append(analysis.frame.source)
    click(qtbot, window.video, window.video.rect().topLeft())
    assert window.pictures.chosen is window.pane
    until(lambda: len(taken) > 5)
    assert set(taken) == {"door"}
    program.live.displays[0].open("desk")  # does not end it
    assert program.capture.phase is CapturePhase.RUNNING
    window.chooser.removed.emit()
    assert program.capture.phase is not CapturePhase.RUNNING


def test_who_is_in_both_pictures_has_one_visit_with_the_source_where_it_began(make, until, folders, people):
    program = make(
        open_source=open_source,
        load_pipeline=lambda wanted, told: naming("Ada"),
        settings=Settings(welcomed=True, sightings=True),
    )
    window = program.window
    until(lambda: window.video.accessibleDescription() == "Ada 90 %")
    until(lambda: len(program.recorder.present) == 1)
    window.chooser.added.emit("door")
    until(lambda: window.pictures.panes[1].video.accessibleDescription() == "Ada 90 %")
    shown = []
    program.live.analyzed.connect(lambda analysis: shown.append(analysis.frame.channel))
    until(lambda: shown.count(1) > 100)  # more than a second
    assert [(visit.name, visit.source) for visit in program.recorder.present] == [("Ada", "fake")]
    program.quit()
    assert [(each.name, each.source) for each in SightingStore(folders.sightings).sightings()] == [("Ada", "fake")]


@pytest.mark.parametrize("size", [(1280, 800), (960, 600), (800, 480)])
def test_two_pictures_fit_beside_or_above_each_other(program, second, qtbot, size):
    window = program.window
    window.resize(*size)
    window.actions_.panel.setChecked(True)
    qtbot.wait(1)
    first = window.pane
    for pane in (first, second):
        assert pane.video.width() >= 160
        assert pane.video.height() >= 120
        assert window.pictures.rect().contains(pane.geometry())
        assert pane.caption.label.width() > 40
    beside = first.geometry().right() < second.geometry().left()
    above = first.geometry().bottom() < second.geometry().top()
    assert beside is not above
    area = max(pane.video.fit().area.width for pane in (first, second))
    assert area >= 0.3 * window.pictures.width()
    assert (window.width(), window.height()) == size


def test_the_window_says_in_a_sentence_that_the_computer_is_too_slow(program, second, monkeypatch):
    window, notice = program.window, program.load_notice
    now = [0.0]
    notice._clock = lambda: now[0]
    turns = program.live.analysis.turns
    monkeypatch.setattr(turns, "interval", lambda channel: 0.25 * channel)
    for second_of_day in range(5):
        now[0] = float(second_of_day)
        notice.update()
    told = "This computer is too slow for both pictures: in door, it looks for faces 4.0 times a second."
    assert window.banner.text == told
    assert second.caption.rate.text() == "4.0 looks a second"
    assert window.pane.caption.rate.text() == ""
    monkeypatch.setattr(turns, "interval", lambda channel: 0.0)
    for second_of_day in range(5, 12):
        now[0] = float(second_of_day)
        notice.update()
    assert window.banner.text != told
    assert second.caption.rate.text() == ""
