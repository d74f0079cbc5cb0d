"""Where a text tells a coup: by a word for it, by what is done in one, by a life or a list."""
