"""Starts the course again whenever it ends, and shows something calm meanwhile."""
