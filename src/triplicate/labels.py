"""The words that a theme itself prints: "Page", "Participants", by language.

Input: a theme and a language. Output: the labels by name, from YAML files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplicate.diagnostics import quoted
from triplicate.diagnostics.wording import did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

    from triplicate.diagnostics import Diagnostics
    from triplicate.load.nodes import Entry
    from triplicate.theme import Theme

_MAX_LABELS = 100_000  # bytes


def load_labels(theme: Theme, language: str, diagnostics: Diagnostics) -> dict[str, str]:
    """The words that the theme itself prints, in ``language``; English where it has no file.

    Labels of the user's theme replace ours one by one.
    """
    names = [language, language.partition("-")[0], "en"]
    labels: dict[str, str] = {}
    for folder in reversed(theme.folders):
        paths = [folder / "labels" / f"{name}.yaml" for name in names]
        if path := next((path for path in paths if path.is_file()), None):
            entries = _read_entries(path, diagnostics)
            if labels:
                _check_names(entries, labels, folder, diagnostics)
            labels.update(_texts(entries, diagnostics))
    if not any((f / "labels" / f"{n}.yaml").is_file() for f in theme.folders for n in names[:2]):
        diagnostics.warning(
            "labels-exist",
            f'expected labels for the language "{language}", found none: English is used',
            hint=f"add labels/{names[1]}.yaml to your theme",
        )
    return labels


def _read_entries(path: Path, diagnostics: Diagnostics) -> dict[str, Entry]:
    from triplicate.load.nodes import Mapping
    from triplicate.load.source import read_source
    from triplicate.load.yaml import parse_yaml

    source = read_source(path, str(path), _MAX_LABELS, diagnostics)
    root = parse_yaml(source, diagnostics) if source is not None else None
    return root.entries if isinstance(root, Mapping) else {}


def _check_names(
    entries: dict[str, Entry], known: dict[str, str], folder: Path, diagnostics: Diagnostics
) -> None:
    """Warn of labels that are not ``known`` and that no template in ``folder`` speaks of."""
    unknown = [entry for key, entry in entries.items() if key not in known]
    templates = sorted(folder.rglob("*.j2")) if unknown else []
    used = "".join(path.read_text("utf-8", "replace") for path in templates)
    for entry in unknown:
        if entry.key not in used:
            diagnostics.warning(
                "label-is-known",
                f"expected a label that a template prints, found {quoted(entry.key)}",
                entry.span,
                did_you_mean(entry.key, known),
            )


def _texts(entries: dict[str, Entry], diagnostics: Diagnostics) -> dict[str, str]:
    from triplicate.load.nodes import Scalar

    labels = {}
    for entry in entries.values():
        if isinstance(entry.value, Scalar):
            labels[entry.key] = entry.value.text
        else:
            diagnostics.error(
                "label-is-text", f'expected text for "{entry.key}", found more keys', entry.span
            )
    return labels
