"""The page of a search: what the archive found, as the template shows it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from schemas.search import Count, Facets, Found, Hit, Passage, Piece, Timeline
from services.article.link import link
from services.desk import chart, wording
from services.desk.asked import FACETS, LAST_PAGE, PAGE_SIZE, Asked, Facet

VALUES = 8
_CHIPS = 8

_INTERVALS = {
    "s": timedelta(seconds=1), "m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1),
    "w": timedelta(days=7), "M": timedelta(days=30), "q": timedelta(days=91), "y": timedelta(days=365),
}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: its name, how many have it (None where it was not counted), on or off, and its switch."""

    shown: str
    count: int | None
    on: bool
    link: str


@dataclass(frozen=True, slots=True)
class FacetValues:
    """One facet with its values."""

    heading: str
    parameter: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class CoupTold:
    """A coup that an article or an alert tells of."""

    event: str
    type: str
    status: str


@dataclass(frozen=True, slots=True)
class Result:
    """One article of the list."""

    id: str
    headline: Passage
    language: str
    source: str | None
    when: datetime | None
    url: str | None
    alert: bool
    superseded: bool
    coups: tuple[CoupTold, ...]
    names: tuple[str, ...]
    passages: tuple[Passage, ...]
    older: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """One page of results."""

    asked: Asked
    total: int
    understood: str
    results: tuple[Result, ...]
    near: tuple[Result, ...]
    facets: tuple[FacetValues, ...]
    over_time: chart.Chart | None

    @property
    def page(self) -> int:
        """The number of this page, from 1."""
        return self.asked.page

    @property
    def last(self) -> int:
        """The last page that can be had."""
        return last_page(self.total, PAGE_SIZE)

    def at(self, page: int) -> str:
        """The address of another page."""
        return self.asked.at(page)


def results(asked: Asked, found: Found | None) -> Results:
    """The page; an empty one, whose filters can be switched off, where nothing was found or asked."""
    if found is None:
        return Results(asked, 0, "", (), (), facet_values(asked, Facets()), None)
    return Results(
        asked, found.total, found.understood, tuple(result(hit) for hit in found.hits),
        tuple(result(hit) for hit in found.near),
        facet_values(asked, found.facets or Facets()), over_time(found.timeline),
    )


def last_page(total: int, size: int) -> int:
    """The last page of so many that can be had."""
    return max(1, min(LAST_PAGE * PAGE_SIZE // size, -(-total // size)))


def facet_values(asked: Asked, facets: Facets) -> tuple[FacetValues, ...]:
    """Every facet that has a value, each value with its switch."""
    found = (_facet(facet, getattr(facets, facet.counts), asked) for facet in FACETS)
    return tuple(one for one in found if one.values)


def over_time(timeline: Timeline | None) -> chart.Chart | None:
    """The chart of the counts over time."""
    if timeline is None:
        return None
    counts = [chart.Count(bucket.start, bucket.statuses) for bucket in timeline.buckets]
    return chart.chart(counts, interval(timeline.interval))


def interval(text: str) -> timedelta:
    """Elasticsearch's `7d` as a time; a month counts 30 days, a year 365."""
    return int(text[:-1]) * _INTERVALS[text[-1]]


def _facet(facet: Facet, counts: tuple[Count, ...], asked: Asked) -> FacetValues:
    on = asked.values(facet.parameter)
    counted: dict[str, int | None] = {one.value: one.count for one in counts[:VALUES]}
    # what is switched on stays to be switched off, also where nothing has it any more
    values = tuple(
        Value(_shown(facet, name), counted.get(name), name in on, asked.toggled(facet.parameter, name))
        for name in dict.fromkeys([*on, *counted])
    )
    return FacetValues(facet.heading, facet.parameter, values)


def _shown(facet: Facet, name: str) -> str:
    return wording.language_name(name) if facet.parameter == "language" else name


def result(hit: Hit) -> Result:
    """One article of a list."""
    coups = dict.fromkeys(CoupTold(coup.event, coup.type, coup.status) for coup in hit.coups)
    return Result(
        id=hit.id,
        headline=hit.headline or (Piece(text="(no headline)"),),
        language=hit.language,
        source=hit.source,
        when=wording.moment(hit.published or hit.received),
        url=link(hit.url),
        alert=hit.alert,
        superseded=hit.superseded,
        coups=tuple(coups)[:3],
        names=hit.entities[:_CHIPS],
        passages=tuple(without_title(passage, hit.title) for passage in hit.passages[:2]),
        older=hit.older[:1],
    )


def without_title(passage: Passage, title: str) -> Passage:
    """A passage from the beginning has the headline in front, which stands above it already."""
    head = f"{title}\n\n"
    if not title or not "".join(piece.text for piece in passage).startswith(head):
        return passage
    left, rest = len(head), []
    for piece in passage:
        if left < len(piece.text):
            rest.append(Piece(text=piece.text[left:], match=piece.match))
        left = max(0, left - len(piece.text))
    return tuple(rest)
