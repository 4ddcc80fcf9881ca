"""The one screen: what is on it, what a key or a tap means there, and how it is read and drawn."""
