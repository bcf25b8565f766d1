"""Lowering (stage 7c): boxes that CSS arranges otherwise than one below the other."""
