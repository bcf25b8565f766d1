"""What has been read of a style is known by the style's identity."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any
from weakref import ref

import pytest

from tests.editions.docx.words import faces, lowered, page, styled
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx.lower.css.fonts import Fonts
from triplicate.editions.docx.lower.css.formats import Formats


@pytest.mark.parametrize("read", [Formats.run, Formats.paragraph, Formats.room])
def test_a_style_that_has_been_read_lives_on(read: Callable[[Formats, Any], Any]) -> None:
    formats = Formats(Fonts(faces(), Diagnostics()), "en")
    copy = styled(page("<p>x</p>")).root.style.copy()
    read(formats, copy)
    known = ref(copy)
    del copy
    gc.collect()
    assert known() is not None


@pytest.mark.parametrize(("kept", "align"), [("pre-wrap", "left"), ("pre-line", None)])
def test_white_space_that_is_kept_is_not_stretched(kept: str, align: str | None) -> None:
    css = f"p {{ text-align: justify }} .x {{ white-space: {kept} }}"
    _, _, _, found = lowered("<p>a<p>b<p>c<p class=x>d  e", css).paragraphs
    assert found.format.align == align
