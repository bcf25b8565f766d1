"""Readers of finished editions: each reads one kind of file back into the same list of blocks.

They share nothing with triplicate: a mistake there cannot hide here.
"""
