"""An open window follows what another process does to people and models."""

import pytest

from support.ui_fakes import detect, names, naming
from visavis.errors import ModelError
from visavis.people.names import PersonName
from visavis.pipeline import Pipeline


@pytest.fixture
def labels():
    """The names in the analyses of a program, newest last."""

    def follow(program):
        found = []
        program.live.session.analyzed.connect(
            lambda analysis: found.append([answer.match.name for answer in analysis.answers])
        )
        return found

    return follow


def test_someone_whom_another_process_forgot_is_named_no_longer(make, people, until, labels):
    def load(wanted, told):
        enrolled = [person.name for person in people.people()]
        return naming("Ada") if "Ada" in enrolled else Pipeline(detect)

    program = make(load_pipeline=load)
    found = labels(program)
    until(lambda: found[-1:] == [["Ada"]])
    until(lambda: names(program) == ["Ada", "Bob"])
    people.delete(people.find("Ada"))
    until(lambda: found[-1] == [None])
    until(lambda: names(program) == ["Bob"])


def test_nobody_is_named_if_the_model_cannot_be_loaded_after_that(make, people, until, labels):
    def load(wanted, told):
        if len(people.people()) < 2:
            raise ModelError("The model is broken.")
        return naming("Ada")

    program = make(load_pipeline=load)
    found = labels(program)
    until(lambda: found[-1:] == [["Ada"]])
    people.delete(people.find("Ada"))
    until(lambda: found[-1] == [None])
    until(lambda: "The model is broken." in program.window.banner.text)


def test_a_new_name_is_shown(make, people, until, labels):
    program = make(load_pipeline=lambda wanted, told: naming(str(people.people()[0].name)))
    found = labels(program)
    until(lambda: found[-1:] == [["Ada"]])
    people.rename(people.find("Ada"), PersonName("Abigail"))
    until(lambda: found[-1] == ["Abigail"])
    until(lambda: names(program) == ["Abigail", "Bob"])


def test_what_the_window_did_itself_is_loaded_once(make, people, until, qtbot):
    loads = []
    program = make(load_pipeline=lambda wanted, told: loads.append(1) or naming("Ada"))
    until(lambda: len(loads) == 1)
    people.rename(people.find("Bob"), PersonName("Rob"))
    program.live.reload_pipeline()
    until(lambda: len(loads) == 2)
    with qtbot.assertNotEmitted(program.follower.changed, wait=1300):
        pass
    assert len(loads) == 2
