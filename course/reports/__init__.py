"""What the answers say about the course, and looking after the visits that are kept."""
