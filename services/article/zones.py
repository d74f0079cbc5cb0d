"""Zones named by a place, and what software writes behind an offset."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

# "Africa/Niamey", as Java, Python and PostgreSQL print it
_PLACE = re.compile(
    r"\b(?:Africa|America|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific)/[A-Za-z0-9_+/-]{2,40}", re.IGNORECASE
)
# As American newsrooms write it, in summer as in winter; in capitals only, because "et" is French for "and".
_AMERICAN = re.compile(r"(?<=[\dMm.])\s?([ECMP]T)\b(?!/)")
_PLACES = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}
# JavaScript's name of the zone whose offset stands before it, in the reader's own language
_NAME_BEHIND = re.compile(r"((?:GMT|UTC)?[+-]\d\d:?\d\d)\s*\([^()]*\)\s*\Z")


def without_place(text: str) -> tuple[str, str | None]:
    """The text without the place that names its zone, and the place."""
    text = _NAME_BEHIND.sub(r"\1", text)
    if match := _PLACE.search(text):
        return text[: match.start()] + text[match.end() :], match[0]
    if match := _AMERICAN.search(text):
        return text[: match.start()] + text[match.end() :], _PLACES[match[1]]
    return text, None


def placed(time: datetime, place: str) -> datetime:
    """The time with the zone of that place; without one, as it is, where nobody knows the place."""
    zone = _zone(place)
    return time if zone is None else time.replace(tzinfo=zone)


@lru_cache(maxsize=128)
def _zone(place: str) -> ZoneInfo | None:
    try:
        # "africa/niamey" has been seen; all places begin with capitals
        return ZoneInfo(place if place != place.lower() else place.title())
    except (ValueError, OSError, KeyError):
        return None
