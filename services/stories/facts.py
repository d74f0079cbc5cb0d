"""An article as what it is compared by. Pure."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from schemas.decision import Facts
from schemas.enriched import EnrichedArticle
from services.article.walls import is_wall
from services.stories.words import LEAD_CHARACTERS, Sketch, lead, sketch, words

# More of a headline or lead says nothing new, and all of it is kept.
TITLE_WORDS, LEAD_WORDS = 30, 60
NUMBERS = 20


@dataclass(frozen=True, eq=False)
class Reading:
    """The facts with their sketch and word sets unpacked."""

    facts: Facts
    language: str
    sketch: Sketch

    @cached_property
    def title(self) -> frozenset[str]:
        """The words of the headline that mean something."""
        return frozenset(word for word in self.facts.title if len(word) > 2 or word.isdigit())

    @cached_property
    def lead(self) -> frozenset[str]:
        """Those of the lead; of a wall none."""
        if self.walled:
            return frozenset()
        return frozenset(word for word in self.facts.lead if len(word) > 2 or word.isdigit())

    @cached_property
    def walled(self) -> bool:
        """Whether the text begins with a wall of cookies or of payment, as its site has it before all of them."""
        return is_wall(self.facts.lead)

    @cached_property
    def said(self) -> frozenset[str]:
        """What headline and lead say in no language: topics, names, numbers."""
        return frozenset((*self.facts.topics, *self.facts.head, *self.facts.numbers))


def read(article: EnrichedArticle) -> Reading:
    """The facts of an article that has just come."""
    title, first = words(article.title), words(lead(article.text))
    if not title:  # a post without a headline begins with what would be one
        title = first[:12]
    found = words(article.text) if article.text else title
    length, hashes = sketch(found)
    facts = Facts(
        length=length,
        sketch=base64.b64encode(hashes.astype("<u4").tobytes()).decode(),
        title=tuple(title[:TITLE_WORDS]),
        lead=tuple(first[:LEAD_WORDS]),
        numbers=tuple(dict.fromkeys(_numbers((*title, *first))))[:NUMBERS],
        topics=article.topics,
        head=tuple(_head(article)),
    )
    return Reading(facts, article.language, hashes)


def again(facts: Facts, language: str) -> Reading:
    """The same from a decision that was written down."""
    hashes = np.frombuffer(base64.b64decode(facts.sketch), dtype="<u4").astype(np.uint32)
    return Reading(facts, language, hashes)


def _numbers(found: Iterable[str]) -> Iterable[str]:
    """Numbers without years, which every article of a crisis shares."""
    return (word for word in found if word.isdigit() and len(word) <= 6 and not (len(word) == 4 and word[:2] == "20"))


def _head(article: EnrichedArticle) -> Iterable[str]:
    """The entities that headline and lead name, the headline's first."""
    body = len(article.title) + 2 if article.title else 0
    end = body + max(LEAD_CHARACTERS, article.text.find("\n") if "\n" in article.text[:600] else LEAD_CHARACTERS)
    return (entity.id for entity in article.entities if any(span.start < end for span in entity.mentions))
