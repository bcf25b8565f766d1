from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from tests.editions.docx.words import W, faces, lowered, opened, page, parts, styled
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import ir, write
from triplicate.editions.docx.lower import lower
from triplicate.editions.docx.package import pack
from triplicate.editions.docx.package.fonts import obfuscated
from triplicate.layout.facts import LayoutFacts

BODY = """
<h1 id="title">Title</h1><h2><span class="number">A.</span> Section</h2>
<p id="p">Text with <em>emphasis</em>,
<a href="https://example.org/a b?c=ü">a link</a><br>and more.</p>
<ol><li>One</li></ol>
<table aria-label="People"><thead><tr><th>A</th></tr></thead><tr><td>1</td></tr></table>
"""
FOOTER = """
@page { @bottom-right { content: counter(page) " of " counter(pages) } }
@page :first { @top-left { content: "First" } }
"""


@pytest.fixture(scope="module")
def package() -> dict[str, Any]:
    return parts(lowered(BODY, FOOTER).document)


def attributes(root: Any, path: str) -> list[str]:
    return [str(value) for value in root.xpath(path, namespaces={"w": W[1:-1]})]


def test_the_same_document_gives_the_same_bytes() -> None:
    tree = styled(page(BODY))
    assert write(tree, faces()) == write(tree, faces())


