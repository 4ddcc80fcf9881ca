"""A course in another language: what there is to translate, by whom it was, and where it goes."""
