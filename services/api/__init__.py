"""The same searches as JSON, and feeds: routes that the desk mounts."""
