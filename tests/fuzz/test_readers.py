"""Every function of the program that reads what it did not make is run by a parser, or is said to need none."""

import functools
import sys

import pytest

from fuzz.parsers.everything import parsers
from fuzz.readers import ROOTS, Calls, name_of, reading_functions, waiting_functions

#: What a function that no parser runs reads instead, and the functions.
_WITHOUT = {
    "what is installed with the program": {
        "visavis/insight/page.py:insight_page",
        "visavis/scoring/thresholds.py:_load_shipped",
        "visavis/tagging/engines/program_version.py:_code_hash",
        "visavis/tagging/outputs/page.py:page_html",
        "visavis/ui/help/changes.py:read_releases",
        "visavis/ui/help/manual.py:load_manual",
        "visavis/ui/widgets/icons.py:_read_svg",
        "visavis/ui/widgets/theme.py:apply",
        "visavis_training/report/page.py:assemble",
    },
    "what has the hash that the program or a model's card states": {
        "visavis/detection/haar.py:_load",
        "visavis/detection/yunet.py:YunetSearch.__init__",
        "visavis/networks/engine.py:_sealed_content",
        "visavis/networks/engine.py:load_keras",
        "visavis/networks/onet.py:_arrays",
        "visavis/networks/onnx_file.py:_tensor",
        "visavis/networks/packaged_file.py:PackagedFile.read",
        "visavis_training/denoising/denoiser_file.py:load",
    },
    "what the system, Python's installer or a process of ours says": {
        "visavis/bench/resources.py:_status",
        "visavis/bench/trial.py:_child",
        "visavis/doctor/computer.py:cpu_flags",
        "visavis/process/extra_installation.py:ExtraInstallation._resolve",
        "visavis/process/installation.py:_requirement",
        "visavis/process/installation.py:checkout_declaration",
        "visavis/process/installation.py:is_growing",
        "visavis_training/insight/command.py:run",
    },
    "bytes that it only compares, copies or hashes": {
        "visavis/audit/log.py:AuditLog._rewrite",
        "visavis/backup/archive.py:_add_file",
        "visavis/backup/archive.py:write",
        "visavis/backup/merge.py:_has_content",
        "visavis/backup/merge.py:copy_receipt",
        "visavis/bench/endurance.py:EnduranceRun._copy_model",
        "visavis/factory/pipeline_snapshot.py:_content",
        "visavis/models/folder.py:digest",
        "visavis/people/exporter.py:copy_sample",
        "visavis/people/samples.py:Sample.read",
        "visavis/people/transaction.py:PeopleChange._move_into",
        "visavis/people/trash.py:_is_twin",
        "visavis/storage/disk.py:move",
        "visavis/storage/sealing.py:_rewrite",
        "visavis/vault/person_folders.py:convert_picture",
        "visavis_training/denoising/denoiser_file.py:write",
    },
    "a content that a function reads then which a parser runs": {
        "visavis/bench/scene.py:Scene.load",
        "visavis/insight/inspection.py:_read_part",
        "visavis/people/imports/importer.py:PersonImport.add",
        "visavis/people/imports/marked_people.py:find_marked_names",
        "visavis/people/imports/region_importer.py:RegionImporter._import",
        "visavis/tagging/outputs/sidecars.py:_header",
        "visavis_training/whole_pictures/picture_set.py:collect_pictures",
    },
    "an array of its own": {
        "visavis_training/data/duplicates.py:_signs",
        "visavis_training/data/faces.py:as_chips",
    },
}
_INSTALLED = next(iter(_WITHOUT))
#: The functions that would wait for a pipe, and why they cannot.
_WAITING = {
    **dict.fromkeys(_WITHOUT[_INSTALLED] - {"visavis/scoring/thresholds.py:_load_shipped"}, _INSTALLED),
    "visavis/detection/haar.py:_load": _INSTALLED,
    "visavis/networks/packaged_file.py:PackagedFile.read": _INSTALLED,
    "visavis/process/extra_installation.py:ExtraInstallation._resolve": "a file in a folder of its own",
    "visavis/process/installation.py:_requirement": _INSTALLED,
    "visavis/process/installation.py:checkout_declaration": _INSTALLED,
    "visavis/process/installation.py:is_growing": _INSTALLED,
    "visavis/bench/endurance.py:EnduranceRun._copy_model": "a file in a folder of its own",
    "visavis_training/denoising/denoiser_file.py:write": "a file in a folder of its own",
    "visavis/imaging/video/mp4_times.py:write_times": "a file in a folder of its own",
    "visavis/bench/resources.py:_status": "a file of the system",
    "visavis/doctor/computer.py:cpu_flags": "a file of the system",
    "visavis/process/key_pipe.py:accept": "a pipe that the parent process made",
    "visavis/storage/log_lines.py:pipe_into.<locals>.copy": "a pipe of its own",
    "visavis/audit/log.py:AuditLog.append": "looks first whether it is a regular file",
    "visavis/encryption/sealed_store.py:_read_key_file": "looks first whether it is a regular file",
    "visavis/storage/log_lines.py:rewrite": "looks first whether it is a regular file",
    "visavis/storage/reader.py:read_bytes": "opens without waiting, and then looks",
    "visavis/storage/regular_file.py:open_regular": "opens without waiting, and then looks",
}


