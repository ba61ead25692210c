"""Back up and Restore in the menu: there and back, with a passphrase, and nothing replaced without a word."""

from PySide6.QtWidgets import QFileDialog

from visavis.backup.archive import is_backup
from visavis.ui.widgets.question_dialog import QuestionDialog


def answer(program, until, text="", *, also=False):
    until(lambda: bool(program.window.findChildren(QuestionDialog)))
    question = program.window.findChildren(QuestionDialog)[-1]
    question.field.setText(text)
    (question.also if also else question.yes).click()


def back_up(program, until, path, passphrase):
    program.window.actions_.back_up.trigger()
    program.window.findChild(QFileDialog).fileSelected.emit(str(path))
    answer(program, until, passphrase)
    until(lambda: f"backed up to {path}" in program.window.banner.text)


def choose(program, path):
    program.window.actions_.restore_backup.trigger()
    program.window.findChildren(QFileDialog)[-1].filesSelected.emit([str(path)])


def names(people):
    return {person.name for person in people.people()}


def test_a_backup_is_written_and_united_with_what_is_there(make, people, until, tmp_path):
    program, path = make(), tmp_path / "x.backup"
    back_up(program, until, path, "")
    assert is_backup(path)
    people.delete(people.find("Ada"))
    choose(program, path)
    answer(program, until)
    until(lambda: "The backup is restored. 2 people are here now." in program.window.banner.text)
    assert names(people) == {"Ada", "Bob"}


def test_replacing_asks_again_and_a_wrong_passphrase_changes_nothing(make, people, until, tmp_path):
    program, path = make(), tmp_path / "x.backup"
    back_up(program, until, path, "five words")
    people.delete(people.find("Ada"))
    for passphrase, told in (("six words", "is another one"), ("five words", "2 people are here now")):
        choose(program, path)
        answer(program, until, passphrase)
        until(lambda: program.window.findChildren(QuestionDialog)[-1].also.isVisibleTo(program.window))
        answer(program, until, also=True)
        until(lambda: "Replace everything" in program.window.findChildren(QuestionDialog)[-1].windowTitle())
        assert names(people) == {"Bob"}
        answer(program, until)
        until(lambda expected=told: expected in program.window.banner.text)
    assert names(people) == {"Ada", "Bob"}
