"""The course as plain lines with numbered choices: for a screen reader, a pipe or a serial line."""
