"""Where an article belongs and what it sets off. Pure: (article, state) -> decision, which the state then applies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from schemas.alert import Alert, AlertEntity
from schemas.decision import Decision, Fired
from schemas.enriched import EnrichedArticle
from schemas.record import NO_ALERT_HEADER, Record
from schemas.rules import AlertRule, AlertRules
from schemas.story import StoryEntity
from services.article.link import link
from services.stories.facts import Reading, read
from services.stories.novelty import New, date_note, is_late, novelties, surge
from services.stories.quote import headline, passage
from services.stories.rules import fired, matching
from services.stories.rules.kind import Case
from services.stories.similar import JOINS, odds
from services.stories.state import CrisisState, OpenStory
from services.stories.words import contained, share

ENTITIES = 20
ALERT_ENTITIES = 12
# A text at a known address that has less than this of any text of its story is another article.
CORRECTS = 0.12


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an article: its decision, and the alerts that are due."""

    decision: Decision
    alerts: tuple[Alert, ...] = ()
    repeated: bool = False


def decide(record: Record, article: EnrichedArticle, crisis: str, state: CrisisState, rules: AlertRules) -> Outcome:
    """Changes nothing. The same for the same record and state, whoever asks."""
    known = state.members.get(article.id)
    if known and known[1] == article.content_hash[:16]:
        return Outcome(_decision(record, article, crisis, known[0]), repeated=True)
    reading = read(article)
    copy_of = state.copies.find(reading)
    if known and _corrects(reading, known[0], state):
        return Outcome(_decision(record, article, crisis, known[0], known=True))
    echo = None if copy_of else state.echoes.find(reading)
    if echo is not None:
        copy_of, story = echo.article, state.open.get(echo.story)
    else:
        story = state.open.get(state.story_of[copy_of]) if copy_of else _joins(article, reading, crisis, state)
    found = _decision(
        record, article, crisis, story.id if story else echo.story if echo else story_id(crisis, article),
        copy_of=copy_of, facts=None if copy_of else reading.facts,
    )
    return _with_alerts(record, article, found, story, state, rules)


def story_id(crisis: str, article: EnrichedArticle) -> str:
    """Of crisis and first article; of the text too, since one address may bring several stories."""
    return _digest("story", crisis, article.id, article.content_hash)


def alert_id(crisis: str, of: str, kind: str, change: str) -> str:
    """The same for the same news, so that a replay, a restart or a second worker finds the alert sent."""
    return _digest("alert", crisis, of, kind, change)


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def _corrects(reading: Reading, story: str, state: CrisisState) -> bool:
    """Another text of an article that was here: a correction, unless it has nothing of what was said."""
    told = state.open.get(story)
    if told is None:
        return True  # closed long ago; its address says that it is no news
    texts = [state.copies.texts[one] for one in told.texts if one in state.copies.texts]
    alike = [contained(share(reading.sketch, one.sketch), reading.facts.length, one.facts.length) for one in texts]
    titles = [one.title for one in texts if one.title]
    return max(alike, default=1.0) >= CORRECTS or reading.title in titles


def _joins(article: EnrichedArticle, reading: Reading, crisis: str, state: CrisisState) -> OpenStory | None:
    """The open story that the article goes on with. Articles that only mention the crisis begin and join none of those
    that are about it."""
    salience = _salience(article, crisis)
    best: tuple[float, str] | None = None
    for story in state.open.values():
        if story.salience != salience or story.echo:
            continue
        score = odds(reading, story, state.rarity, article.received)
        if score >= JOINS and (best is None or (score, story.id) > best):
            best = (score, story.id)
    return state.open[best[1]] if best else None


def _salience(article: EnrichedArticle, crisis: str) -> str:
    return next((one.salience for one in article.crises if one.id == crisis), "none")


def _decision(record: Record, article: EnrichedArticle, crisis: str, story: str, **more: object) -> Decision:
    return Decision.model_validate({
        "crisis": crisis, "offset": record.offset, "article_id": article.id, "content_hash": article.content_hash,
        "trace_id": article.trace_id, "origin": article.origin, "received": article.received,
        "published": article.published, "salience": _salience(article, crisis), "worth": article.alert,
        "language": article.language, "source": article.source, "headline": headline(article), "story": story,
        "statuses": tuple(dict.fromkeys(f"{one.event}:{one.type}:{one.status}" for one in article.coups)),
        "entities": tuple(
            StoryEntity(id=one.id, name=one.name, kind=one.kind) for one in article.entities[:ENTITIES]
        ),
        **more,
    })


def _with_alerts(
    record: Record, article: EnrichedArticle, decision: Decision, story: OpenStory | None, state: CrisisState,
    rules: AlertRules,
) -> Outcome:
    new: list[New] = []
    if decision.copy_of is None:
        new = novelties(article, story, decision.crisis, decision.statuses, state.rarity)
    if story and not story.echo and (wave := surge(story, article.source, article.received)):
        new.append(wave)
    case = Case(article, decision, state, tuple(new))
    found = matching(rules, case)
    effects = list(fired(found, case))
    told = [one.key for _, one in effects if one in new]
    # A story that is told once is told with all that its first alert shows.
    if told:
        told += [one.key for one in new if one.key not in told]
    quiet = record.header(NO_ALERT_HEADER) is not None
    decided = decision.model_copy(update={
        "quiet": quiet,
        "fired": tuple(Fired(rule=rule.id, kind=one.kind, change=one.change) for rule, one in effects),
        "told": tuple(told),
        "hits": tuple(rule.id for rule in found if rule.kind in ("frequency", "spike")),
    })
    if quiet:
        return Outcome(decided)
    return Outcome(decided, tuple(_alert(article, decided, story, state, rule, one) for rule, one in effects))


def _alert(
    article: EnrichedArticle, decision: Decision, story: OpenStory | None, state: CrisisState, rule: AlertRule, new: New
) -> Alert:
    of_story = new.key in decision.told or new.kind == "any"
    sources: Sequence[str] = tuple(story.sources) if story else ()
    alert = Alert(
        id=alert_id(decision.crisis, decision.story if new.key in decision.told else rule.id, new.kind, new.change),
        rule=rule.id, crisis=decision.crisis, salience=decision.salience, severity=rule.severity, deliver=rule.deliver,
        article_id=article.id, trace_id=article.trace_id, origin=article.origin,
        headline=headline(article), quote=passage(article, decision.crisis), language=article.language,
        entities=tuple(AlertEntity(id=e.id, name=e.name, kind=e.kind) for e in article.entities[:ALERT_ENTITIES]),
        coups=article.coups, source=article.source, url=link(article.url),
        published=article.published, published_note=date_note(article.published, article.received),
        received=article.received, kind=new.kind, why=new.why, story=decision.story if of_story else None,
        articles=(story.articles if story else 0) + 1,
        copies=(story.copies if story else 0) + (decision.copy_of is not None),
        sources=len({*sources, *([article.source] if article.source else [])}),
        first_seen=story.first.received if story else article.received,
        late=is_late(article.published, article.received),
    )
    return _of_silence(alert, state.sources[new.change.rsplit("@", 1)[0]]) if new.kind == "flatline" else alert


def _of_silence(alert: Alert, last: Decision) -> Alert:
    """An alert on silence shows the last that the source brought, not the article that happened to come now."""
    return alert.model_copy(update={
        "headline": alert.why, "quote": last.headline, "language": last.language, "source": last.source,
        "article_id": last.article_id, "published": last.published, "published_note": None, "late": False,
        "url": None, "entities": (), "coups": (), "articles": 0, "copies": 0, "sources": 1, "first_seen": None,
    })
