"""The small words of the cue files, as patterns that are searched only around what was found."""
