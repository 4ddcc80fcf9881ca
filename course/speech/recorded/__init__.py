"""Lines that a natural voice has spoken once: how they are made, kept and found again."""
