"""WeasyPrint's import without what a report never uses; behaviour is the same, later.

Two costs are avoided, measured on the seed report (docs/decisions.md): helper programs that
cffi runs on Linux for names that exist only on Windows, and fontTools, which WeasyPrint needs
for variable, bitmap and WOFF fonts alone.
"""

from __future__ import annotations

import ctypes.util
import sys
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_FONTTOOLS = (
    "fontTools",
    "fontTools.subset",
    "fontTools.ttLib",
    "fontTools.varLib",
    "fontTools.varLib.instancer",
)


@contextmanager
def quick_import() -> Iterator[None]:
    """Make ``import weasyprint`` inside the block quick."""
    with _no_library_search(), _fonttools_later():
        yield


@contextmanager
def _no_library_search() -> Iterator[None]:
    """Answer cffi's second guesses at once.

    ``ffi.dlopen`` falls back to ``ctypes.util.find_library``, which runs gcc, ld and ldconfig
    for each name that cannot be found on Linux (libpango-1.0-0.dll, …): some 150 ms.
    """
    original = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = original


@contextmanager
def _fonttools_later() -> Iterator[None]:
    """Give WeasyPrint names of fontTools that import it when they are used: some 80 ms."""
    if "fontTools" in sys.modules:
        yield
        return
    for name in _FONTTOOLS:
        sys.modules[name] = _LaterModule(name)
    try:
        yield
    finally:
        for name in _FONTTOOLS:
            del sys.modules[name]


class _LaterModule(ModuleType):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__ = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        # "except TTLibError" wants a class; fontTools' own derives from Exception.
        return Exception if name == "TTLibError" else _Later(self.__name__, name)


class _Later:
    """A function, class or module of fontTools, imported when it is called or looked into."""

    def __init__(self, module: str, name: str) -> None:
        self._place = module, name

    def _found(self) -> Any:
        module, name = self._place
        if f"{module}.{name}" in _FONTTOOLS:
            return import_module(f"{module}.{name}")
        return getattr(import_module(module), name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._found()(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._found(), name)
