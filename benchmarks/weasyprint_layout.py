"""The contender for layout: WeasyPrint as its documentation shows it, without what we change.

Input: a page's path. Output: a stage record on stderr, as triplicate's own: the seconds from the
page's text to laid-out pages, style sheets and fonts included, imports and writing left out.
"""

from __future__ import annotations

import sys
from time import perf_counter

from weasyprint import HTML


def main(path: str) -> None:
    """Lay the page out once, in a fresh process."""
    began = perf_counter()
    HTML(path).render()
    record = f'{{"stage": "plain layout", "seconds": {perf_counter() - began:.4f}}}'
    print(record, file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
