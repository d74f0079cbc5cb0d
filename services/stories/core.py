"""The core of the stories service: articles of a crisis in; the same with their story, decisions and alerts out.

Pure but for the states that it is given and moves on.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import orjson
from pydantic import ValidationError

from schemas.decision import Decision
from schemas.enriched import EnrichedArticle
from schemas.record import ORIGIN_HEADER, TRACE_HEADER, Batch, Handled, Record, Rejected, Send
from schemas.rules import AlertRules
from schemas.story import StoryTag
from services.pipeline import DECISIONS, DUE, ENRICHED, STORIES
from services.stories.decide import Outcome, decide
from services.stories.rules import Rules
from services.stories.state import CrisisState

NO_RULES = AlertRules(rules=())


@dataclass(slots=True)
class Partition:
    """The crises of one partition of crisis.articles, up to an offset."""

    next_offset: int | None = None
    crises: dict[str, CrisisState] = field(default_factory=dict)

    def apply(self, decision: Decision) -> None:
        """Take in a decision that this or another worker has written down."""
        self.crises.setdefault(decision.crisis, CrisisState()).apply(decision)
        self.next_offset = max(self.next_offset or 0, decision.offset + 1)


@dataclass(slots=True)
class Told:
    """What is to be written: `decisions` only when everything in `handled` is durable, since they make it known."""

    handled: Handled = field(default_factory=Handled)
    decisions: list[Send] = field(default_factory=list)
    alerts: int = 0


def handle(chunk: Batch, partition: Partition, rules: Rules) -> Told:
    """Decide about records of one partition, in their order."""
    told = Told()
    touched: dict[tuple[str, str], None] = {}
    for record in chunk:
        partition.next_offset = record.offset + 1
        if not record.value or not record.key:
            told.handled.empty.append(record)
            continue
        try:
            article = EnrichedArticle.model_validate_json(record.value)
        except ValidationError as error:
            told.handled.rejected.append(Rejected(record, "schema", str(error.errors()[0]["msg"])))
            continue
        crisis = record.key.decode("utf-8", "replace")
        state = partition.crises.setdefault(crisis, CrisisState())
        outcome = decide(record, article, crisis, state, rules.get(crisis, NO_RULES))
        _tell(told, record, article.id, outcome)
        if not outcome.repeated:
            state.apply(outcome.decision)
            touched[crisis, outcome.decision.story] = None
    told.handled.sends += [_story(partition.crises[crisis], story) for crisis, story in touched
                           if story in partition.crises[crisis].open and not partition.crises[crisis].open[story].echo]
    return told


def _tell(told: Told, record: Record, article_id: str, outcome: Outcome) -> None:
    decision = outcome.decision
    tag = StoryTag(
        crisis=decision.crisis, story=decision.story, copy_of=decision.copy_of,
        development=decision.fired[0].kind if decision.fired else None,
    )
    # the object as it came and what is new of it become one where they meet; nothing is written anew
    value = (record.value or b"").rstrip()[:-1] + b"," + orjson.dumps({"stories": [tag.model_dump()]})[1:]
    told.handled.sends.append(Send(ENRICHED.name, article_id.encode(), value, record.headers))
    headers = ((TRACE_HEADER, decision.trace_id.encode()), (ORIGIN_HEADER, decision.origin.encode()))
    told.handled.sends += [
        Send(DUE.name, one.id.encode(), one.model_dump_json().encode(), headers) for one in outcome.alerts
    ]
    told.alerts += len(outcome.alerts)
    if not outcome.repeated:
        told.decisions.append(Send(
            DECISIONS.name, decision.crisis.encode(), decision.model_dump_json(exclude_defaults=True).encode(),
        ))


def _story(state: CrisisState, story: str) -> Send:
    message = state.open[story].message()
    return Send(STORIES.name, message.id.encode(), message.model_dump_json().encode())
