"""Sections have a title, something in them, and a numbering style for their level."""

from __future__ import annotations

import re

from triplicate.diagnostics import Diagnostics, quoted
from triplicate.load.prose import plain_text
from triplicate.report.model import Report, Section
from triplicate.report.walk import walk_items

_TYPED = re.compile(r"\(?([0-9]+|[A-Za-z]|[IVXLC]+|[ivxlc]+)(\.[0-9]+)*[.)]\s")
MAX_LEVEL = 6  # HTML's h1 is the title; Word has Heading 1 to 9


def check_sections(report: Report, diagnostics: Diagnostics) -> None:
    """Report sections without title or content, and those deeper than the numbering."""
    styles = report.numbering.sections
    reported_depth = False
    for item, level in walk_items(report.body):
        if not isinstance(item, Section):
            continue
        title = plain_text(item.title)
        if not title.strip():
            message = "expected a title, found none"
            hint = "write it behind section: or behind the #"
            diagnostics.error("section-has-title", message, item.span, hint)
        _check_number(item, title, level, report, diagnostics)
        if not item.body:
            message = f"expected text under {quoted(title)}, found none"
            diagnostics.warning("section-has-content", message, item.span)
        if level > MAX_LEVEL - 1:
            message = f"expected at most {MAX_LEVEL - 1} levels of sections, found {level}"
            diagnostics.error("section-depth", message, item.span)
        elif styles and level > len(styles) and not reported_depth:
            reported_depth = True
            message = (
                f"expected no more levels of sections than numbering.sections has styles "
                f"({len(styles)}), found level {level}"
            )
            hint = "add a style to numbering.sections; for no number write none"
            diagnostics.error("section-depth", message, item.span, hint)


def _check_number(
    section: Section, title: str, level: int, report: Report, diagnostics: Diagnostics
) -> None:
    """Warn of a number typed into the title of a section that gets one anyway."""
    styles = report.numbering.sections
    typed = _TYPED.match(title)
    if typed and level <= len(styles) and styles[level - 1] != "none":
        message = f"expected a title without its number, found {quoted(typed[0].strip())}"
        hint = "delete it: sections are numbered by numbering.sections in report.yaml"
        diagnostics.warning("section-number", message, section.span, hint)
