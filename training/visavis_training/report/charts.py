"""Charts as SVG, drawn with matplotlib and colored by the page's style sheet, light or dark.

People's names are never drawn here: matplotlib's font lacks most scripts.
"""

import io
import re
from collections.abc import Callable, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from visavis.models.description import EpochAccuracy
from visavis.scoring.confidence import Proportion
from visavis.scoring.log_odds import log_odds
from visavis_training.metrics.det_curve import DetPoint, det_points
from visavis_training.metrics.search_metrics import SearchMetrics

#: Placeholder colors, replaced by the page's custom properties of these names.
_PROPERTIES = {f"#0a0b0{index}": name for index, name in enumerate(("text", "quiet", "line", "good", "bad", "accent"))}
_TEXT, _QUIET, _LINE, _GOOD, _BAD, _ACCENT = _PROPERTIES

#: Width and height of a chart, in inches.
_SIZE = (5.6, 3.4)
#: Bins of the histogram of scores.
_BINS = 36
#: Scores closer than this to 0 or 1 are drawn at the border.
_MIN_DISTANCE = 1e-4
#: Ticks of the axis of scores.
_SCORE_TICKS = (0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999)
#: Ticks of the axis of FPIR.
_FPIR_TICKS = (0.001, 0.01, 0.1, 1.0)
#: Fewer epochs than this have a dot each.
_FEW_EPOCHS = 30
#: Smallest upper end of the FNIR axis, so that a curve near 0 looks near 0.
_MIN_TOP = 0.1


def det_chart(metrics: SearchMetrics) -> str:
    """FNIR over FPIR at all thresholds, with the 95 % interval and the model's operating point.

    Empty without strangers.
    """
    points = det_points(metrics)
    return _chart("errors", lambda axes: _draw_det_curve(axes, metrics, points)) if points else ""


def score_chart(metrics: SearchMetrics, threshold: float) -> str:
    """Histograms of the scores of people and of strangers, with the model's threshold."""
    return _chart("scores", lambda axes: _draw_scores(axes, metrics, threshold))


def loss_chart(epochs: Sequence[EpochAccuracy]) -> str:
    """The loss of each epoch, of the pictures that were trained on and of those held out."""
    return _chart("loss", lambda axes: _draw_epochs(axes, epochs, "loss"))


def accuracy_chart(epochs: Sequence[EpochAccuracy]) -> str:
    """The accuracy of each epoch, of the pictures that were trained on and of those held out."""
    return _chart("accuracy", lambda axes: _draw_epochs(axes, epochs, "accuracy"))


def _draw_epochs(axes: Any, epochs: Sequence[EpochAccuracy], figure: Literal["loss", "accuracy"]) -> None:
    """Draw two curves over the epochs. What a run did not report is left out."""
    numbers = np.arange(1, len(epochs) + 1)
    marker = "o" if len(epochs) < _FEW_EPOCHS else None
    for name, label, style, color in (
        (f"val_{figure}", "held out", "-", _ACCENT),
        (figure, "trained on", ":", _QUIET),
    ):
        values = np.array([getattr(epoch, name) for epoch in epochs], np.float64)  # NaN where there is none
        if not np.isnan(values).all():
            axes.plot(numbers, values, style, color=color, linewidth=2, label=label, marker=marker, markersize=3)
    axes.set_xlabel("epoch")
    axes.set_ylabel("loss" if figure == "loss" else "right answers")
    axes.xaxis.get_major_locator().set_params(integer=True)
    if figure == "accuracy":
        axes.set_ylim(-0.02, 1.02)
        axes.yaxis.set_major_formatter(lambda value, _: _percent(value))
    else:
        axes.set_ylim(bottom=0)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False, fontsize=9, labelcolor=_TEXT)


