"""Teaching the program, as people do it: a click on a face or its number, the card, and the questions."""

import dataclasses
from dataclasses import fields
from datetime import date

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from support.fakes import FakeDetector, recognizing
from support.screens.face_cards import cards_on, open_card
from support.ui_fakes import FakeSource
from visavis.faces.observation import QualityIssue
from visavis.imaging.geometry import Box, Face
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.pipeline import Pipeline
from visavis.recognition.match import Doubt, Match
from visavis.recognition.recognizer import Recognizer
from visavis.review.queue import QuestionKind
from visavis.ui.live.overlay import FaceMark, PictureFit, find_mark, sort_by_position
from visavis.ui.shell.pages import REVIEW
from visavis.ui.text import matches

LEFT, RIGHT = Box(20, 60, 110, 110), Box(180, 60, 110, 110)
ADA = Match("Ada", 0.98, "Ada", ("Bob", 0.2))
EITHER = Match(None, 0.9, "Ada", ("Bob", 0.88), Doubt.AMBIGUOUS)


def scene():
    coarse = np.random.default_rng(7).integers(0, 256, (12, 16, 3), np.uint8)
    image = cv2.resize(coarse, (320, 240), interpolation=cv2.INTER_CUBIC).astype(int)
    return np.clip(image + np.random.default_rng(1).integers(-40, 40, image.shape), 0, 255).astype(np.uint8)


class AdaOrEither(Recognizer):
    """Whoever is on the left is Ada, and on the right somebody like Ada or Bob."""

    def decide(self, probes):
        return [ADA if probe.vector[0] > 0.5 else EITHER for probe in probes]

    @classmethod
    def made(cls):
        like = recognizing(
            lambda image, faces: [[float(face.box.left < RIGHT.left), 1.0] for face in faces], ["Ada", "Bob"]
        )
        return cls(**{field.name: getattr(like, field.name) for field in fields(like)})


def heeding(pipeline):
    """The same, recognized by a network that heeds rejections."""
    vetoes = lambda vectors: np.zeros((len(vectors), 2), bool)  # noqa: E731
    return dataclasses.replace(pipeline, recognize=dataclasses.replace(pipeline.recognize, vetoes=vetoes))


@pytest.fixture
def program(make, until, folders):
    """Ada is named on the left; on the right is somebody like Ada or Bob. Both are enrolled."""
    program = enrolled(make, folders, FakeSource([scene()]))
    program.window.activateWindow()
    until(program.window.isActiveWindow)
    until(lambda: len(program.window.video.marks) == 2 and program.window.people.model.rowCount() == 2)
    until(lambda: program.window.review.question is not None)
    return program


def enrolled(make, folders, source):
    people = PeopleStore(folders.people)
    for name in ("Ada", "Bob"):
        people.add(people.create(PersonName(name)), scene())
    pipeline = Pipeline(FakeDetector(lambda image: [Face(LEFT), Face(RIGHT)]), AdaOrEither.made(), model="m", people=2)
    return make(source, load_pipeline=lambda model, told: pipeline)


def samples(folders, name):
    people = PeopleStore(folders.people)
    return len(people.samples(people.find(name)))


def click(qtbot, video, box):
    place = video.fit().to_view(box)
    qtbot.mouseClick(video, Qt.MouseButton.LeftButton, pos=QPoint(round(place.left) + 20, round(place.top) + 20))


@pytest.fixture
def clicked(program, qtbot, until):
    """Opens the card of a face by mouse."""
    video = program.window.video
    return lambda box: open_card(program.window, until, lambda: click(qtbot, video, box))


@pytest.fixture
def pressed(program, qtbot, until):
    """Opens the card of a face by its number."""

    def press(key):
        program.window.activateWindow()  # as a desktop does after a dialog
        until(program.window.isActiveWindow)
        return open_card(program.window, until, lambda: qtbot.keyClick(program.window.video, key))

    return press


# Which face


def test_of_two_faces_under_the_pointer_the_smaller_is_hit():
    marks = (FaceMark(Box(0, 0, 100, 100), "Ada"), FaceMark(Box(40, 40, 20, 20), "Bob"))
    fit = PictureFit.of((100, 100), (100, 100))
    assert [find_mark(marks, fit, *place) for place in ((50, 50), (5, 5), (100, 100))] == [1, 0, None]


def test_faces_are_numbered_from_the_left_also_if_mirrored():
    marks = (FaceMark(Box(0, 0, 10, 10), "Ada"), FaceMark(Box(50, 0, 10, 10), "Bob"))
    assert sort_by_position(marks, PictureFit.of((100, 100), (100, 100))) == [0, 1]
    assert sort_by_position(marks, PictureFit.of((100, 100), (100, 100), mirrored=True)) == [1, 0]


# The card


