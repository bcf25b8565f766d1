"""Bytes to plain values that keep their places (stage 1): YAML, Markdown and CSV."""
