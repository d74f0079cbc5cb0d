"""Pieces that are no news of a crisis: essays, lives, histories, chronologies, checks of claims."""
