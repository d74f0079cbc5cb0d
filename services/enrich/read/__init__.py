"""One article read once: its names, cues, sentences, headline and day. Whatever follows looks here."""
