"""`visavis tag` on real clips: who is there when, against spans that were written down by eye.

`-s` prints precision and recall.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import replace

import cv2
import numpy as np
import pytest

from support.places import DATA
from visavis.cli import main
from visavis.imaging.video.h264 import H264Video
from visavis.models.store import TRUNK_COMPILED_FILE
from visavis.sources import VideoFile


@pytest.fixture(scope="module")
def enrolled(tmp_path_factory, published_networks):
    """The arguments that name a data folder with a model of two men of a film, and one of two webcam clips."""
    if not DATA.exists():
        pytest.skip("the measured data is not here")
    folder = tmp_path_factory.mktemp("enrolled")
    first = ["--data", str(folder / "data")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VISAVIS_CACHE", str(published_networks.parent))
        film = DATA / "video" / "cap13_edit2.mp4"
        frames = [str(film), "--out", str(folder / "webcam"), "--every", "150", "--max", "3"]
        assert main([*first, "frames", *frames]) == 0
        assert main([*first, "import", str(DATA / "photos" / "hamilton")]) == 0
        assert main([*first, "import", str(folder / "webcam"), "--as", "Webcam"]) == 0
        # a training takes the place of its process
        subprocess.run([sys.executable, "-m", "visavis", *first, "train"], check=True, capture_output=True)
        yield first


#: When the faces of the two men can be seen in `hamilton.mp4`, written down by eye from every fifth frame, in seconds.
#: The second man's close-up is a profile; between 1.75 and 2.3 s no more than his nose is in the picture.
TRUTH = {"lin-manuel-miranda": [(0.0, 0.67), (2.74, 7.04)], "alex-lacamoire": [(0.0, 1.75), (2.3, 2.74)]}


def covered(spans, others, tolerance):
    """The share of the time in `spans` that is in `others`, or as near to one as the tolerance."""
    times = [start + 0.01 * n for start, end in spans for n in range(int((end - start) / 0.01))]
    return sum(any(start - tolerance <= t <= end + tolerance for start, end in others) for t in times), len(times)


def whole_spans(found, truth, tolerance=1.0):
    """How many spans found are right, and how many true ones are found, each with the number of all.

    A true span is found if one of the spans found is there at the same time, and reaches from its start to its end but
    for the tolerance. A span found is right if it is there at the time of a true one, and lies in true ones but for the
    tolerance.
    """
    right = [
        any(start < b and a < end for a, b in truth.get(name, ()))
        and covered([(start, end)], truth[name], tolerance)[0] == covered([(start, end)], truth[name], tolerance)[1]
        for name, spans in found.items()
        for start, end in spans
    ]
    recalled = [
        any(start < b and a < end and a <= start + tolerance and b >= end - tolerance for a, b in found.get(name, ()))
        for name, spans in truth.items()
        for start, end in spans
    ]
    return (sum(right), len(right)), (sum(recalled), len(recalled))


def test_how_whole_spans_count():
    truth = {"Ada": [(0.0, 4.0), (10.0, 12.0)], "Bob": [(3.0, 6.0)]}
    assert whole_spans({"Ada": [(0.9, 3.1), (9.0, 13.0)], "Bob": [(3.0, 6.0)]}, truth) == ((3, 3), (3, 3))
    assert whole_spans({"Ada": [(0.0, 2.9), (9.0, 13.1)]}, truth) == ((1, 2), (1, 3))
    assert whole_spans({"Eve": [(0.0, 4.0)]}, truth) == ((0, 1), (0, 3))


#: Of each clip, who of the enrolled is visible when, written down by eye.
CLIPS = {
    "hamilton": TRUTH,
    "cap12_edit": {"Webcam": [(0.0, 53.48)]},
    "cap13_edit2": {"Webcam": [(0.0, 30.6)]},
    "street": {},
}


@pytest.mark.real
@pytest.mark.parametrize("clip", CLIPS)
def test_every_whole_span_is_found_and_no_other(enrolled, tmp_path, capsys, clip):
    """In `hamilton`, one is a half profile at the border that no track has: it is linked with the man's last track."""
    assert main([*enrolled, "tag", str(DATA / "video" / f"{clip}.mp4"), "--out", str(tmp_path), "--json"]) == 0
    [line] = map(json.loads, capsys.readouterr().out.splitlines())
    (right, found), (recalled, true) = whole_spans(people_of(line), CLIPS[clip])
    sys.stdout.write(f"\n{clip}: whole spans at 1 s: precision {right} of {found}, recall {recalled} of {true}\n")
    assert right >= 0.95 * found
    assert recalled >= 0.95 * true


def people_of(line):
    return {person["name"]: person["spans"] for person in line["people"] if not person["guest"]}


