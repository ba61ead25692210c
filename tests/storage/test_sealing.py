"""One seam: no module opens data files around it, or they would lie unencrypted in an encrypted folder.

Each way to read or write a file is allowed only where this list says why.
"""

import ast

import pytest

from support.places import ROOT

#: Modules that may, and why.
ALLOWED = {
    # the seam itself
    "app/visavis/encryption/sealed_store.py": "the key file, which is not sealed",
    "app/visavis/storage/data_files.py": "the seam, for reading",
    "app/visavis/storage/disk.py": "the seam, for writing",
    "app/visavis/storage/reader.py": "unseals what it reads",
    "app/visavis/storage/regular_file.py": "opens what the seam reads",
    "app/visavis/storage/log_lines.py": "seals line by line",
    "app/visavis/storage/logs.py": "the same, for logging",
    "app/visavis/imaging/codec.py": "unseals what it reads",
    "app/visavis/sightings/database.py": "only what is not sealed; sealed_database opens the others",
    "app/visavis/sightings/sealed_database.py": "in memory, and to convert what is not sealed",
    "app/visavis/audit/log.py": "adds lines to what is not sealed, and rewrites what is",
    "app/visavis/backup/archive.py": "packs files as they are, sealed or not",
    "app/visavis/backup/extraction.py": "unpacks them as they are",
    "app/visavis/backup/merge.py": "compares receipts as they are; both stores have the same key",
    # files that are nobody's data
    "app/visavis/bench/cast.py": "makes people up in a folder of its own",
    "app/visavis/bench/endurance.py": "copies a model of a folder of its own",
    "app/visavis/bench/resources.py": "what Linux says of this process",
    "app/visavis/detection/haar.py": "cascades that come with packages, or that the user names",
    "app/visavis/doctor/computer.py": "what Linux says of the processor",
    "app/visavis/imaging/video/h264.py": "a video that is written for the user",
    "app/visavis/imaging/video/mp4_times.py": "a video that is written for the user",
    "app/visavis/imaging/video/sound.py": "the sound of a video of the user",
    "app/visavis/sightings/schema.py": "a database in memory",
    "app/visavis/imaging/xmp/sidecar.py": "files beside pictures of the user",
    "app/visavis/tagging/kept_tags.py": "tells videos of the user apart",
    "app/visavis/insight/page.py": "the style of a page",
    "app/visavis/networks/engine.py": "the null device; networks are read by the seam",
    "app/visavis/networks/packaged_file.py": "weights that come with packages",
    "app/visavis/process/extra_installation.py": "what an installer reads and says",
    "app/visavis/process/installation.py": "how the program was installed",
    "app/visavis/process/key_pipe.py": "a pipe",
    "app/visavis/process/surroundings.py": "the null device",
    "app/visavis/cli/output.py": "the null device",
    "app/visavis/sources/video_size.py": "videos of the user",
    "app/visavis/tagging/engines/program_version.py": "the program itself",
    "app/visavis/tagging/outputs/page.py": "style and script of a page",
    "app/visavis/ui/help/changes.py": "the changelog",
    "app/visavis/ui/help/manual.py": "the manual",
    "app/visavis/ui/widgets/icons.py": "icons",
    "app/visavis/ui/widgets/theme.py": "the style sheet",
    "training/visavis_training/report/page.py": "the style of a page",
    # Keras writes into a staging folder; `ModelStore.publish` and `add_network` seal what is there
    "training/visavis_training/publishing.py": "a network that is sealed when it is published",
    "training/visavis_training/denoising/denoiser_file.py": "a network that is sealed when it is written",
    "training/visavis_training/embedding/imprinting.py": "a network that is sealed when it is added",
    "training/visavis_training/embedding/trainer.py": "a network that is sealed when it is published",
    "training/visavis_training/embedding/fine_tuning.py": "a network that is sealed when it is published",
}
MODULES = [path for root in ("app/visavis", "training/visavis_training") for path in (ROOT / root).rglob("*.py")]


#: Functions that open files, as they are called.
OPENERS = {"open", "os.open", "io.open", "sqlite3.connect", "av.open", "open_regular"}
#: Methods that open files, whatever they are called of; but for those of the seam.
METHODS = {"read_bytes", "read_text", "write_bytes", "write_text", "imread", "imwrite", "file_digest"}
#: Functions of NumPy and of Keras, and classes of Qt, that open files.
OF_NUMPY = {"load", "save", "savez", "fromfile", "loadtxt"}
OF_QT = {"QPixmap", "QImage", "QImageReader"}


def is_file_call(call):
    text = ast.unparse(call.func)
    if not isinstance(call.func, ast.Attribute) or text in OPENERS:
        first = ast.unparse(call.args[0]) if call.args else ""
        return text in OPENERS or (text in OF_QT and ("str(" in first or "path" in first))
    name, value = call.func.attr, ast.unparse(call.func.value)
    if name in METHODS:
        return value not in {"reader", "codec"}
    if name == "open":  # path.open("rb")
        return bool(call.args) and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    return (name in OF_NUMPY and value in {"np", "numpy"}) or (name == "load_model" and "keras" in value)


def file_calls(path):
    """The calls in a module that read or write files, by their source."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call) and is_file_call(node)]


@pytest.fixture(scope="module")
def calls():
    return {path.relative_to(ROOT).as_posix(): file_calls(path) for path in MODULES}


def test_no_module_opens_data_files_around_the_seam(calls):
    assert {path: found for path, found in calls.items() if found and path not in ALLOWED} == {}


def test_no_module_is_excused_that_opens_nothing(calls):
    saved_by_keras = {path for path in ALLOWED if path.startswith("training/") and "sealed when" in ALLOWED[path]}
    assert [path for path in ALLOWED if not calls.get(path) and path not in saved_by_keras] == []


@pytest.mark.parametrize(
    "code",
    [
        "open('a')",
        "path.open('rb')",
        "path.read_bytes()",
        "cv2.imread(path)",
        "np.load(path)",
        "sqlite3.connect(path)",
        "os.open(path, 0)",
        "QPixmap(str(path))",
        "keras.saving.load_model(path)",
    ],
)
def test_what_would_go_around_it_is_seen(code, tmp_path):
    (tmp_path / "a.py").write_text(code)
    assert file_calls(tmp_path / "a.py")


def test_networks_that_keras_wrote_are_sealed_when_they_are_published():
    """Whoever saves a network does it inside of `staging_folder`, whose content `publish` or `add_network` seals."""
    for path, why in ALLOWED.items():
        if "sealed when" in why:
            text = (ROOT / path).read_text(encoding="utf-8")
            assert "staging_folder()" in text
            assert any(call in text for call in ("store.publish(", "store.add_network(", "denoiser.write("))
