from __future__ import annotations

import zlib

import pydyf

from triplicate.editions.pdf.streams import compress_streams


def test_no_stream_ends_in_a_carriage_return() -> None:
    """One in 256 would."""
    for number in range(88000, 89000):
        raw = str(number).encode()
        pdf, stream = pydyf.PDF(), pydyf.Stream([raw], {"Length1": len(raw)}, compress=True)
        pdf.add_object(stream)
        compress_streams(pdf)
        (data,) = stream.stream
        assert not data.endswith(b"\r")
        found = zlib.decompress(data)
        assert found.rstrip(b"\n") == raw
        assert stream.extra["Length1"] == len(found)


def test_metadata_stay_readable() -> None:
    pdf = pydyf.PDF()
    stream = pydyf.Stream([b"<rdf/>"], {"Type": "/Metadata"}, compress=True)
    pdf.add_object(stream)
    compress_streams(pdf)
    assert stream.stream == [b"<rdf/>"]
    assert not stream.compress
