"""Lowering (stage 7c): a document that holds one of each role, so that styles depend on CSS alone.

Input: the style sheet's text. Output: HTML in XML's syntax, which is read ten times as fast, with
an element for each rule that names a Word style, then one of each known role: a named rule says
best what its style looks like.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# The smallest picture: nothing has to be decoded for it.
DOT = (
    "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 "
    "width=%221%22 height=%221%22/%3E"
)
# Takes a page break after an element, which is no part of what comes next, and defines no style.
APART = """<p style='--word-style: "Normal"'>x</p>"""
ROLES = """
<p>x <em>x</em> <strong>x</strong> <code>x</code> <a href="https://example.org/">x</a>
<sub>x</sub> <sup>x</sup> <mark>x</mark></p>
<h1>x</h1>
<p>x</p><h2><span class="number">1.</span> x</h2>
<p>x</p><h3><span class="number">1.</span> x</h3>
<p>x</p><h4><span class="number">1.</span> x</h4>
<p>x</p><h5><span class="number">1.</span> x</h5>
<p>x</p><h6><span class="number">1.</span> x</h6>
<ul><li>x</li><li><p>x</p><p>x</p></li></ul><p>x</p>
<ol><li>x</li></ol>
<blockquote><p>x</p></blockquote>
<dl><dt>x</dt><dd>x</dd></dl>
<pre>x</pre>
"""
FIGURE = f'<figure><img alt="" src="{DOT}"/><figcaption>x</figcaption></figure>\n'
TABLE = """<table{attributes}><caption>x</caption><thead><tr><th scope="col">x</th>
<th scope="col">x</th><th scope="col">x</th></tr></thead>
<tbody><tr><td>x</td><td>x</td><td>x</td></tr><tr><td>x</td><td>x</td><td>x</td></tr>
<tr><td>x</td><td>x</td><td>x</td></tr>
<tr><th scope="row">x</th><td>x</td><td>x</td></tr></tbody></table>
"""
FOOTER = "<tfoot><tr><td>x</td><td>x</td><td>x</td></tr></tfoot>"
# Roles that only style sheets which name them are asked for.
RARE = "<p>x <kbd>x</kbd> <ins>x</ins> <del>x</del></p>"
# A pattern that begins with letters is found fifteen times as fast as one that begins with \b.
_RARE = [re.compile(rf"{tag}\b(?<!\w{tag})") for tag in ("kbd", "ins", "del")]
_CAPTION = re.compile(r"caption\b(?<!\wcaption)(?!-side)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Names that XML takes, and what it does not; a selector may hold more.
_NAME = re.compile(r"[^\W\d][\w.-]*")
_FORBIDDEN = re.compile("[\x00-\x1f\ufffe\uffff]")
_BEFORE_PRELUDE = re.compile("[{;]")
_ENDS_PAGE = re.compile(r"break-after\s*:(?!\s*(?:auto|avoid))|[{;\s]page\s*:")
# A rule that names no element is tried on the element that such a name is usually for.
_USUAL_TAGS = {' class="title"': "h1"}


def probe_markup(css: str, language: str, direction: str, others: str = "") -> str:
    """Markup to be styled by ``css``, as XML; the language and direction are the document's.

    ``others`` holds lists of contents and notes.
    """
    parts = [rule_element(selector) for selector in _naming_selectors(css)]
    if _ENDS_PAGE.search(css):
        parts = [part for one in parts for part in (one, APART)]
    plain_table = TABLE.format(attributes="")
    figures = [FIGURE] if plain_table in parts else [FIGURE, plain_table]
    if any(rare.search(css) for rare in _RARE):
        parts.append(RARE)
    # The first caption says what all look like: that of a table where rules are for those alone.
    of_tables = "figcaption" not in css and _CAPTION.search(css)
    parts += [ROLES, *(reversed(figures) if of_tables else figures)]
    attributes = f'lang="{escape(language)}" dir="{escape(direction)}"'
    markup = f"<html {attributes}><body><main>{''.join(parts)}{others}</main></body></html>"
    return markup.replace("</tbody>", f"</tbody>{FOOTER}") if "tfoot" in css else markup


def _naming_selectors(css: str) -> list[Any]:
    return [one for rule in rules_with("--word-style", css) for one in selectors(rule[0])]


def rules_with(word: str, css: str) -> Iterator[tuple[str, str]]:
    """The preludes of the rules that have a word in their block, and the blocks."""
    for rule in _COMMENT.sub("", css).split("}") if word in css else ():
        start, _, block = rule.rpartition("{")
        if word in block:
            yield _BEFORE_PRELUDE.split(start)[-1], block


def selectors(prelude: str) -> list[Any]:
    """The parsed selectors of a rule; none where the cascade has reported a mistake."""
    from cssselect2.parser import SelectorError, parse

    try:
        return [selector.parsed_tree for selector in parse(prelude)]
    except SelectorError:
        return []


def rule_element(selector: Any, inner: str = "x", tag: str = "p") -> str:
    """An element that matches a selector, inside those that its ancestors' selectors need.

    It is a ``tag`` where the selector wants any.
    """
    from cssselect2 import parser

    if isinstance(selector, parser.CombinedSelector):
        right = rule_element(selector.right, inner, tag)
        if selector.combinator in (" ", ">"):
            return rule_element(selector.left, right)
        return rule_element(selector.left) + right
    wanted, attributes = compound(selector)
    name = wanted or _USUAL_TAGS.get(attributes, tag)
    if name == "table" and inner == "x":
        return TABLE.format(attributes=attributes)
    return f"<{name}{attributes}>{inner}</{name}>"


def compound(selector: Any) -> tuple[str, str]:
    """The tag that a compound selector wants, "" for any, and its attributes as XML."""
    from cssselect2 import parser

    tag, classes = "", []
    attributes: dict[str, str] = {}
    for part in selector.simple_selectors:
        if isinstance(part, parser.LocalNameSelector):
            tag = part.lower_local_name
        elif isinstance(part, parser.ClassSelector):
            classes.append(part.class_name)
        elif isinstance(part, parser.IDSelector):
            attributes["id"] = part.ident
        elif isinstance(part, parser.AttributeSelector) and part.lower_name == "class":
            classes.append(part.value or "")
        elif isinstance(part, parser.AttributeSelector):
            attributes[part.lower_name] = part.value or ""
    if classes:
        attributes["class"] = " ".join(classes)
    shown = "".join(
        f' {name}="{escape(_FORBIDDEN.sub("", text))}"'
        for name, text in attributes.items()
        if _NAME.fullmatch(name)
    )
    return tag if _NAME.fullmatch(tag) else "", shown
