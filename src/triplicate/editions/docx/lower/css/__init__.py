"""Lowering (stage 7c): computed CSS to the properties that Word knows, whatever has them."""
