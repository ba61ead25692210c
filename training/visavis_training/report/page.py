"""A report as one web page: metrics with their intervals, charts, and the pictures with wrong answers.

The page is a single file without scripts or external resources. Names in any script are escaped, never parsed as
markup.
"""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from visavis.scoring.confidence import Proportion
from visavis_training.metrics.confusable_pairs import confusable_pairs
from visavis_training.metrics.confusion_matrix import ConfusionMatrix, build_matrix
from visavis_training.metrics.impostor_limit import admission_limit
from visavis_training.metrics.mistakes import Mistakes
from visavis_training.metrics.search_metrics import TARGETS, SearchMetrics
from visavis_training.report import charts
from visavis_training.report.html_elements import UNKNOWN, count_of, isolate, name_markup, percentage
from visavis_training.report.promise import promise
from visavis_training.report.report import Report
from visavis_training.report.tiles import mistake_tiles, suspect_tiles

#: A confusion matrix of more people than this has smaller cells.
_DENSE = 25

#: The content security policy forbids scripts and external resources, even if a name were parsed as markup.
_HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
"""
#: Last line of the page.
_FOOTER = "Made by Visavis on this computer. It shows faces: share it only if these people agree."


def build_page(report: Report) -> str:
    """The page as HTML."""
    return assemble(
        report.model,
        "Evaluation" if report.kind == "evaluation" else "Training results",
        _about(report),
        [
            *promise(report),
            *_summary(report),
            *_charts(report),
            *learning_curves(report),
            *_people(report.metrics),
            *_matrix(report.metrics),
            *_confusable_pairs(report.metrics),
            *mistake_tiles(Mistakes.from_metrics(report.metrics)),
            *suspect_tiles(report),
            *notes(report),
        ],
        _FOOTER,
    )


def assemble(model: str, title: str, about: str, body: Iterable[str], footer: str) -> str:
    """A page of these parts, as HTML.

    Parameters
    ----------
    model : str
        The model's ID, for the title; empty if it is not about one.
    about : str
        What it is about, as markup.
    body : iterable of str
        The sections, as markup.
    """
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    name = f"{title} of {escape(model)}" if model else title
    head = f"{_HEAD}<title>{name}</title><style>{style}</style></head><body>"
    header = f"<header><h1>{title}</h1><p class=about>{about}</p></header>"
    return "\n".join([head, header, *body, f"<footer>{footer}</footer></body></html>"])


def _about(report: Report) -> str:
    metrics = report.metrics
    searched = f"{count_of(len(metrics.probes), 'picture')} of {count_of(len(metrics.per_person), 'person', 'people')}"
    strangers = f" and {count_of(len(metrics.impostors), 'stranger')}" if report.kind == "evaluation" else ""
    return (
        f"Model {isolate(report.model)}, network {isolate(report.network)}, "
        f"{count_of(report.gallery, 'person', 'people')} in its gallery, "
        f"threshold {report.threshold:.2f}. Measured {escape(report.measured[:10])} on {searched}"
        f"{strangers}."
    )


def _summary(report: Report) -> Iterable[str]:
    metrics, people = report.metrics, count_of(report.gallery, "person", "people")
    searches = f"searches among {people}"
    yield "<section class=cards>"
    if report.kind == "evaluation":  # training uses pictures without a detected face whole
        yield card(
            "Face found",
            metrics.detected,
            f"{proportion_text(metrics.detected, 'pictures have a face that is found')}.",
        )
    yield card(
        "Best candidate right",
        metrics.closed_set,
        f"{proportion_text(metrics.closed_set, 'detected faces have the right best candidate')}, at any score.",
    )
    text = f"{proportion_text(metrics.fnir, searches)} did not give an enrolled person their name."
    yield card("People missed (FNIR)", metrics.fnir, text)
    text = (
        f"{proportion_text(metrics.fpir, searches)} gave a stranger a name."
        if metrics.impostors
        else "No strangers were searched for."
    )
    yield card("Strangers named (FPIR)", metrics.fpir, text)
    yield "</section><p class=note>In parentheses: the 95&nbsp;% confidence interval.</p>"
    if metrics.impostors:
        yield "<h2>At other thresholds</h2><div class='card scroll'><table class=rows>"
        yield "<tr><th>strangers accepted (FPIR)<th class=number>number of these"
        yield "<th>people missed (FNIR), by score alone<th class=number>given another person's name</tr>"
        misnamed = metrics.misnamed_at
        for target in TARGETS:
            admitted = admission_limit(target, len(metrics.impostors))
            yield f"<tr><td>at most {100 * target:.3g}&nbsp;%<td class=number>{admitted} of {len(metrics.impostors)}"
            yield f"<td>{metrics.fnir_at(target)}<td class=number>{misnamed[target]}</tr>"
        yield "</table></div>"


def card(label: str, rate: Proportion, text: str) -> str:
    """A figure with its name and what it means."""
    value = "&ndash;" if rate.share is None else percentage(rate.share)
    return f"<div class=card><p class=label>{label}</p><div class=value>{value}</div><p>{text}</p></div>"


def proportion_text(rate: Proportion, what: str) -> str:
    """A proportion in words, with its confidence interval."""
    if rate.interval is None:
        return f"None of 0 {what}"
    low, high = rate.interval
    if rate.count == 0:
        return f"None of {rate.searches} {what} (at most {percentage(high)})"
    if rate.count == rate.searches:
        return f"All {rate.searches} {what} (at least {percentage(low)})"
    return f"{rate.count} of {rate.searches} {what} ({percentage(low)} to {percentage(high)})"


def _charts(report: Report) -> Iterable[str]:
    metrics = report.metrics
    yield "<h2>People and strangers</h2><div class=charts>"
    unseen = len(metrics.probes) - metrics.detected.count
    yield _figure(
        charts.score_chart(metrics, report.threshold),
        "Score of the best candidate. Faces above the threshold get a name, unless two people are equally close. The "
        "less the people and the strangers overlap, the better the model."
        + (f" Not shown, because no face was found: {count_of(unseen, 'picture')}." if unseen else ""),
    )
    if metrics.impostors:
        yield _figure(
            charts.det_chart(metrics),
            f"The errors at all thresholds: the fewer strangers are named, the more people are missed. "
            f"{len(metrics.probes)} searches for people, {len(metrics.impostors)} for strangers, among "
            f"{count_of(report.gallery, 'person', 'people')}; the band and the bars are 95&nbsp;% intervals.",
        )
    yield "</div>"


def learning_curves(report: Report) -> Iterable[str]:
    """The section on the epochs of the training; nothing if nothing was fitted."""
    if not report.epochs:
        return
    yield "<h2>How it learned</h2><div class=charts>"
    pictures = "Solid: pictures held out. Dotted: pictures that it was trained on."
    yield _figure(
        charts.loss_chart(report.epochs),
        f"The loss in each epoch; lower is better. {pictures} If the dotted line falls while the solid one rises, the "
        "network learns its pictures by heart.",
    )
    yield _figure(charts.accuracy_chart(report.epochs), f"The share of right answers in each epoch. {pictures}")
    yield "</div>"


def _figure(svg: str, caption: str) -> str:
    return f"<figure class=card>{svg}<figcaption>{caption}</figcaption></figure>"


def _people(metrics: SearchMetrics) -> Iterable[str]:
    yield "<h2>Each person, the weakest first</h2><div class='card scroll'><table class=rows>"
    yield "<tr><th>person<th class=number>pictures<th class=number>best candidate right<th class=number>missed<th>"
    yield "<th>95&nbsp;% interval</tr>"
    for name, own in metrics.per_person.items():
        rate = own.fnir
        low, high = rate.interval or (0.0, 1.0)
        share = rate.share or 0.0
        bar = (
            f"<span class=bar><b style='left:{100 * low:.1f}%;width:{100 * (high - low):.1f}%'></b>"
            f"<i style='width:{100 * share:.1f}%'></i></span>"
        )
        yield f"<tr><td>{isolate(name)}<td class=number>{rate.searches}<td class=number>{own.closed_set.count}"
        yield f"<td class=number>{rate.count}<td>{bar}<td>{percentage(low)} to {percentage(high)}</tr>"
    yield "</table></div>"


def _matrix(metrics: SearchMetrics) -> Iterable[str]:
    counted = build_matrix(metrics)
    yield "<h2>Confusion matrix</h2>"
    if not counted.people:
        yield "<p class=fine>No one was given another person's name.</p>"
        return
    if counted.left_out:
        yield f"<p>Only people who were confused; {counted.left_out} others were not.</p>"
    yield f"<div class='card scroll'><table class='{matrix_size(counted)}'><thead><tr><th>"
    columns = [name_markup(name) for name in counted.people]
    yield from (f"<th><span>{column}</span>" for column in columns)
    yield f"<th class=apart><span>{UNKNOWN}</span><th><span><em>no face found</em></span></tr></thead><tbody>"
    for index, total in enumerate(counted.totals):
        stranger = index == len(counted.people)
        if stranger and not metrics.impostors:
            continue
        label = "<em>strangers</em>" if stranger else columns[index]
        yield f"<tr class={'below' if stranger else 'person'}><th>{label}"
        for column, cell in enumerate(counted.named[index]):
            yield matrix_cell(cell, total, "right" if column == index else "wrong")
        yield matrix_cell(counted.unknown[index], total, "right apart" if stranger else "wrong apart")
        yield matrix_cell(counted.undetected[index], total, "right" if stranger else "wrong")
        yield "</tr>"
    yield "</tbody></table></div><p class=note>Rows: the true person. Columns: the answer at the model's threshold.</p>"


def matrix_size(counted: ConfusionMatrix) -> str:
    """The style of a matrix: the cells of a large one are smaller."""
    return "matrix dense" if len(counted.people) > _DENSE else "matrix"


def matrix_cell(count: int, total: int, kind: str) -> str:
    """A cell of a matrix. `kind` has its style: right or wrong, and apart from its neighbor."""
    if not count:
        return f"<td{' class=apart' if 'apart' in kind else ''}>"
    return f"<td class='{kind}' style='--s:{0.2 + 0.6 * count / total:.2f}'>{count}"


def _confusable_pairs(metrics: SearchMetrics) -> Iterable[str]:
    pairs = confusable_pairs(metrics.probes)
    if not pairs:
        return
    yield "<h2>Most easily confused</h2><div class='card scroll'><table class=rows>"
    yield "<tr><th>two people<th class=number>wrong best candidate<th class=number>smallest lead</tr>"
    for each in pairs:
        yield f"<tr><td>{isolate(each.first)} and {isolate(each.second)}<td class=number>{each.confusions}"
        yield f"<td class=number>{each.lead:+.1f}</tr>"
    yield "</table></div><p class=note>The smallest lead of the right person over the other in any picture, in "
    yield "log-odds of the scores. It is negative if the other was ahead.</p>"


def notes(report: Report) -> Iterable[str]:
    """The section with the notes of a report."""
    if report.notes:
        yield "<h2>Notes</h2><ul class=note>"
        yield from (f"<li>{isolate(note)}" for note in report.notes)
        yield "</ul>"
