"""A look into one network as a web page. It is one file beside its pictures, and loads nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from visavis.escaping import attribute, markup

#: Last line of the page.
_FOOTER = (
    "Made by Visavis on this computer. It shows faces, and what a network has learned of them: share it only if these "
    "people agree."
)
#: No scripts, and no pictures from elsewhere.
_POLICY = "default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class PageFigure:
    """One picture of the page."""

    file: str  #: beside the page
    caption: str
    name: str = ""  #: of the person it is about


@dataclass(frozen=True, slots=True)
class PageSection:
    """A part of the page."""

    title: str
    texts: Sequence[str]
    figures: Sequence[PageFigure]
    seconds: float | None = None  #: that it took


def insight_page(title: str, about: str, sections: Sequence[PageSection]) -> str:
    """The page as HTML."""
    style = Path(__file__).with_name("page.css").read_text("utf-8")
    body = "\n".join(line for section in sections for line in _lines(section))
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{attribute(title)}</title>
<style>{style}</style></head>
<body>
<h1>What the network sees: {markup(title)}</h1>
<p>{about}</p>
{body}
<footer>{_FOOTER}</footer>
</body></html>
"""


def _lines(section: PageSection) -> list[str]:
    lines = [f"<h2>{markup(section.title)}</h2>"]
    lines += [f"<p>{escape(text)}</p>" for text in section.texts]
    lines.append('<div class="figures">')
    for figure in section.figures:
        name = f"{markup(figure.name)}. " if figure.name else ""
        alt = attribute(f"{section.title}. {figure.name}")
        lines.append(
            f'<figure><img src="{attribute(figure.file)}" alt="{alt}">'
            f"<figcaption>{name}{escape(figure.caption)}</figcaption></figure>"
        )
    lines.append("</div>")
    if section.seconds is not None:
        lines.append(f"<p>Computed in {section.seconds:.1f} s.</p>")
    return lines
