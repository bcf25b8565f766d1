"""The wheel works away from the checkout: theme inside, editions the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
REPORT = "csr-roundtable-2011"

pytestmark = pytest.mark.packaging


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command without this test's Python environment; return what it printed."""
    ours = ("PYTHON", "VIRTUAL")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout by the way of its source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=CHECKOUT)
    (archive,) = folder.glob("*.tar.gz")
    pip_wheel = (sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation")
    run(*pip_wheel, "--wheel-dir", folder, archive, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs folder of a new virtual environment: locked packages and the wheel."""
    environment = tmp_path_factory.mktemp("venv")
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=environment)
    python = environment / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet")
    lock = CHECKOUT / "requirements" / "runtime.txt"
    run(*pip, "--require-hashes", "-r", lock, cwd=environment)
    run(*pip, "--no-deps", wheel, cwd=environment)
    return environment / "bin"


def test_the_wheel_holds_the_code_the_theme_the_types_and_the_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    source = {
        f"triplicate/{path.relative_to(CHECKOUT / 'src' / 'triplicate').as_posix()}"
        for path in (CHECKOUT / "src" / "triplicate").rglob("*.py")
    }
    theme = {
        f"triplicate/{path.relative_to(CHECKOUT).as_posix()}"
        for path in (CHECKOUT / "templates").rglob("*")
        if path.is_file()
    }
    assert theme
    assert source | theme <= names
    assert "triplicate/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "data/", "output/"))]


def test_the_installed_package_declares_what_it_imports(installed: Path) -> None:
    python = installed / "python"
    where = run(python, "-c", "import triplicate; print(triplicate.__file__)", cwd=installed)
    assert not Path(where.strip()).is_relative_to(CHECKOUT)
    lister = (sys.executable, "-m", "pip", "--python", python, "check")
    assert "No broken requirements" in run(*lister, cwd=installed)


def test_the_installed_command_names_its_version(installed: Path) -> None:
    assert "0.1.0" in run(installed / "triplicate", "--version", cwd=installed)


def test_the_installed_command_builds_the_same_editions(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "data", tmp_path / "data")
    run(installed / "triplicate", "build", cwd=tmp_path)
    run(sys.executable, "-m", "triplicate", "build", "-o", tmp_path / "checkout", cwd=CHECKOUT)
    for suffix in ("html", "pdf", "docx"):
        built = tmp_path / "output" / REPORT / f"{REPORT}.{suffix}"
        expected = tmp_path / "checkout" / REPORT / f"{REPORT}.{suffix}"
        assert built.read_bytes() == expected.read_bytes(), suffix
