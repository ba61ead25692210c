"""A report of a few searches, for whoever draws one."""

from visavis.imaging.geometry import Box
from visavis.recognition.match import Doubt, Match
from visavis.recognition.report import SearchResult
from visavis_training.metrics.search_metrics import SearchMetrics
from visavis_training.report.report import Report

MARKUP = '<script>alert("Bob")</script>'
NAMES = ("Ada", MARKUP, "山田太郎", "محمد علي")


def answered(truth, best, score, *, runner_up=None, named=True, picture=None):
    second = (runner_up, score - 0.2) if runner_up else None
    return SearchResult(
        truth,
        Match(best if named else None, score, best, second, None if named else Doubt.FAR),
        picture,
        Box(2, 2, 20, 20) if picture else None,
    )


def report(picture=None, **more):
    """Every kind of mistake; pictures are at `picture`, if anywhere."""
    probes = [
        *(answered(name, name, 0.99, runner_up="Ada" if name != "Ada" else MARKUP, picture=picture) for name in NAMES),
        answered(MARKUP, "山田太郎", 0.9, runner_up=MARKUP, picture=picture),
        answered("Ada", "Ada", 0.4, runner_up="محمد علي", named=False, picture=picture),
        SearchResult("Ada", None, picture),
    ]
    strangers = [
        answered(None, MARKUP, 0.8, runner_up="Ada", picture=picture),
        *(answered(None, "Ada", 0.1 + index / 100, named=False) for index in range(9)),
        SearchResult(None, None),
    ]
    about = {"kind": "evaluation", "model": "m1", "network": "embedding", "gallery": 4, "threshold": 0.66}
    return Report(**{**about, "metrics": SearchMetrics(probes, strangers), **more})