@pytest.fixture(scope="module")
def run_functions(tmp_path_factory):
    """What the parsers run for contents that are right."""
    home = tmp_path_factory.mktemp("readers")
    _clear_caches()
    calls = Calls()
    for parser in parsers(home):
        place = home / "run" / parser.name / "place"
        place.mkdir(parents=True)
        for content in parser.right:
            (place / parser.file).write_bytes(content)
            with calls.watch():
                parser.parse(place / parser.file)
    return calls.names()


def _clear_caches():
    """A function that another test has called would not run again.

    The modules are looked through: `gc.get_objects` has nothing that a program in an earlier test has frozen.
    """
    readers = reading_functions()
    modules = [module for name, module in list(sys.modules.items()) if name.startswith("visavis")]
    for each in [value for module in modules for value in vars(module).values()]:
        if isinstance(each, functools._lru_cache_wrapper) and name_of(each.__wrapped__.__code__) in readers:
            each.cache_clear()


def test_every_reader_has_a_parser_or_needs_none(run_functions):
    excused = set().union(*_WITHOUT.values())
    assert sorted(reading_functions() - run_functions - excused) == []


def test_who_needs_no_parser_is_a_reader_without_one(run_functions):
    excused = set().union(*_WITHOUT.values())
    assert sorted(excused - reading_functions()) == []
    assert sorted(excused & run_functions) == []


def test_a_pipe_in_place_of_a_file_is_not_waited_for():
    """Whoever opens what is not theirs does so by `open_regular`, `reader` or `data_files`."""
    assert sorted(waiting_functions() ^ _WAITING.keys()) == []


@pytest.mark.parametrize(
    ("source", "functions"),
    [
        ("def load(path):\n    return reader.read_json(path, FORM, dict)", ["load"]),
        ("class Store:\n    def load(self):\n        return self.path.read_text('utf-8')", ["Store.load"]),
        ("def load(path):\n    with open_regular(path) as file: return file.read()", ["load"]),
        ("def outer():\n    def inner():\n        return json.loads(text)\n    return inner", ["outer.<locals>.inner"]),
        ("def load(path):\n    return with_errors(arrays.decode, path)", ["load"]),
        ("def save(path):\n    path.write_bytes(b'')", []),
    ],
)
def test_who_reads_is_seen_in_the_source(source, functions, tmp_path):
    (tmp_path / "module.py").write_text(source)
    assert list(reading_functions([tmp_path])) == [f"module.py:{name}" for name in functions]


@pytest.mark.parametrize(
    ("source", "waits"),
    [
        ("open(path)", True),
        ("open(path, 'rb')", True),
        ("path.open('r+b')", True),
        ("path.open(encoding='utf-8')", True),
        ("path.read_bytes()", True),
        ("open(path, 'wb')", False),
        ("path.open('wb')", False),
        ("dialog.open()", False),
        ("reader.read_bytes(path)", False),
        ("open_regular(path)", False),
    ],
)
def test_who_would_wait_is_seen_in_the_source(source, waits, tmp_path):
    (tmp_path / "module.py").write_text(f"def load(path):\n    return {source}\n")
    assert bool(waiting_functions([tmp_path])) == waits


def test_all_of_the_program_is_searched():
    assert all((root / package).is_dir() for root, package in zip(ROOTS, ("visavis", "visavis_training"), strict=True))
