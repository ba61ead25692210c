"""Whether there is a newer version of Visavis, by asking the address at which its versions are announced.

Nothing is asked unless the user turned it on or asks for it. The package names the address in its metadata, as a
project URL with the label "Update feed"; the setting `update_feed` names another one. At the address is a JSON object:

    {"version": 1, "latest": "0.2.0", "page": "https://example.org/visavis"}

Whoever answers learns the internet address of this computer and the version that runs here. Nothing is downloaded and
nothing is installed: the user reads the version and opens the page, or not.
"""

import re
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, metadata
from typing import TypedDict
from urllib.parse import urlsplit

import visavis
from visavis.errors import UpdateError
from visavis.messages import Message, verbatim
from visavis.storage import reader

#: Label of the project URL that names the address.
_LABEL = "Update feed"
#: Version of the JSON object.
_FORMAT = 1
#: Maximum size of an answer, in bytes: a hundred times that of a right one.
_MAX_BYTES = 16_000
#: Seconds that connecting, and each read, may take.
_TIMEOUT_S = 10.0
#: Names of this computer, with which TLS is not required.
_THIS_COMPUTER = frozenset({"localhost", "127.0.0.1", "::1"})
#: A version that can be compared: up to four numbers of up to six digits.
_VERSION = re.compile(r"\d{1,6}(?:\.\d{1,6}){0,3}", re.ASCII)


class _Announcement(TypedDict):
    version: int
    latest: str
    page: str


@dataclass(frozen=True, slots=True)
class Update:
    """The newest version that is announced."""

    version: str  #: such as "0.2.0"
    page: str  #: the address of a page about it

    @property
    def is_newer(self) -> bool:
        """Whether it is newer than the version that runs."""
        return _numbers(self.version) > _numbers(visavis.__version__)


def find_feed(chosen: str | None) -> str | None:
    """The address at which versions are announced; None if this copy of Visavis knows none.

    Parameters
    ----------
    chosen : str, optional
        The setting `update_feed`.
    """
    if chosen:
        return chosen
    try:
        urls = metadata("visavis").get_all("Project-URL") or []
    except PackageNotFoundError:  # it runs from its source
        return None
    return next(
        (address.strip() for label, _, address in (url.partition(",") for url in urls) if label == _LABEL), None
    )


def host(feed: str) -> str:
    """The name of the computer that is asked, for people.

    Raises
    ------
    UpdateError
        If the address is not one that is asked: only https is, and http on this computer.
    """
    try:
        parts = urlsplit(feed)
        name = parts.hostname or ""
    except ValueError:
        name = ""
    if not name or not (parts.scheme == "https" or (parts.scheme == "http" and name in _THIS_COMPUTER)):
        raise UpdateError(
            "{address} is not an address at which new versions can be looked up.",
            hint="Write an address that begins with https:// as update_feed in settings.toml.",
            address=feed,
        )
    return name


def is_due(checked: str | None, today: date) -> bool:
    """Whether to ask again: once a day.

    Parameters
    ----------
    checked : str, optional
        The day on which it was asked last, as in ISO 8601.
    """
    return checked != today.isoformat()


def fetch_update(feed: str) -> Update:
    """Ask for the newest version.

    Parameters
    ----------
    feed : str
        The address that is asked.

    Raises
    ------
    UpdateError
        If there is no answer, or not one that this program understands.
    """
    from http.client import HTTPException  # a window that asks nobody does not need the network
    from urllib.request import HTTPRedirectHandler, Request, build_opener

    class NoRedirects(HTTPRedirectHandler):
        """Refuses to be sent elsewhere: the user agreed to one address."""

        def redirect_request(self, *_: object) -> None:
            return None

    name = host(feed)
    request = Request(feed, headers={"User-Agent": f"Visavis/{visavis.__version__}"})  # noqa: S310  `host` checked it
    try:
        with build_opener(NoRedirects).open(request, timeout=_TIMEOUT_S) as answer:
            content = answer.read(_MAX_BYTES + 1)
    except (OSError, HTTPException, ValueError) as error:
        raise UpdateError(
            "{host} did not say which version of Visavis is the newest: {reason}.",
            hint="Try again later.",
            host=name,
            reason=verbatim(str(error) or type(error).__name__),
        ) from error
    return parse_update(content, name)


def parse_update(content: bytes, name: str) -> Update:
    """The update in an answer of `name`.

    Raises
    ------
    UpdateError
        If it is not one.
    """
    try:
        return _update(content)
    except (ValueError, RecursionError, UpdateError) as error:
        raise UpdateError(
            "The answer of {host} about the newest version of Visavis cannot be used: {reason}.",
            hint="Look for a newer version by hand.",
            host=name,
            reason=error.message if isinstance(error, UpdateError) else verbatim(str(error)),
        ) from error


def describe(feed: str | None, *, is_on: bool) -> Message:
    """A sentence on whether new versions are looked for."""
    if feed is None:
        return Message("This copy of Visavis names no address at which new versions are announced.")
    if not is_on:
        return Message("New versions are not looked for.")
    return Message("Once a day, {host} is asked for a new version.", host=host(feed))


def _update(content: bytes) -> Update:
    if len(content) > _MAX_BYTES:
        raise ValueError("it is too long")
    value = reader.check(reader.parse_json(content), _Announcement)
    if value["version"] != _FORMAT:
        raise ValueError("it is of another version")
    _numbers(value["latest"])
    host(value["page"])
    return Update(value["latest"], value["page"])


def _numbers(version: str) -> tuple[int, ...]:
    """A version as numbers that compare: "1.2" equals "1.2.0".

    Raises
    ------
    ValueError
        If it is not one of numbers.
    """
    if not _VERSION.fullmatch(version):
        raise ValueError("its version has something else than numbers")
    numbers = tuple(map(int, version.split(".")))
    return numbers + (0,) * (4 - len(numbers))
