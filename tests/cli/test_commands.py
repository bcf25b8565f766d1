"""The command line as a user meets it: what it prints, writes and returns."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEED = ROOT / "data" / "csr-roundtable-2011"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the seed report under data/."""
    shutil.copytree(SEED, tmp_path / "data" / "seed")
    return tmp_path


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "triplicate", *arguments],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def break_yaml(project: Path) -> None:
    path = project / "data" / "seed" / "report.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")


def test_build_writes_three_editions_and_says_so(project: Path) -> None:
    result = run(project, "build")
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines[:3]] == [
        f"output/seed/seed.{suffix}" for suffix in ("pdf", "docx", "html")
    ]
    assert "5 pages" in lines[0]
    assert lines[3].startswith("3 files in ")
    assert sorted(path.name for path in (project / "output" / "seed").iterdir()) == [
        "seed.docx",
        "seed.html",
        "seed.pdf",
    ]


def test_build_takes_names_folders_editions_and_an_output(project: Path) -> None:
    for name in ("seed", "data/seed", "data/seed/report.yaml"):
        result = run(project, "build", name, "-e", "html", "-o", "out", "-q")
        assert result.returncode == 0
        assert result.stdout == result.stderr == ""
    assert [path.name for path in (project / "out" / "seed").iterdir()] == ["seed.html"]


def test_a_mistake_is_shown_at_its_place_and_the_last_editions_stay(project: Path) -> None:
    run(project, "build", "-e", "html")
    before = (project / "output" / "seed" / "seed.html").read_bytes()
    break_yaml(project)
    result = run(project, "build")
    assert result.returncode == 1
    assert "data/seed/report.yaml:2:1: error[" in result.stderr
    assert 'did you mean "title"?' in result.stderr
    assert "Traceback" not in result.stderr
    assert (project / "output" / "seed" / "seed.html").read_bytes() == before
    assert len(list((project / "output" / "seed").iterdir())) == 1


def test_one_broken_report_does_not_keep_the_others_from_being_built(project: Path) -> None:
    shutil.copytree(SEED, project / "data" / "other")
    break_yaml(project)
    result = run(project, "build", "-e", "html")
    assert result.returncode == 1
    assert (project / "output" / "other" / "other.html").is_file()
    assert not (project / "output" / "seed").exists()


def test_check_reports_and_writes_nothing(project: Path) -> None:
    assert run(project, "check").stdout == "1 report: no problems\n"
    break_yaml(project)
    result = run(project, "check")
    assert result.returncode == 1
    assert "1 report: " in result.stdout
    assert not (project / "output").exists()


@pytest.mark.parametrize("format_", ["json", "sarif"])
def test_machine_formats_are_on_standard_output(project: Path, format_: str) -> None:
    break_yaml(project)
    result = run(project, "check", "--format", format_)
    assert result.returncode == 1
    assert result.stderr == ""
    assert "report.yaml" in json.dumps(json.loads(result.stdout))


def test_github_annotations(project: Path) -> None:
    break_yaml(project)
    result = run(project, "check", "--format", "github")
    assert "file=data/seed/report.yaml,line=2,col=1" in result.stdout
    assert result.stdout.startswith("::error ")


def test_show_report_is_json_with_everything_settled(project: Path) -> None:
    report = json.loads(run(project, "show", "seed", "--stage", "report").stdout)
    assert report["date"]["text"] == "16 November 2011"
    assert [entry["number"] for entry in report["contents"]] == ["A.", "B.", "C."]


def test_show_html_writes_what_another_renderer_can_load(project: Path) -> None:
    result = run(project, "show", "seed", "--stage", "html", "-o", "print")
    assert result.stdout == "print/report.html\n"
    page = (project / "print" / "report.html").read_text(encoding="utf-8")
    assert page == run(project, "show", "seed", "--stage", "html").stdout
    assert (project / "print" / "report.css").is_file()
    assert len(list((project / "print" / "fonts").glob("*.ttf"))) == 8


def test_show_html_brings_the_images_of_the_theme(project: Path) -> None:
    mark = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    art = project / "look" / "art"
    art.mkdir(parents=True)
    (art / "a mark.svg").write_text(mark)
    css = '.kind { background: url("art/a%20mark.svg") } h1 { background: url(missing.svg) }'
    (project / "look" / "report.css").write_text(css)
    run(project, "show", "seed", "--stage", "html", "-o", "print", "--theme", "look")
    found = sorted((project / "print").rglob("*.*"))
    assert [path.name for path in found] == ["a mark.svg", "report.css", "report.html"]
    assert (project / "print" / "art" / "a mark.svg").read_text() == mark


def test_show_boxes_shows_text_and_styles(project: Path) -> None:
    text = run(project, "show", "seed", "--stage", "boxes").stdout
    assert "<h1#title> Literata" in text
    assert '"Palais des Nations, Geneva"' in text


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["build", "sed"], 'did you mean "seed"?'),
        (["build", "-e", "pdf,doc"], 'found "doc"'),
        (["build", "-e", ","], "found none"),
        (["show", "seed"], "--stage"),
        (["build", "nothing-like-it"], "known are: seed"),
        (["build", "data/sed"], 'did you mean "seed"?'),
        (["bild"], 'expected a command, found "bild"; did you mean "build"?'),
        (["xyz"], "known are: build, check, show, docx"),
        (["--verson"], "--version"),
        (["build", "--outptu", "x"], "--output"),
    ],
)
def test_wrong_usage_returns_2_and_says_what_was_expected(
    project: Path, arguments: list[str], found: str
) -> None:
    result = run(project, *arguments)
    assert result.returncode == 2
    assert found in result.stderr
    assert "Traceback" not in result.stderr


