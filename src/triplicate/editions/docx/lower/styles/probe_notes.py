"""Lowering (stage 7c): notes for the probe, so that their styles depend on the style sheet alone.

Input: the style sheet's text. Output: markup with a note for each rule that makes notes, and notes
that links call where rules name their roles; nothing for a style sheet without notes.
"""

from __future__ import annotations

import re

from triplicate.editions.docx.lower.styles.probe import rule_element, rules_with, selectors

_MAKES_NOTES = re.compile(r"float\s*:\s*footnote|position\s*:\s*note\(")
_NAMES_NOTES = re.compile(r"doc-(?<!\wdoc-)(?:noteref|footnote|endnotes?)\b")
LINKED = """
<p>x<a href="#sample-end" role="doc-noteref"><sup>1</sup></a>
<a href="#sample-foot" role="doc-noteref"><sup>1</sup></a></p>
<aside id="sample-foot" role="doc-footnote"><p>x</p></aside>
<section role="doc-endnotes"><hr/><ol><li id="sample-end" role="doc-endnote"><p>x</p></li></ol>
</section>
"""


def notes_markup(css: str) -> str:
    """Notes in text, as XML."""
    rules = [rule for word in ("footnote", "note(") for rule in rules_with(word, css)]
    found = [
        f"<p>x{rule_element(selector, tag='span')}</p>"
        for prelude, block in rules
        if _MAKES_NOTES.search(block)
        for selector in selectors(prelude)
    ]
    return "".join([*found, LINKED if _NAMES_NOTES.search(css) else ""])
