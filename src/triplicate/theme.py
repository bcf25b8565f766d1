"""The theme: finds templates, style sheet, fonts and labels, the user's folder first, then ours.

Input: an optional folder of the user's. Output: `Theme`, with the style sheet's text and the
font files that its ``@font-face`` rules name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from triplicate.diagnostics import Span
from triplicate.resources import RefusedResource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from triplicate.diagnostics import Diagnostics

STYLESHEET = "report.css"
OLD_FONTS = (".eot", ".svg")  # for browsers of other times


@dataclass(frozen=True, slots=True)
class FontFace:
    """One ``@font-face`` rule: a family name, a weight from 1 to 1000, "normal" or "italic".

    ``embed`` tells whether the file may travel inside a document.
    """

    family: str
    weight: int
    style: str
    path: Path
    embed: bool = True


@dataclass(frozen=True, slots=True)
class Theme:
    """Where a build's look comes from.

    ``folders`` are searched in order. ``css`` is the text of the style sheet, ``css_path``
    its file; ``fonts`` are the faces that could be found.
    """

    folders: tuple[Path, ...]
    css_path: Path
    css: str
    fonts: tuple[FontFace, ...]


@cache
def built_in() -> Path:
    """The folder of the built-in theme: inside the installed package, or a checkout's own."""
    package = Path(__file__).resolve().parent
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parents[1] / "templates"


def built_in_fonts() -> list[Path]:
    """The font files of the built-in theme, sorted by name."""
    return sorted((built_in() / "fonts").glob("*.ttf"))


def load_theme(folder: Path | None, diagnostics: Diagnostics) -> Theme | None:
    """Find the theme's files.

    Arguments:
        folder: the user's theme, or None; what it lacks is taken from the built-in theme.
        diagnostics: gets a problem for each missing folder, style sheet and font.

    Returns None when there is no style sheet to work with.
    """
    if folder is not None and not folder.is_dir():
        diagnostics.error(
            "theme-exists",
            "expected a theme folder, found none at that path",
            Span(str(folder), 1, 1),
            hint="give --theme a folder that holds report.css or report.html.j2",
        )
        return None
    folders = (folder, built_in()) if folder is not None else (built_in(),)
    css_path = next(path for f in folders if (path := f / STYLESHEET).is_file() or f == folders[-1])
    try:
        css = css_path.read_text(encoding="utf-8")
    except UnicodeDecodeError as problem:
        _report_encoding(css_path, problem, diagnostics)
        return None
    except OSError as problem:
        message = f"expected a style sheet that can be read, found: {problem.strerror or problem}"
        diagnostics.error("theme-readable", message, Span(str(css_path), 1, 1))
        return None
    if "@font-face" not in css:
        diagnostics.warning(
            "theme-has-fonts",
            "expected @font-face rules, found none: the PDF is set in the built-in fonts, the "
            "Word file and the web page in those that each reader has",
            Span(str(css_path), 1, 1),
            hint="add rules for your fonts, or copy ours with the folder fonts/",
        )
    return Theme(folders, css_path, css, tuple(_theme_fonts(css, css_path, diagnostics)))


def _report_encoding(path: Path, problem: UnicodeDecodeError, diagnostics: Diagnostics) -> None:
    data, start = problem.object, problem.start
    line, column = data.count(b"\n", 0, start) + 1, start - data.rfind(b"\n", 0, start)
    diagnostics.error(
        "theme-readable",
        f"expected a style sheet in UTF-8, found the byte {data[start]:02X}",
        Span(str(path), line, column),
        hint="save the style sheet as UTF-8",
    )


def report_refused(
    address: str, problem: OSError | ValueError, theme: Theme, diagnostics: Diagnostics
) -> None:
    """Report a file that a document could not load, at the place that asks for it."""
    name = address.rpartition("/")[2]
    places = (place_in_theme(theme, written) for written in (address, name, unquote(name)))
    hint = problem.hint if isinstance(problem, RefusedResource) else ""
    diagnostics.error("resource-loads", str(problem), next(filter(None, places), None), hint)


