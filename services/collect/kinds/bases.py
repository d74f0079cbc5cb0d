"""What the links of a feed that are only paths begin with. Pure."""

from __future__ import annotations

from urllib.parse import urlsplit


def base_of(address: str, site: str | None) -> str:
    """The feed's address; where it is served from another host than its site, the site, which has the paths."""
    there = _host(site)
    return site if site and there and there != _host(address) else address


def _host(address: str | None) -> str | None:
    if not address or not address.lower().startswith(("http://", "https://")):
        return None
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return None
