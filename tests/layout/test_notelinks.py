"""Notes as programs write them without roles, in Word."""

from __future__ import annotations

import re

import pytest

import triplicate
from tests.editions.docx.words import W, opened

RULE = "<div><br clear=all><hr align=left size=1 width='33%'>"
WORD = f"""<p>Text<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>
 more<a href="#_edn1" name="_ednref1"><span>[i]</span></a></p>
{RULE}<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Foot</div>
</div>
{RULE}<div id=edn1><p><a href="#_ednref1" name="_edn1">[i]</a> End</div></div>"""
LIBREOFFICE = """<p>Text<a class="sdfootnoteanc" name="sdfootnote1anc"
 href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p class="sdfootnote"><a
 class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Foot</p></div>"""
GOOGLE = """<p>Text<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr>
<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;Foot</span></p></div>"""
PYTHON_MARKDOWN = """<p>Text<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>
 again<sup id="fnref2:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>
<div class="footnote"><hr><ol><li id="fn:1"><p>End <a class="footnote-backref" href="#fnref:1">
&#8617;</a><a class="footnote-backref" href="#fnref2:1">&#8617;</a></p></li></ol></div>"""
MARKDOWN_IT = """<p>Text<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p>
<hr class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list">
<li id="fn1" class="footnote-item"><p>End <a href="#fnref1" class="footnote-backref">↩</a></p></li>
</ol></section>"""
GITHUB = """<p>Text<sup><a href="#user-content-fn-1" id="user-content-fnref-1">1</a></sup></p>
<section class="footnotes"><h2>Footnotes</h2><ol><li id="user-content-fn-1"><p>End
<a href="#user-content-fnref-1">↩</a></p></li></ol></section>"""


def words(html: str) -> dict[str, str]:
    """The text of the document and of its notes, "{}" where a note is called or numbered."""
    parts, found = opened(triplicate.html_to_docx(html)), {}
    for name in ("document", "footnotes", "endnotes"):
        text = ""
        for one in parts[f"word/{name}.xml"].iter() if f"word/{name}.xml" in parts else ():
            if re.search("(foot|end)note(Reference|Ref)$", one.tag):
                text += "{}"
            text += one.text or "" if one.tag == f"{W}t" else ""
        found[name] = " ".join(text.split())
    return found


@pytest.mark.parametrize(
    ("html", "document", "footnotes", "endnotes"),
    [
        (WORD, "Text[{}] more[{}]", "[{}] Foot", "[{}] End"),
        (LIBREOFFICE, "Text{}", "{}Foot", ""),
        (GOOGLE, "Text[{}]", "[{}] Foot", ""),
        (PYTHON_MARKDOWN, "Text{} again1", "", "{} End"),
        (MARKDOWN_IT, "Text[{}]", "", "{} End"),
        (GITHUB, "Text{}Footnotes", "", "{} End"),
    ],
)
def test_notes_without_roles_are_notes(
    html: str, document: str, footnotes: str, endnotes: str
) -> None:
    found = words(html)
    found["endnotes"] = found["endnotes"].replace("{}End", "{} End")  # a tab is between them
    assert found == {"document": document, "footnotes": footnotes, "endnotes": endnotes}


def test_a_rule_above_notes_goes_with_them() -> None:
    for html in (GOOGLE, MARKDOWN_IT):
        document = opened(triplicate.html_to_docx(html))["word/document.xml"]
        assert len(list(document.iter(f"{W}p"))) == 1
    kept = opened(triplicate.html_to_docx(f"{GOOGLE}<p>After"))["word/document.xml"]
    assert kept.xpath("//*[local-name()='pStyle']/@*") == ["BodyText", "Rule", "BodyText"]


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="#fn1">see</a></p><ol><li id="fn1">Item</ol>',
        '<p><a href="#part" id="top">down</a></p><div id="part"><a href="#top">up</a></div>',
        '<ol><li id="fn1"><a id="fnref1" href="#fn1">itself</a> <a href="#fnref1">b</a></ol>',
        '<p><a href="#fn1">nowhere</a> <a href="#fn2" id="x">x</a><a href="#x" id="fn2">y</a></p>',
    ],
)
def test_other_links_are_links(html: str) -> None:
    found = words(html)
    assert (found["footnotes"], found["endnotes"]) == ("", "")
    assert "{}" not in found["document"]
