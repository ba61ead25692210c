"""Every function of the program that writes is run by an operation of the harness, or is said to need none."""

import ast
import shutil
from pathlib import Path

import pytest

from faults.operations import OPERATIONS
from faults.writers import ROOTS, Callers, writes_of, writing_functions
from support.faulty_world import World, copy

#: What a function that needs no operation does instead, and the functions.
_WITHOUT = {
    "writes one file by a writer of whole files, at a place that the user chose": {
        "visavis/ui/controllers/documents/exports.py:ExportsController.export_sightings.<locals>.write",
        "visavis/ui/controllers/documents/help.py:HelpController._save",
        "visavis/ui/controllers/people/people.py:PeopleController.save_text",
        "visavis/ui/report/export.py:write_report",
        "visavis_training/whole_pictures/preview.py:write_preview",
    },
    "writes two pictures, each by the writer of whole pictures, at a place that the user chose": {
        "visavis/ui/controllers/snapshots.py:save_snapshot",
    },
    "makes the data of a measurement, in a folder of its own": {
        "visavis/bench/cast.py:_copy_folder",
        "visavis/bench/cast.py:_write_person",
        "visavis/bench/endurance.py:EnduranceRun._copy_model",
        "visavis/bench/scene.py:Scene.save",
    },
    "has a file without a name, which is gone with its process": {
        "visavis/doctor/data.py:_refusal",
        "visavis/process/extra_installation.py:_is_writable",
        "visavis/storage/disk.py:require_space",
        "visavis_training/data/faces.py:open_chip_file",
    },
    "writes to memory, to a pipe, or to nowhere": {
        "visavis/cli/output.py:discard",
        "visavis/storage/arrays.py:encode",
        "visavis/storage/data_files.py:plain_file",
        "visavis/storage/log_lines.py:pipe_into",
    },
    "fills the folder that a function with an operation made, in a process that needs Keras": {
        "visavis_training/cnn64/features.py:write_features",
        "visavis_training/embedding/fine_tuning.py:_publish",
        "visavis_training/insight/command.py:run",
    },
}
_ONE_FILE = next(iter(_WITHOUT))


@pytest.fixture(scope="module")
def run_functions(tmp_path_factory):
    """What the operations run, without a fault."""
    home = tmp_path_factory.mktemp("writers")
    template = World(home / "template")
    callers = Callers(template.root)
    with callers.watch():
        template.build()
    found = callers.names()
    for operation in OPERATIONS:
        world = copy(template, home / "copy")
        callers = Callers(world.root)
        with callers.watch():
            operation.prepare(world)()
        found |= callers.names()
        shutil.rmtree(world.root)
    return found


def test_every_writer_has_an_operation_or_needs_none(run_functions):
    excused = set().union(*_WITHOUT.values())
    assert sorted(writing_functions() - run_functions - excused) == []


def test_who_needs_no_operation_is_a_writer_without_one(run_functions):
    excused = set().union(*_WITHOUT.values())
    assert sorted(excused - writing_functions()) == []
    assert sorted(excused & run_functions) == []


@pytest.mark.parametrize("name", sorted(_WITHOUT[_ONE_FILE]))
def test_who_writes_one_whole_file_writes_once(name):
    assert writes_of(name) == ["disk.write_whole"]


@pytest.mark.parametrize(
    ("source", "functions"),
    [
        ("def save(path):\n    path.write_bytes(b'')", ["save"]),
        ("class Store:\n    def save(self):\n        with open(self.path, 'ab') as file: pass", ["Store.save"]),
        ("def read(path):\n    return path.open('rb').read() + open(path).read()", []),
        ("def outer():\n    def inner():\n        os.replace(a, b)\n    return inner", ["outer.<locals>.inner"]),
        ("def later(worker):\n    worker.submit(partial(disk.write_whole, path, b''))", ["later"]),
        ("def change(text):\n    return text.replace('a', 'b')", []),
        ("def change(card):\n    return dataclasses.replace(card, id='a')", []),
    ],
)
def test_who_writes_is_seen_in_the_source(source, functions, tmp_path):
    assert list(writing_functions([_package(tmp_path, source)])) == [f"module.py:{name}" for name in functions]


def _package(folder: Path, source):
    ast.parse(source)
    (folder / "module.py").write_text(source)
    return folder


def test_all_of_the_program_is_searched():
    assert all((root / package).is_dir() for root, package in zip(ROOTS, ("visavis", "visavis_training"), strict=True))
