import dataclasses
import os
import subprocess

import pytest

from visavis.doctor import computer
from visavis.networks import published
from visavis.process.extras import Extra
from visavis.sources import CameraInfo

WEBCAM = CameraInfo(0, "Webcam", "/dev/v4l/by-id/webcam", 200)


def test_optional_parts_are_listed_with_what_the_others_are_for():
    there, absent = (
        Extra("whole", "nothing", {"json": "JSON"}, 1, 1),
        Extra("more", "tests", {"no_such_package": "Nothing"}, 1, 1),
    )
    finding = computer.extras([there, absent])
    assert finding.what == "Optional parts that are installed: whole."
    assert finding.advice == f"More, for tests: {absent.command}"
    assert computer.extras([there]).advice == ""
    assert computer.extras([absent]).what.endswith("none.")


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
    assert computer.processor(machine, frozenset(flags)).status == status


def test_a_processor_without_avx_is_in_order_where_there_is_no_tensorflow():
    light = Extra("train", "tests", {"no_such_package": "TensorFlow"}, 1, 1)
    assert computer.processor("x86_64", frozenset({"fpu"}), light).status == "ok"


def test_the_flags_are_those_of_the_first_core(tmp_path):
    listing = tmp_path / "cpuinfo"
    listing.write_text("processor\t: 0\nflags\t\t: fpu avx avx2\n\nprocessor\t: 1\nflags\t\t: fpu\n")

    assert computer.cpu_flags(listing) == {"fpu", "avx", "avx2"}
    assert computer.cpu_flags(tmp_path / "missing") == frozenset()


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
    assert computer.opencv(loaded, wheels).status == status


def test_installed_packages_are_found_with_their_versions():
    assert list(computer.installed_versions(["numpy", "no-such-package-at-all"])) == ["numpy"]


def test_presets_are_checked_by_loading_them(tmp_path):
    other = tmp_path / "broken.xml"
    other.write_text("<no-cascade/>")

    assert computer.presets(["live"]).status == "ok"
    assert computer.presets([str(other)]).status == "problem"
    assert computer.presets([]).status == "problem"


def missing_cursor(plugin):
    raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")


def test_a_missing_library_is_named_with_its_package():
    finding = computer.window("linux", {"DISPLAY": ":0"}, missing_cursor)

    assert finding.status == "problem"
    assert finding.what == "The window cannot open: libxcb-cursor.so.0 is missing."
    assert finding.advice.endswith("apt-get install libxcb-cursor0")


def test_all_missing_libraries_are_in_one_command():
    finding = computer.window("linux", {"DISPLAY": ":0"}, missing_cursor, lambda kind: ("libEGL.so.1", "libX11.so.6"))

    assert finding.what == "The window cannot open: 3 libraries of the system are missing."
    assert finding.advice.endswith("apt-get install libegl1 libx11-6 libxcb-cursor0")


def test_a_damaged_qt_is_reported_with_the_linkers_message():
    def damaged(plugin):
        raise OSError("invalid ELF header")

    assert "invalid ELF header" in computer.window("linux", {"DISPLAY": ":0"}, damaged).what


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

    finding = computer.window("linux", environment, tried.append)

    assert tried == [plugin]
    assert finding.status == ("warning" if plugin == "offscreen" else "ok")


def test_elsewhere_qt_brings_everything():
    assert computer.window("darwin", {}, missing_cursor).status == "ok"


def test_cameras_are_listed_by_name():
    assert computer.cameras([WEBCAM], []).what == "1 camera: 0 (Webcam)."
    assert computer.cameras([], []).status == "warning"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may open everything")
def test_a_device_that_may_not_be_opened_is_found(tmp_path):
    (tmp_path / "video0").touch(mode=0o000)

    assert computer.forbidden_devices(tmp_path) == [tmp_path / "video0"]


def test_a_forbidden_camera_is_a_problem_with_a_way_out(tmp_path):
    assert "usermod" in computer.cameras([], [tmp_path / "video0"]).advice


def test_tensorflow_is_not_started_without_a_driver():
    assert computer.graphics(None).status == "ok"


def test_the_gpu_is_named():
    assert computer.graphics(lambda: "Fast 9000").what == "Networks run on the GPU: Fast 9000."


def test_a_driver_alone_is_no_gpu():
    finding = computer.graphics(lambda: "")

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

    assert computer.graphics(ask).status == status


def test_the_published_networks_are_here():
    assert computer.check_published(published.NAMES).status == "ok"


def test_a_package_that_is_missing_or_altered_is_to_be_installed_again():
    card = published.NetworkCard.load(published.NAMES[0])
    absent = dataclasses.replace(card, weights=dataclasses.replace(card.weights, package="no_such_package"))
    other = dataclasses.replace(card, weights=dataclasses.replace(card.weights, sha256="0" * 64))

    missing = computer.check_published([card.name], lambda _: absent)
    altered = computer.check_published([card.name], lambda _: other)

    assert (missing.status, altered.status) == ("problem", "problem")
    assert "not installed" in missing.what
    assert "was altered" in altered.what
    assert f"{card.weights.package}{card.weights.versions}" in altered.advice
