"""The document in which a clinician reads all that patients can come to see."""
