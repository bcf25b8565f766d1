"""The contender for tables and text in Word: python-docx as its documentation shows it.

Input: "rows" or "pages", a number and a path. Output: a Word file with as many rows or pages.
"""

from __future__ import annotations

import sys

from docx import Document

from webpages import PARAGRAPH, PARAGRAPHS_A_PAGE, cells


def main(kind: str, count: int, path: str) -> None:
    """Write the file, a paragraph or a row at a time."""
    document = Document()
    if kind == "rows":
        table = document.add_table(rows=1, cols=4)
        for row in range(count):
            for cell, text in zip(table.add_row().cells, cells(row), strict=True):
                cell.text = text
    else:
        for page in range(count):
            document.add_heading(f"Page {page}", level=2)
            for _ in range(PARAGRAPHS_A_PAGE):
                document.add_paragraph(PARAGRAPH)
    document.save(path)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
