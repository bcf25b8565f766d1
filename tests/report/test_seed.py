"""The seed's data: complete, and read without a word of complaint."""

from __future__ import annotations

from pathlib import Path

from tests.report.building import LABELS
from triplicate.diagnostics import Diagnostics
from triplicate.load.prose import Emphasis, Inlines, plain_text
from triplicate.report import (
    ParagraphBlock,
    ResolvedItem,
    ResolvedParticipants,
    ResolvedReport,
    ResolvedSection,
    ResolvedText,
    load_report,
    resolve,
)

SEED = Path(__file__).parents[2] / "data" / "csr-roundtable-2011"


def _seed() -> ResolvedReport:
    found = Diagnostics()
    report = load_report(SEED, found)
    assert report is not None
    resolved = resolve(report, LABELS, found)
    assert list(found) == []
    return resolved


def _paragraphs(items: tuple[ResolvedItem, ...]) -> list[Inlines]:
    paragraphs: list[Inlines] = []
    for item in items:
        if isinstance(item, ResolvedSection):
            paragraphs += _paragraphs(item.body)
        elif isinstance(item, ResolvedText):
            paragraphs += [b.inlines for b in item.blocks if isinstance(b, ParagraphBlock)]
    return paragraphs


def test_the_masthead_is_made_from_facts() -> None:
    seed = _seed()
    assert (seed.kind, seed.title) == ("Summary Report", "Roundtable on CSR in Global Value Chains")
    assert seed.date.text == "16 November 2011"
    assert seed.venue is not None
    assert seed.venue.text == "Palais des Nations, Geneva"
    assert seed.organizers == ("UNCTAD", "ILO", "OECD")


def test_sections_are_numbered_as_in_the_source() -> None:
    first, *others = _seed().contents
    assert [(entry.number, entry.title) for entry in (first, *first.children, *others)] == [
        ("A.", "Summary of substantive discussions:"),
        ("1.", "Challenges of current CSR practices in value chains"),
        ("2.", "The changing context of supply chains and power structures"),
        ("3.", "CSR and national regulation"),
        ("4.", "The involvement of governments in CSR activities"),
        ("5.", "The importance of localizing programmes and creating a feeling of ownership"),
        ("B.", "Outcomes of the meeting"),
        ("C.", "List of Participants"),
    ]
    (dashed,) = first.children[3].children
    assert (dashed.number, dashed.level) == ("-", 3)
    assert dashed.title == "Scaling up and making CSR programmes more sustainable"


def test_the_number_of_participants_is_computed() -> None:
    seed = _seed()
    second = plain_text(_paragraphs(seed.body)[1])
    assert second.startswith("Thirty-eight representatives from Intergovernmental Organizations")
    assert "from thirteen developed" in second
    (table,) = next(item for item in seed.body if item.id == "participants").body  # type: ignore[union-attr]
    assert isinstance(table, ResolvedParticipants)
    assert len(table.rows) == 38
    assert table.rows[22].cells[0] == "Peiyuan, Guo"
    assert table.rows[29].cells[0] == "von Hagen, Oliver"


def test_paragraphs_that_pages_split_are_joined() -> None:
    paragraphs = [plain_text(inlines) for inlines in _paragraphs(_seed().body)]
    assert len(paragraphs) == 9
    assert any("policies and strategies, their focus on CSR" in text for text in paragraphs)
    assert any("of a Chinese standard, experts explained" in text for text in paragraphs)


def test_emphasis_stands_where_the_source_has_it() -> None:
    emphases = [
        plain_text(inline.children)
        for inlines in _paragraphs(_seed().body)
        for inline in inlines
        if isinstance(inline, Emphasis)
    ]
    assert emphases == ["standard taker", "standards maker"]