def test_without_arguments_it_prints_help_with_examples(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.returncode == 2
    assert "Examples:\n    triplicate build" in result.stderr


def test_a_folder_without_reports_says_where_they_should_be(tmp_path: Path) -> None:
    result = run(tmp_path, "build")
    assert result.returncode == 2
    assert "data/<report>/report.yaml" in " ".join(result.stderr.split())


def test_an_output_that_is_a_file_returns_3(project: Path) -> None:
    (project / "output").mkdir()
    (project / "output" / "seed").write_text("in the way")
    result = run(project, "build", "-e", "html")
    assert result.returncode == 3
    assert "output/seed" in result.stderr
    assert "--output" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_without_permission_returns_3(project: Path) -> None:
    (project / "output").mkdir(mode=0o500)
    result = run(project, "build", "-e", "html")
    assert result.returncode == 3
    assert "permission denied" in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_standard_output_on_a_full_disk_is_no_traceback(project: Path) -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "triplicate", "show", "seed", "--stage", "html"],
            cwd=project,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert result.returncode == 3
    assert "Traceback" not in result.stderr


def begin_long_build(project: Path, number: signal.Signals) -> subprocess.Popen[str]:
    """A build in a session of its own that has begun to work, and heeds a signal."""
    people = project / "data" / "seed" / "participants.csv"
    people.write_text(people.read_text(encoding="utf-8") + "Doe,A,B\n" * 3000, encoding="utf-8")
    temporary = project / "temporary"
    temporary.mkdir()
    handler = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
    process = subprocess.Popen(
        [sys.executable, "-m", "triplicate", "build"],
        cwd=project,
        env=os.environ | {"TMPDIR": str(temporary)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A shell that runs this suite in the background makes it ignore interrupts.
        preexec_fn=lambda: signal.signal(number, handler),
    )
    while not list(temporary.glob("triplicate-*")):
        assert process.poll() is None, "the build ended before it was seen"
        time.sleep(0.005)
    return process


def test_interrupting_a_build_leaves_the_last_editions_and_nothing_else(project: Path) -> None:
    run(project, "build", "-e", "html")
    before = (project / "output" / "seed" / "seed.html").read_bytes()
    process = begin_long_build(project, signal.SIGINT)
    os.killpg(process.pid, signal.SIGINT)
    _, problems = process.communicate()
    assert process.returncode == 130
    assert "Traceback" not in problems
    assert (project / "output" / "seed" / "seed.html").read_bytes() == before
    assert [path.name for path in (project / "output" / "seed").iterdir()] == ["seed.html"]
    assert list((project / "temporary").iterdir()) == []


def test_a_terminal_that_closes_ends_a_build_and_its_temporary_files(project: Path) -> None:
    process = begin_long_build(project, signal.SIGHUP)
    process.send_signal(signal.SIGHUP)
    process.communicate()
    assert process.returncode == 128 + signal.SIGHUP
    assert list((project / "temporary").iterdir()) == []


def test_reports_of_one_name_are_refused_as_one_would_replace_the_other(project: Path) -> None:
    shutil.copytree(SEED, project / "older" / "seed")
    result = run(project, "build", "seed", "older/seed")
    assert result.returncode == 2
    assert 'found "data/seed" and "older/seed"' in result.stderr
    assert not (project / "output").exists()
    assert run(project, "build", "-e", "html", "seed", "./data/seed").returncode == 0


def test_names_of_folders_cannot_drive_the_terminal(project: Path) -> None:
    (project / "data" / "seed").rename(project / "data" / "a\x1b[31m\nb")
    result = run(project, "build", "-e", "html")
    assert result.returncode == 0, result.stderr
    assert "\x1b" not in result.stdout
    assert result.stdout.count("\n") == 2


def test_a_full_temporary_folder_is_named(tmp_path: Path) -> None:
    from triplicate.cli.guard import _about_machine

    text = _about_machine(OSError(28, "No space left on device", "/somewhere/x"))
    assert "no space left on device (/somewhere/x)" in text
    assert "hint: free some disk space" in text


def test_a_reader_that_goes_away_is_no_error(project: Path) -> None:
    command = f"'{sys.executable}' -m triplicate show seed --stage html | head -1"
    result = subprocess.run(
        ["sh", "-c", command], cwd=project, capture_output=True, text=True, check=False
    )
    assert result.stdout == "<!DOCTYPE html>\n"
    assert result.stderr == ""


def test_progress_is_shown_at_a_terminal_and_wiped(project: Path) -> None:
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "triplicate", "build", "-e", "html"],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        check=True,
    )
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "seed: load" in shown
    assert shown.endswith("\r\x1b[K")


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["show", "--help"]])
def test_help_has_examples(tmp_path: Path, arguments: list[str]) -> None:
    result = run(tmp_path, *arguments)
    assert result.returncode == 0
    assert "Examples:" in result.stdout
    assert "triplicate show" in result.stdout or "triplicate build" in result.stdout


def test_version(tmp_path: Path) -> None:
    assert run(tmp_path, "--version").stdout.startswith("triplicate 0.")


def test_the_web_edition_alone_imports_neither_weasyprint_nor_python_docx(project: Path) -> None:
    code = (
        "import sys, triplicate; triplicate.build('data/seed', editions=['html'])\n"
        "print({'weasyprint', 'docx', 'lxml'} & set(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True
    )
    assert result.stdout == "set()\n"
