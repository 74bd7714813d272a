"""Grading a class: what the platforms give out is taken in, judged, kept in a gradebook and given back to them."""
