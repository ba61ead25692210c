"""Writes a report as PDF, as a web page, or as data."""

import base64
import json
from collections.abc import Iterator
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from visavis import escaping
from visavis.errors import VisavisError
from visavis.imaging import codec
from visavis.recognition.report import SearchResult
from visavis.storage import disk
from visavis.ui.models.report import ModelReport
from visavis.ui.report.context import ReportContext
from visavis.ui.report.details import detail_lines
from visavis.ui.report.mistake_dialog import mistake_text
from visavis.ui.report.tiles import headline, report_tiles
from visavis.ui.text.language import translate
from visavis.ui.widgets.images import portrait

_CONTEXT = "ReportDialog"
#: Maximum number of mistakes in the document.
_MAX_MISTAKES = 40
#: Pictures of mistakes in a row.
_COLUMNS = 4
#: Dots per inch of the PDF, for which the sizes of its fonts are meant.
_DPI = 300
#: Margin of its pages, in millimeters.
_MARGIN_MM = 16.0


#: Style of the document, as far as Qt's text documents know it.
_STYLE = "body { font-family: sans-serif; margin: 24px; } td { padding: 4px 14px 4px 0; }"


#: A picture of a mistake.
_IMAGE = '<img width="120" src="SOURCE">'


class ReportFormat(Enum):
    """What a report is written as; the value is the extension."""

    PDF = ".pdf"
    HTML = ".html"
    JSON = ".json"


def write_report(path: Path, kind: ReportFormat, report: ModelReport, context: ReportContext) -> None:
    """Write a report, whole or not at all.

    Raises
    ------
    DiskError
        If it cannot be written.
    """
    match kind:
        case ReportFormat.JSON:
            content = json.dumps(dict(report.figures), ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
        case ReportFormat.HTML:
            content = build_document(report, context).encode("utf-8", "replace")
        case ReportFormat.PDF:
            content = print_document(build_document(report, context))
    disk.write_whole(path, content)


def print_document(document: str) -> bytes:
    """An HTML document as PDF, on pages of A4."""
    text = QTextDocument()
    text.setHtml(document)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setTitle(translate(_CONTEXT, "Report"))
    text.print_(writer)
    buffer.close()
    return bytes(content.data())


def build_document(report: ModelReport, context: ReportContext) -> str:
    """The report as one HTML page without scripts and without anything from elsewhere.

    It has only what Qt's text documents know, so that it is also printed.
    """
    return "\n".join(
        [
            f'<!doctype html><html><head><meta charset="utf-8"><title>{_text(translate(_CONTEXT, "Report"))}</title>',
            f"<style>{_STYLE}</style></head><body>",
            f"<h1>{_text(translate(_CONTEXT, 'Report'))}</h1><p>{_text(headline(report))}</p>",
            *_tiles(report, context),
            *_people(report),
            *_mistakes(report),
            f"<h2>{_text(translate(_CONTEXT, 'Details'))}</h2>",
            *(f"<p>{_text(line)}</p>" for line in detail_lines(report, context) if line),
            f"<p>{_text(_footer())}</p>",
            "</body></html>",
        ]
    )


def _footer() -> str:
    return translate(_CONTEXT, "Made by Visavis on this computer. It shows faces: share it only if these people agree.")


def _tiles(report: ModelReport, context: ReportContext) -> Iterator[str]:
    yield "<table>"
    for tile in report_tiles(report, context):
        yield f"<tr><td>{_text(tile.name)}</td><td><b>{_text(tile.value)}</b></td>"
        yield f"<td>{_text(tile.text)} {_text(tile.change)}</td></tr>"
    yield "</table>"
    if context.against:
        text = translate(_CONTEXT, "Changes are against {model}.").format(model=context.against)
        yield f"<p>{_text(text)}</p>"


def _people(report: ModelReport) -> Iterator[str]:
    yield f"<h2>{_text(translate(_CONTEXT, 'People, weakest first'))}</h2><table>"
    for person in report.people:
        rate = person.recognized
        shown = translate(_CONTEXT, "{count} of {of}").format(count=rate.count, of=rate.searches)
        yield f"<tr><td>{_text(person.name)}</td><td>{_text(shown)}</td></tr>"
    yield "</table>"


def _mistakes(report: ModelReport) -> Iterator[str]:
    yield f"<h2>{_text(translate(_CONTEXT, 'Mistakes'))}</h2>"
    mistakes = report.mistakes[:_MAX_MISTAKES]
    if not mistakes:
        yield f"<p>{_text(translate(_CONTEXT, 'There were none.'))}</p>"
        return
    yield "<table>"
    for start in range(0, len(mistakes), _COLUMNS):
        row = mistakes[start : start + _COLUMNS]
        yield (
            "<tr>"
            + "".join(f"<td>{_picture(search)}<br>{_text(mistake_text(search))}</td>" for search in row)
            + "</tr>"
        )
    yield "</table>"


def _picture(search: SearchResult) -> str:
    if search.picture is None:
        return ""
    try:
        encoded = codec.encode(portrait(search.picture))
    except VisavisError:  # it was moved or deleted since
        return ""
    source = f"data:image/jpeg;base64,{base64.b64encode(encoded).decode()}"
    return _IMAGE.replace("SOURCE", source)


_text = partial(escaping.markup)
