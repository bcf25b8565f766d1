"""Which files of a page are refused, and how that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from triplicate import html_to_docx
from triplicate.diagnostics import Diagnostic, Diagnostics


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "pages").mkdir(parents=True)
    for name in ("site/a.css", "site/b.css", "site/c.css", "site/d.css", "secret.css"):
        (tmp_path / name).write_text("p { color: #ff0000 }")
    (root / "link.css").symlink_to(tmp_path / "secret.css")
    return root


def told(site: Path, html: str, root: Path | None = None) -> list[Diagnostic]:
    found = Diagnostics()
    place = site / "pages" / "page.html"
    html_to_docx(html, base_url=place, root=root, diagnostics=found)
    return [one for one in found if one.rule == "resource-loads"]


def links(*names: str) -> str:
    return "".join(f'<link rel="stylesheet" href="{name}">\n' for name in names) + "<p>x"


def test_files_above_the_page_s_folder_are_one_warning_that_says_what_helps(site: Path) -> None:
    (problem,) = told(site, links("../a.css", "../b.css", "../c.css", "../d.css"))
    assert problem.message == (
        "expected files below the page's folder, found "
        '"../a.css", "../b.css", "../c.css" and 1 more'
    )
    assert "--root FOLDER" in problem.hint
    assert str(problem.span).endswith("page.html:1:1")


def test_each_cause_is_told_once(site: Path) -> None:
    page = links("../a.css", "http://x.example/a.css", "//x.example/b.css", "no.css", "no2.css")
    outside, network, missing = told(site, page)
    assert outside.message.endswith('found "../a.css"')
    assert network.message.endswith('found "http://x.example/a.css", "file://x.example/b.css"')
    assert missing.message == 'expected files, found nothing at "no.css", "no2.css"'


@pytest.mark.parametrize("address", ["../a.css", "/a.css"])
def test_a_root_allows_what_is_below_it(site: Path, address: str) -> None:
    assert told(site, links(address), site) == []


@pytest.mark.parametrize(
    "address", ["../link.css", "../../secret.css", "/../secret.css", "%2e%2e/%2e%2e/secret.css"]
)
def test_nothing_leads_out_of_a_root(site: Path, address: str) -> None:
    (problem,) = told(site, links(address), site)
    assert problem.message.startswith("expected files below the folder of --root, found ")
