from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from triplicate import publish as publishing
from triplicate.publish import PublishError, publish


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_are_written_and_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "report"
    publish(folder, {"a.pdf": b"1", "a.html": b"2"})
    paths = publish(folder, {"a.pdf": b"3"})
    assert paths == [folder / "a.pdf"]
    assert (folder / "a.pdf").read_bytes() == b"3"
    assert names(folder) == ["a.html", "a.pdf"]


def test_a_full_disk_leaves_the_last_editions_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, {"a.pdf": b"good", "a.html": b"good"})
    write = publishing._write

    def full(path: Path, data: bytes) -> None:
        if "html" in path.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, data)

    monkeypatch.setattr(publishing, "_write", full)
    with pytest.raises(PublishError, match="no space left on device"):
        publish(tmp_path, {"a.pdf": b"bad", "a.html": b"bad"})
    assert names(tmp_path) == ["a.html", "a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"good"


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(PublishError) as caught:
        publish(tmp_path / "out" / "report", {"a.pdf": b"1"})
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.rule == "output-writable"
    assert "--output" in diagnostic.hint


def test_a_folder_in_place_of_an_edition_keeps_all_from_being_written(tmp_path: Path) -> None:
    publish(tmp_path, {"a.pdf": b"good"})
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(PublishError, match="a folder of that name"):
        publish(tmp_path, {"a.pdf": b"bad", "a.docx": b"bad"})
    assert (tmp_path / "a.pdf").read_bytes() == b"good"
    assert names(tmp_path) == ["a.docx", "a.pdf"]


def test_what_a_killed_build_left_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / f".a.pdf.{os.getpid()}.part").write_bytes(b"half")
    publish(tmp_path, {"a.pdf": b"1"})
    assert names(tmp_path) == ["a.pdf"]


def test_interrupting_leaves_no_leftovers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, {"a.pdf": b"1"})
    assert names(tmp_path) == []


def test_a_link_in_place_of_an_edition_is_replaced_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.pdf").symlink_to(secret)
    publish(tmp_path / "out", {"a.pdf": b"1"})
    assert secret.read_bytes() == b"mine"
    assert (tmp_path / "out" / "a.pdf").read_bytes() == b"1"


def test_a_device_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.docx")
    with pytest.raises(PublishError, match="a device, which a file would replace"):
        publish(tmp_path, {"a.docx": b"x"})
    assert not (tmp_path / "a.docx").is_file()
