"""Which address of an article a person may be led to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# longer ones are cut by mail and chat, and lead elsewhere
_LONGEST = 4_000
# what browsers leave out or read as a slash: they would go to another host than the one that is read here
_ODD = re.compile(r"[\s\x00-\x1f\\]")


def link(url: str | None) -> str | None:
    """The address if a browser may be sent there, else None: what an article brings may stand where somebody clicks.

    Of http or https, with a host and without a user, so that `https://reuters.com@evil.example` leads nobody astray.
    """
    if not url or len(url) > _LONGEST or _ODD.search(url):
        return None
    try:
        parts = urlsplit(url)
        found = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        return None
    return url if found else None
