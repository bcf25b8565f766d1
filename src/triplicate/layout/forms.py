"""Controls of forms as text, for pages that are read on paper.

Input: the root of a parsed page. Output: the same tree, with text in place of what readers of a
page on the web fill in. WeasyPrint draws boxes, each on a line of its own.
"""

from __future__ import annotations

from typing import Any

CONTROLS = ("input", "select", "textarea")
MARKS = {"checkbox": ("\u2610", "\u2612"), "radio": ("\u25cb", "\u25c9")}  # ☐ ☒ ○ ◉
BUTTONS = {"submit": "Submit", "reset": "Reset", "button": ""}
BLANK = "\u00a0" * 20  # no-break spaces
FRAME = "border: 1px solid #767676; white-space: pre-wrap"


def write_forms(root: Any) -> None:
    """Replace the controls under ``root``."""
    for control in [one for one in root.iter() if one.tag in CONTROLS]:
        text = _text(control)
        if text is None:
            continue
        framed = control.tag in ("select", "textarea") or _is_entry(control)
        for child in list(control):
            control.remove(child)
        control.tag, control.text = "span", text
        if framed:
            control.text = text or BLANK
            control.set("style", f"{FRAME}; {control.get('style', '')}")


def _kind(control: Any) -> str:
    return (control.get("type") or "text").strip().lower()


def _is_entry(control: Any) -> bool:
    """Whether a control holds a line that is typed."""
    return control.tag == "input" and _kind(control) not in (*MARKS, *BUTTONS)


def _text(control: Any) -> str | None:
    """What a control shows; None where it is displayed as it is, or not at all."""
    if control.tag == "select":
        return _chosen(control)
    if control.tag == "textarea":
        return "".join(control.itertext())
    kind = _kind(control)
    if control.tag != "input" or kind in ("hidden", "image"):
        return None
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
