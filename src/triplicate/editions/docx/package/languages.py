"""Packaging (stage 7c): languages as Word names them, one for each of three kinds of scripts.

Input: BCP 47 tags. Output: the attributes of ``<w:lang>``. Word keeps apart the languages of Latin
text, of East Asian text and of complex scripts (ECMA-376 Part 1, 17.3.2.20).
"""

from __future__ import annotations

import re

# The region that Word's proofing tools need; United Nations usage where there is a choice.
REGIONS = {
    "ar": "ar-SA",
    "cs": "cs-CZ",
    "da": "da-DK",
    "de": "de-DE",
    "el": "el-GR",
    "en": "en-GB",
    "es": "es-ES",
    "fa": "fa-IR",
    "fi": "fi-FI",
    "fr": "fr-FR",
    "he": "he-IL",
    "hi": "hi-IN",
    "hu": "hu-HU",
    "it": "it-IT",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "nl": "nl-NL",
    "no": "nb-NO",
    "pl": "pl-PL",
    "pt": "pt-PT",
    "ru": "ru-RU",
    "sv": "sv-SE",
    "th": "th-TH",
    "tr": "tr-TR",
    "uk": "uk-UA",
    "ur": "ur-PK",
    "zh": "zh-CN",
    "zh-hans": "zh-CN",
    "zh-hant": "zh-TW",
}
EAST_ASIAN = ("zh", "ja", "ko")
COMPLEX = ("ar", "dv", "fa", "he", "hi", "ku", "ps", "sd", "syr", "th", "ug", "ur", "yi")
_SCRIPT = re.compile(r"^(zh|ja|ko)-[a-z]{4}(?=-)", re.IGNORECASE)
LATIN = "en-GB"  # of Latin letters in a document of another script


def regional(language: str) -> str:
    """A language tag with its region; case says nothing in tags (RFC 5646, 2.1.1).

    Word's Chinese has no script where it has a region (MS-LCID: zh-HK, zh-CN).
    """
    return REGIONS.get(language.lower()) or _SCRIPT.sub(r"\1", language)


def slot(language: str) -> str:
    """The attribute of ``<w:lang>`` that a language belongs into: "val", "eastAsia" or "bidi"."""
    primary = language.partition("-")[0].lower()
    if primary in EAST_ASIAN:
        return "eastAsia"
    return "bidi" if primary in COMPLEX else "val"


def languages(language: str) -> dict[str, str]:
    """The languages of a document's text by attribute: Latin letters always have one."""
    return {"val": LATIN} | {slot(language): regional(language)}
