"""Layout that never ends, or that doubles with each box around a box, given up.

WeasyPrint 70 lays some boxes out again and again: flex boxes three times, each inside the other,
and some for ever (columns and floats whose margins are millions of pixels below nothing, notes
and rows that no page has room for). All of that lays blocks out, which are counted: a clock would
give other files on other machines. Documents as offices print them come to at most 3 for each box.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.layout.tree import BoxTree

AT_LEAST = 10_000  # two to fifteen seconds
FOR_EACH_BOX = 100


class EndlessLayoutError(RuntimeError):
    """Boxes have been laid out too often."""


@contextmanager
def ending(tree: BoxTree) -> Iterator[None]:
    """Raise EndlessLayoutError where the layout of ``tree`` inside the block does not end."""
    from weasyprint.layout import block

    lay_out = block.block_container_layout
    left = AT_LEAST + FOR_EACH_BOX * sum(1 for _ in tree.root.descendants())

    @wraps(lay_out)
    def counted(*arguments: Any, **names: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise EndlessLayoutError("boxes are laid out again and again")
        return lay_out(*arguments, **names)

    block.block_container_layout = counted
    try:
        yield
    finally:
        block.block_container_layout = lay_out
