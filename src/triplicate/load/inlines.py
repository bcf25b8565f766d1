"""Markdown's inline tokens to our inlines, with the place of each (stage 1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triplicate.diagnostics import Diagnostics, Span, quoted
from triplicate.load.prose import (
    Code,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Reference,
    Strong,
    Text,
    Value,
)
from triplicate.load.source import Excerpt

if TYPE_CHECKING:
    from markdown_it.token import Token

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*\Z")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
SCHEMES = ("http", "https", "mailto")
_MOST_NESTED = 16
# What other programs' Markdown makes notes, struck text and links of, and ours leaves as text.
_LEFT_AS_TEXT = (
    (re.compile(r"\[\^[^\[\]\s]+\]"), "a footnote", "put the note into the text, in parentheses"),
    (re.compile(r"~~(?=\S)[^~]+~~"), "struck text", "delete it, or only the ~~"),
)
_BROKEN_LINK = re.compile(r"\[[^\[\]]+\](?:\([^()\s][^()]*\)|\[[^\[\]]*\])")


def read_inlines(
    tokens: list[Token],
    content: str,
    excerpt: Excerpt,
    line_offsets: list[int],
    diagnostics: Diagnostics,
) -> Inlines:
    """Return the inlines of ``tokens``, which were made from ``content``.

    ``line_offsets`` says where each line of ``content`` starts in ``excerpt``.
    """
    reader = _Inlines(tokens, content, excerpt, line_offsets, diagnostics)
    return reader.until("")


class _Inlines:
    def __init__(
        self,
        tokens: list[Token],
        content: str,
        excerpt: Excerpt,
        line_offsets: list[int],
        diagnostics: Diagnostics,
    ) -> None:
        self._tokens = tokens
        self._content = content
        self._excerpt = excerpt
        self._line_offsets = line_offsets
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", content))]
        self._diagnostics = diagnostics
        self._next = 0
        self._depth = 0

    def until(self, close: str) -> Inlines:
        """Read up to the token of type ``close`` or the end, and return what was read."""
        inlines: list[Inline] = []
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            if token.type == close:
                self._next += 1
                break
            inline = self._text() if _is_text(token) else self._inline(token)
            if inline is not None:
                inlines.append(inline)
        return tuple(inlines)

    def _text(self) -> Text | None:
        """Merge the texts that follow each other: words, escapes, entities, soft line breaks."""
        first = self._next
        while self._next < len(self._tokens) and _is_text(self._tokens[self._next]):
            self._check_text(self._tokens[self._next])
            self._next += 1
        # Delimiters that became emphasis leave empty texts behind.
        while first < self._next - 1 and self._is_spent(first):
            first += 1
        merged = self._tokens[first : self._next]
        # A soft line break is a blank: where a line of the file ends is no part of the text.
        text = "".join(" " if token.type == "softbreak" else token.content for token in merged)
        return Text(text, self._span(first, self._next)) if text else None

    def _is_spent(self, index: int) -> bool:
        token = self._tokens[index]
        return token.type != "softbreak" and not token.content

    def _inline(self, token: Token) -> Inline | None:
        first = self._next
        self._next += 1
        match token.type:
            case "em_open":
                return Emphasis(self._children(first, "em_close"))
            case "strong_open":
                return Strong(self._children(first, "strong_close"))
            case "link_open":
                children = self._children(first, "link_close")
                return self._link(token, children, self._span(first, self._next))
            case "code_inline":
                return Code(token.content, self._span(first, self._next))
            case "hardbreak":
                return LineBreak()
            case "value":
                return self._value(token, self._span(first, self._next))
        what, hint = _REFUSED.get(token.type, (token.type, ""))
        self._error("markdown-vocabulary", f"expected text, found {what}", first, hint)
        return None

    def _children(self, first: int, close: str) -> Inlines:
        if self._depth == _MOST_NESTED:
            self._error(
                "markdown-vocabulary",
                "expected text, found too many * in it",
                first,
                "\\* is a star",
            )
            self._next = len(self._tokens)
            return ()
        self._depth += 1
        children = self.until(close)
        self._depth -= 1
        return children

    def _check_text(self, token: Token) -> None:
        """Report what looks like Markdown in a text, for it would be printed as typed."""
        text, at = token.content, token.meta.get("at", 0)
        for pattern, what, hint in _LEFT_AS_TEXT:
            for found in pattern.finditer(text):
                span = self._stretch(at + found.start(), at + found.end())
                message = f"expected text, found {what}: {quoted(found[0], 30)}"
                self._diagnostics.error("markdown-vocabulary", message, span, hint)
        for found in _BROKEN_LINK.finditer(text):
            span = self._stretch(at + found.start(), at + found.end())
            message = f"expected [words](address), found {quoted(found[0], 40)}"
            hint = "write the address in parentheses, without blanks; it is printed as typed"
            self._diagnostics.warning("link-form", message, span, hint)

    def _link(self, token: Token, children: Inlines, span: Span) -> Inline:
        href = str(token.attrGet("href") or "")
        if token.attrGet("title"):
            self._diagnostics.error(
                "link-form",
                f"expected a link without a title, found {quoted(str(token.attrGet('title')))}",
                span,
                "delete the words in quotes after the address",
            )
        if href.startswith("#"):
            return Reference(href[1:], children, span)
        scheme = _SCHEME.match(href)
        if scheme is None or scheme[1].lower() not in SCHEMES:
            found = f"the scheme {scheme[1]}:" if scheme else quoted(href)
            self._diagnostics.error(
                "link-form",
                f"expected an address with http:, https: or mailto:, or #id, found {found}",
                span,
                _whole_address(href),
            )
        elif not children:
            self._diagnostics.error(
                "link-form", "expected words between the brackets of a link, found none", span
            )
        return Link(href, children, span)

    def _value(self, token: Token, span: Span) -> Inline | None:
        source = token.content
        if token.info == "open":
            hint = "close it with }}; to print two braces, write \\{\\{"
            message = f"expected }}}} after {{{{, found {quoted(source.strip())}"
            self._diagnostics.error("value-form", message, span, hint)
            return None
        path, *filters = (part.strip() for part in source.split("|"))
        wrong = next((part for part in (path, *filters) if not _NAME.match(part)), None)
        if wrong is not None:
            self._diagnostics.error(
                "value-form",
                f"expected a name, found {quoted(wrong) if wrong else 'nothing'}",
                span,
                "write {{ path }} or {{ path | filter }}, for example {{ participants | count }}",
            )
            return None
        return Value(path, tuple(filters), span)

    def _error(self, rule: str, message: str, first: int, hint: str) -> None:
        self._diagnostics.error(rule, message, self._span(first, self._next), hint)

    def _span(self, first: int, after: int) -> Span:
        start = self._at(first)
        end = self._at(after) if after < len(self._tokens) else len(self._content)
        while end > start + 1 and self._content[end - 1].isspace():
            end -= 1
        return self._stretch(start, end)

    def _stretch(self, start: int, end: int) -> Span:
        return self._excerpt.span(self._offset(start), self._offset(max(start, end - 1)) + 1)

    def _at(self, index: int) -> int:
        at: int = self._tokens[index].meta.get("at", 0)
        return at

    def _offset(self, at: int) -> int:
        from bisect import bisect_right

        line = bisect_right(self._line_starts, at) - 1
        return self._line_offsets[line] + at - self._line_starts[line]


def _whole_address(href: str) -> str:
    """Return a hint for an address without a scheme."""
    if re.fullmatch(r"[^\s@/:]+@[^\s@/:]+\.\w+", href):
        return f"write mailto:{href}"
    if href.lower().startswith("www."):
        return f"write https://{href}"
    return "write the whole address, for example https://example.org/page"


_REFUSED = {
    "html_inline": ("HTML", "write Markdown, such as *word*; to show a < as such, write \\<"),
    "image": ("an image", "delete it; figures are not part of prose"),
}


def _is_text(token: Token) -> bool:
    return token.type in ("text", "text_special", "softbreak")
