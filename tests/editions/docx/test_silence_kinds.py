"""Nothing that CSS says is lost in silence: parts of boxes, rarer elements, lists of contents.

As in `test_silence`, each declaration changes the pages of a small document.
"""

from __future__ import annotations

import pytest

from tests.editions.docx.silence import PICTURE, WORDS, lost

pytestmark = pytest.mark.silence

BETWEEN = "<p>a</p>{}<p>b</p>"
LETTER = ".x::first-letter"
CONTENTS = (
    "<nav><h2>Contents</h2><ol class=o><li class=x><a href=#c>Alpha</a><li><a href=#d>Beta</a>"
    "</ol></nav><h2 id=c>Alpha</h2><p>a</p><h2 id=d>Beta</h2><p>b</p>"
)
CONTENTS_CSS = (
    "nav a::after { content: leader('.') target-counter(attr(href url), page) } "
    "nav ol { list-style: none; padding: 0 } "
)
FIGURE = f"<figure{{}}><img alt=z src='{PICTURE}'><figcaption{{}}>{WORDS}</figcaption></figure>"
TABLE = (
    "<p>a</p><table class=x><caption class=c>Title</caption><tr><td>a<td>b<tr><td>c<td>d</table>"
    "<p>b</p>"
)
COLUMNS = f"<p>a</p><div class=x><p>{WORDS}</p><p>{WORDS}</p></div><p>b</p>"

