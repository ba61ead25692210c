"""Encryption from the settings: on, off and cancelled; the code is shown once, and the same people are there."""

import threading

import pytest
from PySide6.QtWidgets import QLineEdit

from support.encryption.folders import CHEAP, PASSPHRASE, readable
from support.ui_fakes import scene
from visavis.encryption.key_file import LockKind, Phase
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.process.extras import Extra
from visavis.ui.controllers.documents import encryption
from visavis.ui.extras.dialog import ExtraDialog
from visavis.ui.unlock.conversion_dialog import ConversionDialog
from visavis.ui.unlock.encryption_card import EncryptionCard
from visavis.ui.unlock.new_key_dialog import NewKeyDialog
from visavis.ui.unlock.recovery_code_dialog import RecoveryCodeDialog
from visavis.vault import conversion, key_store
from visavis.vault.encryption_change import EncryptionState, read_state

NAMES = ("Ada Lovelace", "Bob Ferrer")


@pytest.fixture
def program(make, until, folders, monkeypatch):
    """A program with two people, whose settings are open."""
    monkeypatch.setattr(key_store, "ScryptCost", lambda: CHEAP)
    people = PeopleStore(folders.people)
    for name in NAMES:
        person = people.create(PersonName(name))
        for seed in range(3):
            people.add(person, scene(seed))
    program = make()
    until(lambda: program.window.people.model.rowCount() == 2)
    program.window.actions_.settings.trigger()
    return program


@pytest.fixture
def find(program, until):
    """Wait for a dialog of the program, and return it."""

    def find(kind):
        until(lambda: program.window.findChild(kind) is not None and program.window.findChild(kind).isVisible())
        return program.window.findChild(kind)

    return find


def shows(card, *names):
    return {name for name in ("turn_on", "resume", "turn_off", "renew") if not getattr(card, name).isHidden()} == {
        *names
    }


def choose_passphrase(find, text=PASSPHRASE):
    dialog = find(NewKeyDialog)
    dialog.first.setText(text)
    dialog.second.setText(text)
    dialog.go_on.click()
    return find(RecoveryCodeDialog)


def test_turning_it_on_and_off(program, find, until, folders):
    card = find(EncryptionCard)
    until(lambda: shows(card, "turn_on"))
    card.turn_on.click()
    code = choose_passphrase(find)
    assert not code.go_on.isEnabled()  # before the user says that it is written down
    text = code.code.text()
    code.noted.click()
    code.go_on.click()
    done = find(ConversionDialog)
    until(lambda: not done.is_running)
    assert "The data are encrypted." in done.body.text()
    done.leave.click()
    assert readable(folders, *NAMES) == []
    until(lambda: shows(card, "turn_off", "renew"))
    until(lambda: [row.display_name for row in program.overview.current.rows] == [*NAMES])
    store = key_store.find(folders.data)
    for secret in (PASSPHRASE, text):
        key_store.open_with(store, secret)
    assert program.window.banner.text == ""

    card.turn_off.click()
    next(child for child in card.window().children() if child.objectName() == "question").yes.click()
    until(lambda: read_state(folders) == EncryptionState(None))
    done = next(each for each in program.window.findChildren(ConversionDialog) if each.isVisible())
    until(lambda: not done.is_running)
    assert "The data are decrypted." in done.body.text()
    done.leave.click()
    assert len(PeopleStore(folders.people).people()) == 2
    until(lambda: shows(card, "turn_on"))


def test_cancel_leaves_the_old_state(program, find, until, folders, monkeypatch):
    before = {path.relative_to(folders.people) for path in folders.people.rglob("*")}
    reached, go_on = threading.Event(), threading.Event()
    seal = conversion.sealing.seal

    def seal_slowly(path, scratch=None):
        if len(reached_paths) == 2:
            reached.set()
            go_on.wait(20)
        reached_paths.append(path)
        return seal(path, scratch)

    reached_paths = []
    card = find(EncryptionCard)
    until(lambda: shows(card, "turn_on"))
    card.turn_on.click()
    code = choose_passphrase(find)
    monkeypatch.setattr(conversion.sealing, "seal", seal_slowly)
    code.noted.click()
    code.go_on.click()
    done = find(ConversionDialog)
    until(reached.is_set)
    done.leave.click()
    assert "brought back" in done.body.text()
    assert not done.leave.isEnabled()
    go_on.set()
    until(lambda: not done.is_running)
    assert done.body.text() == "Cancelled: everything is as it was."
    done.leave.click()
    assert read_state(folders) == EncryptionState(None)
    assert {path.relative_to(folders.people) for path in folders.people.rglob("*")} == before


