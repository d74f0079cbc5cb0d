"""One text as bytes: folded, cut into sentences, and names by their sounds."""
