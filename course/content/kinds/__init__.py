"""The kinds of questions and figures: what an author writes of each, and what it means."""
