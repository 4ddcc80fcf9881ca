"""The course aloud: what a view says in plain words, how they sound, and a voice to say them.

`telling` is shared with plain mode. Nothing here knows a terminal.
"""
