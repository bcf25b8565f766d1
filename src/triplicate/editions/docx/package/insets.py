"""Packaging (stage 7c): readings above words, and formulas (ECMA-376 Part 1, 17.3.3.25 and 22).

Input: `ir.Ruby` and `ir.Formula`. Output: ``<w:ruby>`` in a run, OMML beside runs.
"""

from __future__ import annotations

from triplicate.editions.docx import ir
from triplicate.editions.docx.package.languages import regional
from triplicate.editions.docx.package.xml import escape, run_properties

MATH_FONT = "Cambria Math"  # Word's own; text in others is no formula to it
# Where a reading stands: its lower edge, as a share of the size of the words, as Word does it.
RAISE = 0.9


def ruby(inset: ir.Ruby) -> str:
    """A run of words with their reading."""
    small = ir.overlay(inset.format, inset.reading_look)._replace(size=inset.reading_size)
    return (
        f"<w:r>{run_properties(inset.format, inset.style)}<w:ruby><w:rubyPr>"
        f'<w:rubyAlign w:val="center"/><w:hps w:val="{inset.reading_size}"/>'
        f'<w:hpsRaise w:val="{round(inset.size * RAISE)}"/>'
        f'<w:hpsBaseText w:val="{inset.size}"/><w:lid w:val="{escape(regional(inset.language))}"/>'
        f"</w:rubyPr><w:rt>{_run(inset.reading, inset.style, small)}</w:rt>"
        f"<w:rubyBase>{_run(inset.text, inset.style, inset.format)}</w:rubyBase></w:ruby></w:r>"
    )


def _run(text: str, style: str, look: ir.RunFormat) -> str:
    properties = run_properties(look, style)
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def formula(inset: ir.Formula) -> str:
    """``<m:oMath>``, in a paragraph of formulas where it stands on lines of its own."""
    look = inset.format._replace(bold=None, italic=None, font=MATH_FONT)
    properties = run_properties(look, inset.style)
    inner = _nodes(inset.nodes, properties)
    if not inset.display:
        return f"<m:oMath>{inner}</m:oMath>"
    align = f'<m:oMathParaPr><m:jc m:val="{inset.align}"/></m:oMathParaPr>' if inset.align else ""
    return f"<m:oMathPara>{align}<m:oMath>{inner}</m:oMath></m:oMathPara>"


def _nodes(nodes: tuple[ir.MathNode, ...], look: str) -> str:
    return "".join(
        _text(node, look) if isinstance(node, ir.MathText) else _part(node, look) for node in nodes
    )


def _text(text: ir.MathText, look: str) -> str:
    stated = "<m:nor/>" if text.normal else ""
    if text.script:
        stated += f'<m:scr m:val="{text.script}"/>'
    if text.face and not text.normal:
        stated += f'<m:sty m:val="{text.face}"/>'
    properties = f"<m:rPr>{stated}</m:rPr>" if stated else ""
    return f'<m:r>{properties}{look}<m:t xml:space="preserve">{escape(text.text)}</m:t></m:r>'


def _part(part: ir.MathPart, look: str) -> str:
    inner = "".join(f"<m:{name}>{_nodes(nodes, look)}</m:{name}>" for name, nodes in part.slots)
    if not part.kind:
        return inner
    stated = "".join(_property(name, value) for name, value in part.properties)
    properties = f"<m:{part.kind}Pr>{stated}</m:{part.kind}Pr>" if stated else ""
    return f"<m:{part.kind}>{properties}{inner}</m:{part.kind}>"


def _property(name: str, value: str) -> str:
    """A property; "mcs" are the columns of a matrix by their alignment."""
    if name != "mcs":
        return f'<m:{name} m:val="{escape(value)}"/>'
    columns = (
        f'<m:mc><m:mcPr><m:count m:val="1"/><m:mcJc m:val="{align}"/></m:mcPr></m:mc>'
        for align in value.split()
    )
    return f"<m:mcs>{''.join(columns)}</m:mcs>"
