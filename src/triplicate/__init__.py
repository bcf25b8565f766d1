"""triplicate: one report, three equal editions (PDF, Word, web page).

The flow, each stage in its room:

1. load      YAML, Markdown and CSV to values that keep their place (`triplicate.load`)
2. validate  those values to a typed report (`triplicate.report`)
3. check     editorial rules over it
4. resolve   numbers, ids, references, labels and dates, settled once
5. render    to one semantic HTML document (`triplicate.render`)
6. layout    HTML and one style sheet to styled boxes, and boxes to pages (`triplicate.layout`)
7. editions  HTML, PDF and DOCX, as bytes (`triplicate.editions`)
8. publish   all of them or none, to the output folder (`triplicate.publish`)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from triplicate.diagnostics import Diagnostic, Diagnostics, Span, TriplicateError
    from triplicate.pipeline import Built, build, check
    from triplicate.webpages import html_to_docx

__version__ = "0.1.0"
__all__ = [
    "Built",
    "Diagnostic",
    "Diagnostics",
    "Span",
    "TriplicateError",
    "__version__",
    "build",
    "check",
    "html_to_docx",
]


def __getattr__(name: str) -> Any:
    """Load the public names when they are asked for: ``--help`` must not wait for them."""
    if name in ("build", "check", "Built"):
        from triplicate import pipeline

        return getattr(pipeline, name)
    if name == "html_to_docx":
        from triplicate.webpages import html_to_docx

        return html_to_docx
    if name in __all__:
        from triplicate import diagnostics

        return getattr(diagnostics, name)
    raise AttributeError(f"module 'triplicate' has no attribute {name!r}")