def check_families(families: set[str], theme: Theme, diagnostics: Diagnostics) -> None:
    """Report each family that text asks for and the theme has no font of.

    The machine's fonts are out of sight, so that each edition would show another one instead.
    """
    known = {font.family.lower() for font in theme.fonts}
    for family in sorted(families if known else ()):
        if family.lower() not in known:
            diagnostics.error(
                "font-known",
                f'expected a font of the theme, found "{family}"',
                place_in_theme(theme, family),
                hint=f"add an @font-face rule for it; known are: {', '.join(sorted(known))}",
            )


def font_path(css_path: Path, address: str) -> Path:
    """The file that a ``url()`` of the style sheet means."""
    return css_path.parent / unquote(address)


def place_in_theme(theme: Theme, name: str) -> Span | None:
    """Where the style sheet or a template first speaks of ``name``; None where none does."""
    if not name:
        return None
    templates = (path for folder in theme.folders for path in sorted(folder.rglob("*.j2")))
    for path in (theme.css_path, *templates):
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            if (column := line.find(name) + 1) > 0:
                return Span(str(path), number, column, number, column + len(name))
    return None


def font_faces(
    css: str,
    find: Callable[[Any], Path | None],
    refuse_weight: Callable[[Any], None] = lambda declaration: None,
) -> Iterator[FontFace]:
    """The faces that the ``@font-face`` rules of ``css`` name.

    ``find`` is given the token of a ``url()`` and returns the file, or None where there is none.
    ``refuse_weight`` is given a ``font-weight`` that is not one weight; its lightest counts.
    """
    import tinycss2

    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.lower_at_keyword == "font-face" and rule.content:
            declarations = {
                declaration.lower_name: declaration
                for declaration in tinycss2.parse_declaration_list(
                    rule.content, skip_comments=True, skip_whitespace=True
                )
                if declaration.type == "declaration"
            }
            if "font-family" in declarations and "src" in declarations:
                yield from _font_face(declarations, find, refuse_weight)


def _font_face(
    declarations: dict[str, Any],
    find: Callable[[Any], Path | None],
    refuse_weight: Callable[[Any], None],
) -> Iterator[FontFace]:
    family = _words(declarations["font-family"])
    style = _words(declarations["font-style"]) if "font-style" in declarations else "normal"
    parts = declarations.get("unicode-range")
    ranges = [t for t in parts.value if t.type == "unicode-range"] if parts else []
    if ranges and not any(t.start <= ord("A") <= t.end for t in ranges):
        return  # of a family in parts, the one for Latin letters counts
    urls = list(_urls(declarations["src"].value))
    url = next((t for t in urls if not re.split("[?#]", t.value)[0].endswith(OLD_FONTS)), None)
    path = find(url) if url is not None else None
    if path is not None:
        weight = declarations.get("font-weight")
        written = "400" if weight is None else _words(weight)
        number = _weight(written)
        if number is None:
            refuse_weight(weight)
            number = _weight(written.partition(" ")[0]) or 400
        yield FontFace(family, number, style, path)


def _weight(written: str) -> int | None:
    known = {"normal": 400, "bold": 700}.get(written)
    return int(written) if written.isdecimal() and 1 <= int(written) <= 1000 else known


def _theme_fonts(css: str, css_path: Path, diagnostics: Diagnostics) -> Iterator[FontFace]:
    def find(url: Any) -> Path | None:
        path = font_path(css_path, url.value)
        if path.is_file() and path.resolve().is_relative_to(css_path.parent.resolve()):
            return path
        diagnostics.error(
            "font-exists",
            f'expected a font file of the theme, found none at "{url.value}"',
            Span(str(css_path), url.source_line, url.source_column),
            hint="fonts are named relative to the style sheet; static .ttf files work everywhere",
        )
        return None

    def refuse_weight(declaration: Any) -> None:
        diagnostics.error(
            "font-weight",
            f'expected one weight, such as 400 or bold, found "{_words(declaration)}"',
            Span(str(css_path), declaration.source_line, declaration.source_column),
            hint="fonts are static files, one for each weight: Word knows no variable fonts",
        )

    return font_faces(css, find, refuse_weight)


def _urls(tokens: list[Any]) -> Iterator[Any]:
    for token in tokens:
        if token.type == "url":
            yield token
        elif token.type == "function" and token.lower_name == "url":
            yield from (t for t in token.arguments if t.type == "string")


def _words(declaration: Any) -> str:
    tokens = [t for t in declaration.value if t.type in ("ident", "string", "number")]
    return " ".join(t.representation if t.type == "number" else t.value for t in tokens)
