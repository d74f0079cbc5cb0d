"""What the links of a feed that are only paths begin with. Pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_NAME = re.compile(r"\.[a-z][a-z0-9-]{1,62}$", re.IGNORECASE)


def base_of(address: str, site: str | None) -> str:
    """The feed's address; where it is served from another host than its site, the site, which has the paths.

    A site that names a machine of its own makers (localhost, 10.0.0.7) names none.
    """
    there = _host(site)
    return site if site and there and _NAME.search(there) and there != _host(address) else address


def _host(address: str | None) -> str | None:
    if not address or not address.lower().startswith(("http://", "https://")):
        return None
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return None
