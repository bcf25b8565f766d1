"""ECMA-376's transitional schemas, where the machine has them.

Input: a DOCX and the folder that TRIPLICATE_ECMA_SCHEMAS names (the schemas are not ours to ship).
Output: what breaks them, one line a fault.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SCHEMAS = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "wml.xsd",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "dml-main.xsd",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": (
        "shared-documentPropertiesExtended.xsd"
    ),
    "http://schemas.openxmlformats.org/package/2006/content-types": (
        "opc-xsd/opc-contentTypes.xsd"
    ),
    "http://schemas.openxmlformats.org/package/2006/relationships": (
        "opc-xsd/opc-relationships.xsd"
    ),
}


def schema_faults(path: Path) -> list[str]:
    """Validate each part of a DOCX whose namespace has a schema; skip without the schemas."""
    folder = os.environ.get("TRIPLICATE_ECMA_SCHEMAS")
    if not folder:
        pytest.skip("TRIPLICATE_ECMA_SCHEMAS names no folder with ECMA-376's schemas")
    schemas: dict[str, etree.XMLSchema] = {}
    faults = []
    with ZipFile(path) as package:
        for name in package.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = _understood(etree.fromstring(package.read(name)))
            schema = _SCHEMAS.get(etree.QName(root).namespace or "")
            if schema is None:
                continue
            if schema not in schemas:
                schemas[schema] = etree.XMLSchema(etree.parse(str(Path(folder) / schema)))
            schemas[schema].validate(root)
            log: Any = schemas[schema].error_log
            faults += [f"{name}:{entry.line}: {entry.message}" for entry in log]
    return faults


def _understood(root: Any) -> Any:
    """The tree without what mc:Ignorable lets a reader of the plain standard skip."""
    prefixes = (root.attrib.pop(f"{_COMPATIBILITY}Ignorable", "") or "").split()
    ignored = {root.nsmap[prefix] for prefix in prefixes}
    for element in list(root.iter(etree.Element)):
        if etree.QName(element).namespace in ignored:
            element.getparent().remove(element)
            continue
        for name in list(element.attrib):
            if etree.QName(name).namespace in ignored:
                del element.attrib[name]
    return root
