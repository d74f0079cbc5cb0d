"""What an article is about: which country's crisis stands in its headline and lead, and which is only passed."""

from __future__ import annotations

from collections import Counter

from services.enrich.reading import Reading

LEAD = 500


def lead_end(reading: Reading) -> int:
    """Where the headline and the first passage of a text end, in the folded text."""
    return reading.title_end + LEAD


def weights(reading: Reading) -> Counter[str]:
    """How much each country is spoken of; the headline counts six times, the lead three times."""
    out: Counter[str] = Counter()
    title, lead = reading.title_end, lead_end(reading)
    for start, _, country in reading.countries:
        out[country] += 6 if start < title else 3 if start < lead else 1
    return out


def subject(reading: Reading, eventful: set[str]) -> str | None:
    """The country of `eventful` that the article is most about."""
    scores = [(score, country) for country, score in weights(reading).items() if country in eventful]
    return max(scores)[1] if scores else None
