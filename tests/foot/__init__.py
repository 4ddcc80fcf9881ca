"""The course in the kiosk's own terminal, foot in cage, on a display that nobody sees."""
