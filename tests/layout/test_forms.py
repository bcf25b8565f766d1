from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.editions.docx.words import web
from triplicate.editions.docx import ir
from triplicate.layout.forms import HIDDEN, LOOK, write_forms


def written(markup: str) -> ElementTree.Element:
    root = ElementTree.fromstring(f"<form>{markup}</form>")
    write_forms(root)
    return root[-1]


@pytest.mark.parametrize(
    ("control", "text"),
    [
        ('<input type="checkbox"/>', "☐"),
        ('<input type="CHECKBOX" checked=""/>', "☒"),
        ('<input type="radio"/>', "○"),
        ('<input type="radio" checked=""/>', "◉"),
        ('<input value="Given"/>', "Given"),
        ('<input placeholder="Your name"/>', "Your name"),
        ("<input/>", None),
        ('<input type="password" value="secret"/>', None),
        ('<input type="submit"/>', "Submit"),
        ('<input type="submit" value="Send"/>', "Send"),
        ("<textarea>a\nb</textarea>", "a\nb"),
        ("<select><option>a</option><option selected=''>b</option></select>", "b"),
        ("<select><optgroup><option> a  b </option></optgroup></select>", "a b"),
        ("<select multiple=''><option>a</option></select>", None),
    ],
)
def test_controls_hold_what_they_show(control: str, text: str | None) -> None:
    element = written(control)
    assert (element.text, len(element)) == (text, 0)
    assert control.startswith(f"<{element.tag}")


def test_what_is_hidden_is_not_displayed_whatever_the_rules_say() -> None:
    assert written('<input type="hidden" value="x"/>').get("style") == HIDDEN


def test_a_button_with_a_picture_is_the_picture() -> None:
    assert written('<input type="image" src="x.png" alt="Go"/>').tag == "img"


def test_the_look_of_controls_stands_before_all_sheets() -> None:
    root = ElementTree.fromstring("<html><head/><body><input/></body></html>")
    write_forms(root)
    assert (root[0].tag, root[0].text) == ("style", LOOK)


FORM = "<title>T</title><style>{}</style><p>a <input value=b> <select><option>c</select></p>"


def _runs(css: str) -> list[ir.Run]:
    (paragraph,) = web(FORM.format(css)).paragraphs
    return [run for run in paragraph.inlines if isinstance(run, ir.Run)]


def test_the_rules_of_a_page_for_its_controls_count() -> None:
    before, entry, after = _runs("input { color: red } select { border: 0 }")
    assert (before.text, entry.text, after.text) == ("a ", "b", " c")
    assert entry.format.color == "FF0000"
    assert entry.format.border == ir.Border("single", 6, "767676")


def test_controls_stand_in_their_line() -> None:
    assert "".join(run.text for run in _runs("")) == "a b c"


def test_the_text_after_a_control_stays() -> None:
    root = ElementTree.fromstring('<p>a <input type="checkbox"/> b <select/> c</p>')
    write_forms(root)
    assert "".join(root.itertext()).replace(LOOK, "") == "a ☐ b  c"


@pytest.mark.parametrize(
    ("control", "rule"),
    [
        ('<input size="30"/>', 'input[size="30"]:empty) { width: 30ch'),
        ('<textarea cols="60" rows="4"/>', 'textarea[cols="60"]:empty) { width: 60ch'),
        ('<input size="-3"/>', ""),
        ('<input size="0"/>', ""),
        ('<input size="x"/>', ""),
        ('<select size="4"/>', ""),
        ('<input type="checkbox" size="4"/>', ""),
    ],
)
def test_a_blank_is_as_wide_as_the_page_asks_for(control: str, rule: str) -> None:
    root = ElementTree.fromstring(f"<form>{control * 2}</form>")
    write_forms(root)
    added = (root[0].text or "").removeprefix(LOOK)
    assert added.count(":empty") == bool(rule)
    assert rule in added


def test_a_wide_blank_is_wide_in_word() -> None:
    def width(attributes: str) -> float:
        found = web(f"<p>a <input {attributes}> b")
        (blank,) = (
            run
            for run in found.paragraphs[0].inlines
            if isinstance(run, ir.Run) and not run.text.strip("\u00a0 ") and "\u00a0" in run.text
        )
        return len(blank.text)

    assert width("size=40") > 2 * width("")
