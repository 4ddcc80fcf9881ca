"""Rules for authors, a file for each family: what no type can say."""
