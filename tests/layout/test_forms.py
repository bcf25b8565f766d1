from __future__ import annotations

from xml.etree import ElementTree

import pytest

from triplicate.layout.forms import BLANK, FRAME, write_forms


def written(markup: str) -> ElementTree.Element:
    root = ElementTree.fromstring(f"<form>{markup}</form>")
    write_forms(root)
    return root[0]


@pytest.mark.parametrize(
    ("control", "text", "framed"),
    [
        ('<input type="checkbox"/>', "☐", False),
        ('<input type="CHECKBOX" checked=""/>', "☒", False),
        ('<input type="radio"/>', "○", False),
        ('<input type="radio" checked=""/>', "◉", False),
        ('<input value="Given"/>', "Given", True),
        ('<input placeholder="Your name"/>', "Your name", True),
        ("<input/>", BLANK, True),
        ('<input type="password" value="secret"/>', BLANK, True),
        ('<input type="submit"/>', "Submit", False),
        ('<input type="submit" value="Send"/>', "Send", False),
        ("<textarea>a\nb</textarea>", "a\nb", True),
        ("<select><option>a</option><option selected=''>b</option></select>", "b", True),
        ("<select><optgroup><option> a  b </option></optgroup></select>", "a b", True),
        ("<select multiple=''><option>a</option></select>", BLANK, True),
    ],
)
def test_controls_become_text(control: str, text: str, framed: bool) -> None:
    element = written(control)
    assert (element.tag, element.text, len(element)) == ("span", text, 0)
    assert (element.get("style") or "").startswith(FRAME) is framed


@pytest.mark.parametrize("kind", ["hidden", "image"])
def test_what_shows_nothing_or_a_picture_stays(kind: str) -> None:
    assert written(f'<input type="{kind}" value="x"/>').tag == "input"


def test_the_text_after_a_control_stays() -> None:
    root = ElementTree.fromstring('<p>a <input type="checkbox"/> b <select/> c</p>')
    write_forms(root)
    assert "".join(root.itertext()) == f"a ☐ b {BLANK} c"
