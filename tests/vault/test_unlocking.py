"""Unlocking: by a variable, a file, the keyring, or asking; where nobody can be asked, one sentence says so."""

import os

import pytest

from support.encryption.folders import PASSPHRASE, RECOVERY_CODE, encrypt_folder
from visavis.errors import KeyAccessError, LockedFileError
from visavis.storage import disk
from visavis.vault import unlocking


@pytest.fixture
def locked(tmp_path):
    return encrypt_folder(disk.make_private(tmp_path / "data"), unlocks=False)


def answers(*texts):
    """Gives these answers, one after the other; `asked` has the questions."""
    left, asked = list(texts), []

    def ask(question):
        asked.append(str(question))
        return left.pop(0)

    ask.asked = asked
    return ask


def test_a_folder_that_is_not_encrypted_asks_nothing(tmp_path):
    unlocking.unlock(tmp_path, answers())


def test_the_passphrase_is_asked_for_once(locked):
    ask = answers(PASSPHRASE)
    unlocking.unlock(locked.folder, ask)
    unlocking.unlock(locked.folder, ask)
    assert locked.is_unlocked
    assert len(ask.asked) == 1


def test_after_a_wrong_one_it_is_asked_again_and_says_why(locked):
    ask = answers("wrong one", RECOVERY_CODE)
    unlocking.unlock(locked.folder, ask)
    assert locked.is_unlocked
    assert "neither" in ask.asked[1]


def test_after_three_wrong_ones_it_ends(locked):
    with pytest.raises(KeyAccessError, match="neither"):
        unlocking.unlock(locked.folder, answers("wrong 1", "wrong 2", "wrong 3"))


def test_who_gives_up_is_told_that_the_data_are_locked(locked):
    with pytest.raises(LockedFileError, match="locked"):
        unlocking.unlock(locked.folder, answers(None))


def test_scripts_give_a_variable_or_a_file(locked, monkeypatch, tmp_path):
    (tmp_path / "secret").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    monkeypatch.setenv(unlocking.FILE_VARIABLE, str(tmp_path / "secret"))
    unlocking.unlock(locked.folder)
    assert locked.is_unlocked
    other = encrypt_folder(disk.make_private(tmp_path / "other"), unlocks=False)
    monkeypatch.setenv(unlocking.PASSPHRASE_VARIABLE, PASSPHRASE)
    unlocking.unlock(other.folder)
    assert other.is_unlocked
    assert unlocking.PASSPHRASE_VARIABLE not in os.environ


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe"])
def test_a_file_without_a_passphrase_is_said(locked, monkeypatch, tmp_path, content):
    if content is not None:
        (tmp_path / "secret").write_bytes(content)
    monkeypatch.setenv(unlocking.FILE_VARIABLE, str(tmp_path / "secret"))
    with pytest.raises(KeyAccessError, match="file of the passphrase"):
        unlocking.unlock(locked.folder)


def test_a_wrong_one_of_a_script_is_said_and_not_asked_again_without_a_terminal(locked, monkeypatch):
    monkeypatch.setenv(unlocking.PASSPHRASE_VARIABLE, "wrong one")
    with pytest.raises(KeyAccessError, match="neither"):
        unlocking.unlock(locked.folder)


def test_where_nobody_can_be_asked_one_sentence_says_what_to_do(locked):
    with pytest.raises(KeyAccessError, match="passphrase is needed") as caught:
        unlocking.unlock(locked.folder)
    assert unlocking.PASSPHRASE_VARIABLE in str(caught.value.hint)
    assert unlocking.FILE_VARIABLE in str(caught.value.hint)
