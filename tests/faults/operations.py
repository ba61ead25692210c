"""The operations that write to a data folder, each ready to fail."""

from dataclasses import replace
from functools import partial

from faults.model_operations import MODEL_OPERATIONS
from faults.operation import Operation
from faults.output_operations import OUTPUT_OPERATIONS
from faults.sealed_operations import SEALED_OPERATIONS
from support.encryption.folders import CHEAP, NEW_PASSPHRASE, PASSPHRASE
from support.faulty_world import ADA, BOB, CEM, EVE, NOON, RECORDINGS, new_pictures, noise
from support.tagging.recordings import LIMITS, noise_frame
from support.tagging.xmp import mwg, packet
from support.visits import GRADUAL, VISIT_OPERATIONS
from visavis import forgetting
from visavis.backup import restore
from visavis.backup.backup import back_up
from visavis.backup.disclosure import disclose
from visavis.errors import VisavisError
from visavis.imaging.geometry import Box, Face
from visavis.imaging.xmp import sidecar
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.region_writer import NewRegion
from visavis.imaging.xmp.sidecar import SidecarFinder
from visavis.models import denoiser
from visavis.models.change import OUTDATED
from visavis.people import edits, exporter
from visavis.people.consent import Consent
from visavis.people.imports import import_plan
from visavis.people.imports.importer import Importer
from visavis.people.samples import FaceCrop, content_hash
from visavis.review.corrections import Corrections
from visavis.settings import Settings
from visavis.sources.recorded.writer import RecordingWriter
from visavis.storage import disk, shared_file
from visavis.vault import key_store
from visavis.vault.conversion import Conversion


def _import(world):
    box = Face(Box(2, 2, 6, 6))
    run = Importer(world.people, world.trash, world.rejections, lambda image: [box])
    return lambda: list(run(import_plan.plan(world.root / "import")))


def _merge(world):
    return edits.merge(world.people, world.trash, world.rejections, [world.find(ADA)], world.find(BOB), world.folders)


def _samples(world, name):
    return world.people.samples(world.find(name))


def _if_there(world, name, edit):
    """Do it where it was not done: as users repeat it."""
    if name in world.names():
        edit()


def _undo(edit):
    """The operation of undoing an edit."""
    return lambda world: edit(world).undo


def _forget(world, name):
    def run():
        try:
            person = forgetting.find(world.folders, name)
        except VisavisError:
            return
        if problems := forgetting.forget(world.folders, person).problems:
            raise problems[0]

    return run


def _restore(world):
    def run():
        for entry in world.trash.entries():
            if entry.whole:
                world.trash.restore(entry)

    return run


def _empty(world):
    return lambda: forgetting.delete_entries(world.folders, world.trash.entries())


def _export(world):
    to = world.root / "exports" / "all"
    return lambda: to.exists() or exporter.export(world.people, to)


def _disclose(world):
    to = world.root / "exports" / "all"
    return lambda: to.exists() or disclose(world.folders, world.find(ADA), to)


def _back_up(world):
    return lambda: back_up(world.folders, world.root / "backups" / "new.backup")


def _restore_backup(world, **how):
    """Restore a backup of an earlier day: since then, somebody was deleted, and somebody enrolled."""
    path = world.root / "earlier.backup"
    if not path.exists():
        back_up(world.folders, path)
        edits.delete_people(world.trash, [world.find(CEM)])
        world.people.enroll(EVE, new_pictures(90))
        edits.delete_samples(world.trash, world.find(ADA), _hers(world, 1))
    return lambda: restore.restore(world.folders, path, **how)


def _rollback(world):
    first = world.models.current_id()
    return lambda: world.models.current_id() != first or world.models.rollback()


def _publish(world):
    model_id = "20260109-000000-embedding"
    return lambda: world.models.use(model_id) if model_id in world.models.ids() else world.publish("embedding", 9)


def _remove(world):
    return lambda: world.models.has("20260102-000000-embedding") and world.models.remove("20260102-000000-embedding")


def _correct(world):
    crop = FaceCrop(noise(90), Face(Box(2, 2, 6, 6)))
    return lambda: Corrections(world.folders).is_person(crop, EVE)


#: What Ada agrees to.
AGREEMENT = Consent("Åda", NOON, "the door", NOON, "forget")


def _mark(world):
    """Two pictures get sidecars; one of these is another program's before."""
    pictures = [world.root / "import" / EVE / f"{number}.jpg" for number in range(2)]
    pictures[0].with_name("0.jpg.xmp").write_bytes(packet(mwg(("Dora", (0.8, 0.8, 0.2, 0.2)), size=None)))
    header, face = PictureHeader(12, 16), NewRegion("Eve", Box(1, 1, 4, 4), 0.9)

    def run():
        shared_file.remove_temporary_files(pictures[0].parent)
        for picture in pictures:
            sidecar.write_faces(picture, header, [face], SidecarFinder())

    return run


def _encrypt(world):
    world.without_recordings()

    def run():
        store = key_store.find(world.folders.data)
        if store is None:
            store = key_store.create(world.folders.data, PASSPHRASE, CHEAP)[0]
        elif not store.is_unlocked:
            key_store.open_with(store, PASSPHRASE)
        Conversion(world.folders).turn_on(store)

    return run


def _decrypt(world):
    _encrypt(world)()

    def run():
        if store := key_store.find(world.folders.data):
            key_store.open_with(store, PASSPHRASE)
            Conversion(world.folders).turn_off(store)

    return run


def _change_passphrase(world):
    _encrypt(world)()
    return lambda: key_store.change(key_store.find(world.folders.data), NEW_PASSPHRASE, CHEAP)


