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
# "West Africa Standard Time", "heure de Paris"; what is not among the names below is no zone.
_SPELLED = re.compile(
    r"\(?\b(West Africa|W\. Central Africa|Central Africa|East Africa|South Africa|Greenwich Mean|British"
    r"|Western European|Central European|Eastern European|Eastern|Central|Mountain|Pacific)"
    r"(?: Standard| Daylight| Summer)? Time\b\)?",
    re.IGNORECASE,
)
_OF_A_CITY = re.compile(
    r"\(?(?:\b(?:heures?|horaire)(?: locale)? (?:de |d['’]|à )?|\bagogon |(?:\bب?توقيت ))"
    r"(?P<city>(?:Le |New )?[^\W\d_]{1,14}(?:['’][^\W\d_]{3,8})?)\b\)?"
    r"|\b(?P<town>(?:New )?[A-Z][^\W\d_]{2,13}) time\b",
    re.IGNORECASE,
)
_BY_NAME = {
    "west africa": "Africa/Lagos", "w. central africa": "Africa/Lagos", "central africa": "Africa/Maputo",
    "east africa": "Africa/Nairobi", "south africa": "Africa/Johannesburg", "greenwich mean": "Etc/GMT",
    "british": "Europe/London", "western european": "Europe/Lisbon", "central european": "Europe/Paris",
    "eastern european": "Europe/Athens", "eastern": "America/New_York", "central": "America/Chicago",
    "mountain": "America/Denver", "pacific": "America/Los_Angeles",
} | {
    name: zone
    for zone, names in {
        "Europe/Paris": "paris bruxelles brussels genève geneva berlin rome madrid باريس",
        "Europe/London": "london londres لندن",
        "Europe/Moscow": "moscow moscou موسكو",
        "Europe/Istanbul": "ankara istanbul أنقرة إسطنبول",
        "America/New_York": "new-york washington واشنطن نيويورك",
        "Africa/Cairo": "cairo le-caire القاهرة",
        "Africa/Khartoum": "khartoum الخرطوم",
        "Africa/Tripoli": "tripoli طرابلس",
        "Africa/Casablanca": "rabat casablanca الرباط",
        "Africa/Abidjan": "dakar bamako ouagadougou abidjan accra lomé lome conakry nouakchott freetown نواكشوط باماكو",
        "Africa/Lagos": "niamey lagos abuja cotonou libreville yaoundé douala kano أبوجا",
        "Africa/Ndjamena": "n'djamena ndjamena نجامينا",
        "Africa/Nairobi": "nairobi",
        "Africa/Johannesburg": "pretoria johannesburg",
        "Asia/Beirut": "beirut beyrouth بيروت",
        "Asia/Dubai": "dubai dubaï دبي أبوظبي",
        "Asia/Qatar": "doha الدوحة",
    }.items()
    for name in names.split()
}
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
    named = _SPELLED.search(text) or _OF_A_CITY.search(text)
    if named and (zone := _BY_NAME.get(_name(next(filter(None, named.groups()))))):
        return text[: named.start()] + text[named.end() :], zone
    return text, None


def _name(shown: str) -> str:
    return shown.lower().replace("’", "'").replace("new ", "new-").replace("le ", "le-")


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
