"""A flat run of blocks to nested sections (stage 2): each heading opens one."""

from __future__ import annotations

from triplicate.diagnostics import Diagnostics
from triplicate.load.prose import Block, Blocks, Heading
from triplicate.report.model import Item, Section, Text
from triplicate.report.readers import check_id


def nest(blocks: Blocks, diagnostics: Diagnostics) -> tuple[Item, ...]:
    """Return ``blocks`` as texts and sections.

    The first heading is one level below what holds the blocks, whatever its number of ``#``;
    each ``#`` more is one level deeper. A level left out, or one above the first, is reported.
    """
    items, _ = _Nesting(blocks, diagnostics).items(0, 0)
    return items


class _Nesting:
    def __init__(self, blocks: Blocks, diagnostics: Diagnostics) -> None:
        self._blocks = blocks
        self._diagnostics = diagnostics
        first = next((block for block in blocks if isinstance(block, Heading)), None)
        self._top = first.level if first else 1
        self._check_levels()

    def items(self, at: int, level: int) -> tuple[tuple[Item, ...], int]:
        """Return what stands from ``at`` on, deeper than ``level``, and where that ends."""
        items: list[Item] = []
        while at < len(self._blocks):
            block = self._blocks[at]
            if not isinstance(block, Heading):
                text, at = self._text(at)
                items.append(text)
            elif self._level(block) > level:
                section, at = self._section(block, at)
                items.append(section)
            else:
                break
        return tuple(items), at

    def _text(self, at: int) -> tuple[Text, int]:
        blocks: list[Block] = []
        while at < len(self._blocks) and not isinstance(self._blocks[at], Heading):
            blocks.append(self._blocks[at])
            at += 1
        return Text(tuple(blocks), span=blocks[0].span), at

    def _section(self, heading: Heading, at: int) -> tuple[Section, int]:
        body, after = self.items(at + 1, self._level(heading))
        id_ = heading.id
        if id_ and not check_id(id_, heading.span, self._diagnostics):
            id_ = ""
        return Section(heading.inlines, body, id_, heading.span), after

    def _level(self, heading: Heading) -> int:
        return max(1, heading.level - self._top + 1)

    def _check_levels(self) -> None:
        deepest = self._top
        for block in self._blocks:
            if not isinstance(block, Heading):
                continue
            if block.level < self._top:
                message = (
                    f"expected headings of {'#' * self._top} or more, as the first one, "
                    f"found {'#' * block.level}"
                )
                hint = "the first heading of a file is the highest; put this one into another file"
                self._diagnostics.error("heading-levels", message, block.span, hint)
            elif block.level > deepest:
                message = f"expected at most {'#' * deepest}, found {'#' * block.level}"
                hint = "go down one level at a time"
                self._diagnostics.error("heading-levels", message, block.span, hint)
            deepest = max(block.level, self._top) + 1
