"""The blocks of an HTML document, in order: what the twin check looks for in both twins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lxml import etree, html

TEXT = "p h1 h2 h3 h4 h5 h6 li td th caption figcaption dt dd pre div blockquote"
HOLDERS = "section body nav header main ul ol dl table thead tbody tfoot tr figure article"
BLOCKS = tuple(f"{TEXT} {HOLDERS}".split())
UNSHOWN = ("script", "style", "svg", "head", "template", "rp")
# Numbers and notes come to stand where these are: what is around them is looked for by itself.
SEAMS = ("a", "sup", "br", "img")


class Block(NamedTuple):
    """A paragraph, heading, list item or table cell: its texts, which other text may part."""

    kind: str
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.texts)


def read_blocks(source: str) -> Iterator[Block]:
    """The blocks of the document in order, as they are printed."""
    document: Any = html.document_fromstring(source)
    elements: Iterable[Any] = document.iter(*BLOCKS)
    for element in elements:
        around = [element, *element.iterancestors()]
        if any(_is_furniture(outer) for outer in around):
            continue
        notes: list[str] = []
        texts = [squeezed(text) for text in own_texts(element, notes)]
        if any(texts):
            yield Block(element.tag, tuple(filter(None, texts)))
        yield from (Block("footnote", (squeezed(text),)) for text in notes)


def _is_furniture(element: Any) -> bool:
    return element.tag in UNSHOWN or element.get("class") in ("contents", "skip-link", "draft")


def own_texts(element: Any, notes: list[str]) -> list[str]:
    """The text of an element without that of the blocks in it, parted at seams."""
    texts = [element.text or ""]
    for child in element:
        if isinstance(child, etree._Comment) or child.tag in (*BLOCKS, *UNSHOWN):
            inner = None
        elif child.get("class") == "footnote":
            inner = [""]
            notes.append(str(child.text_content()))
        elif child.tag == "sup":
            inner = [""]
        else:
            inner = own_texts(child, notes)
        if inner is None or child.tag in SEAMS or child.get("class") == "footnote":
            texts += [*(inner or ()), child.tail or ""]
            continue
        texts[-1] += inner[0]
        texts += inner[1:]
        texts[-1] += child.tail or ""
    return texts


def squeezed(text: str) -> str:
    """Text as it is compared: no spaces, no hyphens, neither capitals nor ligatures."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("ς", "σ")
    return re.sub(r"[\s\u00ad\u2010-]", "", plain)
