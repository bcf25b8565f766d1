"""House documents: what offices print, as HTML with its own CSS, and their twins.

Input: a name of `NAMES`, each a template in this folder. Output: the HTML, its PDF and Word file.
``python -m tests.houses FOLDER [NAME...]`` writes them.
"""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import write
from triplicate.layout import engine
from triplicate.layout.facts import LayoutFacts, read_facts
from triplicate.layout.fetch import FolderFetcher
from triplicate.layout.stylesheet import load
from triplicate.resources import Resources
from triplicate.theme import built_in, built_in_fonts

HERE = Path(__file__).parent
NAMES = tuple(sorted(path.name.partition(".")[0] for path in HERE.glob("*.html.j2")))

# Sentences of which LibreOffice breaks the lines where the PDF does; of others it breaks up to 2 %
# in another place, and WeasyPrint moves some of the notes of `meeting` a page on.
SEEDS = {"meeting": 2, "manual": 4, "minutes": 3}

STEMS = {
    "en": """the Committee took note of reports submitted by member States and recalled that
progress towards commonly agreed objectives remained uneven across regions while several
delegations underlined need for sustained financing transparent monitoring and better use of
existing institutions others expressed concern about duplication of effort or lack of data""",
    "fr": """les délégations ont rappelé que la mise en œuvre des engagements précédemment
souscrits demeurait inégale selon les régions et souligné l’importance d’un financement durable
ainsi que d’une coordination interinstitutionnelle renforcée tandis que plusieurs représentants
regrettaient l’absence de données suffisamment détaillées""",
    "el": """οι αντιπροσωπείες υπενθύμισαν ότι η εφαρμογή των δεσμεύσεων παραμένει άνιση μεταξύ
των περιφερειών και τόνισαν τη σημασία της βιώσιμης χρηματοδότησης καθώς και του ενισχυμένου
συντονισμού ενώ ορισμένοι εκπρόσωποι εξέφρασαν ανησυχία για την έλλειψη στοιχείων""",
    "ru": """делегации напомнили что выполнение ранее принятых обязательств остаётся неравномерным
по регионам и подчеркнули важность устойчивого финансирования а также усиленной координации
тогда как некоторые представители выразили обеспокоенность отсутствием подробных данных""",
    "he": """הוועדה רשמה לפניה את הדוחות שהוגשו על ידי המדינות החברות וציינה כי ההתקדמות לקראת
היעדים שסוכמו נותרה בלתי אחידה בין האזורים בעוד מספר משלחות הדגישו את הצורך במימון""",
    "ar": """أحاطت اللجنة علما بالتقارير المقدمة من الدول الأعضاء وأشارت إلى أن التقدم نحو الأهداف
المتفق عليها لا يزال متفاوتا بين المناطق بينما أكدت عدة وفود الحاجة إلى تمويل مستدام""",
    "ja": "委員会は加盟国から提出された報告書に留意し、合意された目標に向けた進展が地域によって"
    "依然として不均等であることを想起した。いくつかの代表団は持続的な資金調達の必要性を強調した。",
}


class House(NamedTuple):
    """A document's files by suffix, "html", "pdf" and "docx", and what was reported."""

    files: dict[str, Path]
    problems: list[str]


class Speaker:
    """Says words of a language in an order that is always the same and hardly ever repeats."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def __call__(self, count: int, language: str = "en", end: str = ".") -> str:
        """A sentence of ``count`` words, of Japanese letters."""
        if language == "ja":
            return "".join(self.chance.choice(STEMS["ja"]) for _ in range(count))
        words = STEMS[language].split()
        chosen = [self.chance.choice(words) for _ in range(count)]
        return " ".join(chosen).capitalize() + end


def chart(width: int, height: int, color: str) -> str:
    """A PNG of a flat colour with a darker band, as a data URL."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (width, height), color)
    ImageDraw.Draw(picture).rectangle((0, height * 2 // 3, width, height), fill="#0b5563")
    data = BytesIO()
    picture.save(data, "PNG")
    return f"data:image/png;base64,{b64encode(data.getvalue()).decode()}"


def source(name: str, seed: int | None = None) -> str:
    """The HTML of a house document; each ``seed`` makes other sentences."""
    environment = Environment(
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        autoescape=False,
    )
    return environment.get_template(f"{name}.html.j2").render(
        say=Speaker(SEEDS.get(name, 1) if seed is None else seed), chart=chart
    )


def make(name: str, folder: Path, seed: int | None = None, machine_fonts: bool = False) -> House:
    """Write a document's HTML, PDF and Word file into ``folder``."""
    load()
    from triplicate.layout.webpage import style_page

    html, diagnostics = source(name, seed), Diagnostics()
    base = built_in()
    fetcher = FolderFetcher(Resources((base,)))
    tree, faces = style_page(
        html, base.as_uri() + "/", (), fetcher, built_in_fonts(), machine_fonts
    )
    paths = {suffix: folder / f"{name}.{suffix}" for suffix in ("html", "pdf", "docx")}
    paths["html"].write_text(html, encoding="utf-8")
    pages: list[Any] = []

    def facts() -> LayoutFacts:
        pages.append(engine.paginate(tree))
        return read_facts(pages[0], tree)

    paths["docx"].write_bytes(write(tree, faces, diagnostics, facts))
    paths["pdf"].write_bytes((pages or [engine.paginate(tree)])[0].write_pdf())
    return House(paths, [item.message for item in diagnostics])
