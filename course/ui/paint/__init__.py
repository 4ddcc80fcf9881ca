"""A view as lines of cells: pure drawing, without widgets and events."""
