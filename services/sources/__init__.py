"""Which sources are watched and what is known of them, for the service that polls them, for commands and the desk."""
