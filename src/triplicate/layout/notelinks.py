"""Notes that programs write as links without saying so, given the roles that say it.

Word, LibreOffice, Google Docs, Python-Markdown, markdown-it and GitHub write a note as a link to an
element that leads back to it, each with names of its own. Input: the root of a parsed page. Output:
the same tree, with the roles of DPUB-ARIA that pandoc and Sphinx write (``doc-noteref``,
``doc-footnote``, ``doc-endnote``, ``doc-backlink``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# _ftn1, _edn1: Word; sdfootnote1sym, sdendnote1sym: LibreOffice; ftnt1: Google Docs; fn:1:
# Python-Markdown; fn1: markdown-it and pandoc; user-content-fn-1: GitHub.
_CALL = re.compile(r"#(?:_edn|_ftn|ftnt|sd(?:foot|end)note|fn:?|(?:user-content-)?fn-)[\w.:-]+")
_ENDNOTES = ("#_edn", "#sdendnote")


def name_notes(root: Any) -> None:
    """Give notes and their links roles, where a link and an element lead to each other."""
    calls = [one for one in root.iter("a") if _CALL.fullmatch(one.get("href") or "")]
    if not calls:
        return
    around = {child: element for element in root.iter() for child in element}
    named: dict[str, Any] = {}
    for element in root.iter():
        for name in _names(element):
            named.setdefault(name, element)
    notes = set()
    for call in calls:
        target = named.get(call.get("href")[1:])
        if target is None or call.get("role") is not None:
            continue
        note = target if target.tag == "li" else _block(target, around)
        wanted = {f"#{name}" for one in (call, around[call]) for name in _names(one)}
        back = [one for one in _links(note) if one.get("href") in wanted]
        if note is not None and back and call not in note.iter("a"):
            _give_roles(call, note, back)
            notes.add(note)
    if notes:
        _take_rules(root, notes, around)


def _names(element: Any) -> Iterator[str]:
    """What links lead to an element by."""
    if name := element.get("id"):
        yield name
    if element.tag == "a" and (name := element.get("name")):
        yield name


def _block(element: Any, around: dict[Any, Any]) -> Any:
    """The ``div`` that an element is or stands in; None where there is none."""
    while element is not None and element.tag != "div":
        element = around.get(element)
    return element


def _links(element: Any) -> list[Any]:
    return [] if element is None else list(element.iter("a"))


def _take_rules(root: Any, notes: set[Any], around: dict[Any, Any]) -> None:
    """Put a rule above the notes into one box with them, which goes where they go."""
    for rule in list(root.iter("hr")):
        beside = list(around[rule])
        after = beside[beside.index(rule) + 1 :]
        if after and all(_holds_notes(one, notes) for one in after) and not _is_text(rule.tail):
            box = rule.makeelement("div", {})
            for one in (rule, *after):
                around[rule].remove(one)
                box.append(one)
            around[rule].append(box)


def _holds_notes(element: Any, notes: set[Any]) -> bool:
    """Whether an element is a note, or holds notes and nothing else."""
    if _is_text(element.tail):
        return False
    if element in notes:
        return True
    inner = list(element)
    return bool(inner) and not _is_text(element.text) and all(_holds_notes(e, notes) for e in inner)


def _is_text(text: str | None) -> bool:
    return bool((text or "").strip())


def _give_roles(call: Any, note: Any, back: list[Any]) -> None:
    href = call.get("href")
    is_end = note.tag == "li" or href.startswith(_ENDNOTES)
    note.set("role", "doc-endnote" if is_end else "doc-footnote")
    if not note.get("id"):
        note.set("id", f"{href[1:]}-note")
    call.set("href", f"#{note.get('id')}")
    call.set("role", "doc-noteref")
    for link in back:
        link.set("role", "doc-backlink")
