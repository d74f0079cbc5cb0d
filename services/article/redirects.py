"""Addresses that only lead to another, which they name: links out of search alerts, social networks and mail.

Google News named the publisher's address in its ids until the summer of 2024, packed but in plain letters. Since then
an id names nothing, and where it leads only Google's own script asks: such an address stays what it is.
"""

from __future__ import annotations

import binascii
import re
from base64 import urlsafe_b64decode
from urllib.parse import parse_qsl, urlsplit

# host and path, and the parameter with the target. Only those that name it: what a shortener hides, nobody knows
# without asking it.
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
    (re.compile(r"news\.google\.com/news/url"), ("url",)),
    (re.compile(r"(?:m\.)?vk\.com/away\.php"), ("to",)),
    (re.compile(r"slack-redir\.net/link"), ("url",)),
    (re.compile(r"[a-z0-9]+\.safelinks\.protection\.outlook\.com/"), ("url",)),
)
_GOOGLE_NEWS = re.compile(
    r"news\.google\.com/(?:__i/)?(?:rss/)?(?:rd/)?(?:articles|read)/(CBM[\w-]{8,4000})=*", re.ASCII
)
_HIDES = re.compile(r"https?://news\.google\.com/(?:__i/)?(?:rss/)?(?:rd/)?(?:articles|read|stories)/", re.IGNORECASE)
_ID_FIELD = 0x22  # the fourth field, a text: what follows is a length and the address
_PRINTED = re.compile(rb"https?://[!-~]{4,2000}")
_MAX_STEPS = 3


def target(url: str) -> str:
    """Where the address leads, if it says so; else the address itself. Raises ValueError where it is none."""
    for _ in range(_MAX_STEPS):
        parts = urlsplit(url)
        page = f"{parts.netloc.lower()}{parts.path}"
        if (match := _GOOGLE_NEWS.fullmatch(page)) and (named := _in_id(match[1])):
            url = named
            continue
        if not parts.query:
            return url
        names = next((names for pattern, names in _REDIRECTS if pattern.fullmatch(page)), ())
        if not names:
            return url
        given = dict(parse_qsl(parts.query))
        named = next((given[name] for name in names if given.get(name, "").startswith(("http://", "https://"))), None)
        if named is None:
            return url
        url = named
    return url


def is_hidden(url: str) -> bool:
    """Whether an address leads to another that it does not name, and only to who runs its scripts."""
    return _HIDES.match(url) is not None


def _in_id(text: str) -> str | None:
    """The address in an id of Google News, if there is one: a message of Protocol Buffers, its text behind a number."""
    try:
        data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return None
    if len(data) < 5 or data[2] != _ID_FIELD:
        return None
    # a length of 128 and more is written in two bytes
    long = data[3] & 0x80
    begin, length = (5, data[3] & 0x7F | data[4] << 7) if long else (4, data[3])
    found = data[begin : begin + length]
    return found.decode() if len(found) == length and _PRINTED.fullmatch(found) else None
