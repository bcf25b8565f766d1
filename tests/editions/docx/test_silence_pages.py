"""Nothing that CSS says of pages and notes is lost in silence: it shows in Word, or is reported.

As `test_silence`, with pages, their margin boxes, running elements, watermarks and notes. Each
declaration changes the pages of its document.
"""

from __future__ import annotations

import pytest

from tests.editions.docx.silence import WORDS, lost

pytestmark = pytest.mark.silence

BODY = f"<p>{WORDS}</p>"
NOTES = f"<p>a<span class=x>{WORDS}</span> b<span class=y>other</span></p>"
FLOATS = ".x, .y { float: footnote }"
RUNS = f"<div class=x><p class=z>Run run</div>{BODY}"
RUNNING = "p { margin: 0 } .x { position: running(r) } "
THREE = "@page { @top-left { content: 'one' } @top-center { content: 'two words' } "
THREE += "@top-right { content: 'three' } }"
FIXED = f"<div class=x><span class=z>Draft</span> it</div>{BODY}"
MARK = ".x { position: fixed; top: 100pt; left: 40pt; font-size: 30pt; color: #ccc }"

# What a class of boxes has: the document, its own CSS, a rule for the boxes, sets of declarations.
KINDS: dict[str, tuple[str, str, str, str]] = {
    "page": (BODY * 9, "", "@page {{ {} }}", "pages"),
    "first page": (BODY * 9, "", "@page :first {{ {} }}", "first"),
    "left of three": (BODY, THREE, "@page {{ @top-left {{ {} }} }}", "texts looks left"),
    "center of three": (BODY, THREE, "@page {{ @top-center {{ {} }} }}", "texts looks center"),
    "right of three": (BODY, THREE, "@page {{ @top-right {{ {} }} }}", "texts looks right"),
    "only box": (
        BODY,
        "@page { @bottom-center { content: 'two words' } }",
        "@page {{ @bottom-center {{ {} }} }}",
        "texts looks center",
    ),
    "box at a side": (
        BODY,
        "@page { @left-middle { content: 'two' } }",
        "@page {{ @left-middle {{ {} }} }}",
        "texts looks side",
    ),
    "turned box": (
        BODY,
        "@page { @left-middle { content: 'two'; transform: rotate(-90deg) } }",
        "@page {{ @left-middle {{ {} }} }}",
        "texts looks side",
    ),
    "fixed words": (FIXED, MARK, ".x {{ {} }}", "texts looks fixed"),
    "word in fixed ones": (FIXED, MARK, ".z {{ {} }}", "texts looks inner"),
    "running element": (
        RUNS,
        RUNNING + "@page { @top-center { content: element(r) } }",
        ".x {{ {} }}",
        "texts looks blocks",
    ),
    "beside others": (
        RUNS,
        RUNNING + "@page { @top-left { content: element(r) } @top-right { content: 'x' } }",
        ".x {{ {} }}",
        "texts looks lines",
    ),
    "paragraph beside others": (
        RUNS,
        RUNNING + "@page { @top-left { content: element(r) } @top-right { content: 'x' } }",
        ".z {{ {} }}",
        "texts looks lines",
    ),
    "running at a side": (
        RUNS,
        RUNNING + "@page { @left-middle { content: element(r) } }",
        ".x {{ {} }}",
        "texts looks lines aligned",
    ),
    "call": (NOTES, FLOATS, ".x::footnote-call {{ {} }}", "texts looks marks"),
    "mark": (NOTES, FLOATS, ".x::footnote-marker {{ {} }}", "texts looks marks"),
    "note": (NOTES, FLOATS, ".x {{ {} }}", "texts looks notes"),
    "area of notes": (NOTES, FLOATS, "@page {{ @footnote {{ {} }} }}", "area"),
}
# Declarations; those that belong together are parted by `&`.
SETS = {
    "texts": """color: red; font-weight: 600; font-style: italic;
        font-size: 15pt; letter-spacing: 2pt; text-transform: uppercase;
        font-variant: small-caps; text-decoration: underline; text-decoration: overline;
        text-decoration: line-through; font-stretch: condensed; visibility: hidden""",
    "looks": """background: yellow; background: linear-gradient(red, blue); border: 1pt solid;
        border-top: 2pt solid; border-left: 2pt solid; background: red & border-radius: 3pt;
        outline: 1pt solid; opacity: 0.5""",
    "pages": """size: A5; size: landscape; margin: 60pt; margin-left: 9pt; padding: 9pt;
        padding-left: 9pt; border: 1pt solid; border-top: 3pt solid red; border-left: 2pt dotted;
        outline: 1pt solid; background: yellow; background: linear-gradient(red, blue);
        opacity: 0.5; transform: rotate(9deg); marks: crop; bleed: 9pt; width: 100pt;
        height: 100pt; max-height: 100pt""",
    "first": """size: A5; margin-top: 90pt; margin-left: 90pt; padding-top: 30pt;
        padding-left: 30pt; border: 1pt solid; background: yellow; opacity: 0.5; height: 100pt""",
    "left": """margin-left: 9pt; padding-left: 9pt; margin-top: 9pt; padding-bottom: 9pt;
        width: 110pt; height: 20pt; vertical-align: top; vertical-align: super""",
    "center": """margin-left: 9pt; padding-right: 9pt; margin-left: -9pt; margin-top: 9pt;
        padding-bottom: 9pt; width: 20pt; max-width: 20pt; height: 20pt; vertical-align: top""",
    "right": """margin-right: 9pt; padding-right: 9pt; margin-bottom: 9pt; padding-top: 9pt;
        width: 60pt & text-align: left; vertical-align: bottom""",
    "side": """margin-left: 9pt; margin-top: 9pt; padding-left: 9pt; width: 30pt;
        text-align: left; text-align-last: right; text-indent: 9pt; vertical-align: top;
        vertical-align: super""",
    "fixed": """margin: 9pt; padding-top: 9pt; width: 60pt; max-width: 30pt; letter-spacing: 2pt;
        text-indent: 9pt; transform: scale(2); left: 90pt""",
    "inner": """margin-left: 9pt; padding-right: 9pt; vertical-align: super; display: block;
        position: relative & left: 3pt; box-shadow: 1pt 1pt""",
    "blocks": """margin: 9pt; margin-top: 9pt; padding-left: 9pt; width: 30pt; height: 30pt;
        min-height: 30pt; min-width: 90pt; text-indent: 9pt""",
    "lines": """margin-left: 9pt; padding-left: 9pt; margin-top: 9pt; text-indent: 9pt;
        width: 20pt; height: 30pt; min-height: 30pt""",
    "aligned": """text-align: right; text-align: center; margin-left: 9pt""",
    "marks": """margin-left: 9pt; margin: 0 9pt; padding-left: 9pt; padding: 0 9pt;
        box-shadow: 1pt 1pt; position: relative & left: 3pt; position: relative & top: 3pt;
        vertical-align: 3pt; line-height: 4""",
    "notes": """margin-left: 9pt; padding: 9pt; width: 90pt; height: 90pt; max-height: 9pt;
        text-align: right; text-indent: 9pt; line-height: 2; position: relative & top: 3pt;
        position: relative & left: 3pt; columns: 2; box-shadow: 1pt 1pt;
        text-transform: lowercase; text-transform: full-width""",
    "area": """margin-top: 30pt; margin-left: 9pt; margin-bottom: 9pt; padding: 9pt;
        padding-top: 9pt; padding-right: 9pt; padding-bottom: 9pt; border-top: 1pt solid;
        border-top: 3pt double red; border: 1pt solid; border-left: 1pt solid; width: 90pt;
        max-width: 90pt; height: 90pt; max-height: 20pt; background: yellow;
        background: linear-gradient(red, blue); opacity: 0.5; transform: rotate(9deg);
        outline: 1pt solid; box-shadow: 1pt 1pt; columns: 2""",
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_page_says_of_its_edges_and_notes_is_shown_or_reported(kind: str) -> None:
    body, own, rule, names = KINDS[kind]
    assert lost(body, own, rule, names, SETS) == []
