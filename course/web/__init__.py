"""The course as one page for a browser, made by walking the navigator."""
