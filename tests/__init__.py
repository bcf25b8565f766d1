"""The test suite; folders mirror src/triplicate."""
