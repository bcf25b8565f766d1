"""Rules about the files of a package and what leads from one to another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import urlsplit

from tests.editions.docx.words import W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"


def relationships(package: dict[str, Any], part: str) -> dict[str, Any]:
    """The relationships of a part by id."""
    folder, _, name = part.rpartition("/")
    found = package.get(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    return {} if found is None else {one.get("Id"): one for one in found}


def relationships_lead_somewhere(package: dict[str, Any]) -> Iterator[str]:
    """A target that is missing, or is no URI, is damage to Word."""
    for name, root in package.items():
        if not name.endswith(".rels"):
            continue
        source = normpath(join(dirname(name), ".."))
        ids = Counter(one.get("Id") for one in root)
        yield from (f"{name}: {one} twice" for one, times in ids.items() if times > 1)
        for one in root:
            target = one.get("Target")
            if one.get("TargetMode") == "External":
                if re.search(r"[\s<>\"{}|\\^`]", target) or not urlsplit(target).geturl():
                    yield f"{name}: {target!r} is no URI"
            elif normpath(join(source, target.lstrip("/"))) not in package:
                yield f"{name}: {target} is not in the package"


def ids_of_relationships_exist(package: dict[str, Any]) -> Iterator[str]:
    """Headers and notes have relationships of their own: those of the document do not count."""
    for name, root in package.items():
        if not name.endswith(".xml") or not name.startswith("word/"):
            continue
        known = relationships(package, name)
        for element in root.iter():
            for key, value in element.attrib.items():
                if key.startswith(R) and value not in known:
                    yield f"{name}: {value} leads nowhere"


def every_part_is_reached(package: dict[str, Any]) -> Iterator[str]:
    """A part that nothing leads to is dropped when Word saves the file."""
    reached = {"[Content_Types].xml"}
    for name, root in package.items():
        if name.endswith(".rels"):
            source = normpath(join(dirname(name), ".."))
            reached.add(name)
            reached |= {normpath(join(source, one.get("Target").lstrip("/"))) for one in root}
    yield from (f"{name}: nothing leads to it" for name in package if name not in reached)


def every_part_has_a_type(package: dict[str, Any]) -> Iterator[str]:
    """ECMA-376 Part 2, 10.1.2: one type a part, no part that is missing."""
    types = package["[Content_Types].xml"]
    defaults = {one.get("Extension").lower() for one in types if one.get("Extension")}
    named = [one.get("PartName").lstrip("/") for one in types if one.get("PartName")]
    yield from (f"{name}: declared, and missing" for name in named if name not in package)
    for name in package:
        if name not in named and name.rpartition(".")[2].lower() not in defaults:
            yield f"{name}: has no type"


def ignorable_prefixes_are_declared(package: dict[str, Any]) -> Iterator[str]:
    """Word does not open a part whose mc:Ignorable names a prefix that it does not declare."""
    for name, root in package.items():
        if not hasattr(root, "iter"):
            continue
        for element in root.iter():
            for prefix in (element.get(IGNORABLE) or "").split():
                if prefix not in element.nsmap:
                    yield f"{name}: {prefix} is not declared"


def newer_markup_can_be_ignored(package: dict[str, Any]) -> Iterator[str]:
    """What is newer than ECMA-376 stands in namespaces that are ignorable, or in extensions."""
    newer = "http://schemas.microsoft.com/office/word/"
    for name, root in package.items():
        if not hasattr(root, "iter") or not name.startswith("word/"):
            continue
        prefixes = (root.get(IGNORABLE) or "").split()
        ignorable = {root.nsmap[prefix] for prefix in prefixes if prefix in root.nsmap}
        for element in root.iter():
            for tag in (element.tag, *element.attrib):
                space = tag[1:].partition("}")[0] if isinstance(tag, str) else ""
                if space.startswith(newer) and space not in ignorable:
                    yield f"{name}: {tag} is not ignorable"


def spaces_are_kept(package: dict[str, Any]) -> Iterator[str]:
    """Word drops spaces at the ends of w:t and w:instrText without xml:space."""
    for name, root in package.items():
        if not hasattr(root, "iter"):
            continue
        for element in root.iter(f"{W}t", f"{W}instrText"):
            text = element.text or ""
            kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            if text != text.strip() and not kept:
                yield f"{name}: {text!r} loses spaces"


RULES = (
    relationships_lead_somewhere,
    ids_of_relationships_exist,
    every_part_is_reached,
    every_part_has_a_type,
    ignorable_prefixes_are_declared,
    newer_markup_can_be_ignored,
    spaces_are_kept,
)
