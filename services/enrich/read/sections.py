"""Lists by country: below a line that is only the name of one, a sentence that names none speaks of that one.

2. Gabon | Soldiers seized power in 2023. | 3. Sudan | After the coup of 2021 the army …
"""

from __future__ import annotations

import re
from bisect import bisect_left

from services.enrich.read.reading import Reading

Places = list[tuple[int, int, str]]

# What may stand in such a line before the name and behind it: 5. Mali: two coups in nine months
_BEFORE = re.compile(rb"\x01[ \x02]?(?:\(?[0-9]{1,2}[.)\x02-]* ?)?(?:(?:kasar|jamhuriyar|in|in the|au|en|the) )?$")
# Or its year with it: GABON, 2023: | MALI (2020, 2021):
_BEHIND = re.compile(rb"(?:,? ?\(?(?:19|20)[0-9]{2}[^\x01:.]{0,16})? ?(?:[:.\x02-]{0,2} ?\x01|:)")
# So far before a name its line begins.
LINE = 24


def with_headings(countries: Places, reading: Reading) -> Places:
    """`countries`, and at the beginning of sentences that name none that of the heading above, if there are two."""
    key = reading.key
    if len(countries) < 2 or key.count(b"\x01") < 2 * MANY:
        return countries
    headings = headings_of(countries, reading)
    if len({country for _, _, country in headings}) < MANY:
        return countries
    known, starts = reading.crises.by_country, reading.sentence_starts
    own = [place[0] for place in countries if place[2] in known]
    added: Places = []
    for number, (_, end, country) in enumerate(headings):
        # up to the beginning of the next one's line: – Mali: soldiers … | – Guinea-Bissau: here, too, they …
        last = key.rfind(b"\x01", 0, headings[number + 1][0]) if number + 1 < len(headings) else len(key)
        for at in starts[bisect_left(starts, end) : bisect_left(starts, last)]:
            stop = min(reading.sentence(at)[1], last)
            if country in known and bisect_left(own, at) == bisect_left(own, stop):
                added.append((at, at, country))
    return sorted(countries + added)


def headings_of(countries: Places, reading: Reading) -> Places:
    """The names that are a line of their own, or begin one with a colon behind them."""
    return [
        place
        for place in countries
        if place[0] < place[1]
        and place[0] >= reading.title_end
        and _BEHIND.match(reading.key, place[1])
        and _BEFORE.search(reading.key, max(0, place[0] - LINE), place[0])
    ]


def headings(reading: Reading) -> Places:
    """Those of the text, looked for once."""
    if reading.headings is None:
        reading.headings = headings_of(reading.countries, reading)
    return reading.headings


def listed_by_country(reading: Reading) -> set[str]:
    """The countries of a list by country, each of which is an item of its own: Mali: … | Guinea: … | Niger: …"""
    if reading.key.count(b"\x01") < ENTRIES:
        return set()
    found = {country for _, _, country in headings(reading)}
    return found if len(found) >= ENTRIES else set()


# So many make such a list.
ENTRIES = 3
# Headings of so many countries make a list.
MANY = 2
