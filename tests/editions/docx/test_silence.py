"""Nothing that CSS says is lost in silence: it changes the Word file, or it is reported.

Each declaration changes the pages of a small document. So the Word file must change as well, or a
warning must name it.
"""

from __future__ import annotations

import pytest

from tests.editions.docx.silence import PICTURE, WORDS, lost

pytestmark = pytest.mark.silence

LIST = f"<ul{{}}><li{{}}>{WORDS}<li>two</ul><p>b</p>"
TABLE = (
    "<p>a</p><table{0}><caption{1}>Title</caption><col{2}><col><thead{3}><tr><th>one<th>two"
    "</thead><tbody><tr{4}><td{5}>a b<td>c<tr><td>d<td>e</tbody></table><p>b</p>"
)
IN_LINE = "<p>aa bb <{0} class=x>cc dd</{0}> ee</p>"
BLOCK = f"<p>a</p><{{0}} class=x>{WORDS}</{{0}}><p>b</p>"
PAIR = "<p>a</p><div class=y><div class=x>one one</div><div>two</div></div><p>b</p>"


def _table(place: int) -> str:
    return TABLE.format(*(" class=x" if index == place else "" for index in range(6)))


# What a class of boxes has: the document, its own CSS, and sets of declarations.
KINDS: dict[str, tuple[str, str, str]] = {
    "paragraph": (BLOCK.format("p"), "", "fonts blocks texts"),
    "heading": (BLOCK.format("h2"), "", "texts"),
    "quotation": (BLOCK.format("blockquote"), "", "blocks"),
    "container": (f"<p>a</p><div class=x><p>{WORDS}</p><p>c</p></div>b", "", "blocks texts"),
    "list": (LIST.format(" class=x", ""), "", "texts lists"),
    "item": (LIST.format("", " class=x"), "", "fonts blocks texts lists"),
    "words": (IN_LINE.format("span"), "", "fonts lines"),
    "code": (IN_LINE.format("code"), "", "lines"),
    "link": (IN_LINE.format("a href='http://a.example/'"), "", "lines"),
    "inline block": (IN_LINE.format("span"), ".x { display: inline-block }", "lines boxes cut"),
    "blocks in a line": (
        "<div>aa <span class=x><p>one</p><p>two</p></span> bb</div>",
        ".x { display: inline-block }",
        "placed",
    ),
    "blank": (
        "<p>aa <b class=x></b> ee</p>",
        ".x { display: inline-block; width: 80pt; border-bottom: 1pt solid }",
        "boxes",
    ),
    "input": ("<p>aa <input class=x value=cc> ee</p>", "", "boxes"),
    "button": ("<p>aa <button class=x>cc</button> ee</p>", "", "boxes cut low"),
    "before": (f"<p class=x>{WORDS}</p>", ".x::before { content: 'n' }", "lines"),
    "picture": (f"<p>a <img class=x alt=z src='{PICTURE}'> b</p>", "", "lines pictures"),
    "block picture": (
        f"<p>a</p><img class=x alt=z src='{PICTURE}'><p>b</p>",
        "img { display: block }",
        "pictures",
    ),
    "floating picture": (
        f"<p><img class=x alt=z src='{PICTURE}'>{WORDS}</p>",
        "@page wide { size: 400pt 300pt } img { float: left }",
        "aside",
    ),
    "kept spaces": (BLOCK.format("p"), "p { text-align: justify }", "spaces"),
    "rule": ("<p>a</p><hr class=x><p>b</p>", "", "rules"),
    "table": (_table(0), "td { border: 1pt solid }", "tables"),
    "caption": (_table(1), "td { border: 1pt solid }", "captions"),
    "column": (_table(2), "td { border: 1pt solid }", "columns"),
    "rows": (_table(3), "th { border: 1pt solid }", "cells rows head"),
    "last rows": (
        "<table><tr><td>a<tfoot class=x><tr><td>b</table>c",
        "td { border: 1pt solid }",
        "rows foot",
    ),
    "row": (
        _table(4),
        "@page wide { size: 400pt 300pt } td { border: 1pt solid }",
        "cells rows named",
    ),
    "cell": (_table(5), "td { border: 1pt solid }", "fonts cells padded low"),
    "flex": (PAIR.replace("x", "z").replace("=y", "=x"), ".x { display: flex }", "arranged"),
    "flex item": (PAIR, ".y { display: flex }", "arranged"),
    "grid": (
        PAIR.replace("x", "z").replace("=y", "=x"),
        ".x { display: grid; grid-template-columns: 1fr 1fr }",
        "arranged",
    ),
    "float": (f"<p class=x>a</p><p>{WORDS}</p>", ".x { float: left; width: 60pt }", "arranged"),
}
SETS = {
    "fonts": """color: red; font-weight: bold; font-size: 15pt; letter-spacing: 2pt;
        word-spacing: 3pt; text-transform: uppercase; font-variant: small-caps;
        text-decoration: underline; text-decoration: overline; background: yellow""",
    "texts": """text-align: center; text-align-last: right; text-indent: 20pt; text-indent: -9pt;
        line-height: 3; widows: 3; direction: rtl; column-count: 2""",
    "blocks": """margin: 30pt; margin-top: 40pt; margin-bottom: 40pt; margin-left: 9pt;
        margin-top: -6pt; padding: 9pt; padding-left: 9pt; padding-top: 30pt;
        padding-bottom: 30pt; padding-inline: 9pt; width: 90pt; max-width: 50%; height: 99pt;
        min-height: 99pt; max-height: 9pt; block-size: 99pt; border: 1pt solid;
        border-left: 2pt solid; box-shadow: 1pt 1pt; outline: 1pt solid;
        opacity: 0.5; transform: rotate(9deg); position: relative; top: 3pt;
        break-before: page; float: right""",
    "lines": """margin: 0 9pt; margin-left: 9pt; margin-right: 9pt; margin-left: -9pt;
        padding: 0 9pt; padding-left: 10%; border: 1pt solid; border-left: 1pt solid;
        vertical-align: middle; vertical-align: super; vertical-align: 3pt;
        position: relative; top: 3pt; position: relative; left: 3pt; line-height: 4;
        opacity: 0.5; outline: 1pt solid""",
    "boxes": """margin: 9pt; margin-top: 20pt; padding: 9pt; padding-top: 9pt; width: 150pt;
        width: 60%; min-width: 150pt; height: 60pt; min-height: 60pt; border: 1pt solid;
        background: yellow; vertical-align: 3pt; position: relative; left: 3pt""",
    "lists": """list-style-type: square; list-style-position: inside; list-style-type: '- '""",
    "pictures": """margin: 30pt; margin-top: 40pt; margin-left: 9pt; padding: 9pt; width: 60pt;
        border: 1pt solid; border-left: 1pt solid; border-radius: 5pt; opacity: 0.5;
        border: 5pt solid transparent; transform: rotate(9deg)""",
    "cut": """text-indent: -9pt; overflow: hidden & height: 9pt;
        max-height: 9pt & overflow: hidden""",
    "low": """max-height: 5pt; line-height: 0.8""",
    "placed": """width: 90pt; min-width: 90pt; text-align: right; vertical-align: top;
        margin-top: -6pt; line-height: 0.8; overflow: hidden & height: 12pt""",
    "aside": """margin-top: -6pt; margin-right: -6pt; break-before: page; break-after: page;
        page: wide; border: 5pt solid transparent""",
    "spaces": """white-space: pre-wrap""",
    "rows": """overflow: hidden & height: 12pt""",
    "head": """break-before: page; break-before: right""",
    "foot": """break-after: page; break-after: left""",
    "named": """page: wide""",
    "rules": """border: 3pt solid red; border-bottom: 3pt solid; margin: 30pt; margin-top: -6pt;
        width: 50%; height: 30pt; min-height: 30pt; padding-top: 30pt; color: red""",
    "tables": """width: 90%; margin-top: 40pt; margin-left: 40pt; margin-left: auto;
        background: yellow; border: 3pt solid red; border-collapse: collapse;
        border-spacing: 9pt; height: 300pt; min-height: 300pt; padding: 9pt; font-size: 15pt;
        text-align: right; text-align-last: right; position: relative; top: 3pt;
        position: relative; left: 3pt; opacity: 0.5; transform: rotate(9deg);
        caption-side: bottom; break-before: page""",
    "captions": """color: red; padding-top: 30pt; padding-left: 9pt; margin-top: 40pt; height: 60pt;
        max-height: 9pt; text-align: right; text-align-last: right; background: yellow;
        position: relative; top: 3pt; position: relative; left: 3pt""",
    "columns": """width: 90pt; background: yellow; background: linear-gradient(red, blue)""",
    "cells": """height: 60pt; text-align: right; text-align-last: right; vertical-align: bottom;
        opacity: 0.5; position: relative; top: 3pt; position: relative; left: 3pt;
        box-shadow: 1pt 1pt""",
    "padded": """padding: 9pt; min-height: 60pt; border: 3pt solid red; width: 90pt""",
    "arranged": """margin: 30pt; margin-top: 40pt; margin-bottom: 40pt; padding: 9pt;
        padding-top: 30pt; height: 99pt; width: 90pt; border: 1pt solid; background: yellow;
        max-height: 5pt; block-size: 99pt; opacity: 0.5; font-size: 15pt""",
}
# What does not change the pages of these.
WITHOUT_EFFECT = {
    "item": ("float: right",),  # only takes the marker of the next one
    "heading": ("widows: 3",),
    "picture": ("line-height: 4",),
    "rows": ("height: 60pt",),
    "flex": ("width: 90pt",),
    "flex item": ("max-height: 5pt",),
    "grid": ("max-height: 5pt",),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_page_says_of_its_boxes_is_shown_or_reported(kind: str) -> None:
    body, own, names = KINDS[kind]
    target = ".x::before" if kind == "before" else ".x"
    rule = target + " {{ {} }}"
    assert lost(body, own, rule, names, SETS, WITHOUT_EFFECT.get(kind, ())) == []
