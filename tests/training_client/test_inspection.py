"""Networks are inspected in a process; its output is read, and its files are deleted."""

import sys
import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.errors import ModelError
from visavis.imaging.geometry import Box, Face
from visavis.people.samples import FaceCrop
from visavis.training_client.inspection import Inspection, network_chips, tile

LANDMARKS = np.array([(35, 40), (65, 40), (50, 58), (38, 75), (62, 75)], np.float32)
SEEN = FaceCrop(
    np.random.default_rng(2).integers(0, 256, (100, 100, 3)).astype(np.uint8), Face(Box(20, 15, 60, 70), LANDMARKS)
)

ANSWERING = """
import sys
from pathlib import Path
import numpy as np
from visavis.storage import arrays
from visavis.training_client.inspection import *
folder = Path(sys.argv[1])
asked = arrays.read(folder / INPUT_FILE)
assert folder.stat().st_mode & 0o77 == 0, "others could look"
layers = tuple(LayerActivations(name, 32, np.full((3, 4, 4), 7, np.uint8)) for name in ("a/b", "c"))
made = [NetworkActivations(name, chip, np.zeros((5, 3, 3, 3), np.uint8), layers) for name, chip in asked.items()]
arrays.write(folder / OUTPUT_FILE, to_arrays(made))
"""


@pytest.fixture
def look(folders, monkeypatch, tmp_path):
    """An Inspection whose process is the given Python program; its networks need not be prepared."""

    def make(program, seen=lambda: SEEN):
        def command(name, into, folder, *rest):
            return [sys.executable, "-c", program, folder, *rest]

        return Inspection(folders, seen, command)

    return make


def left(folders):
    return [path for path in folders.insight.iterdir() if path.is_dir()]


def test_the_output_is_read_and_files_are_deleted(look, folders):
    [found] = look(ANSWERING)()
    assert found.network == "embedding"
    assert found.chip.shape == (112, 112, 3)
    assert found.filters.shape == (5, 3, 3, 3)
    assert [(layer.name, layer.channels, layer.maps.shape) for layer in found.layers] == [
        ("a/b", 32, (3, 4, 4)),
        ("c", 32, (3, 4, 4)),
    ]
    assert left(folders) == []


def test_an_error_of_the_process_is_raised(look):
    program = 'print(\'{"event": "failed", "error": "It is broken.", "hint": "Mend it."}\'); raise SystemExit(1)'
    with pytest.raises(ModelError, match="It is broken") as caught:
        look(program)()
    assert str(caught.value.hint) == "Mend it."


def test_if_the_process_dies_the_hint_names_its_log(look, folders):
    with pytest.raises(ModelError, match="could not be computed") as caught:
        look("import sys; print('boom', file=sys.stderr, flush=True); sys.exit(3)")()
    assert "insight.log" in str(caught.value.hint)
    assert "boom" in (folders.logs / "insight.log").read_text()


def test_missing_output_is_an_error(look):
    with pytest.raises(ModelError, match="cannot be read"):
        look("pass")()


@pytest.mark.parametrize("early", [True, False])
def test_cancelling_ends_it_without_a_result(look, folders, early):
    looking = look("import time; time.sleep(60)")
    if early:
        looking.cancel()
    else:
        threading.Timer(0.3, looking.cancel).start()
    assert looking() == ()
    assert left(folders) == []


def test_each_network_has_a_chip_of_its_own():
    shown = network_chips(SEEN)
    assert {name: chip.shape for name, chip in shown.items()} == {"embedding": (112, 112, 3), "cnn64": (64, 64, 3)}
    boxed = network_chips(FaceCrop(SEEN.image, Face(SEEN.face.box)))
    assert boxed["embedding"].shape == (112, 112, 3)
    assert (boxed["cnn64"] == shown["cnn64"]).all()


@given(count=st.integers(1, 20), columns=st.integers(1, 9), side=st.integers(1, 12), gap=st.integers(0, 5))
def test_tiles_are_arranged_in_rows(count, columns, side, gap):
    pictures = np.arange(1, count + 1, dtype=np.uint8)[:, np.newaxis, np.newaxis].repeat(2, 1).repeat(3, 2)
    tiles = tile(pictures, columns, side, gap)
    rows = -(-count // columns)
    assert tiles.shape == (rows * (side + gap) - gap, columns * (side + gap) - gap, 4)
    for index in range(count):
        top, left = index // columns * (side + gap), index % columns * (side + gap)
        assert (tiles[top : top + side, left : left + side, :3] == index + 1).all()
    assert (tiles[..., 3] == 255).sum() == count * side * side


def test_tiles_may_be_colored():
    pictures = np.random.default_rng(0).integers(0, 256, (2, 5, 5, 3)).astype(np.uint8)
    assert (tile(pictures, 2, 5, 0)[:, 5:, :3] == pictures[1]).all()
