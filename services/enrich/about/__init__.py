"""What an article is about: whose crisis stands on top, and what is only passed."""
