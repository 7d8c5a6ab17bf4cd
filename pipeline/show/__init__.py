"""Values → what a terminal or a program reads: text in two languages, or JSON. It refuses to decide and to compute."""
