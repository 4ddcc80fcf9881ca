"""Pages and questions that were written for something else, taken over as far as they can be."""
