"""YAML to nodes with places."""

from __future__ import annotations

import io
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from triplicate.diagnostics import Diagnostics, Span
from triplicate.load import yaml
from triplicate.load.nodes import Mapping, Node, Scalar, Sequence
from triplicate.load.source import Source
from triplicate.load.yaml import parse_yaml

_CHARACTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\u2028\u2029"
)
_TEXT = st.text(_CHARACTERS, max_size=20) | st.sampled_from(
    ["NO", "1.10", "12:30", "null", "~", "a: b", "# c", "- d", "it's", '"', "two\nlines", " x "]
)
_DOCUMENT = st.recursive(
    _TEXT,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(_TEXT.filter(lambda key: key != "<<"), inner, max_size=4)
    ),
    max_leaves=12,
)


class _Dumper(pyyaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _parse(text: str) -> tuple[Node | None, Diagnostics]:
    found = Diagnostics()
    return parse_yaml(Source("a", text), found), found


def _plain(node: Node) -> Any:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [_plain(item) for item in node.items]
        case Mapping():
            return {key: _plain(entry.value) for key, entry in node.entries.items()}


def _scalars(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence():
            return [scalar for item in node.items for scalar in _scalars(item)]
        case Mapping():
            return [scalar for entry in node.entries.values() for scalar in _scalars(entry.value)]


def _dump(document: Any, style: str | None, flow: bool) -> str:
    out = io.StringIO()
    pyyaml.dump(
        document,
        out,
        Dumper=_Dumper,
        allow_unicode=True,
        default_style=style,
        default_flow_style=flow,
        sort_keys=False,
    )
    return out.getvalue()


@given(_DOCUMENT, st.sampled_from([None, '"', "'", "|"]), st.booleans())
def test_documents_read_as_pyyaml_reads_them_with_every_value_text(
    document: Any, style: str | None, flow: bool
) -> None:
    text = _dump({"key": document}, style, flow)
    node, found = _parse(text)
    assert not found.has_errors, list(found)
    assert node is not None
    assert _plain(node) == pyyaml.load(text, Loader=pyyaml.BaseLoader)


@given(_DOCUMENT, st.sampled_from([None, "'", "|", ">"]), st.booleans())
def test_every_character_of_a_value_is_found_in_the_file(
    document: Any, style: str | None, flow: bool
) -> None:
    text = _dump({"key": document}, style, flow)
    node, _ = _parse(text)
    assert node is not None
    for scalar in _scalars(node):
        if text[scalar.start : scalar.start + 1] == '"':
            continue
        excerpt = scalar.excerpt()
        lines = text.split("\n")
        for at, char in enumerate(scalar.text):
            if not char.isspace():
                span = excerpt.span(at, at + 1)
                assert lines[span.line - 1][span.column - 1] == char


@given(st.text(st.sampled_from("ab:-#'\"[]{}&*!|>%@`,?\t\n \\<~")))
def test_any_text_gives_a_node_or_diagnostics(text: str) -> None:
    _, found = _parse(text)
    assert all("expected" in item.message and "found" in item.message for item in found)


def test_values_stay_what_was_typed() -> None:
    node, _ = _parse("a: NO\nb: 1.10\nc: 12:30\nd: 2011-11-16\n")
    assert node is not None
    assert _plain(node) == {"a": "NO", "b": "1.10", "c": "12:30", "d": "2011-11-16"}


def test_keys_and_values_know_their_places() -> None:
    node, _ = _parse("title: A meeting\nvenue:\n  city: 'Genève'\n")
    assert isinstance(node, Mapping)
    assert node.entries["title"].span == Span("a", 1, 1, 1, 6)
    venue = node.entries["venue"].value
    assert isinstance(venue, Mapping)
    assert venue.entries["city"].value.span == Span("a", 3, 9, 3, 17)


def test_aliases_are_refused_before_they_can_multiply() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    _, found = _parse(bomb)
    assert {item.rule for item in found} == {"yaml-is-plain"}


def test_deep_nesting_is_refused_without_recursion() -> None:
    _, found = _parse("a: " + "[" * 900 + "]" * 900)
    assert {item.rule for item in found} == {"yaml-depth"}


def test_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "MAX_NODES", 10)
    _, found = _parse("a: [" + "x, " * 20 + "]")
    assert {item.rule for item in found} == {"yaml-size"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: b\n\tc: d\n", "yaml-indentation"),
        ("title: A: B\n", "yaml-quotes"),
        ("a:b\nc: d\n", "yaml-space-after-colon"),
        ('a: "x\nb: c\n', "yaml-quotes"),
        ("a:\n  - x\n - y\n", "yaml-indentation"),
        ("a: [1, 2\nb: c\n", "yaml-brackets"),
        ("a: - b\n", "yaml-list"),
        ("a: @x\n", "yaml-quotes"),
        ("a: b\nfoo\nc: d\n", "yaml-key"),
        ("a: 'x' y\n", "yaml-quotes"),
    ],
)
@pytest.mark.parametrize("fast", [True, False])
def test_mistakes_are_known_with_and_without_libyaml(
    text: str, rule: str, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not fast:
        monkeypatch.setattr(yaml, "_c_loader", lambda: None)
    _, found = _parse(text)
    assert [item.rule for item in found] == [rule]
