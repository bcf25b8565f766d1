"""Inlines with values computed and cross-references turned into links (stage 4)."""

from __future__ import annotations

from triplicate.diagnostics import Diagnostics, quoted
from triplicate.diagnostics.wording import did_you_mean
from triplicate.load.prose import (
    Emphasis,
    Inline,
    Inlines,
    Link,
    Reference,
    Strong,
    Text,
    Value,
)
from triplicate.report.model import Report
from triplicate.report.outline import Outline
from triplicate.report.values import ValueProblem, evaluate


class InlineResolver:
    """Resolves inlines against one report and its outline."""

    def __init__(self, report: Report, plan: Outline, diagnostics: Diagnostics) -> None:
        self._report = report
        self._plan = plan
        self._diagnostics = diagnostics
        self._naming = False

    def resolve(self, inlines: Inlines, *, links: bool = True) -> Inlines:
        """Return ``inlines`` without Value and Reference, texts that touch merged.

        ``links=False`` leaves out links, but not their words: they can't nest.
        """
        resolved: list[Inline] = []
        before: Inline | None = None
        for inline in inlines:
            if isinstance(before, Value) and isinstance(inline, Text):
                _end_sentence(resolved, inline.text)
            before = inline
            for part in self._one(inline, links):
                last = resolved[-1] if resolved else None
                if isinstance(part, Text) and isinstance(last, Text):
                    resolved[-1] = Text(last.text + part.text, last.span)
                else:
                    resolved.append(part)
        return tuple(resolved)

    def _one(self, inline: Inline, links: bool) -> Inlines:
        match inline:
            case Value():
                return (Text(self._value(inline), inline.span),)
            case Reference():
                return self._reference(inline, links)
            case Emphasis(children):
                return (Emphasis(self.resolve(children, links=links)),)
            case Strong(children):
                return (Strong(self.resolve(children, links=links)),)
            case Link(href, children):
                words = self.resolve(children, links=False)
                return (Link(href, words, inline.span),) if links else words
        return (inline,)

    def _value(self, value: Value) -> str:
        try:
            return evaluate(value, self._report)
        except ValueProblem as problem:
            self._diagnostics.error("value-is-known", problem.message, value.span, problem.hint)
            return f"{{{{ {value.path} }}}}"

    def _reference(self, reference: Reference, links: bool) -> Inlines:
        target = reference.target
        if target not in self._plan.targets:
            message = f"expected the id of a section or block, found {quoted(target)}"
            hint = did_you_mean(target, self._plan.targets)
            self._diagnostics.error("reference-is-known", message, reference.span, hint)
            return self.resolve(reference.children, links=False)
        words = (
            self.resolve(reference.children, links=False)
            if reference.children
            else self._name(reference)
        )
        return (Link(f"#{target}", words, reference.span),) if links else words

    def _name(self, reference: Reference) -> Inlines:
        """Return number and title of the target; a title that names others goes without them."""
        if self._naming:
            return ()
        place = self._plan.targets[reference.target]
        if place is None:
            message = f"expected words for a link to {quoted(reference.target)}, found none"
            hint = f"write [words](#{reference.target}); only sections have a title to show"
            self._diagnostics.error("reference-is-known", message, reference.span, hint)
            return ()
        shows_number = place.number and place.number_style != "dash"
        number = (Text(f"{place.number} "),) if shows_number else ()
        self._naming = True
        name = self.resolve((*number, *place.title), links=False)
        self._naming = False
        return name


def _end_sentence(resolved: list[Inline], text: str) -> None:
    """Drop the full stop of a computed value before that of the sentence: 2024 г. ends it."""
    last = resolved[-1]
    if text.startswith(".") and not text.startswith("..") and isinstance(last, Text):
        resolved[-1] = Text(last.text.removesuffix("."), last.span)
