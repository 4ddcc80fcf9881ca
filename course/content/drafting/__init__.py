"""A course that is being written: what was saved, what became of it, and new files for it."""
