"""Lowering (stage 7c): the HTML head to document properties."""

from __future__ import annotations

from typing import Any

from triplicate.editions.docx import ir

CUSTOM = "custom."


def properties(html: Any) -> ir.Properties:
    """What the head of ``html``, an element tree, says of the document.

    ``<meta name="custom.Reference">`` gives a property of the reader's own, named "Reference".
    """
    found: dict[str, str] = {}
    custom: dict[str, tuple[str, str]] = {}
    title = html.find("head/title")
    for meta in html.findall("head/meta"):
        name, content = meta.get("name"), meta.get("content")
        if name and content:
            found.setdefault(name.lower(), content.strip())
        if name and content and name.lower().startswith(CUSTOM) and name[len(CUSTOM) :]:
            # Word tells their names apart without regard to case.
            custom.setdefault(name.lower(), (name[len(CUSTOM) :], content.strip()))
    created = found.get("dcterms.created", "")
    if title is None or not (title.text or "").strip():
        title = next(html.iter("h1"), None)  # screen readers want a title
    return ir.Properties(
        title=" ".join("".join(title.itertext()).split()) if title is not None else "",
        author=found.get("author", ""),
        description=found.get("description", ""),
        keywords=found.get("keywords", ""),
        created=created,
        modified=found.get("dcterms.modified", created),
        language=html.get("lang") or "en",
        custom=tuple(custom.values()),
    )
