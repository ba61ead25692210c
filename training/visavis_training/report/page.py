"""A report as one web page: figures with their intervals, drawings, and the pictures that were answered wrongly.

All of it is in one file that asks nothing of anybody: no script, no font, no picture from elsewhere. Names are shown as
they are, in whatever script, and never understood as markup.
"""

import base64
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from visavis.errors import PictureError
from visavis.imaging import codec, crop
from visavis.imaging.geometry import Box
from visavis.recognition.report import SearchResult, path_text
from visavis.scoring.confidence import Proportion
from visavis_training.cnn64.threshold import admissible
from visavis_training.evaluation.confusable_pairs import alike
from visavis_training.evaluation.confusion_matrix import matrix
from visavis_training.evaluation.figures import TARGETS, Figures
from visavis_training.evaluation.mistakes import Mistakes
from visavis_training.report import charts
from visavis_training.report.report import Report

#: Most pictures of one kind; the figures count all.
_PICTURES = 36
#: Side of a picture, in pixels.
_SIDE = 208
#: By how much of its width a face's box is grown, for people to recognize them by.
_AROUND = 0.35

#: More people than these make a confusion matrix of smaller cells.
_DENSE = 25

#: It may load nothing and run nothing, not even if a name managed to be markup.
_HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
"""
_FOOTER = "Made by Visavis on this computer. It shows faces of people who may not want them passed on."
_UNKNOWN = "<em>unknown</em>"


def page(report: Report) -> str:
    """The whole page, as HTML."""
    title = "Evaluation" if report.kind == "evaluation" else "What training measured"
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    return "\n".join(
        [
            f"{_HEAD}<title>{title} of {escape(report.model)}</title><style>{style}</style></head><body>",
            f"<header><h1>{title}</h1><p class=about>{_about(report)}</p></header>",
            *_summary(report),
            *_charts(report),
            *_people(report.figures),
            *_matrix(report.figures),
            *_alike(report.figures),
            *_mistakes(Mistakes.of(report.figures)),
            *_suspects(report),
            *_notes(report),
            f"<footer>{_FOOTER}</footer></body></html>",
        ]
    )


def _about(report: Report) -> str:
    figures = report.figures
    searched = f"{_count(len(figures.probes), 'picture')} of {_count(len(figures.per_person), 'person', 'people')}"
    strangers = f" and {_count(len(figures.impostors), 'stranger')}" if report.kind == "evaluation" else ""
    return (
        f"Model {_name(report.model)}, network {_name(report.network)}, {_count(report.gallery, 'person', 'people')} "
        f"in its gallery, threshold {report.threshold:.2f}. Measured {escape(report.measured[:10])} on {searched}"
        f"{strangers}."
    )


def _summary(report: Report) -> Iterable[str]:
    figures, people = report.figures, _count(report.gallery, "person", "people")
    searches = f"searches among {people}"
    yield "<section class=cards>"
    if report.kind == "evaluation":  # training takes pictures without a face found for tight crops
        yield _card("Face found", figures.detected, f"{_of(figures.detected, 'pictures have a face that is found')}.")
    yield _card(
        "Best guess right",
        figures.closed_set,
        f"{_of(figures.closed_set, 'faces found are most like the right person')}, however sure that is.",
    )
    told = f"{_of(figures.fnir, searches)} did not give an enrolled person their name."
    yield _card("People missed (FNIR)", figures.fnir, told)
    told = f"{_of(figures.fpir, searches)} gave a stranger a name." if figures.impostors else "No stranger was tried."
    yield _card("Strangers named (FPIR)", figures.fpir, told)
    yield "</section><p class=note>In brackets: where the true share lies, 95&nbsp;% sure.</p>"
    if figures.impostors:
        yield "<h2>At other thresholds</h2><div class='card scroll'><table class=rows>"
        yield "<tr><th>strangers who may be given a name<th class=number>of these<th>people missed, by score alone"
        yield "<th class=number>given another's name</tr>"
        misnamed = figures.misnamed_at
        for target in TARGETS:
            admitted = admissible(target, len(figures.impostors))
            yield f"<tr><td>at most {100 * target:.3g}&nbsp;%<td class=number>{admitted} of {len(figures.impostors)}"
            yield f"<td>{figures.fnir_at(target)}<td class=number>{misnamed[target]}</tr>"
        yield "</table></div>"


def _card(label: str, rate: Proportion, told: str) -> str:
    value = "&ndash;" if rate.share is None else _percent(rate.share)
    return f"<div class=card><p class=label>{label}</p><div class=value>{value}</div><p>{told}</p></div>"


def _of(rate: Proportion, what: str) -> str:
    """A rate in plain words, with how far it can be trusted."""
    if rate.interval is None:
        return f"None of 0 {what}"
    low, high = rate.interval
    if rate.count == 0:
        return f"None of {rate.searches} {what} (at most {_percent(high)})"
    if rate.count == rate.searches:
        return f"All {rate.searches} {what} (at least {_percent(low)})"
    return f"{rate.count} of {rate.searches} {what} ({_percent(low)} to {_percent(high)})"


def _charts(report: Report) -> Iterable[str]:
    figures = report.figures
    yield "<h2>People and strangers</h2><div class=charts>"
    unseen = len(figures.probes) - figures.detected.count
    yield _figure(
        charts.scores(figures, report.threshold),
        "How sure the best candidate was. Right of the threshold, faces get a name, unless two people are as near. "
        "The better the two kinds come apart, the better the model."
        + (f" Without a face found, and so without a score: {_count(unseen, 'picture')}." if unseen else ""),
    )
    if figures.impostors:
        yield _figure(
            charts.errors(figures),
            f"Every threshold there could be: the fewer strangers are named, the more people are missed. "
            f"{len(figures.probes)} searches for people, {len(figures.impostors)} for strangers, among "
            f"{_count(report.gallery, 'person', 'people')}; the band and the bars are 95&nbsp;% intervals.",
        )
    yield "</div>"


def _figure(svg: str, caption: str) -> str:
    return f"<figure class=card>{svg}<figcaption>{caption}</figcaption></figure>"


def _people(figures: Figures) -> Iterable[str]:
    yield "<h2>Person by person, the weakest first</h2><div class='card scroll'><table class=rows>"
    yield "<tr><th>person<th class=number>pictures<th class=number>best guess right<th class=number>missed<th>"
    yield "<th>95&nbsp;% interval</tr>"
    for name, own in figures.per_person.items():
        rate = own.fnir
        low, high = rate.interval or (0.0, 1.0)
        share = rate.share or 0.0
        bar = (
            f"<span class=bar><b style='left:{100 * low:.1f}%;width:{100 * (high - low):.1f}%'></b>"
            f"<i style='width:{100 * share:.1f}%'></i></span>"
        )
        yield f"<tr><td>{_name(name)}<td class=number>{rate.searches}<td class=number>{own.closed_set.count}"
        yield f"<td class=number>{rate.count}<td>{bar}<td>{_percent(low)} to {_percent(high)}</tr>"
    yield "</table></div>"


def _matrix(figures: Figures) -> Iterable[str]:
    counted = matrix(figures)
    yield "<h2>Who was taken for whom</h2>"
    if not counted.people:
        yield "<p class=fine>Nobody was given another's name.</p>"
        return
    if counted.left_out:
        yield f"<p>Only those who were confused; {counted.left_out} others were not.</p>"
    size = "matrix dense" if len(counted.people) > _DENSE else "matrix"
    yield f"<div class='card scroll'><table class='{size}'><thead><tr><th>"
    columns = [_name(name) for name in counted.people]
    yield from (f"<th><span>{column}</span>" for column in columns)
    yield f"<th class=apart><span>{_UNKNOWN}</span><th><span><em>no face found</em></span></tr></thead><tbody>"
    for index, total in enumerate(counted.totals):
        stranger = index == len(counted.people)
        if stranger and not figures.impostors:
            continue
        label = "<em>strangers</em>" if stranger else columns[index]
        yield f"<tr class={'below' if stranger else 'person'}><th>{label}"
        for column, count in enumerate(counted.named[index]):
            yield _cell(count, total, "right" if column == index else "wrong")
        yield _cell(counted.unknown[index], total, "right apart" if stranger else "wrong apart")
        yield _cell(counted.undetected[index], total, "right" if stranger else "wrong")
        yield "</tr>"
    yield "</tbody></table></div><p class=note>Rows: who it was. Columns: the answer at the model's threshold.</p>"


def _cell(count: int, total: int, kind: str) -> str:
    if not count:
        return f"<td{' class=apart' if 'apart' in kind else ''}>"
    return f"<td class='{kind}' style='--s:{0.2 + 0.6 * count / total:.2f}'>{count}"


def _alike(figures: Figures) -> Iterable[str]:
    pairs = alike(figures.probes)
    if not pairs:
        return
    yield "<h2>Most easily confused</h2><div class='card scroll'><table class=rows>"
    yield "<tr><th>two people<th class=number>best guess was the other<th class=number>closest call</tr>"
    for each in pairs:
        yield f"<tr><td>{_name(each.first)} and {_name(each.second)}<td class=number>{each.taken}"
        yield f"<td class=number>{each.lead:+.1f}</tr>"
    yield "</table></div><p class=note>The closest call: by how much the right one was ahead in the picture where that "
    yield "was least, in log-odds of scores; below 0, the other was ahead.</p>"


def _mistakes(mistakes: Mistakes) -> Iterable[str]:
    kinds = [
        ("Given another's name", mistakes.misnamed, "Nobody was given another's name."),
        ("Strangers given a name", mistakes.strangers, "No stranger was given a name."),
        ("People not recognized", mistakes.missed, "Everybody who was found was recognized."),
        ("No face found", mistakes.undetected, "A face was found in every picture."),
    ]
    yield "<h2>Every mistake</h2>"
    yield from (f"<p class=fine>{none}</p>" for _, searches, none in kinds if not searches)
    for title, searches, _ in kinds:
        if searches:
            yield f"<h3>{title} <span class=of>{len(searches)}</span></h3><div class=faces>"
            yield from (_tile(search) for search in searches[:_PICTURES])
            yield "</div>"
            if len(searches) > _PICTURES:
                yield f"<p class=note>{len(searches) - _PICTURES} more are in report.json.</p>"


def _tile(search: SearchResult) -> str:
    match = search.match
    truth = _name(search.truth) if search.truth else "a stranger"
    if match is None:
        told = [f"<strong>{truth}</strong>"]
    else:
        answer = _name(match.name) if match.name else _UNKNOWN
        told = [f"<strong>{truth} &rarr; {answer}</strong>"]
        candidates = [(match.best, match.score), *([match.runner_up] if match.runner_up else [])]
        told += [f"{escape(match.doubt.value)}<br>"] if match.doubt else []
        told += [f"{_name(name)} {score:.3f}<br>" for name, score in candidates if name]
    if search.picture:
        told.append(f"<span class=of>{_name(path_text(Path(search.picture.parent.name, search.picture.name)))}</span>")
    return f"<figure>{_picture(search.picture, search.box)}<figcaption>{''.join(told)}</figcaption></figure>"


def _picture(path: Path | None, box: Box | None) -> str:
    """The face, or all of the picture where none was found."""
    try:
        image = codec.read(path) if path else None
    except PictureError:
        image = None
    if image is None:
        return "<div class=gone>the picture is gone</div>"
    if box is not None:
        around = round(_AROUND * box.width)
        image = crop.cut(image, box.expand(around))
    content = base64.b64encode(codec.encode(crop.resize_square(image, _SIDE))).decode()
    return f"<img alt='' loading=lazy src='data:image/jpeg;base64,{content}'>"


def _suspects(report: Report) -> Iterable[str]:
    if not report.suspects and not report.doubled:
        return
    yield "<h2>Pictures to look at</h2><p>The model was made of these. Move or delete what is wrong; train again.</p>"
    for name, paths in report.suspects.items():
        yield f"<h3>May show someone else than {_name(name)} <span class=of>{len(paths)}</span></h3><div class=faces>"
        yield from (_sample([path]) for path in paths[:_PICTURES])
        yield "</div>"
    if report.doubled:
        yield f"<h3>One shot, two names <span class=of>{len(report.doubled)}</span></h3><div class=faces>"
        yield from (_sample(pair) for pair in report.doubled[: _PICTURES // 2])
        yield "</div>"


def _sample(paths: Sequence[str]) -> str:
    pictures = "".join(_picture(Path(path), None) for path in paths[:1])
    named = "<br>".join(_name(str(Path(Path(path).parent.name, Path(path).name))) for path in paths)
    return f"<figure>{pictures}<figcaption>{named}</figcaption></figure>"


def _notes(report: Report) -> Iterable[str]:
    if report.notes:
        yield "<h2>To be known</h2><ul class=note>"
        yield from (f"<li>{_name(note)}" for note in report.notes)
        yield "</ul>"


def _name(text: str) -> str:
    """Text that is not ours: escaped, and isolated where it runs from right to left."""
    return f"<bdi>{escape(text)}</bdi>"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}&nbsp;%"


def _count(number: int, one: str, more: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else more or one + 's'}"
