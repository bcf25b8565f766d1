"""Spanned nodes to a Report (stage 2), every problem at once."""

from __future__ import annotations

import datetime
from pathlib import Path

from triplicate.diagnostics import Diagnostics, Span
from triplicate.load.nodes import Mapping, Node
from triplicate.report.body import BodyReader
from triplicate.report.fields import REPORT_FIELDS
from triplicate.report.model import DateRange, Item, Report
from triplicate.report.readers import found, read_fields, report_missing, respelt

# Stands in for facts that are missing or wrong (which is reported), so that the checks can run.
_STAND_INS = {
    "kind": "",
    "title": "",
    "language": "en",
    "date": DateRange(datetime.date.min, datetime.date.min),
}


def validate(
    node: Node | None, folder: Path, name: str, file: str, diagnostics: Diagnostics
) -> Report | None:
    """Return the report that ``node`` describes; None if it isn't a block of keys.

    ``folder`` is where the files it names are; ``file`` is what diagnostics call report.yaml.
    """
    if not isinstance(node, Mapping):
        what = found(node) if node is not None else "nothing"
        span = node.span if node is not None else Span(file, 1, 1)
        message = f"expected keys with values, such as title: …, found {what}"
        diagnostics.error("report-form", message, span, "see docs/report-format.md")
        return None
    node = respelt(node, (*(field.key for field in REPORT_FIELDS), "body"), diagnostics)
    values = read_fields(node, REPORT_FIELDS, diagnostics, skip=("body",))
    body: tuple[Item, ...] = ()
    if "body" in node.entries:
        body = BodyReader(folder, diagnostics).read(node.entries["body"].value)
    else:
        report_missing(node, "body", "what the report says", diagnostics)
    return Report(name=name, body=body, span=node.span, **{**_STAND_INS, **values})
