"""Many kiosks on a real hub."""
