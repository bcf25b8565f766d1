"""Lowering (stage 7c, first half): a styled box tree to a document as Word thinks of it.

Input: the tree and the theme's font faces. Output: `ir.Document`. Reads computed styles, and of the
pages only where boxes stand beside each other; a concern of Word's is one module.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.context import Context
from triplicate.editions.docx.lower.css.fonts import Fonts
from triplicate.editions.docx.lower.css.formats import Formats, undirected
from triplicate.editions.docx.lower.drafts import Place, each_paragraph, each_table
from triplicate.editions.docx.lower.finish import Finisher
from triplicate.editions.docx.lower.flow.blocks import block
from triplicate.editions.docx.lower.flow.children import flow
from triplicate.editions.docx.lower.limits import check_pages, check_stacked
from triplicate.editions.docx.lower.margins import settle_margins
from triplicate.editions.docx.lower.neighbours import AFTER_TABLE
from triplicate.editions.docx.lower.notes.areas import note_areas
from triplicate.editions.docx.lower.notes.linked import linked_notes
from triplicate.editions.docx.lower.notes.numbers import number_notes
from triplicate.editions.docx.lower.numbers.headings import number_headings
from triplicate.editions.docx.lower.numbers.lists import number_lists
from triplicate.editions.docx.lower.numbers.numbering import Numberings
from triplicate.editions.docx.lower.numbers.paragraphs import number_paragraphs
from triplicate.editions.docx.lower.pages.checks import is_mirrored, page_fill
from triplicate.editions.docx.lower.pages.kinds import Pages
from triplicate.editions.docx.lower.pages.sections import kinds_of, sections
from triplicate.editions.docx.lower.pages.strings import settle_strings
from triplicate.editions.docx.lower.pages.turns import turns
from triplicate.editions.docx.lower.properties import properties
from triplicate.editions.docx.lower.references.captions import CaptionNumbers
from triplicate.editions.docx.lower.references.contents import is_entry, is_title, settle_contents
from triplicate.editions.docx.lower.references.targets import settle_references, targets
from triplicate.editions.docx.lower.roles import heading_levels
from triplicate.editions.docx.lower.styles.followed import follow_most
from triplicate.editions.docx.lower.styles.known import BASE, Styles
from triplicate.editions.docx.lower.styles.nested import style_nested
from triplicate.editions.docx.lower.styles.probe import probe_markup
from triplicate.editions.docx.lower.styles.probe_contents import contents_markup
from triplicate.editions.docx.lower.styles.probe_notes import notes_markup
from triplicate.editions.docx.lower.styles.shared import share_looks, share_places
from triplicate.editions.docx.lower.tables.decimals import decimal_separator
from triplicate.editions.docx.lower.text.bookmarks import Bookmarks
from triplicate.timings import timed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triplicate.diagnostics import Diagnostics
    from triplicate.editions.docx.lower.drafts import Draft, ParagraphDraft
    from triplicate.layout.spots import Spot
    from triplicate.layout.tree import BoxTree
    from triplicate.theme import FontFace


def lower(
    tree: BoxTree,
    faces: Sequence[FontFace],
    diagnostics: Diagnostics,
    titled: bool = True,
    spots: Sequence[Spot | None] = (),
) -> ir.Document:
    """The document that ``tree`` describes; where it is ``titled``, h1 is its title.

    ``spots`` are those of the layout's facts; without them, boxes stand one below the other.
    """
    about = properties(tree.html.etree_element)
    fonts = Fonts(faces, diagnostics)
    headings = heading_levels(titled)
    formats = Formats(fonts, about.language)
    walk = block, flow
    context = Context(tree, fonts, formats, diagnostics, *walk, headings, spots)
    numberings = Numberings()
    with timed("theme styles"):
        styles = _theme_styles(context, about.language, numberings)

    check_pages(context)
    check_stacked(context)
    drafts = _drafts(context)
    context.notes.settled = True
    noted = [draft for note in context.notes.all for draft in note.drafts]
    paragraphs = list(each_paragraph(drafts + noted))
    follow_most(paragraphs, context.style_names.values(), styles)
    linked = _number(paragraphs, styles, numberings, context)
    known = targets(paragraphs, context)
    if context.captions:
        CaptionNumbers().number(paragraphs)
    settle_references(paragraphs, known)
    settle_contents(paragraphs, known, styles.paragraphs, context)
    styles.follow(draft for draft in paragraphs if is_entry(draft) or is_title(draft))
    style_nested(paragraphs, styles)
    share_looks(drafts + noted, paragraphs, styles, tree.html.etree_element)
    found = [turn.led() for turn in turns(drafts, context)]
    drafts = [draft for turn in found for draft in turn.drafts]
    for story in (*(turn.drafts for turn in found), *(note.drafts for note in context.notes.all)):
        settle_margins(story, styles.paragraphs, context)
    share_places(paragraphs, styles)
    references = settle_strings(paragraphs, styles, [turn.story() for turn in found], context)
    styles.learn(drafts + noted, own=False)
    styles.number(linked)
    styles.link(numberings)

    names = _bookmarks(drafts + noted, paragraphs)
    pages = Pages(context)
    numbered = number_notes(found, pages, context)
    finisher = Finisher(styles, names, context)
    parts = sections(found, references, pages, finisher, styles, context)
    parts = tuple(s._replace(notes=n) for s, n in zip(parts, numbered, strict=True))
    notes = tuple(ir.Note(n.kind, finisher.blocks(n.drafts, ends=True)) for n in context.notes.all)
    context.many.tell(context.report)
    return ir.Document(
        parts,
        about,
        styles.base,
        (*styles.in_order(), AFTER_TABLE),
        tuple(styles.tables.values()),
        tuple(numberings.definitions),
        tuple(numberings.instances),
        fonts.table(_looks(styles)),
        context.gallery.images(fonts.faces, context.tree.stylesheet, context.report),
        hyphenated=_is_hyphenated(styles, paragraphs),
        fill=page_fill((kinds_of(turn, found, pages) for turn in found), context),
        mirrored=is_mirrored(kinds_of(turn, found, pages) for turn in found),
        notes=notes,
        note_areas=note_areas(context),
        separator=decimal_separator(about.language) if tree.is_aligned else ".",
        breaks_justified=any(map(_breaks_justified, paragraphs)),
    )


def _number(
    paragraphs: list[ParagraphDraft], styles: Styles, numberings: Numberings, context: Context
) -> dict[str, ir.Number]:
    """Number lists, headings and paragraphs; the styles that a number belongs to."""
    number_lists(paragraphs, numberings, context)
    headings = number_headings(paragraphs, styles.samples, numberings, context)
    return number_paragraphs(paragraphs, headings, numberings, context) | headings


def _breaks_justified(draft: ParagraphDraft) -> bool:
    """Whether a line in justified text ends where the author wants it."""
    return draft.format.align == "both" and any("\n" in piece.text for piece in draft.pieces)


def _is_hyphenated(styles: Styles, paragraphs: list[ParagraphDraft]) -> bool:
    """Whether any text is to be hyphenated, in this document or by its styles later."""
    looks = [style.paragraph for style in (styles.base, *styles.paragraphs.values())]
    return any(look.hyphens for look in (*looks, *(draft.format for draft in paragraphs)))


def _bookmarks(drafts: list[Draft], paragraphs: list[ParagraphDraft]) -> Bookmarks:
    """Names for all ids, so that references ahead find theirs."""
    names = Bookmarks()
    lists = [draft.anchors for draft in paragraphs] + [t.anchors for t in each_table(drafts)]
    lists += [[p.field.mark] for d in paragraphs for p in d.pieces if p.field and p.field.mark]
    for anchor in chain.from_iterable(lists):
        names.name(anchor)
    return names


def _drafts(context: Context) -> list[Draft]:
    root = context.tree.root
    name = root.style["page"]
    context.notes.linked = linked_notes(context)
    drafts = context.block(root, context.areas.frame(name), Place(page=name))
    if drafts:
        drafts[-1].anchors += context.take_anchors()
    if drafts and any(note.kind == "endnote" for note in context.notes.linked.drafts.values()):
        # What is around the notes as well comes after them.
        drafts[-1].after = drafts[-1].own_after
    return drafts


def _theme_styles(context: Context, language: str, numberings: Numberings) -> Styles:
    """The styles that the style sheet gives, whatever the document."""
    from triplicate.diagnostics import Diagnostics
    from triplicate.layout.engine import from_xml, style

    sheet = context.tree.stylesheet
    direction = context.tree.root.style["direction"]
    contents = contents_markup(sheet.css, list(context.headings))
    markup = probe_markup(sheet.css, language, direction, contents + notes_markup(sheet.css))
    page = from_xml(markup, context.tree.html.base_url, sheet)
    probe = Context(
        style(page, page.base_url, sheet, laid_out=False),
        context.fonts,
        Formats(context.fonts, language),
        Diagnostics(),  # the document itself reports what it holds of this
        block,
        flow,
        context.headings,
        style_names=context.style_names,
    )
    body = _body(probe.tree.root)
    base = ir.Style(
        BASE,
        "paragraph",
        probe.formats.paragraph(body.style)._replace(
            before=0, after=0, left=0, right=0, first_line=0
        ),
        undirected(probe.formats.run(body.style)),
    )
    styles = Styles(base)
    drafts = _drafts(probe)
    if contents:
        _settle_probe(list(each_paragraph(drafts)), probe)
    number_lists(each_paragraph(drafts), numberings, probe)
    numberings.reset()
    noted = [draft for note in probe.notes.all for draft in note.drafts]
    styles.learn(drafts + noted, own=True)
    return styles


def _body(root: Any) -> Any:
    """The box of <body>, whatever stands around it; the root's where CSS does not display it."""
    return next((box for box in root.descendants() if _is_body(box)), root)


def _is_body(box: Any) -> bool:
    return box.element_tag == "body" and hasattr(box.style, "cascaded")


def _settle_probe(paragraphs: list[ParagraphDraft], probe: Context) -> None:
    """Make Word's lists of contents of those of the probe, with the numbers that CSS counts."""
    samples = {draft.style: draft for draft in paragraphs}
    number_headings(paragraphs, samples, Numberings(), probe)
    settle_contents(paragraphs, targets(paragraphs, probe), {}, probe)


def _looks(styles: Styles) -> list[ir.RunFormat]:
    """Every complete look of text: of the styles, and of what the document holds."""
    base = styles.base.run
    named = [*styles.paragraphs.values(), *styles.characters.values()]
    return [base, *(ir.overlay(base, style.run) for style in named), *styles.looks()]
