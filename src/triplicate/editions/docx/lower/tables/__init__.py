"""Lowering (stage 7c): tables, from their boxes to a grid of whole twips."""
