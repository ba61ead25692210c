"""The operations that write to an encrypted data folder, to another disk, or files that are there for a moment."""

import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import numpy as np

from faults.model_operations import begin_log
from faults.operation import Operation
from support.encryption.folders import CHEAP, PASSPHRASE
from support.faulty_world import ADA, EVE, NOON, new_pictures
from support.training import insight
from support.visits import record, visit
from visavis.backup import restore
from visavis.backup.backup import back_up
from visavis.factory.pipeline_snapshot import PipelineSnapshot
from visavis.insight.inspection import Inspection
from visavis.models.store import TEMPLATES_FILE
from visavis.models.templates import load_templates
from visavis.people import edits
from visavis.people.consent import Consent
from visavis.vault import key_store
from visavis.vault.conversion import Conversion
from visavis.vault.encryption_change import EncryptionChange


def encrypted(prepare):
    """The same operation in an encrypted data folder."""

    def prepare_encrypted(world):
        if key_store.find(world.folders.data) is None:
            Conversion(world.without_recordings().folders).turn_on(
                key_store.create(world.folders.data, PASSPHRASE, CHEAP)[0]
            )
        world.unlock()
        return prepare(world)

    return prepare_encrypted


def _cancel_encryption(world):
    """Encryption is turned on, and cancelled in the middle."""
    world.without_recordings()

    def run():
        store = key_store.find(world.folders.data)
        if store is None:
            key_store.create(world.folders.data, PASSPHRASE, CHEAP)
            told = []
            change = EncryptionChange(
                world.folders, lambda message: told.append(message) or (len(told) > 9 and change.cancel())
            )
            change.turn_on()
        else:  # a repeat
            world.unlock()
            EncryptionChange(world.folders).turn_off()

    return run


def _delete_to_another_disk(world):
    def run():
        rename = os.rename

        def refuse(source, target, **options):
            if Path(source).is_relative_to(world.folders.people) and Path(target).is_relative_to(world.folders.trash):
                raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
            rename(source, target, **options)

        with mock.patch.object(os, "rename", refuse):
            if ADA in world.names():
                edits.delete_people(world.trash, [world.find(ADA)])

    return run


def _merge_somebody_new(world):
    """Merge a backup that has somebody with embeddings whom nobody here knows."""
    path = world.root / "earlier.backup"
    if not path.exists():
        person = world.people.enroll(EVE, new_pictures(90))
        world.embed()
        back_up(world.folders, path)
        shutil.rmtree(person.folder)  # as on a computer where she never was
        (world.folders.embeddings / f"{person.slug}.npz").unlink()
    return lambda: restore.restore(world.folders, path, merges=True)


def _templates_of_ada(world):
    path = world.models.path("20260102-000000-embedding", TEMPLATES_FILE)
    return np.stack([load_templates(path)[world.find(ADA).slug]])


def _inspect(world):
    subject = insight.subject("embedding", classes=("Ada",))
    subject = replace(subject, question=replace(subject.question, templates=_templates_of_ada(world)))
    return Inspection(world.folders, lambda: [subject], lambda event: None, command=lambda *arguments: ["true"])


def _load_sent_networks(world):
    """A worker loads the networks that were sent to it."""
    content = _templates_of_ada(world).tobytes()
    loader = SimpleNamespace(folders=world.folders, load_trunk=lambda folder: None, load_embedder=lambda: None)
    snapshot = PipelineSnapshot("live", "cpu", files={"trunk.tflite": content})
    return lambda: snapshot._load_networks(loader, SimpleNamespace(network="embedding"))


def _consent(world):
    return lambda: world.people.set_consent(world.find(ADA), Consent("Åda", NOON, "the door", NOON, "forget"))


SEALED_OPERATIONS = [
    Operation("record visits, encrypted", encrypted(lambda world: lambda: record(world, visit("Åda Quux", 60)))),
    Operation("note consent, encrypted", encrypted(_consent)),
    Operation(
        "enroll, encrypted",
        encrypted(lambda world: lambda: world.people.enroll(ADA, new_pictures(90))),
        is_gradual=True,
    ),
    Operation("start a log, encrypted", encrypted(begin_log)),
    Operation("cancel encrypting", _cancel_encryption, is_gradual=True),
    Operation("delete to another disk", _delete_to_another_disk, is_gradual=True),
    Operation("merge somebody new", _merge_somebody_new, is_gradual=True),
    Operation("look into a network", _inspect),
    Operation("load networks that were sent", _load_sent_networks),
]
