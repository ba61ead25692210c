"""What is new, from the changelog that the program brings along. Draws nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

#: The heading of a version, such as "## [0.2.0] - 2026-03-01".
_HEADING = re.compile(r"^## \[?([^\]\s]+)\]?.*$", re.MULTILINE)
#: What is only for developers: from its heading to the next one.
_FOR_DEVELOPERS = re.compile(r"^\*\*For developers\*\*\n.*?(?=^\*\*|^#|\Z)", re.MULTILINE | re.DOTALL)
#: The section of what no version has yet, in lower case.
_UNRELEASED = "unreleased"


@dataclass(frozen=True, slots=True)
class Release:
    """What is new in one version."""

    version: str
    text: str  #: Markdown


def read_releases(changelog: Path) -> tuple[Release, ...]:
    """The versions of a changelog, in its order, without what is only for developers; empty if it cannot be read."""
    try:
        text = changelog.read_text(encoding="utf-8")
    except OSError:
        return ()
    headings = list(_HEADING.finditer(text))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    return tuple(
        Release(heading[1], _FOR_DEVELOPERS.sub("", text[heading.end() : end]).replace("**For users**", "").strip())
        for heading, end in zip(headings, ends, strict=True)
    )


def releases_since(releases: Sequence[Release], seen: str, current: str) -> tuple[Release, ...]:
    """The versions after `seen`, up to the one that runs."""
    low, high = _order(seen), _order(current)
    return tuple(release for release in releases if low < _order(release.version) <= high)


def join_releases(releases: Sequence[Release], unreleased: str) -> str:
    """The releases as one text in Markdown; `unreleased` is the heading of what no version has yet."""
    parts = []
    for release in releases:
        title = unreleased if release.version.lower() == _UNRELEASED else f"Visavis {release.version}"
        parts.append(f"# {title}\n\n{release.text.replace('### ', '## ')}\n")
    return "\n".join(parts)


def _order(version: str) -> tuple[int, ...]:
    """A version as numbers that compare; what no version has yet comes after all."""
    numbers = re.findall(r"\d+", version)
    return tuple(map(int, numbers[:3])) if numbers else (10**9,)