# The document, its own CSS, the selector, and sets of declarations.
KINDS: dict[str, tuple[str, str, str, str]] = {
    "first letter": (f"<p class=x>{WORDS}", f"{LETTER} {{ margin: 0 }}", LETTER, "text room line"),
    "drop cap": (
        f"<p class=x>{WORDS} {WORDS}",
        f"{LETTER} {{ float: left; font-size: 30pt; line-height: 30pt }}",
        LETTER,
        "text room box cap",
    ),
    "letter of a heading": (f"<h2 class=x>{WORDS}", f"{LETTER} {{ margin: 0 }}", LETTER, "room"),
    "first line": (f"<p class=x>{WORDS}", "", ".x::first-line", "text"),
    "marker": (f"<ul><li class=x>{WORDS}</ul>", "", ".x::marker", "text sign"),
    "content after": (
        f"<p class=x>{WORDS}",
        ".x::after { content: 'n' }",
        ".x::after",
        "text room",
    ),
    "content before": (
        f"<p class=x>{WORDS}",
        "@page wide { size: 400pt 300pt } .x::before { content: 'n' }",
        ".x::before",
        "named",
    ),
    "block before": (
        f"<p class=x>{WORDS}",
        ".x::before { content: 'n'; display: block }",
        ".x::before",
        "text block",
    ),
    **{
        tag: (f"<p>aa <{tag} class=x>Bb Cc</{tag}> dd", "", ".x", "text room line")
        for tag in ("bdo", "ins", "mark", "q", "sup")
    },
    **{
        tag: (BETWEEN.format(f"<{tag} class=x>{WORDS}</{tag}>"), "", ".x", "text block")
        for tag in ("address", "details", "div dir=rtl", "pre")
    },
    **{
        tag: (
            BETWEEN.format(f"<dl{own[0]}><dt{own[1]}>a<dd{own[2]}>{WORDS}</dl>"),
            "",
            ".x",
            "text block",
        )
        for tag, own in (
            ("dl", (" class=x", "", "")),
            ("dt", ("", " class=x", "")),
            ("dd", ("", "", " class=x")),
        )
    },
    "fieldset": (
        BETWEEN.format(f"<fieldset class=x><legend>a</legend>{WORDS}</fieldset>"),
        "",
        ".x",
        "text block",
    ),
    "legend": (
        BETWEEN.format(f"<fieldset><legend class=x>a</legend>{WORDS}</fieldset>"),
        "",
        ".x",
        "text",
    ),
    "list in a list": (f"<ul><li>a<ul class=x><li>{WORDS}</ul></ul>", "", ".x", "text block"),
    "item in a list": (f"<ul><li>a<ul><li class=x>{WORDS}</ul></ul>", "", ".x", "text block"),
    "figure": (BETWEEN.format(FIGURE.format(" class=x", "")), "", ".x", "block"),
    "figure's caption": (BETWEEN.format(FIGURE.format("", " class=x")), "", ".x", "text block"),
    "reading": ("<p>a <ruby>漢<rt class=x>kan</rt></ruby> b", "", ".x", "look room"),
    "formula": ("<p>a <math class=x><mi>a</mi><mi>b</mi></math> b", "", ".x", "room"),
    "struck words": (
        "<p>aa <s class=x>bb cc</s> dd",
        "",
        ".x",
        "decorations",
    ),
    "lined words": ("<p>aa <u class=x>bb cc</u> dd", "", ".x", "decorations thickness"),
    "table's own box": (TABLE, "td { border: 2pt solid }", ".x", "own"),
    "caption": (TABLE, "", ".c", "text caption"),
    "text in columns": (COLUMNS, ".x { columns: 2; column-rule: 1pt solid }", ".x", "columns"),
    "list of contents": (CONTENTS, CONTENTS_CSS, "nav", "entries"),
    "entries": (CONTENTS, CONTENTS_CSS, ".x", "entries"),
    "links of entries": (CONTENTS, CONTENTS_CSS, ".x a", "led"),
    "page number": (CONTENTS, CONTENTS_CSS, ".x a::after", "entries room"),
}
SETS = {
    "look": """color: red; font-weight: bold; font-style: italic; letter-spacing: 2pt;
        text-transform: uppercase; font-variant: small-caps; text-decoration: underline;
        background: yellow""",
    "text": """color: red; font-weight: 900; font-style: italic; font-size: 15pt;
        letter-spacing: 2pt; text-transform: uppercase; font-variant: small-caps;
        text-decoration: overline; opacity: 0.5; font-feature-settings: 'smcp';
        background: linear-gradient(red, blue); visibility: hidden""",
    "room": """margin: 0 9pt; margin-left: 9pt; padding: 0 9pt; padding-left: 9pt;
        border: 5pt solid transparent""",
    "line": """border: 1pt solid; border-left: 1pt solid; border-bottom: 2pt dashed green;
        line-height: 4; vertical-align: 3pt; text-transform: lowercase; outline: 1pt solid""",
    "box": """background: yellow; border: 1pt solid; margin-top: 9pt; padding-bottom: 9pt;
        width: 90pt; height: 99pt; max-width: 5pt; outline: 1pt solid; box-shadow: 1pt 1pt""",
    "block": """margin-top: 40pt; margin-left: 9pt; margin-inline-start: 12pt; margin-block: 33pt;
        padding: 9pt; padding-block-start: 22pt; width: 90pt; width: 400pt; min-width: 300pt;
        inline-size: 80pt; height: 199pt; min-height: 199pt; block-size: 199pt; border: 1pt solid;
        border-inline-start: 2pt solid; border-block-end: 3pt solid;
        float: left; float: right; break-before: page; break-after: page; direction: rtl;
        position: relative; top: 3pt; position: relative; left: 3pt; column-count: 2;
        text-align: center; line-height: 3; text-indent: 20pt; transform: rotate(9deg)""",
    "cap": """line-height: 0.8; text-indent: 20pt; text-indent: -9pt; transform: rotate(9deg)""",
    "sign": """line-height: 3; line-height: 0.8; text-indent: -9pt""",
    "named": """page: wide""",
    "led": """direction: rtl; display: inline-block""",
    "decorations": """text-decoration-color: red; text-decoration-style: dotted;
        text-decoration-style: double; text-decoration-style: wavy""",
    "thickness": """text-decoration-thickness: 2pt; text-decoration-thickness: 5pt;
        text-underline-offset: 5pt""",
    "own": """padding-top: 30pt; padding-bottom: 30pt; padding-block-start: 22pt;
        border-top: 4pt double; border: 3pt dotted red; margin-bottom: 30pt""",
    "caption": """block-size: 99pt; break-after: page; border: 1pt solid; width: 60pt;
        padding: 9pt; margin-bottom: 20pt; break-before: page""",
    "columns": """column-gap: 40pt; column-rule: 3pt solid; column-rule: 1pt dashed;
        column-rule: 1pt solid red; height: 99pt; block-size: 99pt; columns: 3;
        column-fill: auto; height: 90pt; margin-top: 30pt""",
    "entries": """color: red; font-weight: bold; font-style: italic; letter-spacing: 2pt;
        text-decoration: underline; font-size: 15pt; opacity: 0.5; background: yellow""",
}
# As wide as their line, the margin that they take is that of the list, which Word keeps.
FLOATS = ("float: left", "float: right")
# What does not change the pages of these.
WITHOUT_EFFECT = {
    "address": ("font-style: italic",),
    "div dir=rtl": ("direction: rtl",),
    "dd": FLOATS,
    "list in a list": ("break-after: page",),
    "item in a list": ("break-after: page", *FLOATS),
    "entries": ("color: red", "text-decoration: underline"),  # links have their own
    "page number": ("text-decoration: underline",),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_page_says_of_other_boxes_is_shown_or_reported(kind: str) -> None:
    body, own, target, names = KINDS[kind]
    rule = target + " {{ {} }}"
    assert lost(body, own, rule, names, SETS, WITHOUT_EFFECT.get(kind, ())) == []
