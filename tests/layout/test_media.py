from __future__ import annotations

from xml.etree import ElementTree

import pytest

from triplicate.layout.media import print_media


def printed(markup: str) -> tuple[ElementTree.Element, list[str]]:
    root = ElementTree.fromstring(f"<body>{markup}</body>")
    return root, [lost.message for lost in print_media(root)]


@pytest.mark.parametrize(
    ("markup", "address", "label"),
    [
        ('<video src="a.mp4"/>', "a.mp4", "a.mp4"),
        ('<video title="A film"><source src="a.webm"/></video>', "a.webm", "A film"),
        ('<audio controls="" src="a.mp3"/>', "a.mp3", "a.mp3"),
        ('<iframe src="https://example.org/"/>', "https://example.org/", "https://example.org/"),
        ('<embed src="a.swf"/>', "a.swf", "a.swf"),
        ('<object data="a.pdf"/>', "a.pdf", "a.pdf"),
        ('<object type="application/pdf" data="a"/>', "a", "a"),
        ('<frame src="a.html"/>', "a.html", "a.html"),
    ],
)
def test_what_plays_becomes_a_link_to_it(markup: str, address: str, label: str) -> None:
    root, lost = printed(markup)
    (link,) = root.iter("a")
    assert (link.get("href"), link.text) == (address, label)
    assert len(lost) == 1
    assert lost[0].endswith(": a link stands for it")


@pytest.mark.parametrize("tag", ["video", "iframe", "canvas", "object"])
def test_words_inside_stand_for_what_plays(tag: str) -> None:
    root, lost = printed(f'<{tag} src="a" data="a"><p>Words</p></{tag}>')
    assert "".join(root.itertext()) == "Words"
    assert next(root.iter("a"), None) is None
    assert [one.rpartition(": ")[2] for one in lost] == ["the words inside stand for it"]


def test_an_object_in_an_object_is_its_fallback() -> None:
    root, lost = printed('<object data="a.pdf"><object data="b.swf"/></object>')
    assert [link.get("href") for link in root.iter("a")] == ["b.swf"]
    assert len(lost) == 2


def test_what_has_no_address_and_no_words_is_reported() -> None:
    _, lost = printed("<canvas/>")
    assert lost == ["expected what can be read on paper, found <canvas>: nothing stands for it"]


@pytest.mark.parametrize(
    "markup",
    [
        '<embed src="a.svg?x"/>',
        '<object data="a.png"/>',
        '<object type="image/png" data="a"/>',
        '<embed src="data:image/png;base64,AA"/>',
    ],
)
def test_pictures_stay(markup: str) -> None:
    root, lost = printed(markup)
    assert root[0].tag in ("embed", "object")
    assert lost == []


def test_a_film_has_its_poster() -> None:
    root, _ = printed('<video src="a.mp4" poster="a.png"/>')
    assert [child.tag for child in root[0]] == ["img", "a"]


def test_sound_without_controls_is_not_seen() -> None:
    root, lost = printed('<audio src="a.mp3">x</audio>')
    assert root[0].get("style") == "display: none"
    assert lost == []


@pytest.mark.parametrize(
    ("markup", "source", "style"),
    [
        ('<img srcset="a.png, b.png 2x"/>', "b.png", "image-resolution: 2dppx; "),
        ('<img srcset="a.png 400w, b.png 800w"/>', "b.png", "max-width: 100%; "),
        ('<img src="c.png" srcset="a.png 2x"/>', "c.png", None),
        (
            '<picture><source srcset="a.avif" type="image/avif"/><source srcset="b.webp"/><img/>'
            "</picture>",
            "b.webp",
            "image-resolution: 1dppx; ",
        ),
        ('<picture><source srcset="b.webp"/><img src="c.png"/></picture>', "c.png", None),
        (
            '<img srcset="data:image/png;base64,AA== 1x"/>',
            "data:image/png;base64,AA==",
            "image-resolution: 1dppx; ",
        ),
    ],
)
def test_a_picture_without_an_address_is_the_finest_offered(
    markup: str, source: str, style: str | None
) -> None:
    root, _ = printed(markup)
    (image,) = root.iter("img")
    assert (image.get("src"), image.get("style")) == (source, style)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<meter value="3" max="10"/>', "3/10"),
        ('<progress value="0.7"/>', "70 %"),
        ('<progress value="0.7">most</progress>', "most"),
        ("<progress/>", ""),
        ('<meter value="x"/>', "x"),
    ],
)
def test_gauges_say_their_value(markup: str, text: str) -> None:
    assert "".join(printed(markup)[0].itertext()) == text


def test_links_in_pictures_are_reported() -> None:
    assert len(printed('<map><area href="a"/></map>')[1]) == 1
    assert printed("<map><area/></map>")[1] == []


def test_a_button_with_a_picture_is_a_picture() -> None:
    assert printed('<input type="IMAGE" src="a.png" alt="Go"/>')[0][0].tag == "img"
