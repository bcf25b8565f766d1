"""Canary: how cssselect2 0.10 tests elements, and that time grows with a selector's length."""

from __future__ import annotations

import itertools
import random
import time
import xml.etree.ElementTree as ET

import pytest
from cssselect2 import ElementWrapper, compile_selector_list, compiler

import triplicate
from triplicate.layout import selectors, stylesheet

COMPOUNDS = ["a", "b", "*", ".x", "a.y"]


def tree(chance: random.Random, depth: int) -> ET.Element:
    made = ET.Element(chance.choice("ab"), {"class": chance.choice(["x", "y", ""])})
    made.extend(tree(chance, depth - 1) for _ in range(chance.randint(0, 4) if depth else 0))
    return made


def selector(chance: random.Random, depth: int = 2) -> str:
    def compound() -> str:
        one = chance.choice(COMPOUNDS)
        if depth and chance.random() < 0.4:
            inner = ", ".join(selector(chance, depth - 1) for _ in range(chance.randint(1, 2)))
            one += f"{chance.choice([':is', ':not', ':where'])}({inner})"
        return one

    before = (compound() + chance.choice(" >~+") for _ in range(chance.randint(0, 5)))
    return "".join(before) + compound()


def matched(test: object, root: ET.Element) -> list[bool]:
    assert callable(test)
    return [bool(test(element)) for element in ElementWrapper.from_html_root(root).iter_subtree()]


@pytest.mark.parametrize("seed", range(60))
def test_what_matches_is_what_cssselect2_matches_by_itself(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    stylesheet.load()
    chance = random.Random(seed)
    root, text = tree(chance, 4), selector(chance)
    mended = compile_selector_list(text)[0].test
    monkeypatch.setattr(compiler, "_compile_node", compiler._compile_node.__wrapped__)
    assert matched(mended, root) == matched(compile_selector_list(text)[0].test, root), text
    assert not selectors._KNOWN


def test_the_farthest_comes_first_in_cssselect2() -> None:
    root = ET.fromstring("<a><b/><c/><d><e/></d></a>")
    last = list(ElementWrapper.from_html_root(root).iter_subtree())[-1]
    assert [one.local_name for one in last.ancestors] == ["a", "d"]
    assert [one.local_name for one in last.ancestors[-1].previous_siblings] == ["b", "c"]


NESTED = "<div>" * 30 + "<p>Word"
ROWS = "<p>Word" * 300


@pytest.mark.parametrize(
    ("css", "html"),
    [
        (" ~ ".join("p" * 30), ROWS),
        ("i ~ " + " ~ ".join("p" * 30), ROWS),
        ("i " + " ".join("*" * 60), NESTED),
        ("i " + " > * ".join("*" * 25), NESTED),
        (":is(" * 20 + "i *" + ") *" * 20, NESTED),
        (":not(" * 20 + "i *" + ") *" * 20, NESTED),
        ("* { " * 20 + "& *", NESTED),
        (":has(:is(" * 6 + "i *" + ")) *" * 6, "<div>" * 10 + "<p>Word</p>" * 20),
        (":nth-child(1 of " * 30 + "p" + ")" * 30, NESTED),
    ],
)
def test_selectors_of_many_parts_take_no_longer_than_they_are(css: str, html: str) -> None:
    start = time.monotonic()
    assert triplicate.html_to_docx(f"<style>{css} {{ color: red }}</style>{html}")
    assert time.monotonic() - start < 20


def test_short_selectors_stay_as_they_are() -> None:
    stylesheet.load()
    original = compiler._compile_node.__wrapped__
    for left, combinator, right in itertools.product(["a", ".x", "*"], " >~+", ["b", "#i"]):
        parsed = compiler.parser.parse(f"{left}{combinator}{right}")
        tree = next(iter(parsed)).parsed_tree
        assert compiler._compile_node(tree) == original(tree)
