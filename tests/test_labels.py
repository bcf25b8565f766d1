"""The words that themes print, by language."""

from __future__ import annotations

from pathlib import Path

from triplicate.diagnostics import Diagnostics
from triplicate.labels import load_labels
from triplicate.theme import built_in, load_theme


def test_labels_are_replaced_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "en.yaml").write_text("participants.title: Function\n")
    diagnostics = Diagnostics()
    theme = load_theme(tmp_path, diagnostics)
    assert theme is not None
    labels = load_labels(theme, "en-GB", diagnostics)
    assert labels["participants.title"] == "Function"
    assert labels["participants.name"] == "Name"
    assert not len(diagnostics)


def test_a_label_that_nothing_prints_is_a_warning_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    path = tmp_path / "labels" / "en.yaml"
    path.write_text("page: P.\npgae: P.\nfrom: By\nspare: x\n", encoding="utf-8")
    (tmp_path / "report.html.j2").write_text('{{ report.labels["from"] }}', encoding="utf-8")
    diagnostics = Diagnostics()
    theme = load_theme(tmp_path, diagnostics)
    assert theme is not None
    load_labels(theme, "en", diagnostics)
    misspelt, spare = diagnostics
    assert (misspelt.rule, misspelt.span) == ("label-is-known", (str(path), 2, 1, 2, 5))
    assert misspelt.hint == 'did you mean "page"?'
    assert '"spare"' in spare.message


def test_every_language_has_the_same_labels() -> None:
    theme = load_theme(None, Diagnostics())
    assert theme is not None
    keys = {
        path.stem: set(load_labels(theme, path.stem, Diagnostics()))
        for path in (built_in() / "labels").glob("*.yaml")
    }
    assert len(keys) >= 4
    assert all(found == keys["en"] for found in keys.values())


def test_a_language_without_labels_is_a_warning() -> None:
    diagnostics = Diagnostics()
    theme = load_theme(None, diagnostics)
    assert theme is not None
    assert load_labels(theme, "sw", diagnostics)["contents"] == "Contents"
    assert [item.rule for item in diagnostics] == ["labels-exist"]
