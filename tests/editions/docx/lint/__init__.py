"""What is known to make Word offer a repair or show something else, and no schema forbids.

Input: the parts of a package, as `tests.editions.docx.words.opened` reads them. Output: faults, one
line each. `RULES` holds the rules by name; those that look at the package's files are in `parts`,
those that look into stories in `stories`, those of styles and numbers in `names`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.editions.docx.lint import names, parts, stories

Rule = Callable[[dict[str, Any]], Iterator[str]]
RULES: dict[str, Rule] = {
    rule.__name__: rule for module in (parts, stories, names) for rule in module.RULES
}


def faults(package: dict[str, Any]) -> list[str]:
    """All that the rules find."""
    return [f"{name}: {fault}" for name, rule in RULES.items() for fault in rule(package)]
