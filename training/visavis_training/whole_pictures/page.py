"""The report of a model of whole pictures as one web page, in the form of the page for people."""

from collections.abc import Iterable, Sequence
from html import escape

from visavis.recognition.report import SearchResult
from visavis_training.metrics.confusion_matrix import ConfusionMatrix, build_matrix
from visavis_training.metrics.mistakes import Mistakes
from visavis_training.report import page
from visavis_training.report.html_elements import UNKNOWN, count_of, isolate, name_markup, percentage
from visavis_training.report.report import Report
from visavis_training.report.tiles import search_tiles

#: Last line of the page.
_FOOTER = "Made by Visavis on this computer. It shows pictures of the folder that was trained from."


def build_class_page(report: Report) -> str:
    """The page as HTML: figures, learning curves, all classes, the confusion matrix, and the wrong answers."""
    mistakes = Mistakes.from_metrics(report.metrics)
    return page.assemble(
        report.model,
        "Training results",
        _about(report),
        [
            *_summary(report),
            *page.learning_curves(report),
            *_classes(report),
            *_matrix(build_matrix(report.metrics)),
            "<h2>Every mistake</h2>",
            *_wrong_tiles("Given another class", mistakes.misnamed, "No picture was given another class."),
            *_wrong_tiles("Unknown", mistakes.missed, "No picture of a class was unknown."),
            *page.notes(report),
        ],
        _FOOTER,
    )


def _about(report: Report) -> str:
    pictures = count_of(len(report.metrics.probes), "picture")
    return (
        f"Model {isolate(report.model)}, network {isolate(report.network)}, "
        f"{count_of(report.gallery, 'class', 'classes')}, threshold {report.threshold:.2f}. Measured "
        f"{escape(report.measured[:10])} on {pictures} that it was not trained on."
    )


def _summary(report: Report) -> Iterable[str]:
    metrics = report.metrics
    yield "<section class=cards>"
    text = f"{page.proportion_text(metrics.closed_set, 'pictures have the right best class')}, at any score."
    yield page.card("Best class right", metrics.closed_set, text)
    text = f"{page.proportion_text(metrics.fnir, 'pictures')} did not get their class: another one, or unknown."
    yield page.card("Not given their class", metrics.fnir, text)
    yield "</section><p class=note>In parentheses: the 95&nbsp;% confidence interval.</p>"


def _classes(report: Report) -> Iterable[str]:
    yield "<h2>Each class, the weakest first</h2><div class='card scroll'><table class=rows>"
    yield "<tr><th>class<th class=number>pictures<th class=number>best class right<th class=number>missed<th>95&nbsp;%"
    yield " interval</tr>"
    for name, own in report.metrics.per_person.items():
        low, high = own.fnir.interval or (0.0, 1.0)
        yield f"<tr><td>{isolate(name)}<td class=number>{len(own.probes)}<td class=number>{own.closed_set.count}"
        yield f"<td class=number>{own.fnir.count}<td>{percentage(low)} to {percentage(high)}</tr>"
    yield "</table></div>"


def _matrix(counted: ConfusionMatrix) -> Iterable[str]:
    yield "<h2>Confusion matrix</h2>"
    if not counted.people:
        yield "<p class=fine>No picture was given another class.</p>"
        return
    if counted.left_out:
        yield f"<p>Only classes that were confused; {counted.left_out} others were not.</p>"
    columns = [name_markup(name) for name in counted.people]
    yield f"<div class='card scroll'><table class='{page.matrix_size(counted)}'><thead><tr><th>"
    yield from (f"<th><span>{column}</span>" for column in columns)
    yield f"<th class=apart><span>{UNKNOWN}</span></tr></thead><tbody>"
    for index, (label, total) in enumerate(zip(columns, counted.totals, strict=False)):  # the last row is of strangers
        yield f"<tr class=person><th>{label}"
        for column, cell in enumerate(counted.named[index]):
            yield page.matrix_cell(cell, total, "right" if column == index else "wrong")
        yield page.matrix_cell(counted.unknown[index], total, "wrong apart")
        yield "</tr>"
    yield "</tbody></table></div><p class=note>Rows: the true class. Columns: the answer at the model's threshold.</p>"


def _wrong_tiles(title: str, searches: Sequence[SearchResult], none: str) -> Iterable[str]:
    return search_tiles(title, searches) if searches else [f"<p class=fine>{none}</p>"]
