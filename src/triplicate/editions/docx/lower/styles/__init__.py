"""Lowering (stage 7c): the named styles, read off a document that holds one of each."""
