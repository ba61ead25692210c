"""Arrays on disk: as described, or damaged; never pickled, never larger than the file."""

import io
import time
import zipfile

import numpy as np
import pytest

from visavis.errors import DamagedFileError
from visavis.storage import arrays
from visavis.storage.arrays import Column

COLUMNS = {"names": Column("U", ("rows",)), "vectors": Column("f", ("rows", 2)), "version": Column("U", ())}
RIGHT = {"names": np.array(["a", "b"]), "vectors": np.eye(2, dtype=np.float32), "version": np.array("1")}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "arrays.npz"


def saved(save=np.savez, **changes):
    content = io.BytesIO()
    save(content, **{name: values for name, values in (RIGHT | changes).items() if values is not None})
    return content.getvalue()


def test_arrays_come_back_as_they_were(path):
    arrays.write(path, RIGHT | {"more": np.asfortranarray(np.arange(6).reshape(2, 3)), "none": np.zeros((0, 3))})
    found = arrays.read(path)
    assert found["more"].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert found["none"].shape == (0, 3)
    assert list(arrays.read(path, COLUMNS)) == list(COLUMNS)
    found["more"][0, 0] = 7  # it is the caller's own


def test_what_numpy_wrote_is_read_and_what_we_wrote_numpy_reads(path):
    path.write_bytes(saved())
    assert arrays.read(path, COLUMNS)["names"].tolist() == ["a", "b"]
    arrays.write(path, RIGHT)
    with np.load(path, allow_pickle=False) as file:
        assert file["vectors"].tolist() == [[1, 0], [0, 1]]


@pytest.mark.parametrize("now", [0.0, -1e9, 1e10])
def test_a_wrong_clock_changes_nothing(path, monkeypatch, now):
    arrays.write(path, RIGHT)
    before = path.read_bytes()
    monkeypatch.setattr(time, "time", lambda: now)
    arrays.write(path, RIGHT)
    assert path.read_bytes() == before


def bomb():
    """A member that says of itself that it has a terabyte."""
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "<f4", "fortran_order": False, "shape": (2**38,)})
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("names.npy", header.getvalue())
    return content.getvalue()


def twice():
    content = io.BytesIO(saved())
    with zipfile.ZipFile(content, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("names.npy", b"")
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        saved()[:-30],
        saved()[:100] + b"\x00" + saved()[101:],
        saved(np.savez_compressed),
        bomb(),
        twice(),
        saved(names=np.array([{}, 1], dtype=object)),
        saved(names=np.array([1, 2])),
        saved(names=None),
        saved(names=np.array(["a", "b", "c"])),
        saved(vectors=np.array([[np.nan, 0], [0, 1]], np.float32)),
        saved(vectors=np.array([[np.inf, 0], [0, 1]], np.float32)),
        saved(vectors=np.eye(3, dtype=np.float32)[:2]),
        saved(vectors=np.zeros(2, np.float32)),
        saved(vectors=np.array([["a", "b"]] * 2)),
        saved(version=np.array(["1"])),
    ],
    ids=range(17),
)
def test_anything_else_is_damaged(path, content):
    path.write_bytes(content)
    with pytest.raises(DamagedFileError, match=r"arrays\.npz is damaged: .+\.$"):
        arrays.read(path, COLUMNS)


def test_a_missing_file_is_the_callers_case(path):
    with pytest.raises(FileNotFoundError):
        arrays.read(path)
