from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triplicate.resources import RefusedResource, Resources


@pytest.fixture
def resources(tmp_path: Path) -> Resources:
    for name in ("report", "theme", "elsewhere"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.png").write_bytes(b"png")
    (tmp_path / "report" / "link.png").symlink_to(tmp_path / "elsewhere" / "elsewhere.png")
    (tmp_path / "report" / "circle.png").symlink_to(tmp_path / "report" / "circle.png")
    return Resources((tmp_path / "report", tmp_path / "theme"))


def test_a_file_is_looked_for_in_the_report_then_in_the_theme(resources: Resources) -> None:
    assert resources.path("report.png").name == "report.png"
    assert resources.path("theme.png").name == "theme.png"
    assert resources.path(resources.base_url + "theme.png").name == "theme.png"


@pytest.mark.parametrize(
    "address",
    [
        "../elsewhere/elsewhere.png",
        "link.png",
        "/etc/passwd",
        "file:///etc/passwd",
        "file://host/report.png",
        "http://127.0.0.1/x.png",
        "//host/x.png",
        "%2e%2e/elsewhere/elsewhere.png",
        "missing.png",
        "report.png\0",
        "report.png%00",
        "circle.png",
        "circle.png/x.png",
        "x" * 300,
        "x/" * 3000,
    ],
)
def test_everything_else_is_refused_with_a_reason(resources: Resources, address: str) -> None:
    with pytest.raises(RefusedResource, match="expected") as refused:
        resources.path(address)
    assert len(str(refused.value)) < 200


@given(st.text(max_size=40))
def test_no_address_reaches_outside(address: str) -> None:
    folder = Path(__file__).parent
    try:
        path = Resources((folder,)).path(address)
    except ValueError:
        return
    assert path.is_relative_to(folder.resolve())


def test_a_drawing_that_repeats_itself_without_end_is_refused(resources: Resources) -> None:
    folder = resources.folders[0]
    groups = "".join(
        f'<g id="g{number + 1}">{f"""<use href="#g{number}"/>""" * 10}</g>' for number in range(9)
    )
    start = '<svg xmlns="http://www.w3.org/2000/svg"><defs><rect id="g0"/>'
    (folder / "bomb.svg").write_text(f'{start}{groups}</defs><use href="#g9"/></svg>')
    with pytest.raises(RefusedResource, match="copies of copies"):
        resources.path("bomb.svg")
    (folder / "loop.svg").write_text(f'{start}</defs><g id="a"><use href="#a"/></g></svg>')
    with pytest.raises(RefusedResource, match="copies of copies"):
        resources.path("loop.svg")
    (folder / "fine.svg").write_text(f'{start}{groups}</defs><use href="#g4"/></svg>')
    assert resources.path("fine.svg").name == "fine.svg"