def test_a_click_on_a_face_says_who_it_is_and_why(clicked):
    card = clicked(RIGHT)
    assert "Ada or Bob?" in card.accessibleDescription()
    assert "also Bob (88 %)" in card.accessibleDescription()


def test_a_face_is_named_by_mouse(program, clicked, qtbot, until, folders):
    card = clicked(RIGHT)
    card.name.setText("Bob")
    qtbot.mouseClick(card.save, Qt.MouseButton.LeftButton)
    until(lambda: samples(folders, "Bob") == 2)
    until(lambda: program.window.toast.text == "Bob has one more picture.")


def test_a_new_person_is_named_by_keyboard(program, pressed, qtbot, until, folders):
    program.window.video.setFocus()
    card = pressed(Qt.Key.Key_2)
    qtbot.keyClicks(card.name, "Cleo")
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    until(lambda: program.window.people.model.rowCount() == 3)
    assert samples(folders, "Cleo") == 1


def test_not_this_person_is_saved(pressed, qtbot, until, folders):
    card = pressed(Qt.Key.Key_1)
    assert card.not_them.whole == "Not Ada"
    qtbot.mouseClick(card.not_them, Qt.MouseButton.LeftButton)
    until(lambda: len(RejectionStore(folders.strangers).rejections()) == 1)
    [rejection] = RejectionStore(folders.strangers).rejections()
    assert rejection.concerns(PeopleStore(folders.people).find("Ada").slug)
    assert not rejection.concerns(PeopleStore(folders.people).find("Bob").slug)


def test_strangers_and_non_faces_are_saved_as_rejections(program, pressed, qtbot, until, folders):
    for number, button in ((Qt.Key.Key_1, "stranger"), (Qt.Key.Key_2, "no_face")):
        card = pressed(number)
        with qtbot.waitSignal(card.closed):
            qtbot.mouseClick(getattr(card, button), Qt.MouseButton.LeftButton)
        assert not cards_on(program.window)
    until(lambda: len(RejectionStore(folders.strangers).rejections()) == 2)


def test_a_model_without_support_for_rejections_is_reported(program, pressed, qtbot, until, folders):
    assert not program.live.pipeline.heeds_rejections
    qtbot.mouseClick(pressed(Qt.Key.Key_1).not_them, Qt.MouseButton.LeftButton)
    until(lambda: "cannot apply it" in program.window.toast.text)
    program.review.set_pipeline(heeding(program.live.pipeline))
    program.review.is_stranger(program.window.review.question.seen)
    until(lambda: program.window.toast.text == "A face like this is given no name.")


# The questions


def test_only_uncertain_faces_become_questions(program):
    assert program.window.panel.title_of(REVIEW) == "Review 1"
    assert program.window.review.asked.text() == "Ada or Bob?"
    assert [button.name for button in program.window.review.candidates] == ["Ada", "Bob"]


def test_both_candidates_are_shown_side_by_side_with_portrait_and_score(program, until):
    program.window.show_page(REVIEW)
    ada, bob = program.window.review.candidates
    until(lambda: not ada.icon().isNull() and not bob.icon().isNull())
    assert ada.isVisible()
    assert bob.isVisible()
    assert ada.y() == bob.y()
    assert ada.geometry().right() < bob.geometry().left()
    assert (ada.text(), bob.text()) == ("1   Ada\n90 %", "2   Bob\n88 %")


def test_a_question_is_answered_with_a_candidate_by_mouse(program, qtbot, until, folders):
    program.window.show_page(REVIEW)
    qtbot.mouseClick(program.window.review.candidates[1], Qt.MouseButton.LeftButton)
    until(lambda: samples(folders, "Bob") == 2)
    assert program.window.review.question is None


def test_a_question_stays_while_others_come_and_the_name_that_is_typed_stays(program, qtbot):
    review = program.window.review
    [first] = program.review._queue.questions
    qtbot.keyClicks(review.name, "Ce")
    better = dataclasses.replace(first, weight=1.0)
    review.show_questions((dataclasses.replace(first, number=first.number + 1), better))
    assert review.question is better
    assert review.name.text() == "Ce"


def test_a_candidate_with_0_percent_is_not_offered(program):
    review = program.window.review
    program.window.show_page(REVIEW)
    unknown = Match(None, 0.004, "Ada", ("Bob", 0.002), Doubt.FAR)
    [first] = program.review._queue.questions
    review.show_questions((dataclasses.replace(first, number=99, kind=QuestionKind.UNKNOWN, match=unknown),))
    assert review.asked.text() == "Who is this?"
    assert review.why.text() == "Resembles nobody who is enrolled."
    assert not any(button.isVisible() for button in (*review.candidates, review.not_them))


