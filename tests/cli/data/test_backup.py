"""`visavis backup` and `visavis restore`: passphrases from a file, questions, and what is said."""

import json

import pytest

from support.encryption.folders import encrypt_folder
from support.faulty_world import ADA, World
from visavis import forgetting
from visavis.backup import backup
from visavis.cli import main


@pytest.fixture
def world(tmp_path):
    return World(tmp_path / "here").build()


@pytest.fixture
def run(world, capsys, monkeypatch):
    monkeypatch.setenv("VISAVIS_CACHE", str(world.folders.cache))
    monkeypatch.delenv("VISAVIS_BACKUP_PASSPHRASE", raising=False)

    def call(*words, data=world.folders.data):
        status = main(["--data", str(data), *map(str, words)])
        out, err = capsys.readouterr()
        return status, out, err

    return call


def test_there_and_back_with_a_passphrase(run, world, tmp_path, monkeypatch):
    path, secret, there = tmp_path / "x.backup", tmp_path / "secret", tmp_path / "there"
    status, _, err = run("backup", path, "--encrypt")
    assert (status, "passphrase" in err, path.exists()) == (1, True, False)
    secret.write_text("five words\n")
    status, out, _ = run("backup", path, "--encrypt", "--passphrase-file", secret, "--json")
    values = json.loads(out)
    assert (status, values["people"], values["encrypted"], values["bytes"]) == (0, 3, True, path.stat().st_size)
    monkeypatch.setenv("VISAVIS_BACKUP_PASSPHRASE", "six words")
    status, _, err = run("restore", path, data=there)
    assert (status, err.count("\n")) == (1, 1)
    assert "another one" in err
    status, out, _ = run("restore", path, "--passphrase-file", secret, "--json", data=there)
    assert (status, json.loads(out)["people"]) == (0, 3)


def test_nothing_is_replaced_without_a_word(run, world, tmp_path):
    path = tmp_path / "x.backup"
    assert "does not reach into backups" in run("backup", path)[1]
    before = world.state()
    for words in ([], ["--replace"], ["--yes"]):
        status, _, err = run("restore", path, *words)
        assert (status, "--replace --yes" in err) == (1, True)
    forgetting.forget(world.folders, world.find(ADA))
    status, out, _ = run("restore", path, "--replace", "--yes")
    assert status == 0
    assert "1 person in it was forgotten since the backup was made, and stays forgotten." in out
    status, out, _ = run("restore", path, "--merge", "--json")
    assert (status, json.loads(out)["new"], json.loads(out)["forgotten"]) == (0, [], 1)
    assert world.state()["people"].keys() == before["people"].keys() - {ADA}


def test_what_is_no_backup_is_one_sentence(run, tmp_path):
    (tmp_path / "letter").write_text("dear Ada")
    for path in (tmp_path / "letter", tmp_path / "none", tmp_path):
        status, out, err = run("restore", path, "--merge")
        assert (status, out, err.count("\n")) == (1, "", 1), err


def test_a_passphrase_file_that_is_no_text_is_said_in_our_words(run, tmp_path):
    secret = tmp_path / "secret"
    secret.write_bytes(b"\xff\xfe\x00p")
    status, _, err = run("backup", tmp_path / "x.backup", "--encrypt", "--passphrase-file", secret)
    assert (status, err.count("\n")) == (1, 1)
    assert "it is no text in UTF-8" in err
    assert "codec" not in err


def test_merging_encrypted_data_into_nothing_says_to_leave_out_merge(run, world, tmp_path):
    world.without_recordings()
    encrypt_folder(world.folders.data)
    path = tmp_path / "x.backup"
    assert run("backup", path)[0] == 0
    status, _, err = run("restore", path, "--merge", data=tmp_path / "there")
    assert status == 1
    assert "nothing here to merge with: restore without --merge" in err
    assert run("restore", path, data=tmp_path / "there")[0] == 0


def test_a_data_folder_that_cannot_be_written_is_told_in_one_sentence(run, world, tmp_path, monkeypatch):
    monkeypatch.setattr(backup.os, "access", lambda path, mode: path != world.folders.data)
    status, _, err = run("backup", tmp_path / "x.backup")
    assert (status, err.count("\n")) == (1, 1)
    assert f"needs to write to {world.folders.data}" in err
    assert "copy the whole folder" in err
    assert not (tmp_path / "x.backup").exists()
