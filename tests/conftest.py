"""What tests of several modules use."""

import gc
import os
import subprocess

import hypothesis
import pytest

import visavis  # noqa: F401  # before any test module imports OpenCV, which reads what this sets
from support.places import DATA
from visavis.storage.paths import DataFolders

# On a busy computer, an example takes as long as it takes: its time says nothing of the code.
hypothesis.settings.register_profile("visavis", deadline=None)
hypothesis.settings.load_profile("visavis")


def pytest_addoption(parser):
    parser.addoption("--headed", action="store_true", help="show the windows that tests open")
    parser.addoption("--whole", action="store_true", help="run the long checks whole, and not only a part of each")


def pytest_configure(config):
    if not config.getoption("--headed"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_runtest_setup(item):
    if item.get_closest_marker("real") and not DATA.is_dir():
        pytest.skip("needs pictures of real people")


def pytest_runtest_teardown():
    # A program that a test runs in this process keeps from the collector whatever exists then, also what earlier tests
    # have left (process/garbage.py).
    gc.unfreeze()


@pytest.fixture
def folders(tmp_path):
    """A user's folders, empty and nobody else's."""
    return DataFolders(tmp_path / "data", tmp_path / "cache")


@pytest.fixture(scope="session")
def photos():
    """Two people whom packages carry, BGR: the astronaut and Grace Hopper, both in the public domain."""
    from visavis.sources.demo import portraits

    return portraits()


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 256 KB; only root can have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("cannot mount a small disk here")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


@pytest.fixture(scope="session")
def published_networks(tmp_path_factory):
    """The folder of the published networks, compiled once in a test run."""
    from visavis.networks import published

    folder = tmp_path_factory.mktemp("cache") / "networks"
    published.ensure(folder)
    return folder
