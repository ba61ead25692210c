"""One sentence at a time, the most severe first, none over and over."""

from visavis.errors import ModelError
from visavis.ui.text.hints import translate_hint
from visavis.ui.text.notices import PASSING_S, REPEAT_S, Notice, NoticeBoard, Severity

LOST = Notice("The camera stopped.", "Check the cable.", Severity.WARNING, "source")
DEMO = Notice("This is the demo.")
BROKEN = Notice.of(ModelError("The model is broken."), "model")


def test_an_error_brings_its_hint():
    assert Notice("The model is broken.", translate_hint(ModelError.hint), Severity.ERROR, "model") == BROKEN


def test_the_same_is_counted_not_said_again():
    board = NoticeBoard()
    for frame in range(30):
        board.post(LOST, frame / 30)
    assert board.current(1.0) == (LOST, 30)


def test_what_was_closed_stays_closed_for_a_while():
    board = NoticeBoard()
    board.post(LOST, 0.0)
    board.close(LOST, 1.0)
    board.post(LOST, 2.0)
    assert board.current(2.0) is None
    board.post(LOST, 1.0 + REPEAT_S + 1)
    assert board.current(40.0) == (LOST, 1)


def test_the_most_severe_is_shown_first_and_the_others_wait():
    board = NoticeBoard()
    board.post(DEMO, 0.0)
    board.post(LOST, 0.0)
    board.post(BROKEN, 0.0)
    shown = []
    while current := board.current(1.0):
        shown.append(current[0])
        board.close(current[0], 1.0)
    assert shown == [BROKEN, LOST, DEMO]


def test_good_news_leaves_by_itself_once_it_was_seen():
    board = NoticeBoard()
    board.post(LOST, 0.0)
    board.post(DEMO, 0.0)
    assert board.current(2 * PASSING_S) == (LOST, 1)
    board.close(LOST, 2 * PASSING_S)
    assert board.current(2 * PASSING_S) == (DEMO, 1)  # it waited behind the warning
    assert board.current(3 * PASSING_S + 1) is None
    board.post(DEMO, 3 * PASSING_S + 2)
    assert board.current(3 * PASSING_S + 2) is None


def test_what_is_mended_is_withdrawn_and_may_come_back():
    board = NoticeBoard()
    board.post(LOST, 0.0)
    board.withdraw("source")
    assert board.current(0.0) is None
    board.post(LOST, 0.1)
    assert board.current(0.1) == (LOST, 1)


def test_a_second_word_on_a_matter_takes_the_place_of_the_first():
    board = NoticeBoard()
    board.post(LOST, 0.0)
    other = Notice("There is no camera 7.", "", Severity.ERROR, "source")
    board.post(other, 1.0)
    board.close(other, 2.0)
    assert board.current(2.0) is None
