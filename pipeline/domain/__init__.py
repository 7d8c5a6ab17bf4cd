"""The rules of measuring: pure functions over frozen values; no files, clock, processes or rendering."""
