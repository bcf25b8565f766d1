"""Lowering (stage 7c): the numbers of headings, list items and paragraphs, as Word counts."""
