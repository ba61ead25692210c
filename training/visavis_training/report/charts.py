"""Figures as SVG, drawn by matplotlib, colored by the page that holds them, light or dark.

Names of people are never drawn here: matplotlib's font lacks most scripts, the reader's browser does not.
"""

import io
import re
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.scoring.confidence import Proportion
from visavis_training.evaluation.det_curve import Point, tradeoff
from visavis_training.evaluation.figures import Figures

#: Colors that stand for the page's own: its custom properties of these names.
_PROPERTIES = {f"#0a0b0{index}": name for index, name in enumerate(("text", "quiet", "line", "good", "bad", "accent"))}
_TEXT, _QUIET, _LINE, _GOOD, _BAD, _ACCENT = _PROPERTIES

_SIZE = (5.6, 3.4)  # inches
_BINS = 36
#: Scores nearer to 0 or 1 than this are drawn at the border.
_END = 1e-4
_SCORES = (0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999)
_SHARES = (0.001, 0.01, 0.1, 1.0)
#: Least height of the axis of people missed: a curve that hugs 0 should look as if it did.
_LEAST_TOP = 0.1


def errors(figures: Figures) -> str:
    """FNIR over FPIR for every threshold, with the 95 % interval, and where the model's own decision lies.

    Empty without strangers.
    """
    points = tradeoff(figures)
    return _chart("errors", lambda axes: _errors(axes, figures, points)) if points else ""


def scores(figures: Figures, threshold: float) -> str:
    """How sure the answers were: people's own names and strangers' best candidates, and the model's threshold."""
    return _chart("scores", lambda axes: _scores(axes, figures, threshold))


def _errors(axes: Any, figures: Figures, points: list[Point]) -> None:
    least = 1 / len(figures.impostors)
    across, missed = (np.array([rate.share for rate in rates]) for rates in zip(*_rates(points), strict=True))
    low, high = np.array([point.fnir.interval for point in points]).T
    axes.set_xscale("symlog", linthresh=least, linscale=0.6)
    axes.fill_between(across, low, high, step="post", color=_ACCENT, alpha=0.16, linewidth=0)
    axes.step(across, missed, where="post", color=_ACCENT, linewidth=2)
    x, y = figures.fpir.share or 0.0, figures.fnir.share or 0.0
    axes.errorbar(
        x, y, xerr=_arms(figures.fpir), yerr=_arms(figures.fnir), color=_BAD, fmt="o", capsize=3, linewidth=1.2
    )  # fmt: skip
    axes.annotate("the model's threshold", (x, y), (8, 10), textcoords="offset points", color=_BAD, fontsize=9)
    axes.set_xlim(-0.3 * least, 1.1)
    axes.set_ylim(0, min(max(_LEAST_TOP, 1.3 * float(missed[0]), 1.8 * y), 1.02))
    ticks = [0.0, *(tick for tick in _SHARES if tick >= least)]
    axes.set_xticks(ticks, [_percent(tick) for tick in ticks])
    axes.minorticks_off()
    axes.yaxis.set_major_formatter(lambda value, _: _percent(value))
    axes.set_xlabel("strangers given a name (FPIR)")
    axes.set_ylabel("people missed (FNIR)")


def _rates(points: list[Point]) -> list[tuple[Proportion, Proportion]]:
    return [(point.fpir, point.fnir) for point in points]


def _arms(rate: Proportion) -> list[list[float]]:
    """How far the interval reaches down and up."""
    low, high = rate.interval or (0.0, 1.0)
    share = rate.share or 0.0
    return [[share - low], [high - share]]


def _scores(axes: Any, figures: Figures, threshold: float) -> None:
    wrong = np.array([probe.match.score for probe in figures.probes if probe.match and not probe.right])
    probes, strangers = len(figures.probes), len(figures.impostors)
    kinds = [
        (figures.right_scores, probes, _GOOD, "people, as themselves"),
        (wrong, probes, _QUIET, "people, as somebody else"),
        (figures.stranger_scores, strangers, _BAD, "strangers"),
    ]
    ends = _places(np.array([0.0, 1.0]))
    bins = np.linspace(ends[0], ends[1], _BINS + 1)
    for values, total, color, label in kinds:
        if values.size:
            drawn = {"x": _places(values), "bins": bins, "weights": np.full(values.size, 1 / total)}
            axes.hist(**drawn, color=color, alpha=0.3, label=label)
            axes.hist(**drawn, color=color, histtype="step", linewidth=1.5)
    place = _places(np.array([threshold]))[0]
    axes.axvline(place, color=_TEXT, linewidth=1.4, linestyle=(0, (4, 3)))
    axes.annotate(
        f"threshold {threshold:.2f}", (place, 0.99), (-6, 0), xycoords=("data", "axes fraction"),
        textcoords="offset points", ha="right", va="top", color=_TEXT, fontsize=9,
    )  # fmt: skip
    axes.set_xlim(ends[0], ends[1])
    axes.set_xticks(_places(np.array(_SCORES)), [f"{score:g}" for score in _SCORES])
    axes.yaxis.set_major_formatter(lambda value, _: _percent(value))
    axes.set_xlabel("score of the best candidate")
    axes.set_ylabel("share of pictures")
    if any(values.size for values, *_ in kinds):
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3, frameon=False, fontsize=9, labelcolor=_TEXT)


def _places(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Where scores are drawn: by their log-odds, or all that matters would lie at the two ends."""
    clipped = np.clip(values, _END, 1 - _END)
    return np.asarray(np.log(clipped / (1 - clipped)))


def _percent(share: float) -> str:
    return f"{100 * share:.3g} %"


def _chart(name: str, draw: Callable[[Any], None]) -> str:
    """One pair of axes as an <svg> element; `name` keeps its ids apart from other charts' on a page."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    # letters as letters: the browser has the fonts
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": name, "font.size": 9, "text.parse_math": False}):
        figure = Figure(_SIZE, layout="constrained")
        figure.patch.set_alpha(0)
        axes = figure.add_subplot()
        axes.patch.set_alpha(0)
        axes.grid(color=_LINE, linewidth=0.7)
        axes.set_axisbelow(True)
        axes.tick_params(color=_LINE, labelcolor=_QUIET)
        for side, spine in axes.spines.items():
            spine.set_visible(side in {"left", "bottom"})
            spine.set_color(_LINE)
        axes.xaxis.label.set_color(_TEXT)
        axes.yaxis.label.set_color(_TEXT)
        draw(axes)
        written = io.BytesIO()
        figure.savefig(written, format="svg", metadata={"Date": None})
    return _adopted(written.getvalue().decode(), name)


def _adopted(svg: str, name: str) -> str:
    """The <svg> alone, as wide as its place, in the page's colors and font."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<svg[^>]*viewBox="([^"]*)"[^>]*>', r'<svg class="chart" role="img" viewBox="\1">', svg, count=1)
    svg = re.sub(r"(font: [\d.]+px) [^;\"]*", r"\1 system-ui, sans-serif", svg)
    svg = re.sub(r'id="(figure|axes|patch|text|matplotlib|xtick|ytick|line2d|legend)', rf'id="{name}-\1', svg)
    for color, of_page in _PROPERTIES.items():
        svg = svg.replace(color, f"var(--{of_page})")
    return svg
