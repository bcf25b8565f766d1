"""The body of report.yaml to model items (stage 2), reading the files it names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from triplicate.diagnostics import Diagnostics, quoted
from triplicate.diagnostics.wording import did_you_mean
from triplicate.load import tables
from triplicate.load.markdown import MAX_BYTES, parse_inline, parse_markdown, split_id
from triplicate.load.nodes import Entry, Mapping, Node, Scalar, Sequence
from triplicate.load.paths import find_file
from triplicate.load.prose import Blocks, BulletList, Heading, Inlines, OrderedList, plain_text
from triplicate.load.prose import Text as Words
from triplicate.load.source import Excerpt, Source, read_source
from triplicate.report.model import Item, Outcomes, Participants, Section, Text
from triplicate.report.nesting import nest
from triplicate.report.people import people_from_csv, people_from_yaml
from triplicate.report.readers import ID, Field, found, is_nothing, read_fields, respelt, wrong

KINDS = ("text", "file", "section", "outcomes", "participants")
_COMMON = (Field("id", ID, "a name for cross-references"),)
_SECTION_CONTENT = ("body", "text", "file")
_NO_PROSE = {".csv": "a table", ".yaml": "YAML", ".yml": "YAML"}


class BodyReader:
    """Reads body items; files are looked for in ``folder``, shown as ``label`` in diagnostics."""

    def __init__(self, folder: Path, diagnostics: Diagnostics) -> None:
        self._folder = folder
        self._diagnostics = diagnostics

    def read(self, node: Node) -> tuple[Item, ...]:
        """Return the items of ``node``, which should be a list of blocks."""
        if not isinstance(node, Sequence):
            hint = "write one - item a line, such as - text: …"
            if isinstance(node, Scalar) and not is_nothing(node):
                hint = f"write on a line of its own: {_item_for(node.text)}"
            elif isinstance(node, Mapping):
                hint = f"write - before {next(iter(node.entries), 'the first key')}"
            wrong("value-is-list", "a list of items", "body", node, self._diagnostics, hint)
            return ()
        if not node.items:
            message = 'expected at least one item in "body", found an empty list'
            self._diagnostics.error("value-is-list", message, node.span, "write - text: …")
        return tuple(item for entry in node.items for item in self._item(entry))

    def _item(self, node: Node) -> tuple[Item, ...]:
        if not isinstance(node, Mapping):
            message = f"expected one of {', '.join(KINDS)} with a colon, found {found(node)}"
            hint = "write - text: … for prose"
            if isinstance(node, Scalar) and not is_nothing(node):
                hint = f"write {_item_for(node.text)}"
            self._diagnostics.error("body-kind", message, node.span, hint)
            return ()
        if "section" not in node.entries and self._is_section(node):
            return ()
        node = respelt(node, (*KINDS, "body", "id"), self._diagnostics)
        kinds = [key for key in KINDS if key in node.entries]
        if "section" in kinds:
            return self._section(node)
        if len(kinds) != 1:
            self._report_kinds(node, kinds)
            return ()
        fields = () if kinds[0] == "file" else _COMMON
        values = read_fields(node, fields, self._diagnostics, skip=(kinds[0],))
        entry, id_ = node.entries[kinds[0]], values.get("id", "")
        match kinds[0]:
            case "text":
                items = self._text(entry.value)
                return (replace(items[0], id=id_), *items[1:]) if id_ and items else items
            case "file":
                return self._file(entry.value)
            case "outcomes":
                return self._outcomes(entry, id_)
            case _:
                return self._participants(entry, id_)

    def _is_section(self, node: Mapping) -> bool:
        """Report an item that has a title, and so was meant as a section."""
        entry = node.entries.get("title") or node.entries.get("heading")
        if entry is None:
            return False
        message = f"expected a section for what has a title, found {quoted(entry.key)}"
        hint = f"write section instead of {entry.key}"
        self._diagnostics.error("body-kind", message, entry.span, hint)
        return True

    def _report_kinds(self, node: Mapping, kinds: list[str]) -> None:
        span = next(iter(node.entries.values())).span if node.entries else node.span
        expected = f"expected one of {', '.join(KINDS)}"
        if kinds:
            span = node.entries[kinds[1]].span
            message = f"{expected} in an item, found {' and '.join(kinds)}"
            hint = f"start another item: - {kinds[1]}: …"
        else:
            first = next(iter(node.entries), "")
            message = f"{expected}, found {quoted(first) if first else 'nothing'}"
            hint = did_you_mean(first, KINDS)
        self._diagnostics.error("body-kind", message, span, hint)

    def _section(self, node: Mapping) -> tuple[Item, ...]:
        heading = node.entries["section"]
        skip = ("section", *_SECTION_CONTENT)
        values = read_fields(node, _COMMON, self._diagnostics, skip)
        title = self._title(heading)
        with self._diagnostics.reading(f"section {quoted(plain_text(title))}", heading.span):
            contents = [key for key in _SECTION_CONTENT if key in node.entries]
            if len(contents) > 1:
                message = f"expected one of body, text and file, found {' and '.join(contents)}"
                hint = "list all under body: - text: … - file: …"
                span = node.entries[contents[1]].span
                self._diagnostics.error("section-content", message, span, hint)
            before = len(self._diagnostics)
            body = tuple(
                item for key in contents for item in self._content(key, node.entries[key].value)
            )
            if not body and len(self._diagnostics) > before:
                body = (Text(()),)  # what is missing has been told
        return (Section(title, body, values.get("id", ""), heading.value.span),)

    def _content(self, key: str, node: Node) -> tuple[Item, ...]:
        if key == "body":
            return self.read(node)
        return self._text(node) if key == "text" else self._file(node)

    def _title(self, entry: Entry) -> Inlines:
        node = entry.value
        if not isinstance(node, Scalar):
            hint = "put quotes around a title that starts with a bracket"
            wrong("value-is-text", "the title", "section", node, self._diagnostics, hint)
            return (Words("…"),)
        if is_nothing(node):  # which the checks report
            return ()
        title, id_ = split_id(parse_inline(node.excerpt(), self._diagnostics))
        if id_:
            message = f"expected the id in a key of its own, found {{#{id_}}} in the title"
            hint = f"write id: {id_} below the title"
            self._diagnostics.error("id-form", message, node.span, hint)
        return title

    def _text(self, node: Node) -> tuple[Item, ...]:
        if not isinstance(node, Scalar) or is_nothing(node):
            hint = "write text: | and the text below it, indented"
            wrong("value-is-text", "text", "text", node, self._diagnostics, hint)
            return ()
        return nest(parse_markdown(node.excerpt(), self._diagnostics), self._diagnostics)

    def _file(self, node: Node) -> tuple[Item, ...]:
        if isinstance(node, Scalar) and (suffix := Path(node.text).suffix) in _NO_PROSE:
            message = f"expected a file with prose, found {_NO_PROSE[suffix]}: {quoted(node.text)}"
            hint = f"write {_item_for(node.text)}" if suffix == ".csv" else "name a Markdown file"
            self._diagnostics.error("body-kind", message, node.span, hint)
            return ()
        source = self._open(node, "file")
        if source is None or not isinstance(node, Scalar):
            return ()
        with self._diagnostics.reading(quoted(node.text), node.span):
            blocks = self._blocks(source)
            return nest(blocks, self._diagnostics)

    def _blocks(self, source: Source) -> Blocks:
        blocks = parse_markdown(Excerpt(source, source.text), self._diagnostics)
        if not source.text.strip():
            message = "expected text, found an empty file"
            self._diagnostics.error("file-has-text", message, source.span(0))
        return blocks

    def _outcomes(self, entry: Entry, id_: str) -> tuple[Item, ...]:
        node = entry.value
        if isinstance(node, Sequence):
            items = tuple(self._statement(item) for item in node.items)
        else:
            items = self._statements_from_file(node)
        if not items and isinstance(node, Sequence):
            message = "expected at least one outcome, found an empty list"
            self._diagnostics.error("value-is-list", message, node.span)
        return (Outcomes(tuple(item for item in items if item), id_, entry.span),)

    def _statement(self, node: Node) -> Blocks:
        if not isinstance(node, Scalar) or is_nothing(node):
            hint = "put quotes around a statement with a colon in it"
            hint = hint if isinstance(node, Mapping) else ""
            wrong("value-is-text", "a statement", "outcomes", node, self._diagnostics, hint)
            return ()
        return self._without_headings(parse_markdown(node.excerpt(), self._diagnostics))

    def _statements_from_file(self, node: Node) -> tuple[Blocks, ...]:
        source = self._open(node, "outcomes")
        if source is None or not isinstance(node, Scalar):
            return ()
        with self._diagnostics.reading(quoted(node.text), node.span):
            blocks = self._blocks(source)
            if len(blocks) == 1 and isinstance(blocks[0], OrderedList | BulletList):
                return tuple(self._without_headings(item) for item in blocks[0].items)
            if blocks:
                odd = next((b for b in blocks if not isinstance(b, OrderedList)), blocks[-1])
                found_kind = odd.kind.replace("-", " ")
                message = f"expected one list of outcomes and nothing else, found a {found_kind}"
                hint = "start each outcome with 1. and put nothing else into the file"
                self._diagnostics.error("outcomes-list", message, odd.span, hint)
            return ()

    def _without_headings(self, blocks: Blocks) -> Blocks:
        for block in blocks:
            if isinstance(block, Heading):
                message = "expected text in an outcome, found a heading"
                hint = "to show a # as such, write \\#"
                self._diagnostics.error("outcomes-list", message, block.span, hint)
        return tuple(block for block in blocks if not isinstance(block, Heading))

    def _participants(self, entry: Entry, id_: str) -> tuple[Item, ...]:
        node = entry.value
        people: Participants | None
        if isinstance(node, Sequence):
            people = people_from_yaml(node, id_, self._diagnostics)
            return (people,)
        source = self._open(node, "participants", tables.MAX_BYTES)
        if source is None or not isinstance(node, Scalar):
            return ()
        with self._diagnostics.reading(quoted(node.text), node.span):
            people = people_from_csv(source, id_, entry.span, self._diagnostics)
        return (people,) if people else ()

    def _open(self, node: Node, key: str, limit: int = MAX_BYTES) -> Source | None:
        if not isinstance(node, Scalar) or is_nothing(node):
            hint = f"write {key}: and the name of one file"
            wrong("value-is-text", "a file's name", key, node, self._diagnostics, hint)
            return None
        path = find_file(self._folder, node.text, node.span, self._diagnostics)
        if path is None:
            return None
        with self._diagnostics.reading(quoted(node.text), node.span):
            return read_source(path, str(path), limit, self._diagnostics)


def _item_for(text: str) -> str:
    """The item that a file's name, or else some text, is meant to be."""
    kind = {".md": "file", ".txt": "file", ".csv": "participants"}.get(Path(text).suffix, "text")
    return f"- {kind}: {text if len(text) <= 60 else text[:59] + '…'}"