#: The hashes of Ada's samples, as far as she has them.
SAMPLES = [content_hash(picture.content) for picture in new_pictures(0)][1:]


def _hers(world, count):
    """The first of Ada's samples, as far as they are still hers."""
    return [sample for sample in _samples(world, ADA) if sample.hash in SAMPLES[:count]]


def _reject(world):
    return edits.reject(world.rejections, world.find(ADA), _hers(world, 1))


def _move(world):
    return edits.move(world.people, world.find(ADA), _hers(world, 1), world.find(BOB))


def _set_aside(world):
    return edits.set_aside(world.people, world.find(ADA), _hers(world, 1))


def _delete_samples(world):
    return edits.delete_samples(world.trash, world.find(ADA), _hers(world, 1))


def _delete_people(world):
    return edits.delete_people(world.trash, [world.find(ADA)])


def _of_hers(edit):
    """An edit of one of Ada's samples, where it is still hers."""
    return lambda world: lambda: _hers(world, 1) and edit(world)


def _record(world):
    def run():
        if sum(not disk.is_temporary(path) for path in world.folders.recordings.iterdir()) > RECORDINGS:
            return
        failures = []
        writer = RecordingWriter(world.folders.recordings, on_failure=failures.append)
        for index in range(3):
            writer.add(noise_frame(index), [EVE], LIMITS)
        writer.finish()
        if failures:
            raise failures[0]

    return run


def _delete_recording(world):
    def run():
        for recording in world.recordings.recordings()[1:]:
            world.recordings.delete(recording)

    return run


OPERATIONS = [
    Operation(
        "enroll somebody new", lambda world: lambda: world.people.enroll(EVE, new_pictures(90), None, Consent(to="yes"))
    ),
    Operation(
        "enroll somebody known", lambda world: lambda: world.people.enroll(ADA, new_pictures(90)), is_gradual=True
    ),
    Operation("add a sample", lambda world: lambda: world.people.add(world.find(ADA), noise(90), NOON)),
    Operation("import", _import, is_gradual=True),
    Operation(
        "rename",
        lambda world: (
            lambda: _if_there(world, ADA, lambda: edits.rename(world.people, world.find(ADA), EVE, world.folders))
        ),
    ),
    Operation(
        "undo a rename",
        _undo(lambda world: edits.rename(world.people, world.find(ADA), EVE, world.folders)),
        repeats=False,
    ),
    Operation("merge", lambda world: lambda: _if_there(world, ADA, lambda: _merge(world)), is_gradual=True),
    Operation("undo a merge", _undo(_merge), is_gradual=True, repeats=False),
    Operation("move", _of_hers(_move), is_gradual=True),
    Operation("undo a move", _undo(_move), is_gradual=True, repeats=False),
    Operation("reject", _of_hers(_reject), is_gradual=True),
    Operation("undo a rejection", _undo(_reject), is_gradual=True, repeats=False),
    Operation("set aside", _of_hers(_set_aside), is_gradual=True),
    Operation("undo setting aside", _undo(_set_aside), is_gradual=True, repeats=False),
    Operation(
        "announce a person", lambda world: lambda: world.people.set_announced(world.find(ADA), is_announced=True)
    ),
    Operation("note consent", lambda world: lambda: world.people.set_consent(world.find(ADA), AGREEMENT)),
    Operation("call distinct", lambda world: lambda: world.distinct.add(world.find(ADA), world.find(BOB))),
    Operation("delete samples", _of_hers(_delete_samples), is_gradual=True),
    Operation("undo deleting samples", _undo(_delete_samples), is_gradual=True, repeats=False),
    Operation(
        "delete a person", lambda world: lambda: _if_there(world, ADA, lambda: _delete_people(world)), is_move=True
    ),
    Operation("undo deleting a person", _undo(_delete_people), repeats=False, is_gradual=True),
    Operation("restore", _restore, is_gradual=True),
    Operation("empty the trash", _empty, is_gradual=True),
    Operation("forget", lambda world: _forget(world, ADA), is_gradual=True),
    Operation("reject a face", lambda world: lambda: world.rejections.add(noise(91), world.find(ADA), NOON)),
    Operation("correct to somebody new", _correct, is_gradual=True, repeats=False),
    Operation("embed", lambda world: world.embed),
    Operation("publish a model", _publish, is_gradual=True),
    Operation(
        "write the denoiser",
        lambda world: lambda: denoiser.write(world.folders.models, b"weights", {"version": 1}, lambda: True),
        is_gradual=True,
    ),
    Operation("use a model", lambda world: lambda: world.models.use("20260102-000000-embedding")),
    Operation("roll back", _rollback),
    Operation("remove a model", _remove),
    Operation("retire a model", lambda world: lambda: world.models.retire("20260102-000000-embedding", OUTDATED)),
    *(Operation(name, prepare, is_gradual=name in GRADUAL) for name, prepare in VISIT_OPERATIONS.items()),
    Operation("record", _record),
    Operation("delete a recording", _delete_recording),
    Operation("save settings", lambda world: partial(replace(Settings(), mirror=True).save, world.folders.settings)),
    Operation("export", _export),
    Operation("mark faces in sidecars", _mark, is_gradual=True),
    Operation("export what is held on a person", _disclose),
    Operation("back up", _back_up),
    Operation("restore a backup", lambda world: _restore_backup(world, replaces=True)),
    Operation("merge a backup", lambda world: _restore_backup(world, merges=True)),
    Operation("encrypt", _encrypt, is_gradual=True),
    Operation("decrypt", _decrypt, is_gradual=True),
    Operation("change the passphrase", _change_passphrase, is_gradual=True),
    *MODEL_OPERATIONS,
    *OUTPUT_OPERATIONS,
    *SEALED_OPERATIONS,
]
