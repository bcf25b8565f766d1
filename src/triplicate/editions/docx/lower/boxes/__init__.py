"""Lowering (stage 7c): boxes that show around what they hold, or stand beside the text."""
