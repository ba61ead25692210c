import dataclasses
import json
import os
import subprocess
import sys

import numpy as np
import pytest

from support.faulty_world import ADA, World
from visavis import doctor
from visavis.cli import main
from visavis.models.store import TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates
from visavis.networks import published
from visavis.people.store import PeopleStore
from visavis.process.extras import Extra
from visavis.recognition import embedding_cache, gallery
from visavis.sources import CameraInfo
from visavis.storage.paths import DataFolders

WEBCAM = CameraInfo(0, "Webcam", "/dev/v4l/by-id/webcam", 200)


def test_optional_parts_are_listed_with_what_the_others_are_for():
    there, absent = Extra("whole", "nothing", {"json": "JSON"}), Extra("more", "tests", {"no_such_package": "Nothing"})
    finding = doctor.extras([there, absent])
    assert finding.what == "Optional parts that are installed: whole."
    assert finding.advice == f"More, for tests: {absent.command}"
    assert doctor.extras([there]).advice == ""
    assert doctor.extras([absent]).what.endswith("none.")


@pytest.mark.parametrize(
    ("machine", "flags", "status"),
    [
        ("x86_64", {"fpu", "avx"}, "ok"),
        ("AMD64", {"fpu"}, "problem"),
        ("x86_64", set(), "ok"),  # nobody tells
        ("arm64", {"neon"}, "ok"),
    ],
)
def test_a_processor_without_avx_cannot_run_tensorflow(machine, flags, status):
    assert doctor.processor(machine, frozenset(flags)).status == status


def test_a_processor_without_avx_is_in_order_where_there_is_no_tensorflow():
    light = Extra("train", "tests", {"no_such_package": "TensorFlow"})
    assert doctor.processor("x86_64", frozenset({"fpu"}), light).status == "ok"


def test_the_flags_are_those_of_the_first_core(tmp_path):
    listing = tmp_path / "cpuinfo"
    listing.write_text("processor\t: 0\nflags\t\t: fpu avx avx2\n\nprocessor\t: 1\nflags\t\t: fpu\n")

    assert doctor.cpu_flags(listing) == {"fpu", "avx", "avx2"}
    assert doctor.cpu_flags(tmp_path / "missing") == frozenset()


@pytest.mark.parametrize(
    ("loaded", "wheels", "status"),
    [
        ("4.14.0", {"opencv-python-headless": "4.14.0.94"}, "ok"),
        ("4.14.0", {}, "ok"),  # a distribution's own
        ("5.0.0", {"opencv-python-headless": "5.0.0.93"}, "problem"),
        ("4.14.0", {"opencv-python-headless": "4.14.0.94", "opencv-python": "4.14.0.94"}, "problem"),
        ("4.14.0", {"opencv-contrib-python": "4.14.0.94"}, "warning"),
    ],
)
def test_one_headless_opencv_below_version_5(loaded, wheels, status):
    assert doctor.opencv(loaded, wheels).status == status


def test_installed_packages_are_found_with_their_versions():
    assert list(doctor.installed_versions(["numpy", "no-such-package-at-all"])) == ["numpy"]


def test_presets_are_checked_by_loading_them(tmp_path):
    other = tmp_path / "broken.xml"
    other.write_text("<no-cascade/>")

    assert doctor.presets(["live"]).status == "ok"
    assert doctor.presets([str(other)]).status == "problem"
    assert doctor.presets([]).status == "problem"


def missing_cursor(plugin):
    raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")


def test_a_missing_library_is_named_with_its_package():
    finding = doctor.window("linux", {"DISPLAY": ":0"}, missing_cursor)

    assert finding.status == "problem"
    assert finding.what == "The window cannot open: libxcb-cursor.so.0 is missing."
    assert finding.advice.endswith("apt-get install libxcb-cursor0")


def test_a_damaged_qt_is_reported_with_the_linkers_message():
    def damaged(plugin):
        raise OSError("invalid ELF header")

    assert "invalid ELF header" in doctor.window("linux", {"DISPLAY": ":0"}, damaged).what


@pytest.mark.parametrize(
    ("environment", "plugin"),
    [
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "xcb"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({}, "offscreen"),
    ],
)
def test_the_plugin_that_the_screen_calls_for_is_tried(environment, plugin):
    tried = []

    finding = doctor.window("linux", environment, tried.append)

    assert tried == [plugin]
    assert finding.status == ("warning" if plugin == "offscreen" else "ok")