def _draw_det_curve(axes: Any, metrics: SearchMetrics, points: list[DetPoint]) -> None:
    smallest = 1 / len(metrics.impostors)
    fpirs, fnirs = (np.array([rate.share for rate in rates]) for rates in zip(*_proportions(points), strict=True))
    low, high = np.array([point.fnir.interval for point in points]).T
    axes.set_xscale("symlog", linthresh=smallest, linscale=0.6)
    axes.fill_between(fpirs, low, high, step="post", color=_ACCENT, alpha=0.16, linewidth=0)
    axes.step(fpirs, fnirs, where="post", color=_ACCENT, linewidth=2)
    x, y = metrics.fpir.share or 0.0, metrics.fnir.share or 0.0
    bars = {"xerr": _error_bar(metrics.fpir), "yerr": _error_bar(metrics.fnir)}
    axes.errorbar(x, y, **bars, color=_BAD, fmt="o", capsize=3, linewidth=1.2)
    axes.annotate("the model's threshold", (x, y), (8, 10), textcoords="offset points", color=_BAD, fontsize=9)
    axes.set_xlim(-0.3 * smallest, 1.1)
    axes.set_ylim(0, min(max(_MIN_TOP, 1.3 * float(fnirs[0]), 1.8 * y), 1.02))
    ticks = [0.0, *(tick for tick in _FPIR_TICKS if tick >= smallest)]
    axes.set_xticks(ticks, [_percent(tick) for tick in ticks])
    axes.minorticks_off()
    axes.yaxis.set_major_formatter(lambda value, _: _percent(value))
    axes.set_xlabel("strangers given a name (FPIR)")
    axes.set_ylabel("people missed (FNIR)")


def _proportions(points: list[DetPoint]) -> list[tuple[Proportion, Proportion]]:
    return [(point.fpir, point.fnir) for point in points]


def _error_bar(rate: Proportion) -> list[list[float]]:
    """The distances from the share to the lower and the upper end of its interval."""
    low, high = rate.interval or (0.0, 1.0)
    share = rate.share or 0.0
    return [[share - low], [high - share]]


def _draw_scores(axes: Any, metrics: SearchMetrics, threshold: float) -> None:
    wrong = np.array([probe.match.score for probe in metrics.probes if probe.match and not probe.is_right])
    probes, strangers = len(metrics.probes), len(metrics.impostors)
    kinds = [
        (metrics.correct_scores, probes, _GOOD, "people, right candidate"),
        (wrong, probes, _QUIET, "people, wrong candidate"),
        (metrics.stranger_scores, strangers, _BAD, "strangers"),
    ]
    ends = _positions(np.array([0.0, 1.0]))
    bins = np.linspace(ends[0], ends[1], _BINS + 1)
    for values, total, color, label in kinds:
        if values.size:
            drawn = {"x": _positions(values), "bins": bins, "weights": np.full(values.size, 1 / total)}
            axes.hist(**drawn, color=color, alpha=0.3, label=label)
            axes.hist(**drawn, color=color, histtype="step", linewidth=1.5)
    place = _positions(np.array([threshold]))[0]
    axes.axvline(place, color=_TEXT, linewidth=1.4, linestyle=(0, (4, 3)))
    axes.annotate(
        f"threshold {threshold:.2f}", (place, 0.99), (-6, 0), xycoords=("data", "axes fraction"),
        textcoords="offset points", ha="right", va="top", color=_TEXT, fontsize=9,
    )  # fmt: skip
    axes.set_xlim(ends[0], ends[1])
    axes.set_xticks(_positions(np.array(_SCORE_TICKS)), [f"{score:g}" for score in _SCORE_TICKS])
    axes.yaxis.set_major_formatter(lambda value, _: _percent(value))
    axes.set_xlabel("score of the best candidate")
    axes.set_ylabel("share of pictures")
    if any(values.size for values, *_ in kinds):
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3, frameon=False, fontsize=9, labelcolor=_TEXT)


def _positions(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Positions of scores on their axis, by log-odds. On a linear axis, almost all would be at the two ends."""
    return log_odds(values, _MIN_DISTANCE)


def _percent(share: float) -> str:
    return f"{100 * share:.3g} %"


def _chart(name: str, draw: Callable[[Any], None]) -> str:
    """One chart as an <svg> element. `name` makes its IDs unique on the page."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    # text stays text, in the browser's fonts
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
    return _adapt_svg(written.getvalue().decode(), name)


def _adapt_svg(svg: str, name: str) -> str:
    """Keep only the <svg>, with variable width and the page's colors and font."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<svg[^>]*viewBox="([^"]*)"[^>]*>', r'<svg class="chart" role="img" viewBox="\1">', svg, count=1)
    svg = re.sub(r"(font: [\d.]+px) [^;\"]*", r"\1 system-ui, sans-serif", svg)
    svg = re.sub(r'id="(figure|axes|patch|text|matplotlib|xtick|ytick|line2d|legend)', rf'id="{name}-\1', svg)
    for color, of_page in _PROPERTIES.items():
        svg = svg.replace(color, f"var(--{of_page})")
    return svg
