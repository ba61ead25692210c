"""Several sources without a window: each has its own tracks, whatever stands beside it."""

import numpy as np
import pytest

from support.ui_fakes import detect, naming
from visavis.cli import main
from visavis.cli.media.headless_sources import HeadlessSources
from visavis.errors import SourceLostError
from visavis.imaging.frames import Frame
from visavis.pipeline import Pipeline

SHADES = {"a.mp4": 60, "b.mp4": 160}


class Film:
    live = False

    def __init__(self, name, count=6, error=None):
        self.name, self._count, self._error = name, count, error

    def stop(self):
        pass

    def __iter__(self):
        for index in range(self._count):
            image = np.full((72, 96, 3), SHADES.get(self.name, 90) + index, np.uint8)
            yield Frame(image, index / 25, index, index / 25, self.name)
        if self._error:
            raise self._error


def lines(*texts, open_=lambda text, paced: Film(text), pipeline=None):
    sources = HeadlessSources(texts, open_)
    sources.follow(pipeline or naming("Ada"), has_liveness=False)
    return [sources.analyze(frame).as_json() for frame in sources.frames()], sources


def test_each_line_has_its_source_and_is_as_if_the_file_were_alone():
    together, _ = lines("a.mp4", "b.mp4")
    assert [line["source"] for line in together[:4]] == ["a.mp4", "b.mp4", "a.mp4", "b.mp4"]
    for name in ("a.mp4", "b.mp4"):
        alone, _ = lines(name)
        assert [line for line in together if line["source"] == name] == alone
        assert len(alone) == 6


def test_another_pipeline_is_used_for_all(capsys):
    sources = HeadlessSources(["a.mp4", "b.mp4"], lambda text, paced: Film(text))
    sources.follow(Pipeline(detect), has_liveness=False)
    frames = sources.frames()
    assert sources.analyze(next(frames)).answers[0].match.name is None
    sources.use(naming("Ada"))
    assert [sources.analyze(next(frames)).answers[0].match.name for _ in range(2)] == ["Ada", "Ada"]


def test_a_source_that_fails_is_said_and_the_others_go_on(capsys):
    def open_(text, paced):
        return Film(text, 2, SourceLostError("It ends in the middle.")) if text == "a.mp4" else Film(text)

    together, sources = lines("a.mp4", "b.mp4", open_=open_)
    assert [line["source"] for line in together].count("b.mp4") == 6
    assert "It ends in the middle." in capsys.readouterr().err
    assert not sources.has_failed
    _, sources = lines("a.mp4", "a.mp4", open_=open_)
    assert sources.has_failed


def test_one_source_alone_raises_its_error():
    with pytest.raises(SourceLostError):
        lines("a.mp4", open_=lambda text, paced: Film(text, 2, SourceLostError("It ends in the middle.")))


def test_the_window_refuses_a_third_source(tmp_path, capsys):
    assert main(["--data", str(tmp_path), "live", *("--source", "demo") * 3]) == 1
    assert "two sources at most" in capsys.readouterr().err
