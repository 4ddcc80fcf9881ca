"""Looking after the visits that are kept: listing, checking, exporting, and letting them go."""
