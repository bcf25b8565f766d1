"""The text of a web page: its bytes, in the encoding that they declare.

Input: the bytes of a page. Output: its text, and what is wrong with it. Where nothing is declared,
text that is UTF-8 is read as that, as browsers do with files: the standard's windows-1252
(HTML 13.2.3.2) would make "Ã¼" of what most tools write for "ü".
"""

from __future__ import annotations

import re
from typing import NamedTuple

_WIDE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")  # how UTF-8 writes what is not ASCII


class PageText(NamedTuple):
    """A page's text.

    ``problem`` says what its encoding does not fit, "" where it does; ``offset`` is the first
    character that it does not.
    """

    text: str
    problem: str = ""
    offset: int = 0


def decoded(data: bytes) -> PageText:
    """The text of ``data``, as a browser would read it."""
    from tinyhtml5.inputstream import HTMLBinaryInputStream

    likely = "utf-8" if _is_utf_8(data) else None
    stream = HTMLBinaryInputStream(data, likely_encoding=likely)
    encoding = stream.encoding[0]
    if likely is None and stream.encoding[1] == "tentative":
        stream.number_bytes_meta = len(data)  # a parser would begin anew at a late one
        encoding = stream.detect_encoding_meta() or encoding
    stream.raw_stream.seek(0)
    stream.detect_bom()
    body = stream.raw_stream.read()
    text: str = encoding.codec_info.decode(body, "replace")[0]
    if (at := text.find("\ufffd")) >= 0 and "\ufffd".encode() not in data:
        return PageText(text, f"text in {encoding.name}, found bytes that are none", at)
    if likely and encoding.name == "windows-1252" and (wide := _WIDE.search(body)):
        # A byte is a character there.
        return PageText(text, f"text in {encoding.name}, as it says, found UTF-8", wide.start())
    return PageText(text)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
