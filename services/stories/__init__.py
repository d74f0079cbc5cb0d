"""Near copies, stories, and what is new of them."""
