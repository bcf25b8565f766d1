"""Rules about text: the document, headers, footers and notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.editions.docx.words import W

STORIES = re.compile(r"word/(document|header\d+|footer\d+|footnotes|endnotes)\.xml")
BLOCKS = tuple(f"{W}{name}" for name in ("p", "tbl", "sdt"))
# Attributes that Word reads as whole numbers: twips, half-points, eighths of a point, counts.
WHOLE = {"w", "h", "before", "after", "line", "left", "right", "start", "end", "hanging", "pos"}
WHOLE |= {"firstLine", "sz", "space", "x", "y", "top", "bottom", "header", "footer", "gutter"}


def stories(package: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The parts that hold text."""
    return ((name, root) for name, root in package.items() if STORIES.fullmatch(name))


def cells_and_stories_end_in_a_paragraph(package: dict[str, Any]) -> Iterator[str]:
    """A cell, a header or a note without a paragraph at its end is damage to Word."""
    holders = tuple(f"{W}{name}" for name in ("tc", "hdr", "ftr", "footnote", "endnote"))
    for name, root in stories(package):
        for holder in root.iter(*holders):
            blocks = [child for child in holder if child.tag in BLOCKS]
            if not blocks or blocks[-1].tag != f"{W}p":
                yield f"{name}: <{holder.tag[len(W) :]}> ends without a paragraph"


def rows_fill_their_grid(package: dict[str, Any]) -> Iterator[str]:
    """Rows have cells, as many as there are columns, and continue only what was begun."""
    for name, root in stories(package):
        for table in root.iter(f"{W}tbl"):
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            open_before: dict[int, int] = {}
            for row in table.findall(f"{W}tr"):
                at, merged = _skipped(row, "gridBefore"), {}
                for cell in row.findall(f"{W}tc"):
                    span, merge = _whole(cell, "gridSpan", 1), cell.find(f"{W}tcPr/{W}vMerge")
                    if merge is not None:
                        goes_on = merge.get(f"{W}val", "continue") == "continue"
                        if goes_on and open_before.get(at) != span:
                            yield f"{name}: a cell continues none above it"
                        merged[at] = span
                    at += span
                if at == 0 or at + _skipped(row, "gridAfter") != columns:
                    yield f"{name}: a row of {at} columns in a grid of {columns}"
                open_before = merged


def _whole(cell: Any, tag: str, missing: int) -> int:
    found = cell.find(f"{W}tcPr/{W}{tag}")
    return missing if found is None else int(found.get(f"{W}val"))


def _skipped(row: Any, tag: str) -> int:
    found = row.find(f"{W}trPr/{W}{tag}")
    return 0 if found is None else int(found.get(f"{W}val"))


def fields_begin_and_end(package: dict[str, Any]) -> Iterator[str]:
    """Word leaves fields whose marks do not pair as text, or takes the rest into them."""
    for name, root in stories(package):
        stack: list[str] = []
        for mark in root.iter(f"{W}fldChar"):
            kind = mark.get(f"{W}fldCharType")
            before = stack.pop() if kind != "begin" and stack else ""
            if kind == "separate" and before != "begin":
                yield f"{name}: a field separates before it begins"
            if kind == "end" and not before:
                yield f"{name}: a field ends that has not begun"
            if kind != "end":
                stack.append(str(kind))
        if stack:
            yield f"{name}: {len(stack)} fields do not end"


def instructions_are_inside_fields(package: dict[str, Any]) -> Iterator[str]:
    """An instruction stands between "begin" and "separate", text shown after these."""
    for name, root in stories(package):
        stack: list[str] = []
        for element in root.iter(f"{W}fldChar", f"{W}instrText"):
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                stack.append("begin")
            elif kind == "separate" and stack:
                stack[-1] = "separate"
            elif kind == "end" and stack:
                stack.pop()
            elif kind is None and (not stack or stack[-1] != "begin"):
                yield f"{name}: {element.text!r} is no field's instruction"


def links_hold_whole_fields(package: dict[str, Any]) -> Iterator[str]:
    """A hyperlink that begins or ends inside a field is damage to Word; so is one in another."""
    for name, root in stories(package):
        for link in root.iter(f"{W}hyperlink"):
            marks = Counter(m.get(f"{W}fldCharType") for m in link.iter(f"{W}fldChar"))
            if marks["begin"] != marks["end"]:
                yield f"{name}: a link holds part of a field"
            if any(outer.tag == f"{W}hyperlink" for outer in link.iterancestors()):
                yield f"{name}: a link in a link"


