"""The stories of one crisis as they stand: the decisions so far, applied in order. Pure.

`apply` is the only thing that changes a state, so that one which is restored from the topic of decisions is the one
that was lost, whoever made them.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from schemas.decision import Decision
from schemas.story import Story, StoryEntity
from services.stories.copies import Copies
from services.stories.echoes import Echoes
from services.stories.facts import Reading, again
from services.stories.members import Members
from services.stories.similar import TOPICS, Rarity

# A story that nobody has added to for so long is closed, one that goes on for ever is closed too: what follows is news.
QUIET = timedelta(days=4)
LONGEST = timedelta(days=14)
# How long it is remembered that a counting rule has alerted; longer than the longest window.
REMEMBERED = timedelta(days=30)
# Bounds whatever comes: stories in memory, and what each keeps.
STORIES = 3_000
TEXTS_OF_A_STORY = 60
SOURCES = 50
WORDS_OF_A_STORY = 300
NUMBERS_OF_A_STORY = 300
RECENT_SOURCES = 500
# Of the names in headline and lead, in their order, those that a report is mainly about.
MAIN = 3
# So many texts into a story everybody who belongs to it has been named.
SETTLED = 8
# More than confirm anything (novelty.CONFIRMED_BY).
CONFIRMING = 8
# Decisions, after so many of which it is looked which stories have ended.
LOOKS_EVERY = 50
# Of a crisis; those that were not heard for longest are forgotten.
SOURCES_OF_A_CRISIS = 20_000
# A story is everybody's with so many sources within so long.
SURGE_SOURCES, SURGE_WINDOW = 10, timedelta(hours=1)


@dataclass(slots=True)
class OpenStory:
    """A story that articles may still join."""

    id: str
    first: Decision
    last_seen: datetime
    articles: int = 0
    copies: int = 0
    version: int = 0
    size: int = 0
    salience: str = "background"
    topics: Counter[str] = field(default_factory=Counter)
    head: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)
    words: dict[str, Counter[str]] = field(default_factory=dict)
    sources: dict[str, None] = field(default_factory=dict)
    languages: dict[str, None] = field(default_factory=dict)
    statuses: dict[str, None] = field(default_factory=dict)
    named: Counter[StoryEntity] = field(default_factory=Counter)
    # who is new in headlines, and by which sources
    newcomers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    told: set[str] = field(default_factory=set)
    alerts: int = 0
    # it has been everybody's at some time
    wide: bool = False
    texts: deque[str] = field(default_factory=deque)
    arrivals: deque[tuple[datetime, str]] = field(default_factory=lambda: deque(maxlen=RECENT_SOURCES))

    @property
    def echo(self) -> bool:
        """Whether it is closed, and only its old texts have come once more."""
        return self.size == 0

    @property
    def first_seen(self) -> datetime:
        """When it began."""
        return self.first.received

    def heard(self, now: datetime) -> set[str]:
        """The sources that had it in the SURGE_WINDOW before `now`."""
        return {name for when, name in self.arrivals if now - when <= SURGE_WINDOW}

    def message(self) -> Story:
        """The story for whoever reads the topic or the index."""
        first = self.first
        return Story(
            id=self.id, crisis=first.crisis, version=self.version, salience=_SALIENCE[self.salience],
            headline=first.headline, language=first.language, article_id=first.article_id,
            first_seen=first.received, last_seen=self.last_seen, articles=self.articles, copies=self.copies,
            sources=tuple(self.sources)[:SOURCES], languages=tuple(self.languages),
            events=tuple(dict.fromkeys(one.split(":")[0] for one in self.statuses)),
            statuses=tuple(dict.fromkeys(f"{e}:{s}" for e, _, s in (one.split(":") for one in self.statuses))),
            topics=tuple(topic for topic, _ in self.topics.most_common(8)),
            entities=tuple(entity for entity, _ in self.named.most_common(20)), alerts=self.alerts,
        )


_SALIENCE = {"main": "main", "background": "background", "none": "none"}


class CrisisState:
    """All that is remembered of one crisis."""

    def __init__(self) -> None:
        self.clock: datetime | None = None
        self.members = Members()
        self.copies = Copies()
        self.echoes = Echoes()
        self.rarity = Rarity()
        self.open: dict[str, OpenStory] = {}
        self.story_of: dict[str, str] = {}  # of the texts in `copies`
        self.entities: set[str] = set()
        # per counting rule, when an article counted for it, and which windows have alerted
        self.hits: dict[str, deque[datetime]] = defaultdict(lambda: deque(maxlen=20_000))
        self.fired: dict[str, datetime] = {}
        self.sources: dict[str, Decision] = {}
        self.counts: Counter[str] = Counter()
        self.taken = 0

    def apply(self, decision: Decision) -> None:
        """Take in one decision. One that was taken in before (the same text of the same article) changes nothing."""
        known = self.members.get(decision.article_id)
        if known is not None and known[1] == decision.content_hash[:16]:
            return
        self.members.put(decision.article_id, decision.story, decision.content_hash)
        self.clock = max(self.clock or decision.received, decision.received)
        story = self.open.get(decision.story)
        if story is None:
            story = self.open[decision.story] = OpenStory(decision.story, decision, decision.received)
        self._add(story, decision)
        self._count(decision)
        self._close()

    def _add(self, story: OpenStory, decision: Decision) -> None:
        story.version += 1
        story.last_seen = max(story.last_seen, decision.received)
        story.told.update(decision.told)
        if not decision.quiet:
            story.alerts += sum(f"{one.kind}:{one.change}" in decision.told for one in decision.fired)
        story.articles += not decision.known
        story.copies += decision.copy_of is not None and not decision.known
        if decision.salience == "main":
            story.salience = "main"
        story.languages[decision.language] = None
        if decision.source:
            if len(story.sources) < SOURCES * 4:
                story.sources[decision.source] = None
            story.arrivals.append((decision.received, decision.source))
            if not story.wide:
                story.wide = len(story.heard(decision.received)) >= SURGE_SOURCES
        if decision.facts is not None and not decision.known:
            self._learn(story, decision, again(decision.facts, decision.language))
        story.statuses |= dict.fromkeys(decision.statuses)

    def _learn(self, story: OpenStory, decision: Decision, reading: Reading) -> None:
        facts = reading.facts
        for name in facts.head[:MAIN]:
            new = story.size >= SETTLED and (name not in story.head or name in story.newcomers)
            if new and decision.source and len(story.newcomers[name]) < CONFIRMING:
                story.newcomers[name].add(decision.source)
        story.size += 1
        story.topics.update(facts.topics[:TOPICS])
        story.head.update(facts.head)
        story.numbers.update(facts.numbers)
        if len(story.numbers) > 2 * NUMBERS_OF_A_STORY:
            story.numbers = Counter(dict(story.numbers.most_common(NUMBERS_OF_A_STORY)))
        kept = story.words.setdefault(reading.language, Counter())
        kept.update(reading.title | reading.lead)
        if len(kept) > 2 * WORDS_OF_A_STORY:
            story.words[reading.language] = Counter(dict(kept.most_common(WORDS_OF_A_STORY)))
        story.named.update(decision.entities)
        self.rarity.add([
            *(f"t:{one}" for one in facts.topics[:TOPICS]), *(f"e:{one}" for one in facts.head),
            *(f"n:{one}" for one in facts.numbers),
            *(f"{reading.language}:{one}" for one in reading.title | reading.lead),
        ])
        self.copies.add(decision.article_id, reading)
        self.story_of[decision.article_id] = story.id
        story.texts.append(decision.article_id)
        if len(story.texts) > TEXTS_OF_A_STORY:
            self._forget(story.texts.popleft())

    def _count(self, decision: Decision) -> None:
        for rule in decision.hits:
            self.hits[rule].append(decision.received)
        for one in decision.fired:
            if one.kind in ("frequency", "spike"):
                self.fired[one.rule] = decision.received
            elif one.kind == "flatline":
                self.fired[f"{one.rule}:{one.change}"] = decision.received
        self.entities.update(entity.id for entity in decision.entities)
        if decision.source:
            self.sources[decision.source] = decision
            self.counts[decision.source] += 1
            if len(self.sources) > SOURCES_OF_A_CRISIS:
                self._forget_sources()

    def _forget_sources(self) -> None:
        silent = sorted(self.sources, key=lambda source: self.sources[source].received)
        for source in silent[: len(silent) - SOURCES_OF_A_CRISIS * 9 // 10]:
            del self.sources[source], self.counts[source]

    def _close(self) -> None:
        assert self.clock is not None
        self.taken += 1
        if len(self.open) > STORIES or self.taken % LOOKS_EVERY == 0:
            ended = [
                story for story in self.open.values()
                if self.clock - story.last_seen > QUIET or self.clock - story.first.received > LONGEST
            ]
            if len(self.open) - len(ended) > STORIES:
                by_age = sorted(self.open.values(), key=lambda story: story.last_seen)
                ended = by_age[: len(self.open) - STORIES * 9 // 10]
            self.fired = {key: when for key, when in self.fired.items() if self.clock - when <= REMEMBERED}
            for story in ended:
                del self.open[story.id]
                for article_id in story.texts:
                    self._forget(article_id)

    def _forget(self, article_id: str) -> None:
        reading, story = self.copies.texts.get(article_id), self.story_of.pop(article_id, None)
        if reading is not None and story is not None:
            self.echoes.add(article_id, story, reading)
        self.copies.forget(article_id)