def test_giving_up_at_the_code_changes_nothing(program, find, until, folders):
    card = find(EncryptionCard)
    until(lambda: shows(card, "turn_on"))
    card.turn_on.click()
    choose_passphrase(find).leave.click()
    until(lambda: read_state(folders) == EncryptionState(None) and shows(card, "turn_on"))


def test_a_new_recovery_code_is_shown_once_and_the_old_one_opens_nothing(program, find, until, folders):
    card = find(EncryptionCard)
    until(lambda: shows(card, "turn_on"))
    card.turn_on.click()
    code = choose_passphrase(find)
    old = code.code.text()
    code.noted.click()
    code.go_on.click()
    done = find(ConversionDialog)
    until(lambda: not done.is_running)
    done.leave.click()
    until(lambda: shows(card, "turn_off", "renew") and program.window.findChild(RecoveryCodeDialog) is None)
    card.renew.click()
    code = find(RecoveryCodeDialog)
    new = code.code.text()
    code.noted.click()
    code.go_on.click()
    store = key_store.find(folders.data)
    key_store.open_with(store, new)
    with pytest.raises(key_store.KeyAccessError):
        key_store.open_with(store, old)


def test_a_passphrase_is_typed_twice_and_its_strength_is_said(program, find):
    card = find(EncryptionCard)
    card.on_wanted.emit()
    dialog = find(NewKeyDialog)
    assert dialog.first.echoMode() == QLineEdit.EchoMode.Password
    dialog.first.setText("password")
    assert "Weak" in dialog.strength.text()
    dialog.first.setText(PASSPHRASE)
    assert "Fair" in dialog.strength.text()
    assert not dialog.go_on.isEnabled()
    dialog.second.setText("something else")
    assert dialog.strength.text() == "The two differ."
    dialog.second.setText(PASSPHRASE)
    assert dialog.go_on.isEnabled()
    assert "nobody can decrypt them" in dialog.loss.text()
    dialog.by_keyring.click()
    assert not dialog.first.isVisible()
    assert dialog.go_on.isEnabled()
    dialog.reject()


def test_a_keyring_that_cannot_be_used_is_said_and_nothing_changes(program, find, until, folders, monkeypatch):
    def refuse(store_id, key):
        raise key_store.KeyAccessError("The system's keyring cannot be used: it is locked.", hint="Unlock it.")

    monkeypatch.setattr(key_store.keyring_key, "save", refuse)
    find(EncryptionCard).on_wanted.emit()
    dialog = find(NewKeyDialog)
    dialog.by_keyring.click()
    dialog.go_on.click()
    until(lambda: "keyring cannot be used" in program.window.banner.text)
    assert read_state(folders) == EncryptionState(None)


def test_it_waits_for_a_training(program, find, until, monkeypatch, folders):
    monkeypatch.setattr(program.privacy.encryption, "_is_busy", lambda: True)
    find(EncryptionCard).on_wanted.emit()
    dialog = find(NewKeyDialog)
    dialog.first.setText(PASSPHRASE)
    dialog.second.setText(PASSPHRASE)
    dialog.go_on.click()
    until(lambda: "while a training" in program.window.banner.text)
    assert read_state(folders) == EncryptionState(None)


def test_without_the_packages_they_are_offered(program, find, monkeypatch):
    missing = Extra("encryption", "encryption", {"no_such_package": "cryptography"}, 1, 1)
    monkeypatch.setattr(encryption, "ENCRYPTION", missing)
    find(EncryptionCard).on_wanted.emit()
    find(ExtraDialog).reject()


def test_closing_the_window_stops_between_two_files_and_the_card_offers_the_rest(program, find, until, folders):
    card = find(EncryptionCard)
    card.show_state(EncryptionState(Phase.TURNING_ON, LockKind.PASSPHRASE, 12))
    assert shows(card, "resume", "turn_off")
    assert "not encrypted yet: 12" in card.text.text()
    card.show_state(EncryptionState(Phase.TURNING_OFF, LockKind.PASSPHRASE, 5))
    assert shows(card, "resume")
    card.show_state(EncryptionState(Phase.ON, LockKind.KEYRING))
    assert "keyring opens them" in card.text.text()