def test_elsewhere_qt_brings_everything():
    assert doctor.window("darwin", {}, missing_cursor).status == "ok"


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms' plugins need no system libraries")
def test_qt_is_here():
    """In a process of its own: the libraries stay loaded."""
    loading = "from visavis.doctor import load_qt_plugin as load; load('offscreen')"
    subprocess.run([sys.executable, "-c", loading], check=True)

    with pytest.raises(OSError, match="no-such-plugin"):
        doctor.load_qt_plugin("no-such-plugin")


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
    ],
)
def test_debian_names_packages_after_libraries(library, package):
    assert doctor.debian_package(library) == package


def test_cameras_are_listed_by_name():
    assert doctor.cameras([WEBCAM], []).what == "1 camera: 0 (Webcam)."
    assert doctor.cameras([], []).status == "warning"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may open everything")
def test_a_device_that_may_not_be_opened_is_found(tmp_path):
    (tmp_path / "video0").touch(mode=0o000)

    assert doctor.forbidden_devices(tmp_path) == [tmp_path / "video0"]


def test_a_forbidden_camera_is_a_problem_with_a_way_out(tmp_path):
    assert "usermod" in doctor.cameras([], [tmp_path / "video0"]).advice


def test_tensorflow_is_not_started_without_a_driver():
    assert doctor.graphics(None).status == "ok"


def test_the_gpu_is_named():
    assert doctor.graphics(lambda: "Fast 9000").what == "Networks run on the GPU: Fast 9000."


def test_a_driver_alone_is_no_gpu():
    finding = doctor.graphics(lambda: "")

    assert finding.status == "warning"
    assert finding.advice


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (subprocess.TimeoutExpired("python", 120), "warning"),
        (subprocess.CalledProcessError(-4, "python"), "problem"),  # killed by an instruction it does not know
    ],
)
def test_a_tensorflow_that_hangs_or_crashes_is_reported(error, status):
    def ask():
        raise error

    assert doctor.graphics(ask).status == status


def test_the_published_networks_are_here():
    assert doctor.check_published(published.NAMES).status == "ok"


def test_a_package_that_is_missing_or_altered_is_to_be_installed_again():
    card = published.NetworkCard.load(published.NAMES[0])
    absent = dataclasses.replace(card, weights=dataclasses.replace(card.weights, package="no_such_package"))
    other = dataclasses.replace(card, weights=dataclasses.replace(card.weights, sha256="0" * 64))

    missing = doctor.check_published([card.name], lambda _: absent)
    altered = doctor.check_published([card.name], lambda _: other)

    assert (missing.status, altered.status) == ("problem", "problem")
    assert "not installed" in missing.what
    assert "was altered" in altered.what
    assert f"{card.weights.package}{card.weights.versions}" in altered.advice


def test_broken_settings_are_a_problem(tmp_path):
    path = tmp_path / "settings.toml"
    assert doctor.settings(path).status == "ok"

    path.write_text("width =")
    assert doctor.settings(path).status == "problem"


def test_an_empty_store_is_in_order_and_a_lost_model_is_not(tmp_path):
    store, people = ModelStore(tmp_path), PeopleStore(tmp_path / "people")
    assert doctor.model(store, people, tmp_path).status == "ok"

    (tmp_path / "current").write_text("20260101-000000-cnn64\n")
    finding = doctor.model(store, people, tmp_path)
    assert finding.status == "problem"
    assert finding.advice


@pytest.fixture
def world(tmp_path):
    """A data folder with a model whose templates are those of the samples."""
    world = World(tmp_path).build()
    vectors = {
        each.slug: embedding_cache.read_cached(world.folders.embeddings, each.slug) for each in world.everybody()
    }
    templates = {slug: gallery.template(embedded)[0] for slug, embedded in vectors.items()}
    world.publish("embedding", 9, templates)
    return world


def model_finding(world):
    return doctor.model(world.models, world.people, world.folders.embeddings)


