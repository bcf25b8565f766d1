"""Markdown to our prose tree (stage 1): CommonMark's paragraphs, headings, lists and quotations.

What a report can't carry (HTML, images, code blocks, tables …) is reported where it stands;
nothing is dropped in silence, and nothing typed is altered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triplicate.diagnostics import Diagnostics, Span
from triplicate.load.inlines import read_inlines
from triplicate.load.markdown_slips import check_slips
from triplicate.load.prose import (
    Block,
    Blocks,
    BulletList,
    Heading,
    Inlines,
    OrderedList,
    Paragraph,
    Quote,
    Text,
)
from triplicate.load.source import Excerpt

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_BYTES = 5_000_000
_MAX_LEVEL = 24  # a list takes two levels, a quotation one

_REFUSED = {
    "html_block": ("HTML", "write plain Markdown; to show a < as such, write \\<"),
    "fence": ("a code block", "write the text as a paragraph; `code` inside a line is fine"),
    "code_block": ("an indented code block", "delete the four spaces at the start of the line"),
    "hr": ("a rule", "delete the line; sections are separated by their headings"),
    "table_open": ("a table", "put the rows into a CSV file and name it in report.yaml"),
}
_ID = re.compile(r"\s*\{#([^{}\s]*)\}\s*\Z")
_parser: MarkdownIt | None = None


def parse_markdown(excerpt: Excerpt, diagnostics: Diagnostics) -> Blocks:
    """Return the blocks of ``excerpt``; headings stay among them, to be nested later."""
    parser = _get_parser()
    env: dict[str, object] = {}
    tokens = parser.parse(excerpt.text, env)
    return _Blocks(excerpt, env, diagnostics).read(tokens)


def parse_inline(excerpt: Excerpt, diagnostics: Diagnostics) -> Inlines:
    """Return the inlines of a single line, such as a title in YAML."""
    parser = _get_parser()
    tokens = parser.parseInline(excerpt.text.strip(), {})
    offsets = _line_offsets(excerpt.text, 0, tokens[0].content)
    return read_inlines(tokens[0].children or [], tokens[0].content, excerpt, offsets, diagnostics)


def _get_parser() -> MarkdownIt:
    global _parser
    if _parser is None:
        from triplicate.load.markdown_parser import make_parser

        _parser = make_parser()
    return _parser


class _Blocks:
    """Reads block tokens from left to right, one method a nesting kind."""

    def __init__(self, excerpt: Excerpt, env: dict[str, object], diagnostics: Diagnostics) -> None:
        self._excerpt = excerpt
        self._diagnostics = diagnostics
        self._starts = [0, *(match.end() for match in re.finditer("\n", excerpt.text))]
        self._definitions = env.get("references", {})

    def read(self, tokens: list[Token]) -> Blocks:
        """Return all blocks; report what is refused."""
        self._refuse_definitions()
        blocks, _ = self._until(tokens, 0, "")
        return blocks

    def _until(self, tokens: list[Token], at: int, close: str) -> tuple[Blocks, int]:
        blocks: list[Block] = []
        while at < len(tokens) and tokens[at].type != close:
            block, at = self._block(tokens, at)
            if block is not None:
                blocks.append(block)
        return tuple(blocks), at + 1

    def _block(self, tokens: list[Token], at: int) -> tuple[Block | None, int]:
        token = tokens[at]
        span = self._span(token)
        if token.level > _MAX_LEVEL:
            self._refuse(token, "more than eight lists or quotations inside each other", "")
            return None, _after(tokens, at)
        if token.type == "heading_open" and token.level:
            hint = "move it out of the list or quotation; to show a # as such, write \\#"
            self._refuse(token, "a heading inside a list or quotation", hint)
            return None, at + 3
        match token.type:
            case "paragraph_open":
                self._check_slips(tokens[at + 1])
                inlines = self._inlines(tokens[at + 1])
                return (Paragraph(inlines, span) if inlines else None), at + 3
            case "heading_open" if token.markup in ("-", "="):
                hint = "write ## before a heading, and nothing below it; delete a line of ---"
                self._refuse(token, f"a paragraph underlined with {token.markup}", hint)
                return None, at + 3
            case "heading_open":
                return self._heading(token, tokens[at + 1]), at + 3
            case "bullet_list_open":
                items, after = self._items(tokens, at + 1, "bullet_list_close")
                return BulletList(items, span), after
            case "ordered_list_open":
                items, after = self._items(tokens, at + 1, "ordered_list_close")
                start = token.attrGet("start")
                return OrderedList(items, 1 if start is None else int(start), span), after
            case "blockquote_open":
                blocks, after = self._until(tokens, at + 1, "blockquote_close")
                return Quote(blocks, span), after
        what, hint = _REFUSED.get(token.type, (token.type.replace("_", " "), ""))
        self._refuse(token, what, hint)
        return None, _after(tokens, at)

    def _items(self, tokens: list[Token], at: int, close: str) -> tuple[tuple[Blocks, ...], int]:
        items = []
        while tokens[at].type != close:
            blocks, at = self._until(tokens, at + 1, "list_item_close")
            items.append(blocks)
        return tuple(items), at + 1

    def _heading(self, token: Token, inline: Token) -> Heading:
        inlines, id_ = split_id(self._inlines(inline))
        return Heading(int(token.tag[1:]), inlines, id_, self._span(token))

    def _inlines(self, token: Token) -> Inlines:
        return read_inlines(
            token.children or [],
            token.content,
            self._excerpt,
            self._offsets(token),
            self._diagnostics,
        )

    def _offsets(self, token: Token) -> list[int]:
        line = token.map[0] if token.map else 0
        return _line_offsets(self._excerpt.text, self._starts[line], token.content)

    def _check_slips(self, token: Token) -> None:
        def place(start: int, end: int) -> Span:
            line = token.content.count("\n", 0, start)
            shift = self._offsets(token)[line] - (token.content.rfind("\n", 0, start) + 1)
            return self._excerpt.span(start + shift, end + shift)

        check_slips(token.content, place, self._diagnostics)

    def _span(self, token: Token) -> Span:
        first, last = token.map or (0, 0)
        text = self._excerpt.text
        start = self._starts[min(first, len(self._starts) - 1)]
        end = self._starts[last] if last < len(self._starts) else len(text)
        stretch = text[start:end]
        start += len(stretch) - len(stretch.lstrip())
        return self._excerpt.span(start, start + len(stretch.strip()))

    def _refuse(self, token: Token, what: str, hint: str) -> None:
        message = f"expected paragraphs, headings, lists or quotations, found {what}"
        self._diagnostics.error("markdown-vocabulary", message, self._span(token), hint)

    def _refuse_definitions(self) -> None:
        """Link definitions vanish from the text they stand in, and those unused with a trace."""
        if not isinstance(self._definitions, dict):
            return
        for definition in self._definitions.values():
            start = self._starts[definition["map"][0]]
            self._diagnostics.error(
                "markdown-vocabulary",
                "expected links with their address beside them, found a link definition",
                self._excerpt.span(start, start + 1),
                "write [text](address)",
            )


def split_id(inlines: Inlines) -> tuple[Inlines, str]:
    """Return the inlines of a heading without its ``{#id}`` at the end, and the id."""
    match = _ID.search(inlines[-1].text) if inlines and isinstance(inlines[-1], Text) else None
    if match is None or not isinstance(inlines[-1], Text):
        return inlines, ""
    rest = inlines[-1].text[: match.start()]
    last = (Text(rest, inlines[-1].span),) if rest else ()
    return (*inlines[:-1], *last), match[1]


def _after(tokens: list[Token], at: int) -> int:
    """Return the index after the block that opens at ``at``."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += tokens[index].nesting
        if depth <= 0:
            return index + 1
    return len(tokens)


def _line_offsets(text: str, start: int, content: str) -> list[int]:
    """Return where each line of ``content`` starts in ``text``, from ``start`` on.

    Markdown strips indentation, quotation marks and heading marks from the left of each line.
    """
    offsets = []
    for line in content.split("\n"):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        source = text[start:end]
        at = source.rfind(line.strip()) if source.rstrip().endswith(line.strip()) else -1
        at = source.find(line.strip()) if at < 0 else at
        shift = len(line) - len(line.lstrip())
        offsets.append(start + max(0, at - shift))
        start = min(end + 1, len(text))
    return offsets
