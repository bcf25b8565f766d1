from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from triplicate.diagnostics import Diagnostics
from triplicate.render import render
from triplicate.theme import Theme, built_in, load_theme

CREATED = "2011-11-16T00:00:00Z"


def report(**facts: Any) -> Any:
    """A resolved report that holds just what the templates of a test ask for."""
    return SimpleNamespace(title="A & B", language="en", **facts)


def theme(folder: Path, **templates: str) -> Theme:
    for name, text in templates.items():
        path = folder / f"{name.replace('__', '/')}.html.j2"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = load_theme(folder, Diagnostics())
    assert found is not None
    return found


def test_a_users_template_replaces_ours_and_text_is_escaped(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    look = theme(tmp_path, report="<p>{{ report.title }}</p>")
    assert render(report(), look, CREATED, diagnostics) == "<p>A &amp; B</p>\n"
    assert not len(diagnostics)


def test_all_undefined_names_are_reported_in_one_run_at_their_places(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    look = theme(tmp_path, report="<p>{{ report.titel }}</p>\n{% for x in bodies %}{% endfor %}")
    render(report(), look, CREATED, diagnostics)
    path = str(tmp_path / "report.html.j2")
    found = [(item.rule, item.span and item.span[:3]) for item in diagnostics.sorted()]
    assert found == [("template-variable", (path, 1, 14)), ("template-variable", (path, 2, 13))]


@pytest.mark.parametrize(
    "template",
    [
        "{% if report.staus == 'draft' %}x{% endif %}",
        "{% if report.staus != 'draft' %}x{% endif %}",
        "{{ report.staus + 1 }}",
        "{{ report.staus() }}",
        "{{ report.staus < 2 }}",
        "{{ {report.staus: 1} }}",
    ],
)
def test_an_undefined_name_is_reported_however_it_is_used(tmp_path: Path, template: str) -> None:
    diagnostics = Diagnostics()
    render(report(), theme(tmp_path, report=template), CREATED, diagnostics)
    assert {item.rule for item in diagnostics} == {"template-variable"}


def test_an_undefined_name_comes_with_the_nearest_known_one(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    render(report(), theme(tmp_path, report="{{ reprot }}"), CREATED, diagnostics)
    assert next(iter(diagnostics)).hint == 'did you mean "report"?'


@pytest.mark.parametrize(
    "template",
    [
        "",
        "{# later #}\n",
        "<!DOCTYPE html><html><head><title>{{ report.title }}</title></head><body></body></html>",
        "<html><style>p { color: red }</style><!-- > words --><script>x</script><p id='a'> </p>",
    ],
)
def test_a_template_that_prints_no_text_is_an_error(tmp_path: Path, template: str) -> None:
    diagnostics = Diagnostics()
    assert render(report(), theme(tmp_path, report=template), CREATED, diagnostics) is None
    (found,) = diagnostics
    assert found.rule == "template-has-text"
    assert found.span == (str(tmp_path / "report.html.j2"), 1, 1, 0, 0)


def test_a_title_is_cut_and_tied_by_filters(tmp_path: Path) -> None:
    look = theme(tmp_path, report="{{ 'One two, three' | shorten(9) }}|{{ 'a b' | tie_last_word }}")
    assert render(report(), look, CREATED, Diagnostics()) == "One two…|a\u00a0b\n"


def test_syntax_errors_of_all_templates_are_reported_in_one_run(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    look = theme(tmp_path, report="<p>\n{% if %}", sections__text="{{ node. }}")
    assert render(report(), look, CREATED, diagnostics) is None
    found = [(item.rule, item.span and item.span[:2]) for item in diagnostics.sorted()]
    assert found == [
        ("template-syntax", (str(tmp_path / "report.html.j2"), 2)),
        ("template-syntax", (str(tmp_path / "sections/text.html.j2"), 1)),
    ]


def test_an_unknown_filter_is_reported_at_its_line(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    look = theme(tmp_path, report="<p>\n{{ report.title | bold }}")
    assert render(report(), look, CREATED, diagnostics) is None
    (found,) = diagnostics
    assert found.span is not None
    assert found.rule == "template-syntax"
    assert found.span[:2] == (str(tmp_path / "report.html.j2"), 2)


@pytest.mark.parametrize(("data", "rule"), [(b"{% if %}", "template-syntax"), (b"\xff", "UTF-8")])
def test_what_is_wrong_in_an_included_page_is_reported(
    tmp_path: Path, data: bytes, rule: str
) -> None:
    diagnostics = Diagnostics()
    look = theme(tmp_path, report='{% include "foot.html" %}')
    (tmp_path / "foot.html").write_bytes(data)
    assert render(report(), look, CREATED, diagnostics) is None
    (found,) = diagnostics
    assert found.span is not None
    assert found.span.file == str(tmp_path / "foot.html")
    assert rule in f"{found.rule} {found.message}"


def test_a_missing_partial_is_reported_where_it_is_included(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    look = theme(tmp_path, report='<p>\n{% include "sections/map.html.j2" %}')
    assert render(report(), look, CREATED, diagnostics) is None
    (found,) = diagnostics
    assert "sections/map.html.j2" in found.message
    assert found.span is not None
    assert found.span[:2] == (str(tmp_path / "report.html.j2"), 2)


def test_templates_run_in_a_sandbox(tmp_path: Path) -> None:
    for attack in (
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ '{0.__class__}'.format(report) }}",
        "{{ range(10 ** 9) | list }}",
        "{{ 'x' | attr('format') }}",
    ):
        diagnostics = Diagnostics()
        text = render(report(), theme(tmp_path, report=attack), CREATED, diagnostics) or ""
        assert "class" not in text
        assert "uid=" not in text


def described(**others: Any) -> Any:
    facts = {
        "kind": "Report",
        "date": SimpleNamespace(iso="2011-11-14/2011-11-16"),
        "organizers": ["UNCTAD"],
        "authors": ["A. Martin"],
        "symbol": "TD/21",
        "keywords": ["trade"],
        "venue": None,
    }
    return report(**(facts | others))


def test_json_ld_says_who_wrote_what_of_which_days(tmp_path: Path) -> None:
    look = theme(tmp_path, report="{{ report | json_ld }}")
    data = json.loads(render(described(), look, CREATED, Diagnostics()) or "")
    # schema.org: datePublished is one day, temporalCoverage may be an interval of ISO 8601.
    assert (data["datePublished"], data["temporalCoverage"]) == (
        "2011-11-16",
        "2011-11-14/2011-11-16",
    )
    assert [(one["@type"], one["name"]) for one in data["author"]] == [
        ("Person", "A. Martin"),
        ("Organization", "UNCTAD"),
    ]
    assert (data["reportNumber"], data["keywords"]) == ("TD/21", ["trade"])


def test_json_ld_cannot_end_its_script(tmp_path: Path) -> None:
    look = theme(tmp_path, report="<script>{{ report | json_ld }}</script>x")
    facts = described(kind="</script><b>")
    text = render(facts, look, CREATED, Diagnostics())
    assert text is not None
    assert text.count("</script>") == 1
    assert "<b>" not in text


def test_the_built_in_templates_are_found_by_a_theme_without_any(tmp_path: Path) -> None:
    assert theme(tmp_path).folders[-1] == built_in()
