"""What templates get: everything settled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.report.building import FACTS, LABELS, resolved
from triplicate.diagnostics import Diagnostics
from triplicate.load.prose import plain_text
from triplicate.report import (
    Link,
    ListBlock,
    ParagraphBlock,
    QuoteBlock,
    ResolvedOutcomes,
    ResolvedParticipants,
    ResolvedSection,
    ResolvedText,
    Strong,
    Text,
    load_report,
    resolve,
    to_json,
)

STYLES = "numbering: {sections: [upper-roman, upper-alpha, decimal]}\n"


def _paragraph(tmp_path: Path, text: str, yaml: str = "") -> tuple[object, ...]:
    report, rules = resolved(tmp_path, f"{yaml}body:\n  - file: a.md\n", {"a.md": text})
    assert rules == []
    (item,) = report.body
    assert isinstance(item, ResolvedText)
    (block,) = item.blocks
    assert isinstance(block, ParagraphBlock)
    return block.inlines


def test_facts_are_settled(tmp_path: Path) -> None:
    yaml = (
        "venue: {name: Palais des Nations, city: Geneva}\norganizers: [UNCTAD, ILO]\n"
        "symbol: TD/B/1\nabbreviations: {CSR: corporate social responsibility}\n"
        "body:\n  - text: Words.\n"
    )
    report, rules = resolved(tmp_path / "meeting", yaml)
    assert rules == []
    assert report.name == "meeting"
    assert (report.date.iso, report.date.text) == ("2011-11-16", "16 November 2011")
    assert report.venue is not None
    assert report.venue.text == "Palais des Nations, Geneva"
    assert report.organizers == ("UNCTAD", "ILO")
    assert report.abbreviations == {"CSR": "corporate social responsibility"}
    assert report.description == "Words."
    assert report.direction == "ltr"


def test_text_before_the_first_section_leads(tmp_path: Path) -> None:
    yaml = "body:\n  - text: A.\n  - section: One\n    text: B.\n  - text: C.\n"
    report, _ = resolved(tmp_path, yaml)
    lead, section, after = report.body
    assert isinstance(section, ResolvedSection)
    (inner,) = section.body
    roles = [item.role for item in (lead, inner, after) if isinstance(item, ResolvedText)]
    assert roles == ["lead", "body", "body"]


def test_headings_of_a_file_nest_below_the_section_that_reads_it(tmp_path: Path) -> None:
    yaml = STYLES + "body:\n  - section: Top\n    file: a.md\n"
    report, rules = resolved(
        tmp_path, yaml, {"a.md": "Words.\n\n## A\n\nB.\n\n### C\n\nD.\n\n## E\n\nF.\n"}
    )
    assert rules == []
    (top,) = report.contents
    assert [(e.number, e.title, e.level) for e in (top, *top.children)] == [
        ("I.", "Top", 1),
        ("A.", "A", 2),
        ("B.", "E", 2),
    ]
    assert [(e.number, e.title, e.level) for e in top.children[0].children] == [("1.", "C", 3)]


def test_the_full_stop_of_a_value_is_that_of_its_sentence(tmp_path: Path) -> None:
    yaml = 'body:\n  - text: "{{ date }}. {{ date }}, {{ date }}..."\n'
    folder = tmp_path / "report"
    resolved(folder, yaml)
    facts = (
        (folder / "report.yaml").read_text(encoding="utf-8").replace("language: en", "language: ru")
    )
    (folder / "report.yaml").write_text(facts, encoding="utf-8")
    report = load_report(folder, Diagnostics())
    assert report is not None
    (text,) = resolve(report, LABELS, Diagnostics()).body
    day = "16\u00a0ноября\u00a02011\u00a0г."
    assert isinstance(text, ResolvedText)
    assert isinstance(text.blocks[0], ParagraphBlock)
    assert plain_text(text.blocks[0].inlines) == f"{day} {day}, {day}..."


def test_values_are_computed(tmp_path: Path) -> None:
    text = (
        "{{ participants | count | spell_out | capitalize }} ({{ participants | count }}) on "
        "{{ date }} for {{ organizers }} in {{ venue.city }}, with {{ outcomes | count }} outcomes."
    )
    yaml = (
        "organizers: [UNCTAD, ILO]\nvenue: {city: Geneva}\nbody:\n  - file: a.md\n"
        "  - outcomes: [One, Two]\n  - participants:\n"
        + "".join(f"      - {{name: N{n}, title: T, organization: O}}\n" for n in range(21))
    )
    report, rules = resolved(tmp_path, yaml, {"a.md": text})
    assert rules == []
    assert report.description == (
        "Twenty-one (21) on 16\u00a0November\u00a02011 for UNCTAD and ILO in Geneva, "
        "with 2 outcomes."
    )


def test_what_looks_like_markup_in_a_fact_stays_text(tmp_path: Path) -> None:
    inlines = _paragraph(tmp_path, "{{ symbol }}", "symbol: '<b>*x*</b> &amp;'\n")
    assert inlines == (Text("<b>*x*</b> &amp;"),)


def test_a_reference_shows_number_and_title_of_its_section(tmp_path: Path) -> None:
    yaml = STYLES + (
        "body:\n  - text: 'See [](#two), [here](#two) and **[](#two)**.'\n"
        "  - section: One\n    text: A.\n  - section: Two *x*\n    id: two\n    text: B.\n"
    )
    report, rules = resolved(tmp_path, yaml)
    assert rules == []
    lead = report.body[0]
    assert isinstance(lead, ResolvedText)
    block = lead.blocks[0]
    assert isinstance(block, ParagraphBlock)
    _, first, _, second, _, third, _ = block.inlines
    assert isinstance(first, Link)
    assert first.href == "#two"
    assert first.children[0] == Text("II. Two ")
    assert second == Link("#two", (Text("here"),))
    assert isinstance(third, Strong)


def test_texts_that_touch_are_one(tmp_path: Path) -> None:
    assert _paragraph(tmp_path, "On {{ date }}, we met.") == (
        Text("On 16\u00a0November\u00a02011, we met."),
    )


def test_lists_and_quotes_keep_their_form(tmp_path: Path) -> None:
    text = "4. a\n5. b\n\n- c\n\n> d\n"
    report, rules = resolved(tmp_path, "body:\n  - file: a.md\n", {"a.md": text})
    assert rules == []
    (item,) = report.body
    assert isinstance(item, ResolvedText)
    ordered, bullets, quote = item.blocks
    assert isinstance(ordered, ListBlock)
    assert (ordered.ordered, ordered.start, len(ordered.items)) == (True, 4, 2)
    assert isinstance(bullets, ListBlock)
    assert not bullets.ordered
    assert isinstance(quote, QuoteBlock)


def test_outcomes_come_from_yaml_or_a_markdown_list(tmp_path: Path) -> None:
    yaml = "body:\n  - outcomes: [One *x*, 'Two: y']\n  - outcomes: a.md\n"
    report, rules = resolved(tmp_path, yaml, {"a.md": "1. Three\n2. Four\n"})
    assert rules == []
    assert [len(item.items) for item in report.body if isinstance(item, ResolvedOutcomes)] == [2, 2]


def test_the_participants_table_has_labels_and_widths(tmp_path: Path) -> None:
    csv = 'organization,name,title\nOffice,"Ada, A",=1+1\n'
    report, rules = resolved(tmp_path, "body:\n  - participants: a.csv\n", {"a.csv": csv})
    assert rules == []
    (table,) = report.body
    assert isinstance(table, ResolvedParticipants)
    assert [column.label for column in table.columns] == ["Organization", "Name", "Title"]
    assert sum(column.share for column in table.columns) == pytest.approx(1)
    assert table.rows[0].cells == ("Office", "Ada, A", "=1+1")


def test_paragraphs_are_numbered_through_when_wanted(tmp_path: Path) -> None:
    yaml = (
        "numbering: {sections: [decimal], paragraphs: true}\nbody:\n"
        "  - text: A.\n  - section: One\n    file: a.md\n"
    )
    report, _ = resolved(tmp_path, yaml, {"a.md": "B.\n\n- list\n\nC.\n"})
    lead, section = report.body
    assert isinstance(section, ResolvedSection)
    texts = [item for item in (lead, *section.body) if isinstance(item, ResolvedText)]
    blocks = [block for text in texts for block in text.blocks]
    assert [b.number for b in blocks if isinstance(b, ParagraphBlock)] == ["1.", "2.", "3."]


def test_every_id_is_unique_and_survives_another_block(tmp_path: Path) -> None:
    yaml = "body:\n  - section: One\n    file: a.md\n  - participants: p.csv\n"
    text = "A.\n\n> B.\n\n- C\n- C\n\nD.\n"
    csv = "name,title,organization\n" + "Ada,Chair,Office\n" * 2
    before, _ = resolved(tmp_path / "a", yaml, {"a.md": text, "p.csv": csv})
    after, _ = resolved(
        tmp_path / "a", yaml, {"a.md": f"New.\n\n{text}", "p.csv": csv + "Bo,Clerk,Office\n"}
    )
    old, new = _ids(before), _ids(after)
    assert len({id_.casefold() for id_ in new}) == len(new)
    # The text as a whole is another one, as it holds another paragraph.
    assert {id_ for id_ in old if not id_.startswith("text-")} <= set(new)


def _ids(report: object) -> list[str]:
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            found.extend(value[key] for key in ("id",) if key in value)
            for key, inner in value.items():
                if key != "contents":
                    walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(json.loads(to_json(report)))  # type: ignore[arg-type]
    return found


def test_json_shows_kinds_and_no_places(tmp_path: Path) -> None:
    report, _ = resolved(tmp_path, "body:\n  - text: A *b*.\n")
    shown = json.loads(to_json(report))
    (item,) = shown["body"]
    assert item["kind"] == "text"
    assert item["blocks"][0]["inlines"][1] == {
        "kind": "emphasis",
        "children": [{"kind": "text", "text": "b"}],
    }
    assert shown["kind"] == "Summary Report"


def test_a_long_description_ends_at_a_word(tmp_path: Path) -> None:
    report, _ = resolved(tmp_path, f"body:\n  - text: {'word ' * 100}\n")
    assert len(report.description) <= 300
    assert report.description.endswith("word…")


def test_a_missing_label_is_told(tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text(
        FACTS + "body:\n  - participants: [{name: Ada}]\n", encoding="utf-8"
    )
    found = Diagnostics()
    report = load_report(tmp_path, found)
    assert report is not None
    resolve(report, {}, found)
    assert {item.rule for item in found} == {"label-is-present"}
