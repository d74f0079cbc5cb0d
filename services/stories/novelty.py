"""What an article brings to its story that the desk has not heard. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from schemas.enriched import EnrichedArticle
from schemas.story import Development
from services.stories.similar import Rarity
from services.stories.state import SURGE_SOURCES, SURGE_WINDOW, OpenStory

# In its first hours many sources are the news itself, which has alerted; and a surge follows a calmer hour.
SURGE_AFTER, CALM_SOURCES = timedelta(hours=3), 4
# One who is new in a story is a development only when a second source says so: each rewrite names somebody else.
CONFIRMED_BY = 3
# Who is named in more of the crisis' other articles than this is no newcomer to any of its stories.
FAMILIAR = 0.04
LATE = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class New:
    """What is new; `change` tells it from other changes of the same kind in the same story."""

    kind: Development
    change: str
    why: str

    @property
    def key(self) -> str:
        """As it is remembered in the story."""
        return f"{self.kind}:{self.change}"


def novelties(
    article: EnrichedArticle, story: OpenStory | None, event: str, statuses: tuple[str, ...], rarity: Rarity
) -> list[New]:
    """All that is new with an article that is neither a copy nor known; the weightiest first.

    `story` is what it joins, None where it begins one. `event` is the coup of the crisis.
    """
    if story is None or not any(one.startswith("new-story:") for one in story.told):
        began = "it begins a story" if story is None else "the first report of this story that is worth it"
        return [New("new-story", "", f"New: {began}; nothing like it was reported before.")]
    found = _status(statuses, story, event)
    found += _actors(article, story, rarity)
    return [one for one in found if one.key not in story.told]


def surge(story: OpenStory, source: str | None, received: datetime) -> New | None:
    """Ten sources within an hour on a story that is no longer new and never had so many, this article's among them.

    What was everybody's story from its first hours has alerted as one; it is up and down for days, which is no news.
    """
    if source is None or story.wide or received - story.first.received < SURGE_AFTER:
        return None
    recent = story.heard(received) | {source}
    before = {name for when, name in story.arrivals if SURGE_WINDOW < received - when <= 2 * SURGE_WINDOW}
    if len(recent) < SURGE_SOURCES or len(before) > CALM_SOURCES:
        return None
    new = New("many-sources", "10", f"{len(recent)} sources within an hour take up a story that began "
              f"{_ago(received - story.first.received)} ago.")
    return new if new.key not in story.told else None


def _status(statuses: tuple[str, ...], story: OpenStory, event: str) -> list[New]:
    """Attempted or alleged, now done; denied or feared, now told as fact."""
    before = {one for one in story.statuses if one.startswith(f"{event}:")}
    now = {one for one in statuses if one.startswith(f"{event}:")}
    done = f"{event}:realized:asserted"
    if not before or done in before or not now - before:
        return []
    if done in now and any(":attempted:" in one or ":alleged:" in one for one in before):
        return [New("changed-status", "realized", "Changed: what was reported as an attempt is now reported as done.")]
    if any(one.endswith(":asserted") for one in now) and not any(one.endswith(":asserted") for one in before):
        return [New("changed-status", "asserted", "Changed: what was denied or feared is now reported as fact.")]
    return []


def _actors(article: EnrichedArticle, story: OpenStory, rarity: Rarity) -> list[New]:
    """A person, body or place in the headline that the story did not have, as other sources confirm."""
    found = []
    head = len(article.title)
    for entity in article.entities:
        if not any(span.start < head for span in entity.mentions):
            continue
        sources = story.newcomers.get(entity.id)
        if not sources or article.source in sources or len(sources) + 1 < CONFIRMED_BY:
            continue
        if rarity.seen[f"e:{entity.id}"] - story.head[entity.id] > FAMILIAR * (rarity.total - story.size):
            continue
        kind: Development = "new-place" if entity.kind == "place" else "new-actor"
        why = f"Changed: {entity.name} is new in this story, say {len(sources) + 1} sources."
        found.append(New(kind, entity.id, why))
    return found[:1]


def date_note(published: datetime | None, received: datetime) -> str | None:
    """What the desk must know of the date: that there is none, or that it is far from arrival."""
    if published is None:
        return "publication date not known"
    late = received - published
    return f"published {_ago(late)} before it arrived" if late >= LATE else None


def is_late(published: datetime | None, received: datetime) -> bool:
    """It arrived long after it was published."""
    return published is not None and received - published >= LATE


def _ago(time: timedelta) -> str:
    hours = time.total_seconds() / 3600
    return f"{hours:.0f} hours" if hours < 48 else f"{hours / 24:.0f} days"
