"""Where few articles have every word of a question: those that have most of its words. Pure.

An analyst's words must all be found, as saved searches and alert rules count on. A question typed as a sentence then
finds nothing for one word too many ("French ambassador expelled", where the articles say `told to leave`). So its
page goes on with near answers, apart from the others and not counted among them: filters, dates and exclusions hold as
before, and at least half of the words, phrases and brackets are found.
"""

from __future__ import annotations

from collections.abc import Iterable

from services.search.query import TEXT_FIELDS, Clause, Names, Read, clause, shown
from services.search.tree import Node, Word

# Fewer answers than this leave room on the first page.
ENOUGH = 10
# A shorter word is mostly one such as of, the, du or na: to find it means nothing, to miss it neither.
_SHORTEST = 4


def body(read: Read, names: Names, found: Iterable[str], size: int) -> Clause | None:
    """The request for at most `size` near answers beside those that were `found`; None where there can be none."""
    if len(read.asked) < 2 or size < 1:
        return None
    # what a person typed between the words need not be there
    half = max(1, (sum(map(_counts, read.asked)) + 1) // 2)
    query: Clause = {"bool": {
        # not in titles, which are in the text too: the stop words of a language are left out of its text only
        "should": [clause(part, (*TEXT_FIELDS, "names^1.5"), names) for part in read.asked],
        "minimum_should_match": half,
        "filter": read.required,
        "must_not": [{"ids": {"values": list(found)}}],
    }}
    return {"query": query, "track_total_hits": False, "size": size, **shown(read)}


def _counts(part: Node) -> bool:
    return not isinstance(part, Word) or part.phrase or bool(part.ids) or len(part.text) >= _SHORTEST
