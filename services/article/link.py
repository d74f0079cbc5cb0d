"""Which address of an article a person may be led to."""

from __future__ import annotations

from urllib.parse import urlsplit


def link(url: str | None) -> str | None:
    """The address if it is of http or https, else None: what an article brings may stand where somebody clicks."""
    if url is None:
        return None
    try:
        return url if urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None
