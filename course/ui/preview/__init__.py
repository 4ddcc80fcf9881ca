"""The page that is being written, as people will see it, beside what is to be mended in it."""
