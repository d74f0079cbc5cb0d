"""The one HTTP client that goes out to strangers: guarded, bounded, polite. No cookie, no proxy, no surprise."""
