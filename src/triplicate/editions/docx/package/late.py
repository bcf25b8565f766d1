"""Packaging (stage 7c): a part that is written when the package is, not before."""

from __future__ import annotations

from collections.abc import Callable

from docx.opc.part import Part


class LatePart(Part):
    """A part whose bytes are made by ``write`` when they are needed."""

    write: Callable[[], bytes]

    @property
    def blob(self) -> bytes:
        """The content of the part."""
        return self.write()