def bookmarks_pair(package: dict[str, Any]) -> Iterator[str]:
    """Ids and names are unique without regard to case, names of at most 40 letters."""
    names: Counter[str] = Counter()
    for name, root in stories(package):
        begun = Counter(one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart"))
        ended = Counter(one.get(f"{W}id") for one in root.iter(f"{W}bookmarkEnd"))
        if begun != ended or any(times > 1 for times in begun.values()):
            yield f"{name}: bookmarks begin and end with other ids"
        for one in root.iter(f"{W}bookmarkStart"):
            names[one.get(f"{W}name").lower()] += 1
            if not re.fullmatch(r"[^\W\d]\w{0,39}", one.get(f"{W}name")):
                yield f"{name}: {one.get(f'{W}name')!r} is no bookmark's name"
    yield from (f"{name} twice" for name, times in names.items() if times > 1)


def links_and_fields_find_their_bookmarks(package: dict[str, Any]) -> Iterator[str]:
    """A reference to no bookmark is "Error! Reference source not found." once it is updated.

    Word itself has `_top` at the beginning of a document.
    """
    known = {"_top"} | {
        one.get(f"{W}name").lower()
        for _, root in stories(package)
        for one in root.iter(f"{W}bookmarkStart")
    }
    for name, root in stories(package):
        for link in root.iter(f"{W}hyperlink"):
            anchor = link.get(f"{W}anchor")
            if anchor is not None and anchor.lower() not in known:
                yield f"{name}: a link to {anchor}"
        for code in root.iter(f"{W}instrText"):
            found = re.match(r"\s*(?:PAGE|NOTE)?REF (\S+)", code.text or "")
            if found and found[1].lower() not in known:
                yield f"{name}: {code.text.strip()}"


def drawings_have_ids_of_their_own(package: dict[str, Any]) -> Iterator[str]:
    """Equal wp:docPr ids make Word repair some files; they are positive 32-bit numbers."""
    ids = Counter(one.get("id") for _, root in stories(package) for one in root.iter("{*}docPr"))
    yield from (f"docPr {one} twice" for one, times in ids.items() if times > 1)
    yield from (f"docPr {one}" for one in ids if not 0 < int(one) < 2**31)


def anchors_stand_in_no_anchor(package: dict[str, Any]) -> Iterator[str]:
    """Nothing that floats stands in what floats: Word drops it."""
    for name, root in stories(package):
        for anchor in root.iter("{*}anchor"):
            if any(
                outer.tag.endswith(("}anchor", "}txbxContent")) for outer in anchor.iterancestors()
            ):
                yield f"{name}: an anchor in an anchor"


def frames_stand_in_no_table(package: dict[str, Any]) -> Iterator[str]:
    """Word takes a frame in a cell out of its table."""
    for name, root in stories(package):
        for frame in root.iter(f"{W}framePr"):
            if any(outer.tag == f"{W}tc" for outer in frame.iterancestors()):
                yield f"{name}: a frame in a cell"


def numbers_are_whole(package: dict[str, Any]) -> Iterator[str]:
    """Lengths are whole numbers; those of cells and columns are not negative."""
    for name, root in package.items():
        if not name.endswith(".xml") or not name.startswith("word/"):
            continue
        for element in root.iter():
            tag = str(element.tag)
            if not tag.startswith(W):
                continue
            for key, value in element.attrib.items():
                short = key.removeprefix(W)
                if short in WHOLE and not re.fullmatch(r"-?\d+", value):
                    yield f"{name}: {short}={value!r} on {tag.removeprefix(W)}"
                if short == "w" and value.startswith("-") and not tag.endswith("tblInd"):
                    yield f"{name}: {short}={value!r} on {tag.removeprefix(W)}"


def notes_are_called_once(package: dict[str, Any]) -> Iterator[str]:
    """Each note has one call, in the document's text; 0 and below are separators."""
    for kind in ("footnote", "endnote"):
        part = package.get(f"word/{kind}s.xml")
        notes = [] if part is None else list(part)
        ids = [int(note.get(f"{W}id")) for note in notes]
        calls = Counter(
            int(one.get(f"{W}id"))
            for one in package["word/document.xml"].iter(f"{W}{kind}Reference")
        )
        written = [n for n, note in zip(ids, notes, strict=True) if note.get(f"{W}type") is None]
        if len(set(ids)) != len(ids) or sorted(calls) != sorted(written):
            yield f"{kind}s {sorted(written)} are called {sorted(calls)}"
        yield from (f"{kind} {one} is called {n} times" for one, n in calls.items() if n > 1)
        for name, root in stories(package):
            if name != "word/document.xml" and root.find(f".//{W}{kind}Reference") is not None:
                yield f"{name}: calls a {kind}"


def sections_name_their_headers(package: dict[str, Any]) -> Iterator[str]:
    """The body ends in its last section; one without a header repeats the one before."""
    body = package["word/document.xml"].find(f"{W}body")
    if body[-1].tag != f"{W}sectPr":
        yield "the body does not end in a section"
    shown = [
        {(r.tag, r.get(f"{W}type")) for r in one if r.tag.endswith("Reference")}
        for one in body.iter(f"{W}sectPr")
    ]
    before: set[Any] = set()
    for found in shown:
        if missing := before - found:
            yield f"a section repeats {sorted(kind for _, kind in missing)}"
        before = {one for one in found if one[1] != "first"}


RULES = (
    cells_and_stories_end_in_a_paragraph,
    rows_fill_their_grid,
    fields_begin_and_end,
    instructions_are_inside_fields,
    links_hold_whole_fields,
    bookmarks_pair,
    links_and_fields_find_their_bookmarks,
    drawings_have_ids_of_their_own,
    anchors_stand_in_no_anchor,
    frames_stand_in_no_table,
    numbers_are_whole,
    notes_are_called_once,
    sections_name_their_headers,
)
