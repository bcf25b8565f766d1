"""Lowering (stage 7c): formulas."""
