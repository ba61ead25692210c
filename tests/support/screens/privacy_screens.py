"""Dialogs about encryption, agreements, optional parts and imported faces, and the mini view."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt

from support.screens.screen import shows
from support.ui_fakes import scene
from visavis.encryption.key_file import LockKind, Phase
from visavis.imaging.geometry import Box, Face
from visavis.messages import Message
from visavis.people.consent import Consent
from visavis.people.imports.importer import SeveralFaces
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.process.extra_installation import InstallationProgress
from visavis.process.extras import Extra
from visavis.recognition.match import NOBODY, Match
from visavis.ui.agreements.dialog import AgreementDialog
from visavis.ui.extras.dialog import ExtraDialog
from visavis.ui.imports.face_choice_dialog import FaceChoiceDialog
from visavis.ui.imports.group_picture import GroupPicture
from visavis.ui.picture.mini_view import MiniView
from visavis.ui.settings.dialog import SettingsDialog
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.language import translate
from visavis.ui.unlock.conversion_dialog import ConversionDialog
from visavis.ui.unlock.encryption_card import EncryptionCard
from visavis.ui.unlock.new_key_dialog import NewKeyDialog
from visavis.ui.unlock.passphrase_dialog import PassphraseDialog
from visavis.ui.unlock.recovery_code_dialog import RecoveryCodeDialog
from visavis.vault import key_store
from visavis.vault.encryption_change import EncryptionState

#: What is never installed.
_VIDEO = Extra("video", "", {"no_such_package": "PyAV", "none_either": "imageio-ffmpeg"}, 106, 320)


class PrivacyScreens:
    """The screens."""

    @shows(SettingsDialog)
    def settings_encrypted(self):
        """Data of which some are not encrypted yet: all buttons but one are there."""
        dialog = self.settings()
        card = dialog.findChild(EncryptionCard)
        card.show_state(EncryptionState(Phase.ON, LockKind.PASSPHRASE, 12))
        return dialog

    @shows(NewKeyDialog)
    def new_key(self):
        program = self.program()
        program.privacy.encryption._ask_for_key(program.window)
        dialog = program.window.findChild(NewKeyDialog)
        dialog.first.setText("one word")
        return dialog

    @shows(RecoveryCodeDialog)
    def recovery_code(self):
        verb = translate("EncryptionController", "&Encrypt now")
        return self._opened(RecoveryCodeDialog(key_store.new_code(), verb, self.make().window))

    @shows(ConversionDialog)
    def converting(self):
        title = translate("EncryptionController", "Encrypting the data")
        dialog = self._opened(ConversionDialog(title, self.make().window))
        dialog.show_progress(12, 3400)
        return dialog

    @shows(ConversionDialog)
    def converted(self):
        dialog = self.converting()
        dialog.show_result(translate("EncryptionController", "The data are encrypted."))
        return dialog

    @shows(PassphraseDialog)
    def unlock(self):
        asked = Message("Passphrase or recovery code of {folder}", folder=self.folders.data)
        dialog = PassphraseDialog(translate_message(asked))
        dialog.setParent(self.make().window, Qt.WindowType.Dialog)  # which ends with the test
        return self._opened(dialog)

    @shows(ExtraDialog)
    def extra(self):
        return self._extra("", None)

    @shows(ExtraDialog)
    def extra_from_wheels(self):
        return self._extra("", Path("/media/somebody/Visavis/wheels"))

    @shows(ExtraDialog)
    def extra_refused(self):
        refusal = Message("This program has a Python of its own, to which nothing can be added.")
        return self._extra(translate_message(refusal), None)

    @shows(ExtraDialog)
    def extra_installing(self):
        dialog = self._extra("", None)
        dialog.show_begin()
        dialog.show_progress(InstallationProgress(Message("Unpacking {count} packages", count=2), 0.5))
        return dialog

    @shows(ExtraDialog)
    def extra_installed(self):
        dialog = self.extra_installing()
        dialog.show_success()
        return dialog

    @shows(AgreementDialog)
    def agreement(self):
        program, store = self.program(), PeopleStore(self.folders.people)
        last = datetime(2090, 12, 31, tzinfo=UTC)
        consent = Consent("Ada herself", datetime(2026, 3, 1, tzinfo=UTC), "greeting at the door", last, "forget")
        store.set_consent(store.find(self.names[0]), consent)
        program.overview.refresh()
        self.until(lambda: program.overview.current.find(self.names[0]).person.consent == consent)
        program.privacy.agreements.edit(program.overview.current.find(self.names[0]))
        return program.window.findChild(AgreementDialog)

    @shows(FaceChoiceDialog)
    def face_choice(self):
        faces = tuple(Face(Box(left, 60, 70, 70)) for left in (10, 120, 230))
        guesses = [Match("Bob", 0.93), NOBODY, Match(self.names[0], 0.61)]
        picture = SeveralFaces(PersonName(self.names[0]), Path("An evening with friends.jpg"), scene(), faces)
        asked = [GroupPicture.create(picture, lambda image, faces: guesses)] * 2
        return self._opened(FaceChoiceDialog(self.make().window, asked, list(self.names)))

    @shows(MiniView)
    def mini(self):
        program = self.program()
        program.window.actions_.mini.trigger()
        self.until(lambda: bool(program.outlets.mini.video.marks))
        return program.outlets.mini

    def _extra(self, refusal, wheels):
        return self._opened(ExtraDialog(_VIDEO, refusal, wheels, self.make().window))

    @staticmethod
    def _opened(dialog):
        dialog.open()
        return dialog
