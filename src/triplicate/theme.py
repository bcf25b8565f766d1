"""The theme: finds templates, style sheet, fonts and labels, the user's folder first, then ours.

Input: an optional folder of the user's. Output: `Theme`, with the style sheet's text and the
font files that its ``@font-face`` rules name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from triplicate.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from triplicate.diagnostics import Diagnostics

STYLESHEET = "report.css"
_MAX_LABELS = 100_000  # bytes


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
    except (OSError, UnicodeDecodeError) as problem:
        diagnostics.error(
            "theme-readable",
            f"expected a style sheet in UTF-8, found: {problem}",
            Span(str(css_path), 1, 1),
        )
        return None
    return Theme(folders, css_path, css, tuple(font_faces(css, _find_font(css_path, diagnostics))))


def load_labels(theme: Theme, language: str, diagnostics: Diagnostics) -> dict[str, str]:
    """The words that the theme itself prints, in ``language``; English where it has no file.

    Labels of the user's theme replace ours one by one.
    """
    names = [language, language.partition("-")[0], "en"]
    labels: dict[str, str] = {}
    for folder in reversed(theme.folders):
        paths = [folder / "labels" / f"{name}.yaml" for name in names]
        if path := next((path for path in paths if path.is_file()), None):
            labels.update(_read_labels(path, diagnostics))
    if not any((f / "labels" / f"{n}.yaml").is_file() for f in theme.folders for n in names[:2]):
        diagnostics.warning(
            "labels-exist",
            f'expected labels for the language "{language}", found none: English is used',
            hint=f"add labels/{names[1]}.yaml to your theme",
        )
    return labels


def _read_labels(path: Path, diagnostics: Diagnostics) -> dict[str, str]:
    from triplicate.load.source import read_source
    from triplicate.load.yaml import Mapping, Scalar, parse_yaml

    source = read_source(path, str(path), _MAX_LABELS, diagnostics)
    root = parse_yaml(source, diagnostics) if source is not None else None
    if not isinstance(root, Mapping):
        return {}
    labels = {}
    for entry in root.entries.values():
        if isinstance(entry.value, Scalar):
            labels[entry.key] = entry.value.text
        else:
            diagnostics.error(
                "label-is-text", f'expected text for "{entry.key}", found more keys', entry.span
            )
    return labels


def font_faces(css: str, find: Callable[[Any], Path | None]) -> Iterator[FontFace]:
    """The faces that the ``@font-face`` rules of ``css`` name.

    ``find`` is given the token of a ``url()`` and returns the file, or None where there is none.
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
                yield from _font_face(declarations, find)


def _font_face(
    declarations: dict[str, Any], find: Callable[[Any], Path | None]
) -> Iterator[FontFace]:
    family = _words(declarations["font-family"])
    weight = _words(declarations["font-weight"]) if "font-weight" in declarations else "400"
    style = _words(declarations["font-style"]) if "font-style" in declarations else "normal"
    url = next((t for t in _urls(declarations["src"].value)), None)
    path = find(url) if url is not None else None
    if path is not None:
        lightest = weight.partition(" ")[0]  # variable fonts have a range
        number = {"bold": 700}.get(lightest) or (int(lightest) if lightest.isdecimal() else 400)
        yield FontFace(family, number, style, path)


def _find_font(css_path: Path, diagnostics: Diagnostics) -> Callable[[Any], Path | None]:
    def find(url: Any) -> Path | None:
        path: Path = css_path.parent / url.value
        if path.is_file():
            return path
        diagnostics.error(
            "font-exists",
            f'expected a font file, found nothing at "{url.value}"',
            Span(str(css_path), url.source_line, url.source_column),
            hint="fonts are named relative to the style sheet; static .ttf files work everywhere",
        )
        return None

    return find


def _urls(tokens: list[Any]) -> Iterator[Any]:
    for token in tokens:
        if token.type == "url":
            yield token
        elif token.type == "function" and token.lower_name == "url":
            yield from (t for t in token.arguments if t.type == "string")


def _words(declaration: Any) -> str:
    tokens = [t for t in declaration.value if t.type in ("ident", "string", "number")]
    return " ".join(t.representation if t.type == "number" else t.value for t in tokens)
