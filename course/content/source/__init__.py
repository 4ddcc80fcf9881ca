"""From files to a tree to structs: strict YAML, every value with its line and column."""
