"""Domain values become finished Indonesian text here, a module a document; it refuses to know Word, files and time."""
