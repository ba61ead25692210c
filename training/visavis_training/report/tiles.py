"""The pictures on a report's page: faces that were answered wrongly, and suspicious samples."""

import base64
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from visavis.errors import PictureError
from visavis.imaging import codec, crop
from visavis.imaging.geometry import Box
from visavis.recognition.report import SearchResult, path_text
from visavis_training.metrics.mistakes import Mistakes
from visavis_training.report.html_elements import UNKNOWN, isolate, name_markup
from visavis_training.report.report import Report

#: What stands for the true name of somebody who is not enrolled.
_STRANGER = "a stranger"
#: Largest number of pictures of one kind. The figures count all.
_MAX_PICTURES = 36
#: Side of a picture, in pixels.
_SIDE = 208
#: Margin around a face's box, as a share of its width, so that readers can recognize the person.
_MARGIN = 0.35


def mistake_tiles(mistakes: Mistakes) -> Iterable[str]:
    """A section for each kind of mistake, or a sentence that there is none."""
    kinds = [
        ("Given another person's name", mistakes.misnamed, "No enrolled person was given another person's name."),
        ("Strangers given a name", mistakes.strangers, "No stranger was given a name."),
        ("People not recognized", mistakes.missed, "Everyone whose face was found was recognized."),
        ("No face found", mistakes.undetected, "A face was found in every picture."),
    ]
    yield "<h2>Every mistake</h2>"
    yield from (f"<p class=fine>{none}</p>" for _, searches, none in kinds if not searches)
    for title, searches, _ in kinds:
        if searches:
            yield from search_tiles(title, searches)


def search_tiles(title: str, searches: Sequence[SearchResult]) -> Iterable[str]:
    """A section with the pictures of some searches, and their answers."""
    yield f"<h3>{title} <span class=of>{len(searches)}</span></h3><div class=faces>"
    yield from (_search_tile(search) for search in searches[:_MAX_PICTURES])
    yield "</div>"
    if len(searches) > _MAX_PICTURES:
        yield f"<p class=note>{len(searches) - _MAX_PICTURES} more are in report.json.</p>"


def suspect_tiles(report: Report) -> Iterable[str]:
    """The samples that may be mislabeled, and the people who may be one; nothing if there are none."""
    if report.same_person:
        yield "<h2>People who look like the same person</h2>"
        yield "<p>Merge them, or say that they are two people: visavis people merge, visavis people distinct. "
        yield "Until then, neither is a stranger to the other in these figures.</p><ul>"
        yield from (f"<li>{isolate(one)} and {isolate(other)}" for one, other in report.same_person)
        yield "</ul>"
    if not report.suspects and not report.doubled:
        return
    yield "<h2>Samples to check</h2><p>The model was made from these. Move or delete wrong ones, then train again.</p>"
    for name, paths in report.suspects.items():
        yield f"<h3>May show someone other than {isolate(name)} <span class=of>{len(paths)}</span></h3>"
        yield "<div class=faces>"
        yield from (_sample_tile([path]) for path in paths[:_MAX_PICTURES])
        yield "</div>"
    if report.doubled:
        yield f"<h3>The same shot under two names <span class=of>{len(report.doubled)}</span></h3><div class=faces>"
        yield from (_sample_tile(pair) for pair in report.doubled[: _MAX_PICTURES // 2])
        yield "</div>"


def _search_tile(search: SearchResult) -> str:
    match = search.match
    truth = name_markup(search.truth, _STRANGER) if search.truth else _STRANGER
    if match is None:
        caption = [f"<strong>{truth}</strong>"]
    else:
        answer = name_markup(match.name) if match.name else UNKNOWN
        caption = [f"<strong>{truth} &rarr; {answer}</strong>"]
        candidates = [(match.best, match.score), *([match.runner_up] if match.runner_up else [])]
        caption += [f"{escape(match.doubt.value)}<br>"] if match.doubt else []
        caption += [f"{isolate(name)} {score:.3f}<br>" for name, score in candidates if name]
    if search.picture:
        path = Path(search.picture.parent.name, search.picture.name)
        caption.append(f"<span class=of>{isolate(path_text(path))}</span>")
    return f"<figure>{_image(search.picture, search.box)}<figcaption>{''.join(caption)}</figcaption></figure>"


def _sample_tile(paths: Sequence[str]) -> str:
    images = "".join(_image(Path(path), None) for path in paths[:1])
    names = "<br>".join(isolate(str(Path(Path(path).parent.name, Path(path).name))) for path in paths)
    return f"<figure>{images}<figcaption>{names}</figcaption></figure>"


def _image(path: Path | None, box: Box | None) -> str:
    """The face as an embedded image, or the whole picture without a box."""
    try:
        image = codec.read(path) if path else None
    except PictureError:
        image = None
    if image is None:
        return "<div class=gone>the picture is gone</div>"
    if box is not None:
        image = crop.cut(image, box.expand(round(_MARGIN * box.width)))
    content = base64.b64encode(codec.encode(crop.resize_square(image, _SIDE))).decode()
    return f"<img alt='' loading=lazy src='data:image/jpeg;base64,{content}'>"
