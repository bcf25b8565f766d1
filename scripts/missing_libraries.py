"""Print the system libraries that WeasyPrint needs and this machine lacks.

Input: none. Output: one line a missing library, "<library> <Debian package>". Exit code 0 always.
Runs on a bare Python, before anything is installed.
"""

from __future__ import annotations

import ctypes
import sys

# WeasyPrint 70, weasyprint/text/ffi.py: the names it loads. The subsetter is optional there, but
# without it fonts are subset by other code, and the PDF's bytes differ.
LIBRARIES = {
    "linux": {
        "libgobject-2.0.so.0": "libpango-1.0-0",
        "libpango-1.0.so.0": "libpango-1.0-0",
        "libharfbuzz.so.0": "libpango-1.0-0",
        "libfontconfig.so.1": "libpango-1.0-0",
        "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
        "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
    },
    "darwin": {
        "libgobject-2.0.dylib": "pango",
        "libpango-1.0.dylib": "pango",
        "libharfbuzz.0.dylib": "pango",
        "libfontconfig.1.dylib": "pango",
        "libpangoft2-1.0.dylib": "pango",
        "libharfbuzz-subset.0.dylib": "pango",
    },
}


def is_loadable(library: str) -> bool:
    """Tell whether the dynamic linker finds a library under this name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def main() -> None:
    """Print the missing ones; an unknown platform counts as Linux."""
    for library, package in LIBRARIES.get(sys.platform, LIBRARIES["linux"]).items():
        if not is_loadable(library):
            print(library, package)


if __name__ == "__main__":
    main()