@pytest.mark.real
def test_the_two_men_are_found_when_they_are_there(enrolled, tmp_path, capsys):
    assert main([*enrolled, "tag", str(DATA / "video" / "hamilton.mp4"), "--out", str(tmp_path), "--json"]) == 0
    [line] = map(json.loads, capsys.readouterr().out.splitlines())
    found = people_of(line)
    assert found.keys() == TRUTH.keys()
    assert line["label"] == line["most_votes"] == "lin-manuel-miranda"
    hits, total = np.sum([covered(found[name], TRUTH[name], 1.0) for name in TRUTH], axis=0)
    precision = hits / total
    hits, total = np.sum([covered(TRUTH[name], found[name], 1.0) for name in TRUTH], axis=0)
    recall = hits / total
    sys.stdout.write(f"\nhamilton: time at 1 s: precision {precision:.3f}, recall {recall:.3f}\n")
    assert precision >= 0.95
    assert recall >= 0.95


@pytest.mark.real
def test_a_fine_tuned_network_names_nobody_else_in_one_process_and_in_two(
    published_networks, tmp_path, monkeypatch, capsys
):
    """The two men are enrolled beside ten other people, which is how many a fine-tuning needs."""
    monkeypatch.setenv("VISAVIS_CACHE", str(published_networks.parent))
    for person in sorted((DATA / "lfw" / "people").iterdir())[:10]:
        (tmp_path / "people" / person.name).mkdir(parents=True)
        for picture in sorted(person.iterdir())[:12]:
            shutil.copy(picture, tmp_path / "people" / person.name)
    first = ["--data", str(tmp_path / "data")]
    for folder in (DATA / "photos" / "hamilton", tmp_path / "people"):
        assert main([*first, "import", str(folder)]) == 0
    shaping = ["--fine-tune", "1", "--epochs", "2", "--no-augment", "--force", "--device", "cpu"]
    subprocess.run([sys.executable, "-m", "visavis", *first, "train", *shaping], check=True, capture_output=True)
    assert list((tmp_path / "data" / "models").glob(f"*/{TRUNK_COMPILED_FILE}"))  # a network of its own
    capsys.readouterr()
    found = []
    for words in ([], ["--workers", "2"]):
        out = tmp_path / f"out{len(words)}"
        assert main([*first, "tag", str(DATA / "video" / "hamilton.mp4"), "--out", str(out), "--json", *words]) == 0
        found.append(json.loads(capsys.readouterr().out))
    assert found[0] == found[1]
    (right, all_found), (recalled, all_true) = whole_spans(people_of(found[0]), TRUTH)
    assert right == all_found
    # Two epochs on so few pictures do not end alike each time: all of them were found, and once half of them.
    assert recalled >= all_true / 2


@pytest.mark.real
def test_a_street_has_only_guests(enrolled, tmp_path, capsys):
    assert main([*enrolled, "tag", str(DATA / "video" / "street.mp4"), "--out", str(tmp_path), "--json"]) == 0
    [line] = map(json.loads, capsys.readouterr().out.splitlines())
    assert line["people"]
    assert people_of(line) == {}
    assert line["label"] is line["most_votes"] is None


@pytest.mark.real
def test_people_of_joined_clips_are_in_their_parts(enrolled, tmp_path, capsys):
    joined, parts = H264Video(tmp_path / "joined.mp4", tmp_path / "none.mp4"), {}
    start = 0.0
    for name, seconds in (("cap12_edit", 8), ("hamilton", 99), ("cap13_edit2", 8), ("street", 99)):
        time = 0.0
        for frame in VideoFile(DATA / "video" / f"{name}.mp4", paced=False):
            if frame.time > seconds:
                break
            time = frame.time
            image = cv2.resize(frame.image, (640, 360), interpolation=cv2.INTER_AREA)
            joined.add(replace(frame, time=start + time), image)
        parts[name] = (start, start + time + 0.04)
        start += time + 0.04
    joined.close()
    assert main([*enrolled, "tag", str(tmp_path / "joined.mp4"), "--out", str(tmp_path / "out"), "--json"]) == 0
    [line] = map(json.loads, capsys.readouterr().out.splitlines())
    found = people_of(line)
    assert found.keys() == {"Webcam", *TRUTH}
    assert line["duration"] == pytest.approx(start, abs=0.1)
    for name, own in (("Webcam", ["cap12_edit", "cap13_edit2"]), *((name, ["hamilton"]) for name in TRUTH)):
        hits, total = covered(found[name], [parts[part] for part in own], 0.1)
        assert hits == total, name
    hits, total = covered([parts["cap12_edit"], parts["cap13_edit2"]], found["Webcam"], 1.0)
    assert hits / total >= 0.95
    later = parts["hamilton"][0]
    truth = {name: [(later + first, later + last) for first, last in spans] for name, spans in TRUTH.items()}
    (right, count), (recalled, true) = whole_spans(
        found, truth | {"Webcam": [parts["cap12_edit"], parts["cap13_edit2"]]}
    )
    assert right >= 0.95 * count
    assert recalled >= 0.95 * true
