"""What the core says, in the window's language, with the values in it."""

from pathlib import Path

import pytest

from visavis.errors import ModelRefusedError, PersonNotFoundError, StoreError, TrainingError
from visavis.forgetting import Receipt, summary
from visavis.messages import Message, from_record, join, to_record, verbatim
from visavis.models.change import FORGOTTEN, ModelChange, ModelOutcome
from visavis.people.person import Person
from visavis.storage import disk
from visavis.ui.text import language
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.notices import Notice
from visavis.ui.training.run import TrainingRun


@pytest.fixture
def german(qapp, foreign):
    language.install(qapp, "de")


@pytest.mark.parametrize(
    "message",
    [
        Message("Nobody is called {name}.", name="Dr. {Ada}"),
        Message("{count} pictures deleted.", one="{count} picture deleted.", count=1),
        Message("{count} pictures deleted.", one="{count} picture deleted.", count=2),
        join(Message("It rains."), Message("{name} is wet.", name="Ada")),
        verbatim("Whatever {this} is."),
        Message(""),
    ],
)
def test_in_english_a_message_is_what_the_terminal_prints(message, qapp):
    assert translate_message(message) == str(message)


def test_an_error_of_the_core_has_its_values(german):
    notice = Notice.of(PersonNotFoundError("Nobody is called {name}.", name="{Ada} Lovelace"))
    assert notice.text == "Niemand heißt {Ada} Lovelace."


def test_the_reason_in_a_sentence_is_translated_too(german, tmp_path):
    refusal = disk.disk_error(PermissionError(13, "Permission denied"), tmp_path)
    assert Notice.of(refusal).text == f"{tmp_path} lässt sich nicht schreiben: keine Berechtigung."


def test_a_reason_that_is_not_known_stays_as_the_system_says_it(german, tmp_path):
    assert translate_message(disk.reason(OSError(9999, "Moon in the way"))) == "moon in the way"


@pytest.mark.parametrize(("count", "text"), [(1, "1 Bild gelöscht."), (2, "2 Bilder gelöscht.")])
def test_a_plural_has_the_form_of_the_language(german, count, text):
    message = Message("{count} pictures deleted.", one="{count} picture deleted.", count=count)
    assert translate_message(message) == text


def test_what_became_of_a_model_is_translated(german):
    text = translate_message(ModelChange("m-1", ModelOutcome.RETIRED).message)
    assert "m-1" in text
    assert translate_message(FORGOTTEN) in text
    assert translate_message(FORGOTTEN) != str(FORGOTTEN)


def test_a_failure_of_training_is_translated(german):
    error = TrainingError("None of the samples can be read.", hint="See them: visavis people show NAME.")
    event = {"event": "failed", **to_record(error=error.message, hint=error.hint)}
    run = TrainingRun().after(event)
    assert run.error == "Keines der Bilder ist lesbar."
    assert "visavis" not in run.hint
    assert "Personen" in run.hint


def test_a_refusal_of_training_has_its_figures(german):
    error = ModelRefusedError(
        "The new model is worse than {current}: of {searches} searches for people whom both know, it answers {lost} "
        "wrong that were right, and {won} right that were wrong.",
        current="m-1",
        searches=120,
        lost=9,
        won=2,
    )
    run = TrainingRun().after({"event": "refused", **to_record(reason=error.message, hint=error.hint)})
    assert run.refused
    assert all(part in run.error for part in ("m-1", "120", "9", "2"))
    assert "worse" not in run.error
    assert "--force" not in run.hint


def test_the_stage_of_a_training_is_translated(german):
    event = {"event": "progress", **to_record(stage=Message("Looking for faces")), "done": 1, "total": 2}
    assert "Looking" not in TrainingRun().after(event).status


def test_what_an_older_program_wrote_stays_english(german):
    assert TrainingRun().after({"event": "failed", "error": "It broke.", "hint": "Mend it."}).error == "It broke."
    assert translate_message(from_record({"measured_on": "Of 3 searches."}, "measured_on")) == "Of 3 searches."


def test_a_sentence_without_a_translation_stays_english(german):
    assert Notice.of(StoreError("{name} is on the moon.", name="Ada")).text == "Ada is on the moon."


def test_plurals_read_the_same_in_the_window_and_in_the_terminal(qapp, foreign):
    language.install(qapp, "en")
    person = Person("ada", "Ada", Path("ada"))
    for count in (1, 2):
        receipt = Receipt(person, count, (), count, count, count, count)
        assert [translate_message(line) for line in summary([receipt])] == list(map(str, summary([receipt])))
