"""Pictures as pixels: a drawing in the colours of a theme, and what a terminal is sent to show it.

All is worked out from what is given. Only `render` knows the libraries that draw, and they are
loaded when the first picture is drawn.
"""
