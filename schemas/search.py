"""A search as shell, desk and API ask it, and what it finds: the one contract between them."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from schemas.alert import Alert
from schemas.story import Story
from schemas.tags import CoupStatus, CoupType, Kind

Sort = Literal["best", "newest"]
Interval = Literal["auto", "hour", "day", "week", "month"]

MOST_HITS = 1000
# Elasticsearch pages no further than this (index.max_result_window).
LAST_HIT = 10_000
LONGEST_TEXT = 2000
SAVED_NAME = r"^[\w][\w-]{0,59}$"


class Asked(BaseModel):
    """Base of what a person asks: an unknown name is a mistake, which is told."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Told(BaseModel):
    """Base of what is answered."""

    model_config = ConfigDict(frozen=True)


class Search(Asked):
    """What an analyst wants to know. Filters of one kind are alternatives, different kinds must all hold."""

    q: str = Field("", max_length=LONGEST_TEXT, description="words, phrases, AND, OR, NOT, field:value, dates in words")
    entity: tuple[str, ...] = Field((), max_length=50, description="id, or name in any known spelling")
    person: tuple[str, ...] = Field((), max_length=50, description="as `entity`, people only")
    organisation: tuple[str, ...] = Field((), max_length=50, description="as `entity`, organisations only")
    place: tuple[str, ...] = Field((), max_length=50, description="as `entity`, places only")
    source: tuple[str, ...] = Field((), max_length=50, description="as the article declares it, else its host")
    language: tuple[str, ...] = Field((), max_length=50, description="en, fr, ar, ha, …; und: too short to tell")
    event: tuple[str, ...] = Field((), max_length=50, description="coup mentioned, such as niger-2023")
    status: tuple[CoupStatus, ...] = Field((), max_length=50, description="of the same mention as `event`")
    story: tuple[str, ...] = Field((), max_length=50, description="story id")
    since: str | None = Field(None, max_length=100, description="published from then on: a date, or one in words")
    until: str | None = Field(None, max_length=100, description="published until then; takes in a whole day")
    sort: Sort | None = Field(None, description="best where there are words, else newest")
    size: int = Field(10, ge=0, le=MOST_HITS)
    offset: int = Field(0, ge=0, le=LAST_HIT - MOST_HITS)
    interval: Interval = Field("auto", description="of the counts over time")


class AlertSearch(Asked):
    """Which alerts: filters as in Search."""

    q: str = Field("", max_length=LONGEST_TEXT, description="words of headline and quote, or entities")
    rule: tuple[str, ...] = Field((), max_length=50)
    crisis: tuple[str, ...] = Field((), max_length=50)
    severity: tuple[str, ...] = Field((), max_length=50)
    language: tuple[str, ...] = Field((), max_length=50)
    source: tuple[str, ...] = Field((), max_length=50)
    story: tuple[str, ...] = Field((), max_length=50)
    since: str | None = Field(None, max_length=100, description="fired from then on")
    until: str | None = Field(None, max_length=100, description="fired until then")
    size: int = Field(20, ge=0, le=MOST_HITS)
    offset: int = Field(0, ge=0, le=LAST_HIT - MOST_HITS)


class StorySearch(Asked):
    """Which stories, those with the latest article first."""

    q: str = Field("", max_length=LONGEST_TEXT, description="words of the headline, or entities")
    crisis: tuple[str, ...] = Field((), max_length=50)
    language: tuple[str, ...] = Field((), max_length=50, description="one of its articles is in")
    source: tuple[str, ...] = Field((), max_length=50, description="that told it")
    topic: tuple[str, ...] = Field((), max_length=50)
    since: str | None = Field(None, max_length=100, description="with an article from then on")
    until: str | None = Field(None, max_length=100, description="begun until then")
    size: int = Field(20, ge=0, le=MOST_HITS)
    offset: int = Field(0, ge=0, le=LAST_HIT - MOST_HITS)


class DeadSearch(Asked):
    """Which dead letters, newest first."""

    error: tuple[str, ...] = Field((), max_length=50, description="short stable name, such as not_json")
    service: tuple[str, ...] = Field((), max_length=50)
    empty: bool = Field(False, description="also tombstones and blank values")
    size: int = Field(20, ge=0, le=MOST_HITS)
    offset: int = Field(0, ge=0, le=LAST_HIT - MOST_HITS)


class Piece(Told):
    """Part of a passage, and whether it is what was looked for."""

    text: str
    match: bool = False


Passage = tuple[Piece, ...]


class Coup(Told):
    """A coup mention: which, how real, and the words that say so."""

    event: str
    type: CoupType
    status: CoupStatus
    evidence: str


class Hit(Told):
    """One article found. `older` are passages of its earlier texts; `url` is http(s) or nothing."""

    id: str
    url: str | None
    title: str
    headline: Passage = Field(description="the title in pieces")
    published: AwareDatetime | None
    received: AwareDatetime | None
    language: str
    source: str | None
    story: tuple[str, ...] = Field(description="one for each crisis that it concerns")
    entities: tuple[str, ...]
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    coups: tuple[Coup, ...]
    crises: tuple[str, ...] = Field(description="ids of those that are its subject")
    alert: bool
    superseded: bool
    score: float | None
    passages: tuple[Passage, ...]
    older: tuple[Passage, ...]


