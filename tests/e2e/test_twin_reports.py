"""Reports that hold all that reports may, beside their twins: every block on the same page."""

from __future__ import annotations

import pytest

import triplicate
from tests.twin import Twin, compare

pytestmark = [pytest.mark.e2e, pytest.mark.libreoffice, pytest.mark.tools("pdftotext")]

FACTS = """\
kind: Compte rendu analytique
title: "Réunion d'experts sur la responsabilité sociale des entreprises dans les chaînes de valeur
  mondiales : bilan, perspectives et recommandations adressées aux États membres"
date: {start: 2024-02-29, end: 2024-03-01}
venue: {name: Palais des Nations, city: Genève}
language: fr
symbol: TD/B/C.II/EM.5/3
session: Commission de l'investissement, des entreprises et du développement, quinzième session
agenda_item: Renforcement des capacités productives et responsabilité sociale des entreprises
status: draft
distribution: Générale
original_language: en
authors: [Marie-Hélène Lefèvre, Jean-Baptiste N'Diaye]
numbering:
  sections: [upper-roman, upper-alpha, decimal, lower-alpha, lower-roman]
  paragraphs: true
body:
  - file: debates.md
  - section: Participants
    body:
      - participants: participants.csv
"""
TEXT = (
    "Le comité a examiné les mesures prises par les entreprises et les États dans les chaînes de "
    "valeur mondiales et il a noté que la transparence progresse selon les pays du groupe"
)


def sentence(number: int) -> str:
    """Words of the same kind, of a length and an order that differ from number to number."""
    words = TEXT.split()
    turned = words[number % 7 :] + words[: number % 7]
    return " ".join(turned[: 9 + number * 5 % 22]).capitalize() + "."


def prose(number: int) -> str:
    return " ".join(sentence(number + step) for step in range(1 + number % 4))


def debates() -> str:
    """Five levels of sections, with lists in lists and quotations."""
    parts = [prose(3), f"> {prose(2)}\n>\n> {prose(1)}"]
    for number in range(30):
        depth = (1, 2, 3, 4, 5, 3)[number % 6]
        parts += [f"{'#' * depth} {sentence(number)[:-1]}", prose(number), prose(number + 1)]
        if number % 2:
            parts.append(
                f"1. {prose(number)}\n2. {prose(number + 2)}\n   - {sentence(number)}\n"
                f"   - {prose(number + 1)}\n     - {sentence(number + 3)}\n3. {sentence(number)}"
            )
        if number % 5 == 2:
            parts.append(
                f"> {prose(number)}\n>\n> - {sentence(number)}\n> - {sentence(number + 1)}"
            )
    return "\n\n".join(parts)


def participants() -> str:
    rows = [
        f'"Nom-{number}, Prénom",{sentence(number)[:-1]},{sentence(number * 3)[:-1]}'
        for number in range(80)
    ]
    return "name,title,organization\n" + "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Twin:
    """The figures of a French report of about 15 pages."""
    folder = tmp_path_factory.mktemp("twins")
    for name, text in {
        "report.yaml": FACTS,
        "debates.md": debates(),
        "participants.csv": participants(),
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    files = triplicate.build(folder, folder / "output").files
    with pytest.MonkeyPatch.context() as environment:
        # The layout engine hides the machine's fonts, which LibreOffice cannot start without.
        environment.delenv("FONTCONFIG_FILE", raising=False)
        return compare(files["pdf"], files["docx"], files["html"])


def test_every_block_is_on_the_same_page(twin: Twin) -> None:
    assert twin.pages[0] == twin.pages[1] > 10
    assert twin.headings_same_page == twin.headings > 25, twin
    assert twin.rows_same_page == twin.rows > 200, twin
    assert twin.same_page == twin.blocks > 400, twin


def test_blocks_break_into_the_same_lines_and_look_alike(twin: Twin) -> None:
    assert twin.same_lines == twin.blocks, twin
    assert twin.same_ink == twin.blocks, twin
    assert twin.left <= 1.5, twin
    assert twin.baseline <= 2.0, twin
