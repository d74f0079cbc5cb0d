"""Near copies: the same text under another headline, with a line more, a site's name, another lead. Pure.

Candidates come from bands of MinHash signatures (rensa); each is then compared by its sketch, its headline and what its
lead says. The bands are wide on purpose: what they let through, the comparison decides.
"""

from __future__ import annotations

from itertools import count

from rensa import RMinHash, RMinHashLSH

from services.stories.facts import Reading
from services.stories.words import contained, share

# 21 bands of 3: two texts that share half of their sequences meet with 94 %, those that share a tenth with 2 %.
BANDS, ROWS = 21, 3
# Below so many words in a row a text is a headline and a line: the same words there are the news, not a copy of it.
SHORT = 18
# Shares of sequences. Above SAME nothing but a number or a name can have changed; below LEAST it is another text that
# quotes or repeats its background.
SAME, LEAST = 0.85, 0.42
SAME_HEADLINE = 0.6


class Copies:
    """The texts that a new one may be a copy of, by the id of their article."""

    def __init__(self) -> None:
        # the bands decide alone: its threshold is for those who do not compare by themselves
        self._bands = RMinHashLSH(threshold=0.0, num_perm=BANDS * ROWS, num_bands=BANDS)
        self._numbers = count()
        # the bands know numbers only
        self._number_of: dict[str, int] = {}
        self._article_of: dict[int, str] = {}
        self.texts: dict[str, Reading] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def add(self, article_id: str, reading: Reading) -> None:
        """Remember a text; one that is known already stays as it is."""
        if article_id not in self.texts and len(reading.sketch):
            number = next(self._numbers)
            self._bands.insert(number, signature(reading))
            self._number_of[article_id], self._article_of[number] = number, article_id
            self.texts[article_id] = reading

    def forget(self, article_id: str) -> None:
        """No text is compared with this one any more."""
        if self.texts.pop(article_id, None) is not None:
            number = self._number_of.pop(article_id)
            self._bands.remove(number)
            del self._article_of[number]

    def find(self, reading: Reading) -> str | None:
        """The article that this text is a near copy of, the most similar one, or None."""
        if not len(reading.sketch):
            return None
        best: tuple[float, str] | None = None
        for article_id in sorted(self._article_of[number] for number in self._bands.query(signature(reading))):
            other = self.texts[article_id]
            alike = share(reading.sketch, other.sketch)
            if is_copy(reading, other, alike) and (best is None or alike > best[0]):
                best = (alike, article_id)
        return best[1] if best else None


def signature(reading: Reading) -> RMinHash:
    """The MinHash of a sketch; the same for the same text on every machine."""
    found = RMinHash(num_perm=BANDS * ROWS, seed=1)
    hashes = reading.sketch.astype("<u4").tobytes()
    found.update([hashes[at : at + 4] for at in range(0, len(hashes), 4)])
    return found


def is_copy(one: Reading, two: Reading, alike: float | None = None) -> bool:
    """Is one a near copy of the other? `alike` is the share of their sequences, where it is known."""
    if one.language != two.language and "und" not in (one.language, two.language):
        return False
    alike = share(one.sketch, two.sketch) if alike is None else alike
    if one.walled and two.walled:
        # two texts that share the wall before them share nothing else for sure but their headlines
        return alike >= LEAST and _overlap(one.title, two.title) >= SAME_HEADLINE
    lengths = one.facts.length, two.facts.length
    if min(lengths) < SHORT:
        return alike >= 0.9 or (alike >= 0.6 and one.facts.lead == two.facts.lead)
    inside = contained(alike, *lengths)
    if alike < LEAST and not (inside >= 0.85 and min(lengths) >= 2 * SHORT and min(lengths) * 4 >= max(lengths)):
        return False
    told = max(_overlap(one.title, two.title), _overlap(one.lead, two.lead), _overlap(one.said, two.said))
    if _other_figures(one, two) and _overlap(one.lead, two.lead) < 0.95:
        return False
    if alike >= SAME or inside >= 0.95:
        return told >= 0.2
    return told >= 0.34


def _overlap(one: frozenset[str], two: frozenset[str]) -> float:
    union = len(one | two)
    return len(one & two) / union if union else 0.0


def _other_figures(one: Reading, two: Reading) -> bool:
    """A report in the same words with other figures: yesterday's bulletin and today's."""
    first, second = set(one.facts.numbers), set(two.facts.numbers)
    return len(first - second) >= 2 and len(second - first) >= 2
