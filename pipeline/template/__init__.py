"""Word templates read as programs: their tags, what these may say, and where they stand; it renders nothing."""
