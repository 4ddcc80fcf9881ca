"""How the parts of a view stand on a screen, one module for a few layouts that are alike."""
