"""Lowering (stage 7c): footnotes and endnotes."""
