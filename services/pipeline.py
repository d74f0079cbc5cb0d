"""The map: which service reads and writes what. Apps, topic creation, the README's drawing and the lag page read it.

Plain frozen data. To add a topic, an index or a service, add it here; a test fails where one is forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass

DAY_MS = 24 * 3600 * 1000
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Topic:
    """A Kafka topic. `retention_ms` of -1 keeps for ever; `compact` keeps the last message of each key."""

    name: str
    holds: str
    key: str
    partitions: int = 8
    retention_ms: int = 7 * DAY_MS
    compact: bool = False
    max_message_bytes: int = 8 * MIB


@dataclass(frozen=True, slots=True)
class Index:
    """An Elasticsearch index behind an alias: `name` is the alias, `name-000001` the first index.

    `ages_by` is the field that its documents grow old by, empty where they never do.
    """

    name: str
    holds: str
    id: str
    ages_by: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A service: what it reads, what it writes, and the port of its /metrics and health pages."""

    name: str
    does: str
    reads: tuple[Topic, ...]
    writes: tuple[Topic, ...]
    indexes: tuple[Index, ...]
    port: int
    # topics of its own state: written, and read back from the start when a partition is assigned
    keeps: tuple[Topic, ...] = ()
    # whether the broker gathers a batch before it answers: cheap for a flood, at the price of a moment's wait
    gathers: bool = True
    # topics of its own that it reads back at times, outside its group
    rereads: tuple[Topic, ...] = ()
    # indexes of others that it searches
    looks_at: tuple[Index, ...] = ()

    @property
    def group(self) -> str:
        """The consumer group, which is Faust's app id."""
        return f"harmattan-{self.name}"


@dataclass(frozen=True, slots=True)
class Front:
    """A service for people: it reads indexes and no topic, so it has no consumer group and no lag."""

    name: str
    does: str
    shows: tuple[Index, ...]
    port: int


# The raw limit is half of the inner one: a message grows by its tags, and as a dead letter by a third.
RAW = Topic("articles.raw", "articles as they were fed", "any or none", max_message_bytes=4 * MIB)
NORMALIZED = Topic("articles.normalized", "schemas.normalized.NormalizedArticle", "article id")
# By crisis, so that all of one crisis lies in one partition, in one order, with one worker at a time.
CRISIS = Topic("crisis.articles", "schemas.enriched.EnrichedArticle", "crisis id", retention_ms=30 * DAY_MS)
# As many partitions and the same key, so that the decisions on an article lie in the partition that it came from. Not
# compacted: their order is the state.
DECISIONS = Topic("stories.decisions", "schemas.decision.Decision", "crisis id", retention_ms=30 * DAY_MS)
STORIES = Topic("stories", "schemas.story.Story", "story id", partitions=4, retention_ms=-1, compact=True)
DUE = Topic("alerts.due", "schemas.alert.Alert", "alert id", partitions=4, retention_ms=30 * DAY_MS)
ENRICHED = Topic("articles.enriched", "schemas.enriched.EnrichedArticle", "article id", retention_ms=30 * DAY_MS)
DEAD = Topic("articles.dead", "schemas.dead_letter.DeadLetter", "topic-partition-offset-item", retention_ms=30 * DAY_MS)
ALERTS = Topic("alerts", "schemas.alert.Alert", "alert id", partitions=4, retention_ms=-1, compact=True)
SOURCES = Topic("sources", "schemas.source.Source", "source id", retention_ms=-1, compact=True)
# The partitions of these three match: a worker keeps the state of the sources that it was given.
POKES = Topic("sources.pokes", "nothing: its source is to be polled now", "source id", retention_ms=DAY_MS)
SOURCE_STATES = Topic(
    "sources.state", "schemas.source_state.SourceState", "source id", retention_ms=-1, compact=True
)

TOPICS = (RAW, NORMALIZED, CRISIS, DECISIONS, ENRICHED, STORIES, DUE, DEAD, ALERTS, SOURCES, POKES, SOURCE_STATES)

ARTICLES_INDEX = Index("harmattan-articles", "one document per article, with its history", "article id", "received")
ARRIVALS_INDEX = Index(
    "harmattan-arrivals", "every later arrival of a known article, and what became of it", "origin", "received"
)
ALERTS_INDEX = Index("harmattan-alerts", "one document per alert, with what was delivered where", "alert id", "indexed")
STORIES_INDEX = Index("harmattan-stories", "one document per story, as it stands", "story id", "last_seen")
DELIVERIES_INDEX = Index(
    "harmattan-deliveries", "one document per notice and channel, with its attempts; one per digest with what it holds",
    "of notice and channel", "created",
)
DEAD_INDEX = Index(
    "harmattan-dead", "one document per dead letter or empty record", "origin, else the letter's id", "failed"
)
EXPIRED_INDEX = Index("harmattan-expired", "how many documents went because they were too old", "index and moment")
# filled by people, from the command line and the desk
SEARCHES_INDEX = Index("harmattan-searches", "searches that were given a name", "name")

INDEXES = (
    ARTICLES_INDEX, ARRIVALS_INDEX, STORIES_INDEX, ALERTS_INDEX, DELIVERIES_INDEX, DEAD_INDEX, EXPIRED_INDEX,
    SEARCHES_INDEX,
)

COLLECT = Stage(
    "collect", "polls the sources, takes what is posted, feeds what is new", (SOURCES, POKES),
    (RAW, SOURCE_STATES, POKES, DEAD), (),
    6065, rereads=(SOURCE_STATES,),
)
INGEST = Stage("ingest", "bytes to a clean, identified, dated article", (RAW,), (NORMALIZED, DEAD), (), 6066)
ENRICH = Stage("enrich", "entities, coup mentions, salience", (NORMALIZED,), (CRISIS, ENRICHED, DEAD), (), 6067)
FOLLOW = Stage(
    "stories", "near copies, stories, and what is new of them", (CRISIS,), (ENRICHED, STORIES, DUE, DEAD), (), 6070,
    keeps=(DECISIONS,), gathers=False,
)
INDEX = Stage(
    "index", "articles, stories and dead letters become documents", (ENRICHED, STORIES, DEAD), (DEAD,),
    (ARTICLES_INDEX, ARRIVALS_INDEX, STORIES_INDEX, DEAD_INDEX, EXPIRED_INDEX), 6068,
)
ALERT = Stage(
    "alert", "what is new reaches the desk, once", (DUE,), (ALERTS, DEAD), (ALERTS_INDEX, DELIVERIES_INDEX), 6069,
    rereads=(ALERTS,), looks_at=(ARTICLES_INDEX,), gathers=False,
)

STAGES = (COLLECT, INGEST, ENRICH, FOLLOW, INDEX, ALERT)

DESK = Front(
    "desk", "pages for those who watch",
    (ARTICLES_INDEX, ARRIVALS_INDEX, STORIES_INDEX, ALERTS_INDEX, DEAD_INDEX, SEARCHES_INDEX), 6080,
)

FRONTS = (DESK,)
