"""New content and new settings, taken over between two people."""
