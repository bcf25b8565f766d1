"""What HTML says in attributes, and browsers do and WeasyPrint does not.

Input: the root of a parsed page. Output: the same tree, changed: each function says in CSS, or in
values within HTML's limits, what an attribute means.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

# HTML 4.9.11: larger numbers count as these. A table of a hundred million columns fills the memory.
MOST = {"colspan": 1000, "rowspan": 65534, "span": 1000}
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")  # RFC 5646, 2.1
LONGEST_NUMBER = 20  # digits; longer ones are nonsense, and `int` refuses those of thousands
_WHOLE = re.compile(rf"-?\d{{1,{LONGEST_NUMBER}}}")
LONGEST_TAG = 84  # characters that Word takes (ST_Lang)
_PAGE_BREAK = re.compile(r"break-(?:before|after)\s*:\s*(?:always|page|left|right|recto|verso)")
MATHML = "{http://www.w3.org/1998/Math/MathML}"
# MathML Core 2.3.1: annotations are for programs.
ANNOTATIONS = (f"{MATHML}annotation", f"{MATHML}annotation-xml")


def obey_attributes(root: Any) -> None:
    """Let the page under ``root`` be laid out as its attributes say."""
    for element in root.iter():
        if (language := element.get("lang")) is not None:
            _mend_language(element, language)
        if element.tag == "ol" and element.get("reversed") is not None:
            _count_down(element)
        elif element.tag == "br":
            _break_page(element)
        elif element.tag in ("td", "th", "col", "colgroup"):
            _limit_spans(element)
            _center_tables(element)
        elif element.tag in ("div", "center"):
            _center_tables(element)
        elif _is_hidden(element):
            _style(element, "display: none")
        for break_, section in pairwise(element):
            if _is_section_break(break_, section):
                _style(break_, "display: none")


def _mend_language(element: Any, written: str) -> None:
    """Write a language as programs know it, "en-US" for "en_US"; leave out what is no tag."""
    language = written.strip().replace("_", "-")
    if language and not (_LANGUAGE.fullmatch(language) and len(language) <= LONGEST_TAG):
        del element.attrib["lang"]
    elif language != written:
        element.set("lang", language)


def obey_starts(root: Any) -> None:
    """Number lists from their ``start``; WeasyPrint does so with its hints for old pages alone."""
    for found in root.iter("ol"):
        start = found.get("start") or ""
        if _WHOLE.fullmatch(start):
            _style(found, f"counter-reset: list-item {int(start) - 1}")


def _count_down(found: Any) -> None:
    """Count a reversed list down (CSS Lists 3, appendix A)."""
    items = [child for child in found if child.tag == "li"]
    start = found.get("start") or ""
    first = int(start) if _WHOLE.fullmatch(start) else len(items)
    # WeasyPrint's hint for ``start`` counts the list itself down as well.
    _style(found, f"counter-reset: list-item {first + 1}; counter-increment: none")
    for item in items:
        if item.get("value") is None:
            _style(item, "counter-increment: list-item -1")


def _break_page(line: Any) -> None:
    """Make a line break that breaks the page a block, as programs write it: layout knows none."""
    if _PAGE_BREAK.search(line.get("style") or ""):
        line.tag = "div"


def _limit_spans(cell: Any) -> None:
    for name, most in MOST.items():
        value = cell.get(name, "").strip()
        if value.isdecimal() and (len(value) > LONGEST_NUMBER or int(value) > most):
            cell.set(name, str(most))


def _center_tables(element: Any) -> None:
    """Put tables into the middle of what has ``align="center"`` (HTML 15.3.3: "align descendants").

    Mails are written so. An ``align`` of their own, or of an element around them, comes first.
    """
    align = "center" if element.tag == "center" else (element.get("align") or "").strip().lower()
    inside = list(element) if align in ("center", "middle") else []
    while inside:
        child = inside.pop()
        if child.get("align") is None and child.tag == "table":
            child.set("align", "center")
        elif child.get("align") is None and child.tag != "center":
            inside += child


def _is_hidden(element: Any) -> bool:
    """Whether browsers never show an element (HTML 15.3.1)."""
    if element.tag == "input":
        return (element.get("type") or "").lower() == "hidden"
    if element.tag == "dialog":
        return element.get("open") is None
    return element.tag == "datalist" or element.tag in ANNOTATIONS


def _is_section_break(found: Any, section: Any) -> bool:
    """Whether a line break stands between two sections of what Word saves as HTML.

    Word writes them as <div class="WordSection2"> that name pages; the break would be a blank page
    between theirs.
    """
    if section.tag != "div" or not (section.get("class") or "").startswith("WordSection"):
        return False
    lines = list(found.iter("br"))
    return len(lines) == 1 and not "".join(found.itertext()).strip()


def _style(element: Any, declaration: str) -> None:
    element.set("style", f"{declaration}; {element.get('style', '')}")
