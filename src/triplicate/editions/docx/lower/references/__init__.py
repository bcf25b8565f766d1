"""Lowering (stage 7c): what refers to other places: fields, links with text, contents lists."""
