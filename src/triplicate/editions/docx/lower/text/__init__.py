"""Lowering (stage 7c): paragraphs, and what stands in their lines."""
