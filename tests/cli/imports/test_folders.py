"""`visavis import` with the real detector."""

import io
import json

import cv2
import numpy as np
import pytest

from visavis.errors import StoreError
from visavis.imaging import codec
from visavis.people.trash import Trash


def picture(shade):
    return np.full((60, 60, 3), shade, np.uint8)


def objects(out):
    return [json.loads(line) for line in out.splitlines()]


def test_importing(visavis, store, prepared, tmp_path, photos):
    folder = tmp_path / "pictures"
    codec.write(folder / "Eileen_Collins" / "a.png", photos[0])
    codec.write(folder / "Eileen_Collins" / "b.png", picture(9))
    (folder / "Eileen_Collins" / "c.png").write_bytes(b"\xff\xd8\xff\xe0")
    (folder / "Eileen_Collins" / "d.png").write_bytes(b"no picture")

    status, out, err = visavis("import", folder)

    assert status == 0
    assert out.splitlines()[1].split() == ["1", "0", "1", "0", "0", "1", "1", "Eileen_Collins"]
    assert "c.png is not a picture that can be decoded. Skipped." in err
    assert "b.png. It is set aside, and is not a sample." in err
    [face] = store.samples(store.find("Eileen Collins"))
    [aside] = store.aside(store.find("Eileen Collins"))
    assert codec.read(aside.path).shape == (60, 60, 3)
    height, width = codec.read(face.path).shape[:2]
    assert height < 512
    assert 200 < width < 512

    _, out, err = visavis("import", folder, "--json")
    paths = {name: str(folder / "Eileen_Collins" / name) for name in ("b.png", "c.png", "d.png")}
    assert objects(out) == [
        {
            "name": "Eileen_Collins",
            "imported": 0,
            "already": 1,
            "without_face": [paths["b.png"]],
            "several_faces": [],
            "undecided": [],
            "passed_over": [],
            "other_files": [paths["d.png"]],
            "unreadable": [paths["c.png"]],
        }
    ]
    assert err == ""


def test_pictures_without_a_face_are_used_if_the_user_says_so(visavis, store, prepared, tmp_path, capsys):
    codec.write(tmp_path / "pictures" / "Ada" / "a.png", picture(9))
    with pytest.raises(StoreError, match="No face was found in any picture") as told:
        visavis("import", tmp_path / "pictures")
    assert "--keep-faceless" in str(told.value.hint)
    capsys.readouterr()

    _, out, _ = visavis("people", "show", "Ada")
    assert "0 samples" in out.splitlines()[0]
    aside = out.splitlines()[-2].split()[0]
    assert "set aside" in visavis("people", "list")[1]
    assert visavis("people", "use", aside) == (0, "Ada has 1 sample now.\n", "")
    assert visavis("people", "set-aside", aside)[1] == "Ada has 0 samples now.\n"

    status, out, err = visavis("import", tmp_path / "pictures", "--keep-faceless")
    assert (status, out.splitlines()[1].split()[0]) == (0, "1")
    assert "kept whole" in err
    assert [sample.hash for sample in store.samples(store.find("Ada"))] == [aside]


def test_deleted_pictures_are_passed_over_until_they_are_wanted_again(
    visavis, folders, store, prepared, tmp_path, capsys, photos
):
    codec.write(tmp_path / "pictures" / "Eileen" / "a.png", photos[0])
    visavis("import", tmp_path / "pictures")
    eileen = store.find("Eileen")
    Trash(folders.trash, folders.people).delete_samples(eileen, store.samples(eileen))

    with pytest.raises(StoreError, match="you moved, rejected or deleted these pictures before") as told:
        visavis("import", tmp_path / "pictures")
    assert "--again" in str(told.value.hint)
    capsys.readouterr()
    assert visavis("import", tmp_path / "pictures", "--again", "--json")[1].count('"imported": 1') == 1


def test_the_face_of_a_group_picture_is_said(visavis, store, prepared, tmp_path, photos):
    photo = photos[0]
    path = tmp_path / "pictures" / "Eileen" / "a.png"
    codec.write(path, np.hstack([cv2.resize(photo, (256, 256)), photo[:256]]))

    _, out, err = visavis("import", tmp_path / "pictures", "--face", "largest")

    assert f"{path} has 2 faces: the largest was taken." in err
    assert out.splitlines()[1].split() == ["1", "0", "0", "1", "0", "0", "0", "Eileen"]


def test_asking_which_face_needs_a_terminal(visavis, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(SystemExit) as ended:
        visavis("import", tmp_path, "--face", "ask")
    assert ended.value.code == 2
    assert "ask needs a terminal to ask in; choose center or largest" in capsys.readouterr().err


def test_importing_nothing_readable(visavis, store, prepared, tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(StoreError, match=r"No picture in .* can be read"):
        visavis("import", folder, "--as", "Ada")
    assert store.people() == []
