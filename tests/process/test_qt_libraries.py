"""Which libraries of the system Qt needs and does not find: all are named at once, and no traceback is shown."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from visavis.process import qt_libraries

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other platforms' plugins need no system libraries")

#: Names of libraries of the plugin "xcb", and names as long of libraries that no system has.
RENAMED = {b"libxcb-icccm.so.4": b"libxcb-ixxxm.so.4", b"libxkbcommon.so.0": b"libxkbcammon.so.0"}
#: What Qt raises where a library is missing.
BROKEN = 'raise ImportError("libglib-2.0.so.0: cannot open shared object file: No such file or directory")\n'


@pytest.fixture
def poor(tmp_path):
    """A folder of packages with a Qt, two of whose libraries are missing."""
    plugins = Path(importlib.util.find_spec("PySide6").submodule_search_locations[0]) / "Qt/plugins/platforms"
    content = (plugins / "libqxcb.so").read_bytes()
    for name, other in RENAMED.items():
        assert name in content
        content = content.replace(name, other)
    package = tmp_path / "packages" / "PySide6"
    plugin = package / "Qt/plugins/platforms/libqxcb.so"
    plugin.parent.mkdir(parents=True)
    plugin.write_bytes(content)
    (package / "__init__.py").write_text(BROKEN)
    return package.parent


def run(*arguments, packages=None, **variables):
    paths = [*([str(packages)] if packages else []), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **variables}
    return subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False)


def test_qt_is_here():
    """In a process of its own: the libraries stay loaded."""
    loading = "from visavis.process.qt_libraries import load_plugin as load; load('offscreen')"
    assert run("-c", loading).returncode == 0
    assert qt_libraries.list_missing("offscreen") == ()
    with pytest.raises(OSError, match="no-such-plugin"):
        qt_libraries.load_plugin("no-such-plugin")
    assert qt_libraries.list_missing("no-such-plugin") == ()


def test_all_libraries_that_are_missing_are_listed(poor):
    listing = "from visavis.process import qt_libraries as libraries; print(*libraries.list_missing('xcb'))"
    assert {"libxcb-ixxxm.so.4", "libxkbcammon.so.0"} <= {*run("-c", listing, packages=poor).stdout.split()}


def test_without_the_libraries_of_qt_a_command_says_what_to_paste(poor, tmp_path):
    done = run("-m", "visavis", "live", "--source", "demo", packages=poor, VISAVIS_DATA=str(tmp_path), DISPLAY=":0")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "A library of the system is missing: libglib-2.0.so.0." in done.stderr
    [command] = [line for line in done.stderr.splitlines() if "apt-get install" in line]
    assert {"libxcb-ixxxm4", "libxkbcammon0", "libglib2.0-0"} <= {*command.split()}


def test_another_error_of_an_import_is_a_bug():
    assert qt_libraries.explain(ImportError("No module named 'visavis.nothing'")) is None


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
    ],
)
def test_debian_names_packages_after_libraries(library, package):
    assert qt_libraries.debian_package(library) == package
