"""`visavis tag` with a model that has a network of its own: in one process, and in several."""

import json
import os
import subprocess
import sys

import cv2
import numpy as np
import pytest

from support.tagging.clips import write_clip
from visavis.cli import main
from visavis.imaging import codec

pytestmark = pytest.mark.slow

#: Pictures of each person to learn from.
COUNT = 10


@pytest.fixture(scope="module")
def learned(tmp_path_factory, published_networks, photos):
    """The folder of data with two people, and a film with first the one, then the other."""
    folder = tmp_path_factory.mktemp("learned")
    for name, image in zip(("Eileen", "Grace"), photos, strict=False):
        for number in range(COUNT):
            turn = cv2.getRotationMatrix2D((image.shape[1] / 2, image.shape[0] / 2), 2 * number - COUNT, 1)
            turned = cv2.warpAffine(image, turn, (image.shape[1], image.shape[0]))
            path = folder / "pictures" / name / f"{number}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            codec.write(path, np.clip(turned * (0.8 + 0.03 * number), 0, 255).astype(np.uint8))
    write_clip(folder / "film.mp4", (photos[0], 2), (None, 1.5), (photos[1], 2))
    codec.write(folder / "b.png", photos[1])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VISAVIS_CACHE", str(published_networks.parent))
        assert main(["--data", str(folder / "data"), "import", str(folder / "pictures")]) == 0
        yield folder


def test_a_network_of_the_model_itself_tags_the_same_in_several_processes(learned, tmp_path, capsys):
    data = ["--data", str(learned / "data")]
    command = [sys.executable, "-m", "visavis", *data, "train", "--network", "cnn64"]
    command += ["--recipe", "book", "--epochs", "12", "--seed", "1", "--force"]
    subprocess.run(command, check=True, capture_output=True, env=dict(os.environ))  # it takes the place of its process
    found = []
    for words in ([], ["--workers", "2"]):
        capsys.readouterr()
        files = [str(learned / "film.mp4"), str(learned / "b.png")]
        assert main([*data, "tag", *files, "--out", str(tmp_path / f"out{len(words)}"), "--json", *words]) == 0
        found.append([json.loads(line) for line in capsys.readouterr().out.splitlines()])
    assert found[0] == found[1]
    film, picture = found[0]
    assert [person["name"] for person in film["people"]] == ["Eileen", "Grace"]
    assert [len(person["spans"]) for person in film["people"]] == [1, 1]
    assert [person["name"] for person in picture["people"]] == ["Grace"]
