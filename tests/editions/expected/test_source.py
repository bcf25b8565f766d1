"""The expected text itself: a verbatim copy, read with the listed normalisations only."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from unicodedata import is_normalized

from tests.editions.expected.source import SOURCE
from tests.readback.blocks import Block

# Of the source as it was handed in. Changing the expected text means changing this, by hand.
DIGEST = "1f94c9cd12789964056ca030e37c919b781e24b2db2e92318ffcf24870cfab55"


def test_the_expected_text_is_the_source_byte_for_byte() -> None:
    assert sha256(SOURCE.read_bytes()).hexdigest() == DIGEST


def test_the_source_is_composed_and_has_no_double_spaces() -> None:
    text = SOURCE.read_bytes().decode("utf-8")
    assert is_normalized("NFC", text)
    assert "  " not in text


def test_the_source_has_its_known_shape(expected: list[Block]) -> None:
    assert Counter((block.kind, block.level) for block in expected) == {
        ("title", 0): 1,
        ("paragraph", 0): 12,
        ("heading", 1): 3,
        ("heading", 2): 5,
        ("heading", 3): 1,
        ("item", 1): 4,
        ("header-row", 0): 1,
        ("row", 0): 38,
    }


def test_every_letter_of_the_source_is_in_a_block(expected: list[Block]) -> None:
    text = SOURCE.read_bytes().decode("utf-8")
    shown = "".join(
        block.number + "".join(str(prose) for prose in block.prose) for block in expected
    )
    repeated = "<u>Name</u>\t<u>Title</u>\t<u>Organization</u>"
    assert text.count(repeated) == 2
    text = text.replace(repeated, "", 1).replace("<u>", "").replace("</u>", "")
    assert Counter(re.sub(r"\s", "", shown)) == Counter(re.sub(r"\s", "", text))
