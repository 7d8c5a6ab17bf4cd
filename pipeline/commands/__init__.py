"""The commands, a module a subject: one call, what it says, an exit code. They refuse to decide and to know click."""
