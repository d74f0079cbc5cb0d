"""What happens in a country on any day, and is no part of its crisis: an attack, a flood, a match."""

from __future__ import annotations

from services.enrich.read.headline import acts_by_itself, head_end, in_head
from services.enrich.read.reading import Reading

# How far before a sign stands what makes it only say when: since the fall of Bazoum.
WHEN_REACH = 44


def is_apart(reading: Reading, head: int, signs: list[int], core: list[int]) -> bool:
    """Is it an attack, a flood, a match in the country, with nothing of the crisis in the headline?"""
    if not in_head(reading, "apart"):
        return False
    if acts_by_itself(reading) or in_head(reading, "junta"):
        return False
    if _is_only_announced(reading, signs, core):
        return True
    # First attack since the coup: what only says when is no sign of the crisis
    when = reading.crises.phrases.when
    return not any(s < head and not when.search(reading.key, max(s - WHEN_REACH, 0), s) for s in (*signs, *core))


def _is_only_announced(reading: Reading, signs: list[int], core: list[int]) -> bool:
    """Without a headline: is an attack told first, and of the crisis only who says so in a later sentence?

    Gunmen have killed forty in a mosque in Niger. The minister Mohamed Toumba said so on television. But not: Niger
    has accused a neighbour after an attack. | The general, who came out of the coup, said so.
    """
    if reading.title_end or not core or not set(signs) <= set(core):
        return False
    first = reading.sentence(0)[1]
    apart = reading.cues_in("apart", 0, first)
    where = reading.sentence(core[0])
    said = reading.cues_in("say", *where) and not reading.cues_in("claim", *where)
    return bool(apart and said) and all(at >= first for at in core) and first < head_end(reading)
