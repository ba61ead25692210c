"""Folders, pictures and videos come into the program: dropped, or chosen in the menu."""

import threading
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from support.fakes import FakeDetector
from support.media_files import MP4_HEAD, encode_with_pillow
from support.tagging.reviewed_clip import write_numbered_clip
from support.ui_fakes import FakeRunner, FakeSource
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.pipeline import Pipeline
from visavis.ui.capture.mode import CapturePhase
from visavis.ui.imports.face_choice_dialog import FaceChoiceDialog


@FakeDetector
def detect(image):
    return [Face(Box(170, 50, 110, 110))]


@pytest.fixture
def crew(tmp_path, photos):
    """A folder with two people, one of whose pictures is broken."""
    for name, count in (("Ada", 2), ("Bob", 1)):
        for number in range(count):
            path = tmp_path / "crew" / name / f"{number}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            codec.write(path, np.roll(photos[0], number, axis=1))
    (tmp_path / "crew" / "Bob" / "broken.jpg").write_bytes(b"no picture")
    return tmp_path / "crew"


def drop(window, *paths):
    """What the desktop does when files are let go over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, modifier = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), action, data, button, modifier)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert window.drop_hint.isVisible()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), action, data, button, modifier))
    assert window.drop_hint.isHidden()


def asked(program, until):
    """The question that is open."""

    def there():
        return [child for child in program.window.children() if child.objectName() == "question" and child.isVisible()]

    until(lambda: len(there()) == 1)
    return there()[0]


def people(folders):
    store = PeopleStore(folders.people)
    return {person.name: len(store.samples(person)) for person in store.people()}


def test_a_dropped_folder_of_people_is_imported_after_a_question(make, until, folders, crew):
    program = make()
    drop(program.window, crew)
    question = asked(program, until)
    assert question.windowTitle() == "Import 2 people?"
    assert "Ada, Bob" in question.accessibleDescription()
    question.accept()
    until(lambda: program.window.banner.text == "3 pictures imported.")
    assert "These are no pictures: broken.jpg." in program.window.banner.accessibleDescription()
    assert program.window.import_bar.isHidden()
    assert people(folders) == {"Ada": 2, "Bob": 1}
    until(lambda: [row.name for row in program.window.people.model.rows] == ["Ada", "Bob"])


def test_pictures_are_imported_by_keyboard_after_asking_whose(make, until, qtbot, folders, crew):
    program = make()
    window = program.window
    until(window.isActiveWindow)
    qtbot.keyClick(window.video, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    [dialog] = [child for child in window.children() if child.inherits("QFileDialog")]
    dialog.filesSelected.emit([str(path) for path in (crew / "Ada").iterdir()])
    dialog.reject()
    question = asked(program, until)
    qtbot.keyClicks(question.field, "Grace")
    qtbot.keyClick(question.field, Qt.Key.Key_Return)
    until(lambda: people(folders) == {"Grace": 2})


def test_an_invalid_name_is_reported(make, until, crew):
    program = make()
    program.imports.open_files([crew / "Ada"])
    question = asked(program, until)
    assert question.field.text() == "Ada"
    question.field.setText("  ")
    question.accept()
    until(lambda: bool(program.window.banner.text))
    assert not program.import_job.running


def test_unsupported_files_are_reported(make, until, tmp_path):
    program = make()
    (tmp_path / "notes.txt").write_text("")
    drop(program.window, tmp_path / "notes.txt")
    until(lambda: program.window.banner.text == "notes.txt is neither a picture nor a video.")


def test_pictures_of_any_format_and_name_can_be_dropped(make, until, folders, photos, tmp_path):
    program = make()
    for name, kind in (("IMG_0001.mp4", "AVIF"), ("scan", "TIFF"), ("a.gif", "GIF")):
        (tmp_path / name).write_bytes(encode_with_pillow(photos[0], kind))
    drop(program.window, *(tmp_path / name for name in ("IMG_0001.mp4", "scan", "a.gif")))
    question = asked(program, until)
    question.field.setText("Ada")
    question.accept()
    until(lambda: people(folders) == {"Ada": 3})


def test_a_stopped_import_keeps_what_it_has(make, until, qtbot, folders, crew):
    gate, entered = threading.Event(), threading.Event()

    def slow(image):
        entered.set()
        gate.wait(10)
        return [Face(Box(170, 50, 110, 110))]

    program = make(create_detector=lambda: slow)
    program.imports.open_files([crew])
    asked(program, until).accept()
    until(entered.is_set)
    assert program.window.import_bar.isVisible()
    program.imports.open_files([crew])  # a second one is not begun
    assert "Wait until it has ended" in program.window.banner.text
    qtbot.mouseClick(program.window.import_bar.button, Qt.MouseButton.LeftButton)
    gate.set()
    until(lambda: program.window.banner.text == "Stopped: 1 picture imported.")
    assert people(folders) == {"Ada": 1}


def test_closing_stops_an_import(make, until, crew):
    program = make()
    program.imports.open_files([crew])
    asked(program, until).accept()
    program.window.close()
    assert program.all_ended


def test_a_video_is_shown(make, until, tmp_path):
    opened = []
    program = make(open_source=lambda text: (opened.append(text), FakeSource())[1])
    (tmp_path / "clip.mp4").write_bytes(MP4_HEAD)
    drop(program.window, tmp_path / "clip.mp4")
    asked(program, until).accept()
    until(lambda: opened[-1].endswith("clip.mp4"))
    assert program.capture.phase is CapturePhase.IDLE


def test_a_video_to_enroll_from_is_not_remembered_as_source(make, until, qtbot, tmp_path, photos, folders):
    height, width = photos[0].shape[:2]
    turns = [cv2.getRotationMatrix2D((230, 110), 40 * np.sin(n / 7) + n / 3, 1.0) for n in range(120)]
    film = [cv2.warpAffine(photos[0], turn, (width, height)) for turn in turns]

    program = make(
        open_source=lambda text: FakeSource(film, name=text, forever=not text.endswith("mp4")),
        pipeline=Pipeline(detect),
        load_pipeline=lambda wanted, told: Pipeline(detect),
    )
    (tmp_path / "clip.mp4").write_bytes(MP4_HEAD)
    drop(program.window, tmp_path / "clip.mp4")
    qtbot.mouseClick(asked(program, until).also[0], Qt.MouseButton.LeftButton)
    question = asked(program, until)
    question.field.setText("Grace")
    question.accept()
    until(lambda: program.capture.phase is CapturePhase.REVIEW)  # when there are enough, or the film ends
    assert program.window.capture.name.text() == "Grace"
    program.window.capture.act()
    until(lambda: program.capture.phase is CapturePhase.SAVED)
    assert people(folders)["Grace"] > 3
    assert program.settings.source is None


def test_enrolling_from_a_video_keeps_an_unsaved_capture(make, until, tmp_path, photos):
    program = make(
        FakeSource([photos[0]]),
        pipeline=Pipeline(detect),
        load_pipeline=lambda wanted, told: Pipeline(detect),
    )
    program.capture.start(PersonName("Ada"))
    until(lambda: bool(program.capture.session.shots))
    program.imports._enroll("Grace", tmp_path / "clip.mp4")
    assert "Save or discard" in program.window.banner.text
    assert program.capture.session.name == "Ada"


# Several faces, and pictures that were taken out


@pytest.fixture
def group(tmp_path, photos):
    """A folder with a group picture of Ada and somebody else."""
    path = tmp_path / "group" / "Ada" / "group.png"
    path.parent.mkdir(parents=True)
    codec.write(path, photos[0])
    return path.parent.parent


def two_faces(image):
    return [Face(Box(170, 50, 110, 110)), Face(Box(20, 60, 60, 60))]


def faces_dialog(program, until):
    until(lambda: bool(program.window.findChildren(FaceChoiceDialog)))
    return program.window.findChildren(FaceChoiceDialog)[0]


def test_the_faces_of_a_group_picture_become_the_people_that_the_user_names(make, until, folders, group):
    program = make(create_detector=lambda: two_faces)
    program.imports.open_files([group])
    asked(program, until).accept()
    dialog = faces_dialog(program, until)
    assert people(folders) == {}
    left, right = dialog._tiles
    assert (left.name, right.name) == ("", "Ada")
    left.field.setCurrentText("Bob")

    dialog.next.click()

    until(lambda: people(folders) == {"Ada": 1, "Bob": 1} and not program.import_job.running)
    program.imports.open_files([group])
    asked(program, until).accept()
    until(lambda: "1 picture had been imported before." in program.window.banner.accessibleDescription())


def test_a_group_picture_can_be_left_out(make, until, folders, group):
    program = make(create_detector=lambda: two_faces)
    program.imports.open_files([group])
    asked(program, until).accept()
    faces_dialog(program, until).cancel.click()
    until(lambda: program.window.banner.text == "1 picture with several faces not imported.")
    assert people(folders) == {}


def test_deleted_pictures_are_imported_again_after_a_question_only(make, until, folders, crew):
    program = make()
    program.imports.open_files([crew / "Ada"])
    asked(program, until).accept()
    until(lambda: people(folders) == {"Ada": 2} and not program.import_job.running)
    store = PeopleStore(folders.people)
    program.library.people.trash.delete_samples(store.find("Ada"), store.samples(store.find("Ada"))[:1])

    program.imports.open_files([crew / "Ada"])
    asked(program, until).accept()
    until(lambda: "1 picture passed over" in program.window.banner.accessibleDescription())
    question = asked(program, until)
    assert question.windowTitle() == "Import 1 picture again?"
    assert people(folders) == {"Ada": 1}
    question.accept()
    until(lambda: people(folders) == {"Ada": 2})


def test_pictures_without_a_face_are_set_aside(make, until, folders, crew):
    program = make(create_detector=lambda: lambda image: [])
    program.imports.open_files([crew / "Ada"])
    asked(program, until).accept()
    until(lambda: "No face was found in 2 pictures" in program.window.banner.accessibleDescription())
    store = PeopleStore(folders.people)
    assert people(folders) == {"Ada": 0}
    assert len(store.aside(store.find("Ada"))) == 2


def test_what_a_folder_has_besides_people_is_said(make, until, crew):
    (crew / "Ada" / "deeper").mkdir()
    (crew / "Empty").mkdir()
    program = make()
    program.imports.open_files([crew])
    asked(program, until).accept()
    until(lambda: program.window.banner.text == "3 pictures imported.")
    said = program.window.banner.accessibleDescription()
    assert "deeper is ignored: the pictures of a person must lie directly" in said
    assert "Empty has no pictures." in said


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_the_first_picture_that_is_dropped_is_learned_at_once(make, until, qtbot, folders, crew, by):
    runners = []
    program = make(create_runner=lambda: runners.append(FakeRunner()) or runners[-1])
    drop(program.window, crew / "Ada" / "0.png")
    question = asked(program, until)
    question.field.setText("Ada")
    if by == "mouse":
        qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(question.field, Qt.Key.Key_Return)
    until(lambda: people(folders) == {"Ada": 1})
    until(lambda: len(runners) == 1)


def test_nothing_is_learned_where_nothing_was_imported(make, until, folders, tmp_path):
    runners = []
    program = make(create_runner=lambda: runners.append(FakeRunner()) or runners[-1])
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 no picture")
    drop(program.window, tmp_path / "broken.jpg")
    question = asked(program, until)
    question.field.setText("Ada")
    question.accept()
    until(lambda: "cannot be read" in program.window.banner.accessibleDescription())
    assert runners == []


def test_a_damaged_picture_is_named(make, until, folders, tmp_path):
    program = make()
    content = codec.encode(np.random.default_rng(1).integers(0, 255, (90, 90, 3), np.uint8))
    (tmp_path / "holiday.jpg").write_bytes(content[: len(content) * 2 // 3])
    drop(program.window, tmp_path / "holiday.jpg")
    question = asked(program, until)
    question.field.setText("Ada")
    question.accept()
    until(lambda: "damaged" in program.window.banner.accessibleDescription())
    assert "holiday.jpg" in program.window.banner.accessibleDescription()


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
@pytest.mark.parametrize("part", ["0.png", "."])
def test_a_dropped_picture_or_folder_is_only_recognized(make, until, qtbot, folders, crew, by, part):
    opened = []
    program = make(open_source=lambda text: opened.append(text) or FakeSource())
    drop(program.window, crew / "Ada" / part)
    question = asked(program, until)
    [also] = question.also
    assert also.text() == "Only recognize"
    if by == "mouse":
        qtbot.mouseClick(also, Qt.MouseButton.LeftButton)
    else:
        also.setFocus()
        qtbot.keyClick(also, Qt.Key.Key_Space)
    until(lambda: str((crew / "Ada" / part).resolve()) in [str(Path(text).resolve()) for text in opened])
    assert people(folders) == {}


def test_a_dropped_video_is_reviewed(make, until, qtbot, tmp_path):
    program = make(tag_video=lambda path, report: None)
    drop(program.window, write_numbered_clip(tmp_path / "film.mp4", frames=10))
    question = asked(program, until)
    assert [button.text() for button in question.also] == ["Enroll someone …", "Review it"]
    qtbot.mouseClick(question.also[1], Qt.MouseButton.LeftButton)
    until(lambda: program.window.reviewer.video.frame is not None)
    assert program.window.reviewer.title.text() == "film.mp4"
    assert program.window.pages.currentWidget() is program.window.reviewer
