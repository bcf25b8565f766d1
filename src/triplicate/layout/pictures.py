"""What layout knows of pictures before pages: their data, used sizes, and widths that fit.

Input: boxes of `triplicate.layout.tree.BoxTree`. Output: plain values. Like `engine`, an adapter
to WeasyPrint's internals (70): sizes come from the functions that lay the PDF out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.drawings import cleaned
from triplicate.layout.mends import mended_layout
from triplicate.picturefiles import completed, is_cut_off

if TYPE_CHECKING:
    from triplicate.layout.tree import BoxTree

SVG = "http://www.w3.org/2000/svg"
DEFAULT_SIZE = 300.0, 150.0  # CSS Images 3, 4.5: of what has no size of its own
XLINK = "http://www.w3.org/1999/xlink"
XMLNS = "{http://www.w3.org/2000/xmlns/}"


class Source(NamedTuple):
    """A picture's file: ``kind`` is "png", "jpeg" or "svg".

    What was in it that is no picture is ``removed``, and named.
    """

    kind: str
    data: bytes
    removed: tuple[str, ...] = ()


class Fit(NamedTuple):
    """A picture's content box in pixels, and what of the picture lies outside of it.

    ``crop`` has a share of the picture for the top, right, bottom and left; below 0 where
    the box is larger than the picture (CSS Images 3, object-fit and object-position).
    """

    width: float
    height: float
    crop: tuple[float, float, float, float]


def source(replacement: Any) -> Source:
    """The file of a replaced box's ``replacement``.

    WeasyPrint turns pictures as their EXIF data say, and makes PNG of all that is not JPEG. It
    shows the beginning of one that is cut off, instead of which Word shows a red cross.
    """
    if hasattr(replacement, "image_data"):
        data = bytes(replacement.image_data.data)
        if is_cut_off(data):
            return Source("png", completed(data))
        return Source(replacement.format.lower(), data)
    from copy import deepcopy
    from xml.etree import ElementTree

    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    root = deepcopy(replacement._svg.tree._etree_node)
    root.tail = None  # what follows an <svg> in HTML
    _without_prefixes(root)
    removed = cleaned(root)
    return Source("svg", ElementTree.tostring(root), removed)


def _without_prefixes(root: Any) -> None:
    """Drop what HTML's parser keeps as names with colons: XML takes them for namespaces.

    Drawing programs have such elements and attributes for themselves; nothing of them shows.
    """
    for element in root.iter():
        names = [name for name in element.attrib if name.startswith(XMLNS) or _colon(name)]
        for name in names:
            del element.attrib[name]
        for child in [child for child in element if _colon(child.tag)]:
            element.remove(child)


def _colon(name: Any) -> bool:
    return isinstance(name, str) and ":" in name.rpartition("}")[2]


def fit(box: Any, width: float) -> Fit:
    """The size of a replaced box in a container of ``width`` pixels and automatic height."""
    from weasyprint.layout.percent import resolve_percentages
    from weasyprint.layout.replaced import inline_replaced_box_layout, replacedbox_layout

    laid_out = box.copy()
    resolve_percentages(laid_out, (width, "auto"))
    inline_replaced_box_layout(laid_out, (width, "auto"))
    laid_out.position_x = laid_out.position_y = 0
    drawn_width, drawn_height, x, y = replacedbox_layout(laid_out)
    left, top = x - laid_out.content_box_x(), y - laid_out.content_box_y()
    crop = (
        _share(-top, drawn_height),
        _share(left + drawn_width - laid_out.width, drawn_width),
        _share(top + drawn_height - laid_out.height, drawn_height),
        _share(-left, drawn_width),
    )
    return Fit(laid_out.width, laid_out.height, crop)


def generated(tree: BoxTree, value: tuple[str, str], style: Any) -> tuple[Any, Fit] | None:
    """The picture that a ``url()`` in ``content`` makes, at its own size; None where it fails."""
    origin, address = value
    if origin != "external":
        return None
    image = tree.context.get_image_from_uri(url=address, orientation=style["image_orientation"])
    if image is None:
        return None
    width, height, ratio = image.get_intrinsic_size(style["image_resolution"], style["font_size"])
    width = width or (height * ratio if height and ratio else DEFAULT_SIZE[0])
    height = height or (width / ratio if ratio else DEFAULT_SIZE[1])
    return image, Fit(width, height, (0.0, 0.0, 0.0, 0.0))


def fitting_width(tree: BoxTree, box: Any, available: float) -> float:
    """The width that the content of a floating box takes, as CSS 2.1, 10.3.5 has it, in pixels.

    All that is ``available`` where WeasyPrint stops at the box, which the layout of pages reports.
    """
    from weasyprint.layout.percent import resolve_percentages
    from weasyprint.layout.preferred import shrink_to_fit

    laid_out = box.copy()
    resolve_percentages(laid_out, (available, "auto"))
    with mended_layout():
        try:
            return float(shrink_to_fit(tree.context, laid_out, available))
        except (AttributeError, TypeError, ValueError):
            return available


def _share(part: float, whole: float) -> float:
    share = part / whole if whole else 0.0
    return share if abs(share) > 1e-6 else 0.0
