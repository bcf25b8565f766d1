"""The Markdown parser, set up: CommonMark whose inline tokens know where they stand.

Kept apart so that markdown-it is imported only when there is prose to read.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token


def make_parser() -> MarkdownIt:
    """Return a parser with every CommonMark rule on, tables too, so that none is overlooked."""
    parser = MarkdownIt("commonmark", {"maxNesting": 100})
    parser.inline = _PlacedInline()
    parser.configure("commonmark", {"maxNesting": 100})
    parser.enable(["table"])
    # These merge tokens, and with them their places; read_inlines merges texts itself.
    parser.disable(["fragments_join", "text_join"])
    parser.inline.ruler.before("backticks", "value", _value)
    # Schemes are checked, with a diagnostic, when links are read; addresses stay as typed.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return parser


class _PlacedState(StateInline):
    """Notes in each token's meta["at"] its offset in the inline source."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        behind = self.src[self.pos - 1 : self.pos]
        here = self.src[self.pos : self.pos + 1]
        # The link rule stands behind the bracket already when it pushes its opening, and the
        # autolink rule still before it when it pushes its text.
        shift = (ttype == "text" and here == "<") - (ttype == "link_open" and behind == "[")
        token.meta["at"] = self.pos + shift
        return token

    def pushPending(self) -> Token:
        token = super().pushPending()
        # Pending text is what was read last, but for the blanks a line break takes away.
        token.meta["at"] = max(0, self.src.rfind(token.content, 0, self.pos))
        return token


class _PlacedInline(ParserInline):
    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> list[Token]:
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _value(state: StateInline, silent: bool) -> bool:
    """``{{ … }}`` up to the first ``}}``; without one the rest of the line, marked open."""
    if not state.src.startswith("{{", state.pos):
        return False
    # Without the last closing known, each {{ of a long text would be searched to its end.
    if "last_close" not in state.env or state.env["last_close"][0] is not state.src:
        state.env["last_close"] = (state.src, state.src.rfind("}}"))
    beyond = state.pos + 2 > state.env["last_close"][1]
    end = -1 if beyond else state.src.find("}}", state.pos + 2, state.posMax)
    closed = end >= 0
    if not closed:
        newline = state.src.find("\n", state.pos, state.posMax)
        end = newline if newline >= 0 else state.posMax
    if not silent:
        token = state.push("value", "", 0)
        token.content = state.src[state.pos + 2 : end]
        token.info = "closed" if closed else "open"
    state.pos = end + 2 if closed else end
    return True
