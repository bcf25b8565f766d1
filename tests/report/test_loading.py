"""From a folder to a report, whatever is in it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from tests.report.building import FACTS, LABELS
from triplicate.diagnostics import Diagnostics, format_text
from triplicate.report import load_report, resolve, to_json

FILES = {
    "report.yaml": FACTS + "body:\n  - section: A\n    file: a.md\n  - participants: p.csv\n",
    "a.md": "# One\n\nSee {{ participants | count }} *words* [](#one).\n\n- x\n",
    "p.csv": 'name,title,organization\n"Ada, A",Chair,Office\n',
}
_PIECES = [
    b"\t", b"- ", b": ", b'"', b"'", b"[", b"]", b"{", b"}}", b"*", b"&a ", b"!t ", b"#", b"\n",
    b"\r", b"\x00", b"\xff", b"|", b">", b"%", b"\\", b",", b";", b"---\n", b"? ", b"<b>", b"`",
    b"](", b"\xe2\x80\xa8", b"\xed\xa0\x80", b"&#0;", b"    ", b"<<: ", b"1. ", b"> " * 40,
]  # fmt: skip


@st.composite
def _damaged(draw: st.DrawFn) -> dict[str, bytes]:
    files = {name: text.encode() for name, text in FILES.items()}
    name = draw(st.sampled_from(sorted(files)))
    data = files[name]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        cut = draw(st.integers(0, 8))
        piece = draw(st.sampled_from(_PIECES) | st.binary(max_size=4))
        data = data[:at] + piece + data[at + cut :]
    return {**files, name: data}


@given(_damaged())
def test_damage_gives_diagnostics_and_never_a_traceback(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file, data in files.items():
            (folder / file).write_bytes(data)
        found = Diagnostics()
        report = load_report(folder, found)
        if report is None:
            assert found.has_errors
        else:
            to_json(resolve(report, LABELS, found)).encode("utf-8")
        for item in found:
            assert "expected" in item.message
            assert "found" in item.message
        format_text(found, None, color=True)


def test_a_missing_folder_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "csr-roundtable-2011").mkdir()
    found = Diagnostics()
    assert load_report(tmp_path / "csr-roundtable-2012", found) is None
    (item,) = found
    assert "csr-roundtable-2011" in item.hint


def test_the_name_is_the_folders_however_it_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "meeting"
    folder.mkdir()
    (folder / "report.yaml").write_text(FACTS + "body:\n  - text: A.\n", encoding="utf-8")
    report = load_report(folder / ".." / "meeting", Diagnostics())
    assert report is not None
    assert report.name == "meeting"
