"""What a clinician signs, and what is kept of it: a signature stands for the words signed."""
