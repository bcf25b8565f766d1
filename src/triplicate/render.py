"""Stage 5, render: a resolved report and a theme's templates to one semantic HTML document.

Input: `ResolvedReport` and `Theme`. Output: the HTML text that every edition is made from.
Templates run in Jinja's sandbox, with autoescaping everywhere; everything undefined is
reported at once, with the template's line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChainableUndefined, FileSystemLoader, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from triplicate.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType, TracebackType

    from jinja2 import Environment, Template

    from triplicate.diagnostics import Diagnostics
    from triplicate.report import ResolvedReport
    from triplicate.theme import Theme

TEMPLATE = "report.html.j2"
_JSON_IN_HTML = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def render(
    report: ResolvedReport, theme: Theme, created: str, diagnostics: Diagnostics
) -> str | None:
    """Render the theme's ``report.html.j2``.

    Arguments:
        report: what templates see as ``report``.
        theme: whose folders hold the templates.
        created: the date inside the files, ISO 8601 with time and zone; templates see it as
            ``build.created``.
        diagnostics: gets each undefined name, each syntax error and whatever else a template
            does wrong.

    Returns None when there is no document to go on with.
    """
    environment = _environment(theme, diagnostics)
    try:
        prose: Any = environment.get_template("prose.html.j2").module
        environment.globals.update(
            inlines=prose.inlines, blocks=prose.blocks, item=prose.item, contents=prose.contents
        )
        template = environment.get_template(TEMPLATE)
        return template.render(report=report, build={"created": created}) + "\n"
    except UnicodeDecodeError:
        _report_encodings(theme, diagnostics)
    except TemplateSyntaxError:
        _report_syntax_errors(environment, theme, diagnostics)
    except TemplateError as problem:
        diagnostics.error("template-runs", _expected(problem), _place(problem.__traceback__))
    except Exception as problem:  # a template can make Python raise anything
        place = _place(problem.__traceback__)
        if place is None:
            raise
        diagnostics.error("template-runs", _expected(problem), place)
    return None


def _environment(theme: Theme, diagnostics: Diagnostics) -> Environment:
    class Undefined(ChainableUndefined):
        """Reports itself where it is used and goes on as nothing, so that all are found."""

        __slots__ = ()

        def _report(self) -> None:
            _report_undefined(self, sys._getframe(2), diagnostics)

        def __str__(self) -> str:
            self._report()
            return ""

        def __iter__(self) -> Iterator[Any]:
            self._report()
            return iter(())

        def __bool__(self) -> bool:
            self._report()
            return False

        def __len__(self) -> int:
            self._report()
            return 0

        def __html__(self) -> str:
            self._report()
            return ""

        def __eq__(self, other: object) -> bool:
            self._report()
            return False

        def __ne__(self, other: object) -> bool:
            self._report()
            return True

        def __hash__(self) -> int:
            self._report()
            return 0

        def _operate(self, *others: object) -> Undefined:
            self._report()
            return self

        __add__ = __radd__ = __sub__ = __rsub__ = _operate  # type: ignore[assignment]
        __mul__ = __rmul__ = __truediv__ = __floordiv__ = _operate  # type: ignore[assignment]
        __mod__ = __pow__ = __call__ = _operate  # type: ignore[assignment]
        __lt__ = __le__ = __gt__ = __ge__ = _operate  # type: ignore[assignment]

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in theme.folders]),
        autoescape=True,
        undefined=Undefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["json_ld"] = _json_ld
    return environment


def _json_ld(report: ResolvedReport) -> Markup:
    """The report as schema.org metadata, safe inside a ``<script>`` data block."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": report.title,
        "genre": report.kind,
        "inLanguage": report.language,
        "datePublished": report.date.iso,
        "author": [{"@type": "Organization", "name": name} for name in report.organizers],
    }
    if report.venue is not None:
        data["locationCreated"] = {"@type": "Place", "name": report.venue.text}
    text = json.dumps(data, ensure_ascii=False)
    for character, escape in _JSON_IN_HTML.items():
        text = text.replace(character, escape)
    return Markup(text)


def _report_undefined(undefined: Any, frame: FrameType | None, diagnostics: Diagnostics) -> None:
    while frame is not None:
        template: Template | None = frame.f_globals.get("__jinja_template__") or frame.f_locals.get(
            "__jinja_template__"
        )
        if template is not None and template.filename:
            line = template.get_corresponding_lineno(frame.f_lineno)
            break
        frame = frame.f_back
    else:
        diagnostics.error("template-variable", f"expected a known variable, found {undefined!r}")
        return
    name = undefined._undefined_name
    diagnostics.error(
        "template-variable",
        f'expected a variable the report has, found "{name}"',
        _named_place(template.filename, line, str(name)),
        hint=_nearest_hint(str(name), undefined._undefined_obj),
    )


def _nearest_hint(name: str, owner: Any) -> str:
    from difflib import get_close_matches

    known = list(getattr(owner, "__slots__", ())) or ["report", "build", "node"]
    if isinstance(owner, dict):
        known = list(owner)
    near = get_close_matches(name, known, 1)
    return f'did you mean "{near[0]}"?' if near else f"known here: {', '.join(sorted(known))}"


def _report_encodings(theme: Theme, diagnostics: Diagnostics) -> None:
    for path in (path for folder in theme.folders for path in sorted(folder.rglob("*.j2"))):
        data = path.read_bytes()
        try:
            data.decode()
        except UnicodeDecodeError as problem:
            line = data.count(b"\n", 0, problem.start) + 1
            column = problem.start - data.rfind(b"\n", 0, problem.start)
            diagnostics.error(
                "template-syntax",
                f"expected UTF-8 text, found the byte {data[problem.start]:02X}",
                Span(str(path), line, column),
                hint="save the template as UTF-8",
            )


def _report_syntax_errors(environment: Environment, theme: Theme, diagnostics: Diagnostics) -> None:
    """Parse every template, so that one run shows the mistakes of all."""
    for name in environment.list_templates(extensions=["j2"]):
        assert environment.loader is not None
        source, filename, _ = environment.loader.get_source(environment, name)
        try:
            environment.parse(source, name, filename)
        except TemplateSyntaxError as problem:
            place = Span(str(problem.filename or filename), problem.lineno, 1)
            diagnostics.error("template-syntax", _expected(problem), place)


def _expected(problem: Exception) -> str:
    message = str(problem).strip().rstrip(".")
    if isinstance(problem, TemplateError):
        message = (problem.message or type(problem).__name__).strip().rstrip(".")
    return f"expected a template that can be filled in, found: {message}"


def _place(traceback: TracebackType | None) -> Span | None:
    """The innermost template line of a traceback; Jinja has put its lines into it."""
    place = None
    while traceback is not None:
        filename = traceback.tb_frame.f_code.co_filename
        if filename.endswith(".j2"):
            place = Span(filename, traceback.tb_lineno, 1)
        traceback = traceback.tb_next
    return place


def _named_place(filename: str, line: int, name: str) -> Span:
    try:
        text = Path(filename).read_text(encoding="utf-8").splitlines()[line - 1]
    except (OSError, IndexError):
        return Span(filename, line, 1)
    column = text.find(name) + 1
    return (
        Span(filename, line, column, line, column + len(name))
        if column
        else Span(filename, line, 1)
    )
