"""Escaping: texts that are not ours, such as names and paths, made harmless for the place where they are shown.

A file name or a record can have terminal sequences, markup, line breaks, and marks that change the direction of what
follows; an address can have a password. Each kind of place has one function here; whoever writes to a place of another
kind adds it here.
"""

import re

#: What a text must not bring into one of our lines: control characters (C0, DEL, C1), line and paragraph separators,
#: embeddings, overrides and isolates of the direction (UAX #9), interlinear annotations, halves of surrogate pairs, and
#: tags, which nobody sees.
_UNSAFE = (
    "\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\U000e0001\U000e0020-\U000e007f"
)
_IN_LINE = re.compile(f"[{_UNSAFE}]")
#: The same without the line feed and the tab, which our own texts have.
_IN_LINES = re.compile(f"(?![\n\t])[{_UNSAFE}]")


#: What markup is made of. `html.escape` does the same; its module takes longer to import than this program's help.
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


#: What begins a tag of SubRip, or of the format from which players took over more of them; its arrow; and its times.
_SRT_TAG = re.compile(r"[<{]|--|\d:(?=\d)")
#: What formulas of spreadsheets begin with, also in their full-width forms.
_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
#: An address, with what follows its scheme; a `Path` made of one has a single slash.
_ADDRESS = re.compile(r"\b((?:rtsps?|rtmps?|https?|ftps?|mms|srt|udp|tcp):/{0,2})(\S*)", re.IGNORECASE)
#: User name and password in any other address.
_CREDENTIALS = re.compile(r"(?<=[a-zA-Z]{2}:/)(/?)\S*@")
#: Where the path of an address ends. A token can follow.
_END_OF_PATH = re.compile(r"[?#;=]")


def without_credentials(text: str) -> str:
    """A text without the user names, passwords and tokens of addresses: rtsp://me:secret@cam/1 is rtsp://cam/1."""
    return _CREDENTIALS.sub(r"\1", _ADDRESS.sub(_public_address, text))


def line(text: object) -> str:
    r"""A text as a part of one line in a terminal, a log or a window; what is unsafe there becomes \x1b or \u202e."""
    return _IN_LINE.sub(_escape, without_credentials(str(text)))


def lines(text: object) -> str:
    """The same for a text of several lines, such as the output of a command; line feeds and tabs stay."""
    return _IN_LINES.sub(_escape, without_credentials(str(text)))


def json_text(text: str) -> str:
    """JSON for a terminal: what is unsafe there, and can only be inside of texts, as escapes that mean the same."""
    return _IN_LINES.sub(_escape_utf16, text)


def markup(text: object) -> str:
    """A text as a part of a page in HTML, with a direction of its own: names from right to left stay in place."""
    return f"<bdi>{line(text).translate(_ENTITIES)}</bdi>"


def attribute(text: object) -> str:
    """A text as the value of an attribute in HTML, in quotation marks, or as the title of a page."""
    return line(text).translate(_ENTITIES)


def csv_cell(text: object) -> str:
    """A text as a cell of a table. A spreadsheet must not take it for a formula, so such a text begins with a quote.

    Source: OWASP, CSV Injection.
    """
    cell = line(text)
    return f"'{cell}" if cell.lstrip()[:1] in _FORMULA and cell else cell


def vtt_text(text: object) -> str:
    """A text as a part of a cue in WebVTT: what would be a tag, an entity or an arrow is none."""
    return line(text).translate(_ENTITIES).replace("&quot;", '"').replace("&#x27;", "'")


def srt_text(text: object) -> str:
    """A text as a part of a SubRip cue. The format has no escapes: a word joiner, which nobody sees, breaks tags."""
    return _SRT_TAG.sub("\\g<0>\u2060", line(text))


def _public_address(found: re.Match[str]) -> str:
    scheme, rest = found.groups()
    return scheme + str(_END_OF_PATH.split(rest.rpartition("@")[2])[0])


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")


def _escape_utf16(found: re.Match[str]) -> str:
    content = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{content[at : at + 2].hex()}" for at in range(0, len(content), 2))
