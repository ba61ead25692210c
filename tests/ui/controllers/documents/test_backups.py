"""Back up and Restore in the menu: there and back, with a passphrase, and nothing replaced without a word."""

import pytest
from PySide6.QtWidgets import QFileDialog

from support.encryption.folders import CHEAP, PASSPHRASE, readable
from support.faulty_world import ADA, BOB, CEM, World
from visavis.backup import backup, extraction
from visavis.backup.archive import is_backup
from visavis.encryption import sealed_store
from visavis.errors import FileError
from visavis.storage.paths import DataFolders
from visavis.ui.unlock.passphrase_dialog import PassphraseDialog
from visavis.ui.widgets.question_dialog import QuestionDialog
from visavis.vault import key_store
from visavis.vault.conversion import Conversion


def answer(program, until, text="", *, also=False):
    until(lambda: bool(program.window.findChildren(QuestionDialog)))
    question = program.window.findChildren(QuestionDialog)[-1]
    question.field.setText(text)
    (question.also[0] if also else question.yes).click()


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
        until(lambda: bool(program.window.findChildren(QuestionDialog)[-1].also))
        answer(program, until, also=True)
        until(lambda: "Replace everything" in program.window.findChildren(QuestionDialog)[-1].windowTitle())
        assert names(people) == {"Bob"}
        answer(program, until)
        until(lambda expected=told: expected in program.window.banner.text)
    assert names(people) == {"Ada", "Bob"}


@pytest.fixture
def locked_backup(tmp_path):
    """A backup of encrypted data of three people, whose key is not here."""
    world, path = World(tmp_path / "there").build().without_recordings(), tmp_path / "x.backup"
    Conversion(world.folders).turn_on(key_store.create(world.folders.data, PASSPHRASE, CHEAP)[0])
    backup.back_up(world.folders, path)
    sealed_store.forget_key(key_store.find(world.folders.data).key_file.id)
    return path


def ask_for_key(program, until):
    """Wait until the passphrase is asked for; the dialog."""
    until(lambda: any(each.isVisible() for each in program.window.findChildren(PassphraseDialog)))
    return next(each for each in program.window.findChildren(PassphraseDialog) if each.isVisible())


def begin_replacing(program, until, path):
    choose(program, path)
    answer(program, until, also=True)
    until(lambda: "Replace everything" in program.window.findChildren(QuestionDialog)[-1].windowTitle())
    answer(program, until)


def test_encrypted_data_are_restored_once_their_passphrase_is_typed(make, until, folders, locked_backup):
    program = make()
    choose(program, locked_backup)
    first = ask_for_key(program, until)
    assert str(locked_backup) in first.body.text()
    first.field.setText("another one")
    first.unlock.click()
    until(lambda: ask_for_key(program, until) is not first)
    second = ask_for_key(program, until)
    assert "neither" in second.body.text()
    second.field.setText(PASSPHRASE)
    second.unlock.click()
    until(lambda: "3 people are here now" in program.window.banner.text)
    until(lambda: program.window.people.model.rowCount() == 3)
    assert readable(folders, ADA, BOB, CEM) == []


def test_who_gives_up_at_the_passphrase_keeps_what_is_here(make, people, until, locked_backup):
    program = make()
    begin_replacing(program, until, locked_backup)
    ask_for_key(program, until).quit.click()
    until(lambda: "encrypted and locked" in program.window.banner.text)
    assert names(people) == {"Ada", "Bob"}


def test_closing_the_window_while_the_passphrase_is_asked_for_changes_nothing(make, people, until, locked_backup):
    program = make()
    begin_replacing(program, until, locked_backup)
    ask_for_key(program, until)
    program.quit()
    assert program.all_ended
    assert names(people) == {"Ada", "Bob"}


def test_a_passphrase_keeps_its_spaces(make, people, until, tmp_path):
    program, path = make(), tmp_path / "x.backup"
    back_up(program, until, path, " five words ")
    choose(program, path)
    answer(program, until, " five words ")
    until(lambda: bool(program.window.findChildren(QuestionDialog)[-1].also))
    answer(program, until)
    until(lambda: "2 people are here now" in program.window.banner.text)
    with pytest.raises(FileError, match="another one"):
        extraction.unpack(path, DataFolders(tmp_path / "other", tmp_path / "cache"), "five words")