def test_templates_that_fit_their_hash_must_also_fit_the_samples(world):
    assert model_finding(world).status == "ok"

    ada, bob = world.everybody()[:2]
    right = load_templates(world.models.path(world.models.current_id(), TEMPLATES_FILE))
    world.publish("embedding", 8, {**right, ada.slug: right[bob.slug], bob.slug: right[ada.slug]})
    finding = model_finding(world)
    assert finding.status == "problem"
    assert "is not that of their samples" in finding.what
    assert finding.advice
    world.people.add(ada, b"a new sample")  # what the model has not learned hinders nothing
    assert "is not that of their samples" in model_finding(world).what


@pytest.mark.parametrize("factor", [0.0, 0.5, 1.1, 1e30])
def test_templates_that_are_no_directions_are_a_problem(world, factor):
    right = load_templates(world.models.path(world.models.current_id(), TEMPLATES_FILE))
    world.publish("embedding", 8, {slug: row * np.float32(factor) for slug, row in right.items()})
    assert "are not of unit length" in model_finding(world).what


def spoil_record(world):
    (world.folders.people / ADA / "person.json").write_text("{")


def spoil_pictures_record(world):
    (world.folders.people / ADA / "pictures.json").write_text("{")


def spoil_rejections(world):
    (world.folders.strangers / "rejections.json").write_text("{")


def replace_people_by_a_file(world):
    world.folders.people.rename(world.root / "elsewhere")
    world.folders.people.write_text("")


def replace_rejections_by_a_file(world):
    world.folders.strangers.rename(world.root / "elsewhere")
    world.folders.strangers.write_text("")


@pytest.mark.parametrize(
    "spoil",
    [
        spoil_record,
        spoil_pictures_record,
        spoil_rejections,
        replace_people_by_a_file,
        replace_rejections_by_a_file,
    ],
    ids=lambda spoil: spoil.__name__,
)
def test_people_who_cannot_be_read_are_a_problem(world, spoil):
    assert doctor.people(world.people, world.rejections).status == "ok"
    spoil(world)
    finding = doctor.people(world.people, world.rejections)
    assert finding.status == "problem"
    assert str(world.root) in finding.what


@pytest.mark.parametrize(("megabytes", "status"), [(5000, "ok"), (500, "warning"), (5, "problem")])
def test_free_space(tmp_path, megabytes, status):
    assert doctor.space(tmp_path, megabytes).status == status


def test_free_space_is_that_of_the_disk_where_the_folder_will_be(tmp_path):
    assert doctor.free_megabytes(tmp_path / "not" / "yet") > 0


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_folder_open_to_others_is_reported(tmp_path):
    folder = tmp_path / "data"
    assert doctor.privacy(folder).status == "ok"

    folder.mkdir(mode=0o700)
    assert doctor.privacy(folder).status == "ok"

    folder.chmod(0o755)
    finding = doctor.privacy(folder)
    assert finding.status == "warning"
    assert str(folder) in finding.advice


def test_a_folder_that_may_not_be_read_is_a_finding(tmp_path, monkeypatch):
    def forbidden(folder):
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(doctor, "privacy", forbidden)  # root may look everywhere: there is no folder to show it with

    *_, (name, finding) = doctor.examine(DataFolders(tmp_path, tmp_path))
    assert (name, finding.status) == ("privacy", "problem")


def test_one_json_object_a_check(tmp_path, capsys):
    status = main(["doctor", "--json", "--data", str(tmp_path)])

    findings = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"system", "opencv", "detection", "window", "cameras", "model"} <= {finding["check"] for finding in findings}
    assert all(finding.keys() == {"check", "status", "what", "advice"} for finding in findings)
    assert status == any(finding["status"] == "problem" for finding in findings)


def test_a_problem_is_status_1_with_its_advice(tmp_path, capsys):
    (tmp_path / "settings.toml").write_text("width =")

    assert main(["doctor", "--data", str(tmp_path)]) == 1

    captured = capsys.readouterr()
    assert f"problem  {tmp_path / 'settings.toml'} is damaged: " in captured.out
    assert captured.err.startswith("visavis: ")


def test_a_full_cache_is_found(small_disk):
    assert doctor.cache(small_disk / "networks").status == "problem"
    assert "VISAVIS_CACHE" in doctor.cache(small_disk / "networks").advice


def test_a_cache_that_has_the_networks_may_be_full(published_networks, monkeypatch):
    monkeypatch.setattr(doctor, "free_megabytes", lambda _: 0)
    assert doctor.cache(published_networks).status == "ok"
