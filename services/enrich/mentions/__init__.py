"""What the mentions of one text say together: of which coups, denied or feared or told, which is central."""
