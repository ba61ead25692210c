"""What the user is offered next."""

from visavis.ui.live.next_step import NextAction, NextStep, next_step


def test_an_empty_gallery_asks_for_a_capture():
    assert next_step(0, 0) == NextStep("Nobody is enrolled yet.", NextAction.CAPTURE)


def test_unlearned_people_ask_for_training():
    assert next_step(3, 1) == NextStep("1 person is not learned yet.", NextAction.TRAIN)
    assert next_step(3, 2).text == "2 people are not learned yet."


def test_nothing_is_asked_once_everybody_is_learned():
    assert next_step(2, 0) is None