class Count(Told):
    """How many of the articles found have this value."""

    value: str
    count: int


class Facets(Told):
    """The most frequent values among the articles found, most frequent first."""

    people: tuple[Count, ...] = ()
    organisations: tuple[Count, ...] = ()
    places: tuple[Count, ...] = ()
    sources: tuple[Count, ...] = ()
    languages: tuple[Count, ...] = ()
    events: tuple[Count, ...] = ()
    statuses: tuple[Count, ...] = ()


class Bucket(Told):
    """Articles published in one interval, from `start` on; `statuses` of their coup mentions."""

    start: AwareDatetime
    count: int
    statuses: dict[str, int]


class Timeline(Told):
    """Counts over time by publication; `undated` articles stand in none of the buckets."""

    interval: str = Field(description="as Elasticsearch has it: 1h, 1d, 7d, 1M, …")
    buckets: tuple[Bucket, ...]
    undated: int


class PlaceCount(Told):
    """A place that the articles found speak of, and where it is."""

    name: str
    lat: float
    lon: float
    count: int


class Found(Told):
    """One page of hits, how many there are in all, and what they have in common.

    `understood` is how the text was read, in the same language but with nothing left out, for a person to see.
    """

    total: int
    hits: tuple[Hit, ...]
    near: tuple[Hit, ...] = Field(
        (), description="where few have all the words and the best come first: those with most of them, not in total"
    )
    understood: str
    facets: Facets | None = None
    timeline: Timeline | None = None
    places: tuple[PlaceCount, ...] = ()
    took_ms: int = Field(description="Elasticsearch's own time")


class MentionSpan(Told):
    """Code points [start, end) of the article's content."""

    start: int
    end: int


class Mention(Told):
    """An entity and every place in the content where it is named."""

    id: str
    name: str
    kind: Kind
    spans: tuple[MentionSpan, ...]


class CoupMention(Told):
    """A coup mention with the place of its evidence and the cue that decided."""

    event: str
    type: CoupType
    status: CoupStatus
    evidence: str
    start: int
    end: int
    rule: str | None = None


class Earlier(Told):
    """Another text of the same article, oldest first."""

    title: str
    text: str
    language: str
    published: AwareDatetime | None
    received: AwareDatetime
    outcome: str


class Article(Told):
    """One article whole. `content` is what all spans count in: title, blank line, text."""

    id: str
    url: str | None = Field(description="http(s) or nothing")
    title: str
    content: str
    language: str
    source: str | None
    published: AwareDatetime | None
    published_received: str | None = Field(description="the date as it came")
    published_note: str | None
    fetched: AwareDatetime | None
    received: AwareDatetime | None
    indexed: AwareDatetime | None
    trace_id: str | None
    story: tuple[str, ...] = Field(description="one for each crisis that it concerns")
    copy_of: tuple[str, ...] = Field(description="ids of articles that it is a near copy of")
    mentions: tuple[Mention, ...]
    coups: tuple[CoupMention, ...]
    crisis_main: tuple[str, ...]
    crisis_background: tuple[str, ...]
    alert: bool
    superseded: bool
    notes: tuple[str, ...]
    history: tuple[Earlier, ...]


class AlertEntry(Told):
    """An alert, when it fired, and what was delivered where."""

    alert: Alert
    indexed: AwareDatetime
    delivered: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


class Alerts(Told):
    """One page of alerts, newest first."""

    total: int
    alerts: tuple[AlertEntry, ...]


class Stories(Told):
    """One page of stories."""

    total: int
    stories: tuple[Story, ...]


class DeadEntry(Told):
    """A record that could never become a document; `harmattan dead show ID` has its bytes."""

    id: str
    topic: str
    partition: int
    offset: int
    service: str
    error: str
    reason: str
    failed: AwareDatetime
    replayed: AwareDatetime | None = None
    trace_id: str | None = None


class DeadLetters(Told):
    """One page of dead letters, newest first."""

    total: int
    letters: tuple[DeadEntry, ...]


class FacetPage(Told):
    """Facets of a search without its hits."""

    total: int
    facets: Facets
    places: tuple[PlaceCount, ...]


class TimelinePage(Told):
    """Counts over time of a search without its hits."""

    total: int
    timeline: Timeline


class SavedSearch(Told):
    """A search that was given a name; words such as "yesterday" are read anew each time that it is run."""

    name: str = Field(pattern=SAVED_NAME, description="of the feed too, hence without signs that an address needs")
    search: Search
    saved: AwareDatetime


class SavedSearches(Told):
    """All of them, by name."""

    total: int
    searches: tuple[SavedSearch, ...]


class Complaint(Told):
    """What is wrong with a request, in one sentence."""

    error: str
    position: int | None = Field(None, description="code points into `q`, where the mistake is in it")
