"""A theme's or a page's style sheet, parsed once, with its fonts; and WeasyPrint's import.

Touches WeasyPrint's internals, like `triplicate.layout.engine`, and has its canary tests.
"""

from __future__ import annotations

import os
import warnings
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from triplicate.layout.cssvalues import mend_values
from triplicate.layout.growth import mend_growth
from triplicate.layout.imports import straight_imports
from triplicate.layout.mediaqueries import printed_media
from triplicate.layout.places import Source, file_of, place
from triplicate.layout.quick_import import quick_import
from triplicate.layout.selectors import mend_selectors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triplicate.diagnostics import Span
    from triplicate.layout.fetch import FolderFetcher

FONTCONFIG = Path(__file__).with_name("fontconfig.xml")


@contextmanager
def _no_fonts_of_the_machine() -> Iterator[None]:
    """Keep the machine's fonts out of sight, so that output cannot depend on them.

    Fontconfig reads ``FONTCONFIG_FILE`` whenever a configuration is made. Programs started
    later must not inherit it: LibreOffice ends at once where it has no fonts.
    """
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FONTCONFIG)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


def load() -> None:
    """Import WeasyPrint, with its values of declarations mended."""
    with _no_fonts_of_the_machine(), quick_import(), warnings.catch_warnings():
        # No fonts before the style sheet names some: that is what we want.
        warnings.filterwarnings("ignore", message="No fonts configured", category=UserWarning)
        from weasyprint import urls
    # Addresses of files are in UTF-8 here, as Path.as_uri() writes them, whatever the locale.
    urls.FILESYSTEM_ENCODING = "utf-8"
    mend_values()
    mend_growth()
    mend_selectors()


class Stylesheet:
    """A parsed style sheet with its fonts: made once, used for every document of the theme.

    Arguments:
        css: the text of the sheet; kept, because the Word edition looks for its named styles.
        base_url: what its ``url()`` values are relative to.
        fetcher: serves the fonts and images it names.
        fallback_fonts: font files for a sheet that brings none.
        head: the elements of the documents that hold or link to ``css``, as in web pages; their
            presentational attributes count then. None where documents have no style of their own.
        machine_fonts: whether the fonts of the machine may be used too.
        sources: the files that ``css`` is put together from; ``base_url`` by default.
    """

    def __init__(
        self,
        css: str,
        base_url: str,
        fetcher: FolderFetcher,
        fallback_fonts: Sequence[Path] = (),
        *,
        head: Sequence[Any] | None = None,
        machine_fonts: bool = False,
        sources: Sequence[Source] = (),
    ) -> None:
        load()
        from weasyprint import CSS
        from weasyprint.css.counters import CounterStyle
        from weasyprint.text.fonts import FontConfiguration

        self.css = css
        self.sources = sources or (Source(0, file_of(base_url)),)
        self.head = head
        self.fetcher = fetcher
        self.machine_fonts = machine_fonts
        with nullcontext() if machine_fonts else _no_fonts_of_the_machine():
            self.font_config = FontConfiguration()
        self.counter_style = CounterStyle()
        self.color_profiles: dict[str, Any] = {}
        with printed_media(), straight_imports():
            self.sheet = CSS(
                string=css if head is None else "",
                base_url=base_url,
                url_fetcher=fetcher,
                font_config=self.font_config,
                counter_style=self.counter_style,
                color_profiles=self.color_profiles,
            )
        if not self._has_fonts():
            self._add_fonts(fallback_fonts)

    def place(self, offset: int) -> Span | None:
        """The place that an offset in ``css`` has in its file; None where there is no file."""
        return place(self.css, self.sources, offset)

    def _has_fonts(self) -> bool:
        from weasyprint.text.ffi import ffi, fontconfig

        config = self.font_config._config
        sets = (fontconfig.FcSetApplication, fontconfig.FcSetSystem)
        found = [fontconfig.FcConfigGetFonts(config, one) for one in sets]
        return any(fonts != ffi.NULL and fonts.nfont for fonts in found)

    def _add_fonts(self, paths: Sequence[Path]) -> None:
        """Make ``paths`` known under their own names: Pango crashes where it has no font at all."""
        from weasyprint.text.ffi import ffi, fontconfig, pangoft2

        for path in paths:
            fontconfig.FcConfigAppFontAddFile(self.font_config._config, os.fsencode(path))
        font_map = ffi.cast("PangoFcFontMap *", self.font_config.font_map)
        pangoft2.pango_fc_font_map_config_changed(font_map)
