"""Finished editions, opened by the programs that readers use and by validators."""
