"""Lowering (stage 7c): styles that look like most of the text that has them.

Input: paragraphs and the styles of the probe, which only rules for whole roles reach: not those for
headings below a class (``.report h2``). Output: the styles of headings as more than half of them
look, and of body text as more than half of it does where hardly any looks as the probe's. So a
change of Heading 1 changes all, and what is typed below a heading looks like the text around it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from triplicate.editions.docx.lower.css.formats import undirected
from triplicate.editions.docx.lower.roles import TITLE
from triplicate.editions.docx.lower.styles.known import complete_format
from triplicate.editions.docx.names import BODY_TEXT, HEADING_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.drafts import ParagraphDraft
    from triplicate.editions.docx.lower.styles.known import Styles

    Look = tuple[ir.ParagraphFormat, ir.RunFormat]

# As many alike make a look that of the style.
LEAST_HEADINGS, LEAST_TEXT = 2, 8
RARE = 10  # of text with the look of most, that is one with the look of the probe
ROLES = (BODY_TEXT, TITLE, *HEADING_STYLES)
# What one paragraph asks for, and not its kind; text keeps with the list below it.
OF_PLACES = ("tabs", "spot", "right_to_left")
OF_TEXT = (*OF_PLACES, "keep_next", "keep_lines", "page_break_before")


def follow_most(paragraphs: Iterable[ParagraphDraft], named: Iterable[str], styles: Styles) -> None:
    """Define styles as most of their paragraphs look; not those that rules have ``named``."""
    wanted = set(ROLES).intersection(styles.paragraphs).difference(named)
    counts: Counter[tuple[object, ...]] = Counter()
    firsts: dict[tuple[object, ...], ParagraphDraft] = {}
    for draft in paragraphs:
        if draft.style in wanted and not draft.floating and not draft.contents:
            # Most paragraphs have their formats from the same computed style.
            key = draft.style, id(draft.format), id(draft.run), draft.own_before, draft.own_after
            counts[key] += 1
            firsts.setdefault(key, draft)
    looks: dict[str, Counter[Look]] = {}
    samples: dict[tuple[str, Look], ParagraphDraft] = {}
    for kind, draft in firsts.items():
        look = _look(draft, styles.paragraphs[draft.style])
        looks.setdefault(draft.style, Counter())[look] += counts[kind]
        samples.setdefault((draft.style, look), draft)
    for name, (paragraph, run) in _followed(looks, styles).items():
        style = styles.paragraphs[name]
        styles.paragraphs[name] = style._replace(paragraph=paragraph, run=run)
        styles.samples[name] = samples[name, (paragraph, run)]


def _followed(looks: dict[str, Counter[Look]], styles: Styles) -> dict[str, Look]:
    """The looks that styles get.

    Where a level of headings has a look of its own below a class, so has one that is used once.
    """
    owns = {
        name: (styles.paragraphs[name].paragraph, styles.paragraphs[name].run) for name in looks
    }
    found = {
        name: most for name in looks if (most := _most(name, looks[name], owns[name])) is not None
    }
    headings = looks.keys() & set(HEADING_STYLES)
    if any(found.get(name, owns[name]) != owns[name] for name in headings):
        found |= {name: next(iter(looks[name])) for name in headings if looks[name].total() == 1}
    return found


def _most(name: str, found: Counter[Look], own: Look) -> Look | None:
    """The look of most paragraphs of a style, None where its ``own`` is good enough."""
    ((look, count),) = found.most_common(1)
    least = LEAST_TEXT if name == BODY_TEXT else LEAST_HEADINGS
    if count < least or 2 * count <= found.total():
        return None
    return None if name == BODY_TEXT and RARE * found[own] > count else look


def _look(draft: ParagraphDraft, style: ir.Style) -> Look:
    """What a paragraph looks like, but for its language and place."""
    fields = OF_TEXT if draft.style == BODY_TEXT else OF_PLACES
    kept = {field: getattr(style.paragraph, field) for field in fields}
    run = undirected(draft.run)._replace(language=style.run.language)
    return complete_format(draft, own=True)._replace(**kept), run
