"""Lowering (stage 7c): pages to sections, and what stands in their margins."""
