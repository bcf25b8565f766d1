"""Controls of forms as text, for pages that are read on paper.

Input: the root of a parsed page. Output: the same tree, with text in what readers of a page on the
web fill in. The rules of a page for its controls count, on top of a look for all of them;
WeasyPrint's own rules, which draw boxes of one width, do not (`triplicate.layout.idle`).
"""

from __future__ import annotations

from typing import Any

CONTROLS = ("input", "select", "textarea", "button")
MARKS = {"checkbox": ("\u2610", "\u2612"), "radio": ("\u25cb", "\u25c9")}  # ☐ ☒ ○ ◉
BUTTONS = {"submit": "Submit", "reset": "Reset", "button": ""}
_SIGNS = ", ".join(f"[type={kind} i]" for kind in (*MARKS, *BUTTONS))
_ENTRIES = f":where(select, textarea, input:not({_SIGNS}))"
LOOK = f"""
:where(input) {{ display: inline; content: normal }}
{_ENTRIES} {{ display: inline-block; border: 1px solid #767676; white-space: pre-wrap }}
{_ENTRIES}:where(:empty) {{ width: 5em }}
:where(button) {{ display: inline-block; border: 1px solid #767676; background: #efefef }}
"""
HIDDEN = "display: none !important"


def write_forms(root: Any) -> None:
    """Fill the controls under ``root`` with what they show; their look comes before all sheets."""
    controls = [one for one in root.iter() if one.tag in CONTROLS]
    for control in controls:
        if control.tag == "input" and _kind(control) == "hidden":
            control.set("style", HIDDEN)
        elif control.tag == "input" and _kind(control) == "image":
            control.tag = "img"
        elif control.tag != "button":
            text = _text(control)
            for child in list(control):
                control.remove(child)
            control.text = text or None
    if controls:
        style = root.makeelement("style", {})
        style.text = LOOK + "".join(dict.fromkeys(map(_room, controls)))
        root.insert(0, style)


def _kind(control: Any) -> str:
    return (control.get("type") or "text").strip().lower()


def _room(control: Any) -> str:
    """A rule for blanks of the width that ``size`` or ``cols`` says (HTML 15.5.4, 15.5.19)."""
    name = "cols" if control.tag == "textarea" else "size"
    given = control.get(name) or ""
    count = int(given[:9]) if given.isdecimal() and control.tag != "select" else 0
    if not count or _kind(control) in (*MARKS, *BUTTONS):
        return ""
    return (
        f':where({control.tag}[{name}="{given}"]:empty) {{ width: {count}ch; max-width: 100% }}\n'
    )


def _text(control: Any) -> str:
    """What a control shows."""
    if control.tag == "select":
        return _chosen(control)
    if control.tag == "textarea":
        return "".join(control.itertext())
    kind = _kind(control)
    if kind in MARKS:
        return MARKS[kind][control.get("checked") is not None]
    if kind == "password":
        return ""
    return control.get("value") or BUTTONS.get(kind) or control.get("placeholder") or ""


def _chosen(select: Any) -> str:
    """The options of a list that are selected; the first where none is (HTML 4.10.7)."""
    options = list(select.iter("option"))
    chosen = [option for option in options if option.get("selected") is not None]
    if not chosen and select.get("multiple") is None:
        chosen = options[:1]
    return ", ".join(" ".join("".join(option.itertext()).split()) for option in chosen)