def test_members_have_no_date_of_their_own() -> None:
    with ZipFile(BytesIO(pack(lowered(BODY).document))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_python_docx_reads_it() -> None:
    document = docx.Document(BytesIO(pack(lowered(BODY).document)))
    assert [p.style.name for p in document.paragraphs if p.style][:3] == [
        "Title",
        "Heading 1",
        "Body Text",
    ]
    assert document.paragraphs[2].text == "Text with emphasis, a link\nand more."
    assert document.tables[0].cell(1, 0).text == "1"


def test_every_style_in_use_is_defined(package: dict[str, Any]) -> None:
    known = set(attributes(package["word/styles.xml"], "//w:style/@w:styleId"))
    for name in ("document", "header1", "footer1"):
        root = package[f"word/{name}.xml"]
        assert set(attributes(root, "//w:pStyle/@w:val|//w:rStyle/@w:val")) <= known
    styles = package["word/styles.xml"]
    assert set(attributes(styles, "//w:basedOn/@w:val|//w:next/@w:val")) <= known
    assert len(known) == len(attributes(styles, "//w:style/@w:styleId"))


def test_styles_take_fonts_and_colours_from_the_theme_that_word_lets_people_change() -> None:
    css = (
        "body { color: #222 } h1, h2 { font-family: Inter; color: #00517c }"
        "p { --word-style: Note; color: #703030 } em { color: #00517c }"
    )
    package = parts(lowered(BODY + '<p style="font-family: Inter">x</p>', css).document)
    theme = package["word/theme/theme1.xml"]
    names = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    (text,) = theme.xpath("//a:minorFont/a:latin/@typeface", namespaces=names)
    (heading,) = theme.xpath("//a:majorFont/a:latin/@typeface", namespaces=names)
    assert (text, heading) == ("Literata", "Inter")

    def style(name: str) -> list[str]:
        path = f'//w:style[w:name/@w:val="{name}"]/w:rPr'
        fonts, color = f"{path}/w:rFonts", f"{path}/w:color"
        wanted = f"{fonts}/@w:asciiTheme|{fonts}/@w:ascii|{color}/@w:val|{color}/@w:themeColor"
        return attributes(package["word/styles.xml"], wanted)

    assert style("Normal") == ["minorHAnsi", "Literata", "222222", "text1"]
    assert style("heading 1")[:2] == ["majorHAnsi", "Inter"]
    shown = {
        slot: theme.xpath(f"//a:{slot}/a:srgbClr/@val", namespaces=names)[0]
        for slot in ("accent1", "accent2", "accent3")
    }
    for name in ("heading 1", "Note", "Emphasis"):
        *_, value, reference = style(name)
        assert shown[reference] == value
    direct = package["word/document.xml"].xpath("//w:r/w:rPr/w:rFonts", namespaces={"w": W[1:-1]})
    assert [one.get(f"{W}ascii") for one in direct] == ["Inter"]
    assert not any(one.get(f"{W}asciiTheme") for one in direct)


def test_links_of_a_colour_that_is_no_accent_go_by_the_themes_colour_of_links() -> None:
    accents = " ".join(f"h{level} {{ color: #00000{level} }}" for level in range(1, 7))
    css = accents + "em { color: #999 } a { color: #123456 }"
    styles = parts(lowered(BODY, css).document)["word/styles.xml"]
    path = '//w:style[w:name/@w:val="Hyperlink"]/w:rPr/w:color/@w:themeColor'
    assert attributes(styles, path) == ["hyperlink"]


def test_enter_after_a_term_begins_its_definition_and_technical_styles_are_not_offered() -> None:
    css = "@page { @top-left { content: string(s) } } b { string-set: s content() }"
    body = "<dl><dt>a</dt><dd>b</dd></dl><p>x <b>y</b></p><p><b>z</b></p><h2><b>q</b> r</h2>"
    styles = parts(lowered(body, css).document)["word/styles.xml"]
    of = '//w:style[w:name/@w:val="{}"]/{}'
    assert attributes(styles, of.format("Definition Term", "w:next/@w:val")) == ["Definition"]
    assert attributes(styles, of.format("Running S", "w:uiPriority/@w:val")) == ["99"]
    assert not styles.xpath(of.format("Running S", "w:qFormat"), namespaces={"w": W[1:-1]})
    assert styles.xpath(of.format("Strong", "w:qFormat"), namespaces={"w": W[1:-1]})


def test_every_number_in_use_is_defined(package: dict[str, Any]) -> None:
    numbering = package["word/numbering.xml"]
    known = set(attributes(numbering, "//w:num/@w:numId"))
    used = set(attributes(package["word/styles.xml"], "//w:numId/@w:val"))
    used |= set(attributes(package["word/document.xml"], "//w:numId/@w:val"))
    assert used
    assert used <= known | {"0"}
    assert set(attributes(numbering, "//w:num/w:abstractNumId/@w:val")) <= set(
        attributes(numbering, "//w:abstractNum/@w:abstractNumId")
    )


def test_bookmark_ids_differ(package: dict[str, Any]) -> None:
    ids = attributes(package["word/document.xml"], "//w:bookmarkStart/@w:id")
    assert len(set(ids)) == len(ids) == 2
    assert sorted(ids) == sorted(attributes(package["word/document.xml"], "//w:bookmarkEnd/@w:id"))


def test_addresses_hold_only_what_a_uri_may() -> None:
    relations = parts(lowered(BODY).document)["word/_rels/document.xml.rels"]
    (target,) = relations.xpath("//*[@TargetMode='External']/@Target")
    assert target == "https://example.org/a%20b?c=%C3%BC"


def test_equal_addresses_share_a_relationship() -> None:
    link = '<a href="https://example.org/">x</a>'
    relations = parts(lowered(f"<p>{link}</p><p>{link}</p>").document)
    found = relations["word/_rels/document.xml.rels"].xpath("//*[@TargetMode='External']")
    assert len(found) == 1


def test_embedded_fonts_are_the_files_when_the_key_is_applied(package: dict[str, Any]) -> None:
    files = {face.path.read_bytes() for face in faces()}
    keys = attributes(package["word/fontTable.xml"], "//w:font/*/@w:fontKey")
    targets = package["word/_rels/fontTable.xml.rels"].xpath("//@Target")
    assert len(keys) == len(targets) > 0
    for key, target in zip(keys, targets, strict=True):
        data = package[f"word/{target}"]
        digits = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1]
        head = bytes(a ^ b for a, b in zip(data[:32], digits * 2, strict=True))
        assert head + data[32:] in files


def test_a_font_key_depends_on_the_font_alone() -> None:
    data = faces()[0].path.read_bytes()
    assert obfuscated(data) == obfuscated(data)
    assert obfuscated(data)[0] != obfuscated(data[:-1] + b"x")[0]


def test_without_fonts_nothing_is_embedded() -> None:
    document = lower(styled(page("<p>x</p>")), (), Diagnostics())
    package = parts(document)
    assert not [name for name in package if name.endswith(".odttf")]
    assert not attributes(package["word/settings.xml"], "//w:embedTrueTypeFonts")


