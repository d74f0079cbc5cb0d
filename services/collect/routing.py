"""Which partition a source belongs to: its host's, so that one worker has all sources of a host and can pause. Pure."""

from __future__ import annotations

from urllib.parse import urlsplit

from schemas.source import Source


def route(source: Source) -> bytes:
    """What the partition is chosen by."""
    return host_of(source).encode("utf-8", "replace")


def host_of(source: Source) -> str:
    """The host without www; the address itself where it has none."""
    try:
        host = urlsplit(source.address).hostname
    except ValueError:
        host = None
    return (host or source.address).removeprefix("www.")