def test_questions_stay_when_the_source_ends_and_when_another_one_opens(make, qtbot, until, folders):
    """The last frame of a source stays in view, with "Ada or Bob?" in it."""
    source = FakeSource([scene()])
    program = enrolled(make, folders, source)
    until(lambda: program.window.review.asked.text() == "Ada or Bob?")
    source.stop()
    until(lambda: program.window.next_step.text == "The source has ended.")  # rather than that nobody is learned yet
    assert program.window.review.asked.text() == "Ada or Bob?"
    closed = []
    program.live.closed.connect(lambda *_: closed.append(True))
    qtbot.mouseClick(program.window.next_step.button, Qt.MouseButton.LeftButton)
    until(lambda: bool(closed))
    assert program.window.review.asked.text() == "Ada or Bob?"
    assert program.window.panel.title_of(REVIEW) == "Review 1"


def test_the_questions_of_a_person_who_was_removed_by_another_process_are_dropped(program, until, folders):
    people = PeopleStore(folders.people)
    people.delete(people.find("Bob"))
    program.follower.changed.emit()
    until(lambda: program.window.people.model.rowCount() == 1)
    until(lambda: all("Bob" not in dict(asked.candidates) for asked in program.review._queue.questions))


def test_questions_stay_when_another_process_adds_a_person(program, until, folders):
    [before] = program.review._queue.questions
    PeopleStore(folders.people).create(PersonName("Cem"))
    program.follower.changed.emit()
    until(lambda: program.window.people.model.rowCount() == 3)
    until(program.disk_worker._work.empty)
    assert [asked.number for asked in program.review._queue.questions] == [before.number]


def test_questions_are_dropped_when_the_day_ends(program, qtbot):
    program.review._queue._today = lambda: date(2100, 1, 1)
    program.live.pause(True)
    program.review._clock.timeout.emit()
    assert program.review._queue.questions == ()


def test_a_question_is_answered_and_undone_by_keyboard(program, qtbot, until, folders):
    program.window.actions_.review.trigger()
    review = program.window.review
    qtbot.waitUntil(review.hasFocus)
    qtbot.keyClick(review, Qt.Key.Key_2)
    until(lambda: samples(folders, "Bob") == 2)
    assert review.question is None
    until(lambda: program.window.toast.text == "Bob has one more picture.")
    qtbot.keyClick(review, Qt.Key.Key_Z)
    until(lambda: samples(folders, "Bob") == 1)
    until(lambda: review.question is not None)


@pytest.mark.parametrize(("key", "concerned"), [(Qt.Key.Key_N, {"Ada"}), (Qt.Key.Key_X, {"Ada", "Bob"})])
def test_a_question_is_rejected_by_keyboard(program, qtbot, until, folders, key, concerned):
    program.window.actions_.review.trigger()
    qtbot.keyClick(program.window.review, key)
    until(lambda: len(RejectionStore(folders.strangers).rejections()) == 1)
    [rejection] = RejectionStore(folders.strangers).rejections()
    people = PeopleStore(folders.people).people()
    assert {person.name for person in people if rejection.concerns(person.slug)} == concerned


def test_a_question_is_answered_with_another_name_by_mouse(program, qtbot, until, folders):
    program.window.show_page(REVIEW)
    review = program.window.review
    qtbot.mouseClick(review.name, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(review.name, "n2")  # no shortcuts while a name is typed
    qtbot.keyClick(review.name, Qt.Key.Key_Return)
    until(lambda: program.window.people.model.rowCount() == 3)
    assert samples(folders, "n2") == 1


@pytest.mark.parametrize("by_key", [False, True])
def test_a_skipped_question_does_not_come_back_and_the_page_says_why(program, qtbot, until, by_key):
    """The picture still shows "Ada or Bob?"."""
    program.window.show_page(REVIEW)
    review = program.window.review
    if by_key:
        program.window.activateWindow()
        until(program.window.isActiveWindow)
        qtbot.keyClick(program.window.video, Qt.Key.Key_Space)
    else:
        qtbot.mouseClick(review.later, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(program.live.session.analyzed):
        pass
    assert review.question is None
    assert review.asked.text() == "Nothing more to ask"
    assert "click the face" in review.why.text()


def test_nothing_to_undo_is_reported(program, qtbot, until):
    program.window.review.back.click()
    until(lambda: program.window.toast.text == "There is nothing to undo.")


def test_forgetting_a_person_clears_the_undo_history(program, qtbot, until, folders):
    program.review.is_person(program.window.review.question.seen, PersonName("Cem"))
    until(lambda: program.window.toast.text == "Cem is enrolled, with one picture.")
    program.library.models_changed.emit()
    program.window.review.back.click()
    until(lambda: program.window.toast.text == "There is nothing to undo.")
    assert samples(folders, "Cem") == 1


# Words


def test_every_doubt_has_a_sentence():
    for doubt in matches._REASONS:
        sentence = matches.reason(Match(None, 0.5, "Ada", ("Bob", 0.4), doubt))
        assert sentence.endswith(".")
        assert "{" not in sentence
    assert set(matches._REASONS) == {*Doubt, *QualityIssue}
