"""Lowering (stage 7c): pictures and their files."""
