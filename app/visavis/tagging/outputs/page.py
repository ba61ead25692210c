"""A web page about one video: a lane a person, and a click that jumps the video there.

The page is one file. It loads nothing but the video, which lies where it lay.
"""

import base64
import hashlib
import os
from pathlib import Path
from urllib.parse import quote

from visavis.escaping import attribute, markup
from visavis.tagging.file_tags import FileTags, TaggedPerson

#: Last line of the page.
_FOOTER = "Made by Visavis on this computer. It shows faces: share it only if these people agree."
#: What is said if the video does not play.
_UNPLAYABLE = "This browser cannot play the video. It may have been moved, or be of a format that browsers do not play."


def page_html(tags: FileTags, folder: Path) -> str:
    """The page as HTML, to be written to `folder`."""
    style, script = (Path(__file__).with_name(name).read_text("utf-8") for name in ("page.css", "page.js"))
    policy = (
        f"default-src 'none'; img-src data:; media-src 'self' file:; "
        f"style-src 'unsafe-inline'; script-src '{_hash(script)}'"
    )
    name = Path(tags.source).name
    lanes = "\n".join(_lane(person, tags.duration) for person in tags.people)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{attribute(name)}</title>
<style>{style}</style></head>
<body data-duration="{tags.duration:.3f}">
<h1>{markup(name)}</h1>
<p>{_about(tags)}</p>
<video controls preload="metadata" src="{attribute(_address(tags.source, folder))}"></video>
<p id="unplayable" hidden>{_UNPLAYABLE}</p>
<ul class="people">
{lanes}
</ul>
<footer>{_FOOTER}</footer>
<script>{script}</script>
</body></html>
"""


def _about(tags: FileTags) -> str:
    """What the page is about, in a sentence or two."""
    shows = f"It mostly shows {markup(tags.label)}." if tags.label is not None else "Nobody enrolled dominates."
    count = len(tags.people)
    return f"{_clock(tags.duration)}, {count} {'person' if count == 1 else 'people'}. {shows}"


def _lane(person: TaggedPerson, duration: float) -> str:
    picture = base64.b64encode(person.picture).decode("ascii")
    name = attribute(person.name)
    spans = "".join(
        f'<button class="span" data-at="{span.start:.3f}" style="left:{100 * span.start / duration:.4f}%;'
        f'width:{100 * span.duration / duration:.4f}%" aria-label="{name}, {_clock(span.start)} to {_clock(span.end)}" '
        f'title="{_clock(span.start)} to {_clock(span.end)}"></button>'
        for span in person.spans
    )
    return (
        f'<li class="person{" guest" if person.is_guest else ""}">'
        f'<button class="face" data-at="{person.best_time:.3f}" aria-label="Best view of {name}">'
        f'<img alt="" src="data:image/jpeg;base64,{picture}"></button>'
        f'<div><span class="name">{markup(person.name)}</span>'
        f'<span class="time">{_clock(person.screen_time)}, {round(100 * person.confidence)} %</span></div>'
        f'<div class="lane">{spans}<div class="now"></div></div></li>'
    )


def _address(source: str, folder: Path) -> str:
    """Where the page finds the video: relative, so that both can be moved together, if they are on one disk."""
    absolute = Path(source).absolute()
    try:
        relative = os.path.relpath(absolute, folder.absolute())
    except ValueError:  # another drive of Windows
        return absolute.as_uri()
    return quote(os.fsencode(relative.replace(os.sep, "/")))


def _clock(seconds: float) -> str:
    """A time for people: 1:02:03.4."""
    tenths = round(10 * seconds)
    minutes, tenths = divmod(tenths, 600)
    hours, minutes = divmod(minutes, 60)
    clock = f"{minutes:02}:{tenths / 10:04.1f}" if hours else f"{minutes}:{tenths / 10:04.1f}"
    return f"{hours}:{clock}" if hours else clock


def _hash(script: str) -> str:
    """What allows this script and no other one (Content Security Policy Level 3)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode('ascii')}"