def test_the_head_becomes_properties() -> None:
    head = (
        '<title>A &amp; B</title><meta name="author" content="X, Y">'
        f'<meta name="description" content="{"long " * 80}">'
        '<meta name="keywords" content="k">'
        '<meta name="dcterms.created" content="2011-11-16T00:00:00Z">'
    )
    html = f'<!DOCTYPE html><html lang="fr"><head>{head}</head><body><p>x</p>'
    properties = docx.Document(BytesIO(write(styled(html), faces()))).core_properties
    assert (properties.title, properties.author, properties.keywords) == ("A & B", "X, Y", "k")
    assert len(properties.comments) == 399
    assert (properties.created, properties.language) == (properties.modified, "fr")
    assert str(properties.created)[:10] == "2011-11-16"


def test_the_language_has_the_region_that_proofing_needs(package: dict[str, Any]) -> None:
    assert attributes(package["word/styles.xml"], "//w:docDefaults//w:lang/@w:val") == ["en-GB"]


def test_words_compatibility_mode_is_the_latest(package: dict[str, Any]) -> None:
    settings = package["word/settings.xml"]
    path = "//w:compatSetting[@w:name='compatibilityMode']/@w:val"
    assert attributes(settings, path) == ["15"]
    assert attributes(settings, "//w:autoHyphenation/@w:val") == ["0"]


def test_a_table_tells_screen_readers_its_header_and_title(package: dict[str, Any]) -> None:
    body = package["word/document.xml"]
    assert attributes(body, "//w:tblCaption/@w:val") == ["People"]
    assert attributes(body, "//w:tblLook/@w:firstRow") == ["1"]
    assert len(body.findall(f".//{W}tblHeader")) == 1


def test_page_numbers_are_filled_in_when_the_pages_are_counted() -> None:
    asked: list[bool] = []
    document = lowered(BODY, FOOTER).document

    def facts() -> LayoutFacts:
        asked.append(True)
        return LayoutFacts(42, {})

    footer = opened(pack(document, facts))["word/footer1.xml"]
    assert "".join(footer.itertext(f"{W}t")) == "1 of 42"
    assert asked == [True]


def test_characters_that_xml_forbids_do_no_harm() -> None:
    document = lowered("<p>x</p>").document
    (section,) = document.sections
    bad = ir.Paragraph("Body Text", (ir.Run("a\x00b\ufffe"),))
    document = document._replace(sections=(section._replace(blocks=(bad,)),))
    body = parts(document)["word/document.xml"]
    assert "".join(body.itertext()) == "a\ufffdb\ufffd"


def test_every_part_is_well_formed_and_typed(package: dict[str, Any]) -> None:
    types = package["[Content_Types].xml"]
    typed = {str(name)[1:] for name in types.xpath("//@PartName")}
    defaults = {str(name) for name in types.xpath("//@Extension")}
    for name, content in package.items():
        assert name in typed or name.rpartition(".")[2] in defaults
        assert isinstance(content, bytes | etree._Element)


def test_meta_elements_may_give_properties_of_ones_own() -> None:
    metas = (
        '<meta name="custom.File no." content="A &amp; 7"><meta name="CUSTOM.file NO." content="8">'
    )
    html = page("<p>x</p>").replace("<head>", f"<head>{metas}")
    found = opened(write(styled(html), faces()))["docProps/custom.xml"]
    assert [(p.get("name"), p.get("pid"), "".join(p.itertext())) for p in found] == [
        ("File no.", "2", "A & 7")
    ]


def test_a_document_without_properties_of_its_own_has_no_part_for_them(
    package: dict[str, Any],
) -> None:
    assert "docProps/custom.xml" not in package


def test_fonts_and_colours_are_those_of_normal_not_the_defaults(package: dict[str, Any]) -> None:
    """LibreOffice prefers defaults to character styles inside tables."""
    styles = package["word/styles.xml"]
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert {child.tag.rpartition("}")[2] for child in defaults} == {"kern", "lang", "ligatures"}
    (normal,) = styles.xpath("*[@*[local-name()='styleId']='Normal']")
    for name in ("rFonts", "color", "sz"):
        assert normal.find(f"{W}rPr/{W}{name}") is not None
