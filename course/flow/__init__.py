"""The one conductor: from welcome to leave, what every press does, for every front end."""
