"""The same report gives the same bytes, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

CHECKOUT = Path(__file__).parents[3]
REPORT = "csr-roundtable-2011"
BUILD = """
import os, sys
os.umask(int(sys.argv[1], 8))
import triplicate
triplicate.build(sys.argv[2], sys.argv[3])
"""
# Runs before anything else in a Python that finds it: eleven years and some hours later.
LATER = """
import datetime, time
SHIFT = 11 * 366 * 86400 + 12345.678
real, local, utc = time.time, time.localtime, time.gmtime
time.time = lambda: real() + SHIFT
time.time_ns = lambda: int((real() + SHIFT) * 1e9)
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: utc(time.time() if seconds is None else seconds)
class datetime_later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)
class date_later(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())
datetime.datetime, datetime.date = datetime_later, date_later
"""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Digests of the editions built in this checkout."""
    folder = tmp_path_factory.mktemp("here")
    settings = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "HOME": str(folder)}
    return build(CHECKOUT, CHECKOUT / "data" / REPORT, folder, "022", settings)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Digests of the editions built from copies, by someone else, on another day."""
    folder = tmp_path_factory.mktemp("else where ü")
    for name in ("src", "templates", "data"):
        shutil.copytree(
            CHECKOUT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    for path in (folder / "data").rglob("*"):
        os.utime(path, (981_173_106, 981_173_106))
    impostor(folder / "home" / ".fonts" / "Literata.ttf")
    (folder / "later").mkdir()
    (folder / "later" / "sitecustomize.py").write_text(LATER, encoding="utf-8")
    settings = {
        "TZ": "Pacific/Auckland",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "LANGUAGE": "tr",
        "PYTHONHASHSEED": "4242",
        "HOME": str(folder / "home"),
        "USER": "somebody",
        "LOGNAME": "somebody",
        "XDG_DATA_HOME": str(folder / "home" / "data"),
        "PYTHONPATH": str(folder / "later"),
    }
    return build(folder, Path("data") / REPORT, folder, "077", settings)


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html"])
def test_an_edition_is_the_same_to_the_last_byte(
    suffix: str, here: dict[str, str], elsewhere: dict[str, str]
) -> None:
    assert here[suffix] == elsewhere[suffix]


def test_the_other_day_is_really_another_day(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(LATER, encoding="utf-8")
    command = "import datetime, time; print(datetime.datetime.now().year, time.localtime().tm_year)"
    done = subprocess.run(
        [sys.executable, "-c", command],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    now, then = subprocess.run(["date", "+%Y"], capture_output=True, check=True), done.stdout
    assert {int(year) - int(now.stdout) for year in then.split()} == {11}


def build(
    checkout: Path, report: Path, folder: Path, umask: str, settings: dict[str, str]
) -> dict[str, str]:
    """Build with the sources in ``checkout``, in a process of its own; digests by suffix."""
    kept = {"PATH": os.environ["PATH"]} | {
        name: value for name, value in os.environ.items() if name.startswith("DYLD_")
    }
    sources = [str(checkout / "src"), settings.get("PYTHONPATH", "")]
    subprocess.run(
        [sys.executable, "-c", BUILD, umask, report, folder / "out"],
        cwd=folder,
        env={**kept, **settings, "PYTHONPATH": os.pathsep.join(filter(None, sources))},
        check=True,
    )
    built = (folder / "out" / REPORT).iterdir()
    return {path.suffix[1:]: sha256(path.read_bytes()).hexdigest() for path in built}


def impostor(path: Path) -> None:
    """Write a font that calls itself Literata and looks like Inter."""
    font = TTFont(CHECKOUT / "templates" / "fonts" / "Inter-Bold.ttf")
    for record in font["name"].names:
        record.string = str(record).replace("Inter", "Literata").replace("Bold", "Regular")
    font["OS/2"].usWeightClass = 400
    path.parent.mkdir(parents=True)
    font.save(path)
