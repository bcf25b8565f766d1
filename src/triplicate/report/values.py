"""``{{ path | filter }}`` computed from the report's own facts (stages 3 and 4); nothing is run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from triplicate.diagnostics import quoted
from triplicate.diagnostics.wording import did_you_mean
from triplicate.load.prose import Value
from triplicate.report.languages import date_text, list_text
from triplicate.report.model import DateRange, Item, Outcomes, Participants, Report, Section
from triplicate.report.texts import unbroken_date

Fact = str | int | tuple[object, ...] | DateRange


class ValueProblem(Exception):
    """A value can't be computed; ``hint`` says what could be written instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def evaluate(value: Value, report: Report) -> str:
    """Return the text of ``value``; raises ValueProblem."""
    if value.path not in PATHS:
        message = f"expected a fact of the report, found {quoted(value.path)}"
        raise ValueProblem(message, did_you_mean(value.path, PATHS))
    fact = PATHS[value.path](report)
    for name in value.filters:
        if name not in FILTERS:
            message = f"expected a filter, found {quoted(name)}"
            raise ValueProblem(message, did_you_mean(name, FILTERS))
        fact = FILTERS[name](fact, report)
    return _text(fact, value, report)


def _text(fact: Fact, value: Value, report: Report) -> str:
    if fact in ("", ()):
        message = f"expected a value for {quoted(value.path)}, found none in report.yaml"
        raise ValueProblem(message, f"add {value.path} to report.yaml, or delete the braces")
    if isinstance(fact, DateRange):
        return unbroken_date(date_text(fact, report.language))
    if not isinstance(fact, tuple):
        return str(fact)
    texts = tuple(text for text in fact if isinstance(text, str))
    if len(texts) < len(fact):
        message = f"expected text, found the {len(fact)} rows of {quoted(value.path)}"
        raise ValueProblem(message, f"count them: {{{{ {value.path} | count }}}}")
    return list_text(texts, report.language)


def _count(fact: Fact, report: Report) -> Fact:
    if not isinstance(fact, tuple):
        message = f"expected a list before count, found {quoted(str(fact))}"
        raise ValueProblem(message, "count takes participants, outcomes and other lists")
    return len(fact)


def _spell_out(fact: Fact, report: Report) -> Fact:
    from triplicate.report.spell import spell_out

    if not isinstance(fact, int):
        message = "expected a number before spell_out, found something else"
        raise ValueProblem(message, "write count first: {{ participants | count | spell_out }}")
    if report.language.split("-")[0] != "en":
        message = f"expected English for spell_out, found a report in {quoted(report.language)}"
        raise ValueProblem(message, "delete spell_out; the number is then printed in digits")
    try:
        return spell_out(fact)
    except ValueError as problem:
        raise ValueProblem(f"expected a number below a million, found {fact}") from problem


def _capitalize(fact: Fact, report: Report) -> Fact:
    if not isinstance(fact, str):
        message = "expected text before capitalize, found something else"
        raise ValueProblem(message, "write spell_out first")
    return fact[:1].upper() + fact[1:]


def _participants(report: Report) -> Fact:
    return tuple(
        row for item in _items(report.body) if isinstance(item, Participants) for row in item.rows
    )


def _outcomes(report: Report) -> Fact:
    return tuple(
        statement
        for item in _items(report.body)
        if isinstance(item, Outcomes)
        for statement in item.items
    )


def _items(body: tuple[Item, ...]) -> Iterator[Item]:
    for item in body:
        yield item
        if isinstance(item, Section):
            yield from _items(item.body)


FILTERS: dict[str, Callable[[Fact, Report], Fact]] = {
    "count": _count,
    "spell_out": _spell_out,
    "capitalize": _capitalize,
}

PATHS: dict[str, Callable[[Report], Fact]] = {
    "participants": _participants,
    "outcomes": _outcomes,
    "kind": lambda report: report.kind,
    "title": lambda report: report.title,
    "date": lambda report: report.date,
    "date.start": lambda report: DateRange(report.date.start, report.date.start),
    "date.end": lambda report: DateRange(report.date.end, report.date.end),
    "venue.name": lambda report: report.venue.name if report.venue else "",
    "venue.city": lambda report: report.venue.city if report.venue else "",
    "organizers": lambda report: report.organizers,
    "authors": lambda report: report.authors,
    "keywords": lambda report: report.keywords,
    "symbol": lambda report: report.symbol,
    "status": lambda report: report.status,
    "distribution": lambda report: report.distribution,
    "session": lambda report: report.session,
    "agenda_item": lambda report: report.agenda_item,
}
