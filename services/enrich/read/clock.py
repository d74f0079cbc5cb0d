"""What a text can mean by its date: which coups it can know of, which are recent, how long ago each was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from schemas.crisis import Event

# A coup that the text does not date is one of the last years, and juntas stay in power for some (Mali's since 2021);
# Nigeria's of 1993 is not meant by its name alone.
# days
YEAR = 366
RECENT = dt.timedelta(days=6 * YEAR)
# A text without a date is taken for one of the years in which Harmattan reads.
UNDATED_SINCE = 2019
# Days whose clocks are kept: a backfill of some years.
MOST_DAYS = 2000


@dataclass(frozen=True, slots=True)
class Clock:
    """What dates a text: `published`, or nothing."""

    published: dt.date | None
    known: dict[str, list[Event]] = field(default_factory=dict)

    def recent_of(self, country: str, events: Sequence[Event]) -> list[Event]:
        """The events of a country that can be meant without a year; looked up once per text."""
        if country not in self.known:
            self.known[country] = [e for e in events if self.recent(e)]
        return self.known[country]

    @classmethod
    def at(cls, published: dt.date | None, clocks: dict[dt.date | None, dict[str, list[Event]]]) -> Clock:
        """The clock of a day. What it knows of each country is kept: articles of one day ask the same."""
        if len(clocks) > MOST_DAYS:
            clocks.clear()
        return cls(published, clocks.setdefault(published, {}))

    def has_seen(self, event: Event) -> bool:
        """Could the text know of it? Two days' grace, for time zones and dates of pages."""
        return self.published is None or event.date <= self.published + dt.timedelta(days=2)

    def recent(self, event: Event) -> bool:
        """Is it near enough to be meant without a year?"""
        if self.published is None:
            return event.date.year >= UNDATED_SINCE
        return self.has_seen(event) and event.date >= self.published - RECENT

    def happening(self, event: Event) -> bool:
        """Is it the news of these very days?"""
        age = self.age(event)
        return age is not None and -2 <= age <= 3

    def fresh(self, event: Event) -> bool:
        """Was it within two months before the text?"""
        age = self.age(event)
        return age is not None and -2 <= age <= 60

    def day_of(self, event: Event) -> bool:
        """Is it an anniversary of the event, give or take two days?"""
        age = self.age(event)
        return age is not None and age > 300 and min(age % 365.25, 365.25 - age % 365.25) <= 2.5

    def over_a_year_after(self, event: Event) -> bool:
        """Was it more than twelve months before the text?"""
        age = self.age(event)
        if age is None or age < 365:
            return False
        day = event.date
        anniversary = day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)
        return self.published is not None and self.published > anniversary

    def age(self, event: Event) -> int | None:
        """Days from the event to the text."""
        return (self.published - event.date).days if self.published else None
