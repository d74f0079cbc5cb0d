"""Addresses that only lead to another, which they name: links out of search alerts and social networks."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

# host and path, and the parameter with the target. Only those that name it: what Google News or a shortener
# hides, nobody knows without asking them.
_REDIRECTS = (
    (re.compile(r"(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}/url"), ("url", "q")),
    (re.compile(r"lm?\.facebook\.com/l\.php"), ("u",)),
    (re.compile(r"(?:www\.)?facebook\.com/(?:l|sharer/sharer)\.php"), ("u",)),
    (re.compile(r"l\.(?:instagram|threads)\.(?:com|net)/?"), ("u",)),
    (re.compile(r"(?:www\.)?bing\.com/news/apiclick\.aspx"), ("url",)),
    (re.compile(r"(?:www\.)?linkedin\.com/redir/redirect/?"), ("url",)),
    (re.compile(r"out\.reddit\.com/[^?]*"), ("url",)),
    (re.compile(r"t\.umblr\.com/redirect"), ("z",)),
    (re.compile(r"(?:www\.)?youtube\.com/redirect"), ("q",)),
    (re.compile(r"duckduckgo\.com/l/"), ("uddg",)),
)
_MAX_STEPS = 3


def target(url: str) -> str:
    """Where the address leads, if it says so; else the address itself. Raises ValueError where it is none."""
    for _ in range(_MAX_STEPS):
        parts = urlsplit(url)
        page = f"{parts.netloc.lower()}{parts.path}"
        names = next((names for pattern, names in _REDIRECTS if pattern.fullmatch(page)), ())
        if not names or not parts.query:
            return url
        given = dict(parse_qsl(parts.query))
        named = next((given[name] for name in names if given.get(name, "").startswith(("http://", "https://"))), None)
        if named is None:
            return url
        url = named
    return url
