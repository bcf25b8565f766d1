"""Lowering (stage 7c): the walk through the box tree, which meets all other concerns."""
