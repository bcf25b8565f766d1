"""Stage 5, render: a resolved report and a theme's templates to one semantic HTML document.

Input: `ResolvedReport` and `Theme`. Output: the HTML text that every edition is made from.
Templates run in Jinja's sandbox, with autoescaping everywhere; everything undefined is
reported at once, with the template's line.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from triplicate.diagnostics import Span
from triplicate.report.texts import shorten, tie_last_word
from triplicate.undefined import reporting_undefined

if TYPE_CHECKING:
    from types import TracebackType

    from jinja2 import Environment

    from triplicate.diagnostics import Diagnostics
    from triplicate.report import ResolvedReport
    from triplicate.theme import Theme

TEMPLATE = "report.html.j2"
_TEXTS = (".j2", ".html", ".htm", ".txt")  # what templates may include
_UNSEEN = re.compile(
    r"<!--.*?-->|<(head|script|style|template|title)\b.*?</\1\s*>|<[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
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
    environment, known = _environment(theme, diagnostics), len(diagnostics)
    try:
        prose: Any = environment.get_template("prose.html.j2").module
        environment.globals.update(
            inlines=prose.inlines, blocks=prose.blocks, item=prose.item, contents=prose.contents
        )
        template = environment.get_template(TEMPLATE)
        html = template.render(report=report, build={"created": created}) + "\n"
        if len(diagnostics) > known or _shows_text(html):
            return html
        _report_no_text(str(template.filename), diagnostics)
    except UnicodeDecodeError:
        _report_encodings(theme, diagnostics)
    except TemplateSyntaxError as problem:
        _report_syntax_errors(environment, problem, diagnostics)
    except TemplateError as problem:
        diagnostics.error("template-runs", _expected(problem), _place(problem.__traceback__))
    except Exception as problem:  # a template can make Python raise anything
        place = _place(problem.__traceback__)
        if place is None:
            raise
        diagnostics.error("template-runs", _expected(problem), place)
    return None


def _environment(theme: Theme, diagnostics: Diagnostics) -> Environment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in theme.folders]),
        autoescape=True,
        undefined=reporting_undefined(diagnostics),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters.update(json_ld=_json_ld, shorten=shorten, tie_last_word=tie_last_word)
    return environment


def _shows_text(html: str) -> bool:
    """Whether anything but spaces stands outside the tags and the head of a document."""
    end = 0
    for unseen in _UNSEEN.finditer(html):
        if html[end : unseen.start()].strip():
            return True
        end = unseen.end()
    return bool(html[end:].strip())


def _report_no_text(template: str, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        "template-has-text",
        "expected a template that prints the report, found one that prints no text",
        Span(template, 1, 1),
        hint='go through report.body: {% for node in report.body %}{% include "sections/" ~ '
        'node.kind ~ ".html.j2" %}{% endfor %}',
    )


def _json_ld(report: ResolvedReport) -> Markup:
    """The report as schema.org metadata, safe inside a ``<script>`` data block."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": report.title,
        "genre": report.kind,
        "inLanguage": report.language,
        "datePublished": report.date.iso.rpartition("/")[2],
        "author": [
            *({"@type": "Person", "name": name} for name in report.authors),
            *({"@type": "Organization", "name": name} for name in report.organizers),
        ],
    }
    if "/" in report.date.iso:
        data["temporalCoverage"] = report.date.iso
    if report.symbol:
        data["reportNumber"] = report.symbol
    if report.keywords:
        data["keywords"] = list(report.keywords)
    if report.venue is not None:
        data["locationCreated"] = {"@type": "Place", "name": report.venue.text}
    text = json.dumps(data, ensure_ascii=False)
    for character, escape in _JSON_IN_HTML.items():
        text = text.replace(character, escape)
    return Markup(text)


def _report_encodings(theme: Theme, diagnostics: Diagnostics) -> None:
    files = (path for folder in theme.folders for path in sorted(folder.rglob("*")))
    for path in (path for path in files if path.suffix in _TEXTS and path.is_file()):
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


def _report_syntax_errors(
    environment: Environment, first: TemplateSyntaxError, diagnostics: Diagnostics
) -> None:
    """Compile every template, so that one run shows the mistakes of all, ``first`` among them."""
    problems = {(first.filename, first.lineno): first}
    for name in environment.list_templates(extensions=["j2"]):
        assert environment.loader is not None
        source, filename, _ = environment.loader.get_source(environment, name)
        try:
            environment.compile(source, name, filename)
        except TemplateSyntaxError as problem:
            problems[problem.filename or filename, problem.lineno] = problem
    for (file, line), found in problems.items():
        diagnostics.error("template-syntax", _expected(found), Span(str(file), line, 1))


def _expected(problem: Exception) -> str:
    message = str(problem).strip().rstrip(".") or type(problem).__name__
    if isinstance(problem, TemplateNotFound):
        message = f'no template named "{problem.name}"'
    elif isinstance(problem, TemplateError):
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
