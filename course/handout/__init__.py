"""What a visit leaves in the hand: one model, and its forms for paper, screen and phone."""
