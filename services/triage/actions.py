"""Acknowledge, resolve and snooze, for the shell, the desk and the API. What was done is in the alerts index only.

Every function takes an id as a person has it: of an alert or a story, whole or its first six digits, and for
snoozing also a rule's. They raise TriageError, with nothing changed, where it names nothing or too much, and where
Elasticsearch is away: a person waits for the answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from schemas.delivery import Scope
from services.elastic.bulk import Conflict, Done, Operation, Patience, Refused, Result, ask, bulk, update
from services.elastic.server import Server
from services.pipeline import ALERTS_INDEX
from services.triage import changes
from services.triage.changes import Source, TriageError

INDEX = ALERTS_INDEX.name
PATIENCE_S = 2.0
MOST = 1000
_ID = re.compile(r"[0-9a-f]{6,32}")
_ATTEMPTS = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done to which alerts; `already` are those that were so before. `what` is a line for a person."""

    what: str
    alerts: tuple[str, ...]
    already: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Alert:
    id: str
    source: Source
    seq_no: int
    primary_term: int
    index: str | None


async def acknowledge(server: Server, target: str, by: str, now: datetime) -> Outcome:
    """Somebody has the alert, or all open alerts of the story, in hand: what still waits is not sent."""
    by = changes.name(by)
    return await _close(server, target, lambda source: changes.acknowledged(source, by, now), f"acknowledged by {by}")


async def resolve(server: Server, target: str, by: str, now: datetime) -> Outcome:
    """The alert, or all alerts of the story, need nobody any more."""
    by = changes.name(by)
    return await _close(server, target, lambda source: changes.resolved(source, by, now), f"resolved by {by}")


async def snooze(
    server: Server, target: str, until: datetime, by: str, now: datetime, scope: Scope | None = None
) -> Outcome:
    """New alerts of the target's story (or with `scope` of its rule) come together as one message after that time.

    An `until` that is not later than now ends a snooze; what it held comes at once.
    """
    by = changes.name(by)
    alerts, named = await _find(server, target, rules_too=scope != "story")
    newest = alerts[0].source
    scope = scope or ("rule" if named == "rule" else "story")
    key = newest.get(scope)
    if not key:
        raise TriageError(f"alert {alerts[0].id} is of no story; snooze its rule, {newest['rule']}, instead")
    marked = await _marked(server, newest["crisis"], scope, key, now)
    await _change(
        server, marked or alerts[:1], lambda source: changes.snoozed(source, scope, until, by, now)
    )
    if until <= now:
        await _let_go(server, newest["crisis"], scope, key, now)
        return Outcome(f"{scope} {key} is snoozed no longer", tuple(alert.id for alert in marked or alerts[:1]))
    when = until.strftime("%Y-%m-%d %H:%M %Z")
    return Outcome(f"{scope} {key} snoozed until {when} by {by}", tuple(alert.id for alert in marked or alerts[:1]))


async def _close(server: Server, target: str, change: Callable[[Source], Source | None], what: str) -> Outcome:
    alerts, _ = await _find(server, target, rules_too=False)
    done = await _change(server, alerts, change)
    already = tuple(alert.id for alert in alerts if alert.id not in done)
    return Outcome(what, done, already)


async def _find(server: Server, target: str, rules_too: bool) -> tuple[list[_Alert], str]:
    """The alerts that are meant, the newest first, and what was named: alert, story or rule."""
    target = target.strip()
    if _ID.fullmatch(target):
        for kind, field in (("alert", "id"), ("story", "story")):
            whole = {"term": {field: target}} if len(target) == 32 else {"prefix": {field: target}}
            found = await _search(server, [whole])
            meant = {alert.source.get(field) for alert in found}
            if len(meant) > 1:
                raise TriageError(f"{target} begins the ids of {len(meant)} of them; write more of it")
            if found:
                return found, kind
    if rules_too:
        *crisis, rule = target.rsplit("/", 1)
        filters = [{"term": {"rule": rule}}, *({"term": {"crisis": one}} for one in crisis)]
        found = await _search(server, filters)
        if len({alert.source["crisis"] for alert in found}) > 1:
            raise TriageError(f"more than one crisis has a rule {rule}; write CRISIS/{rule}")
        if found:
            return found, "rule"
    known = "alert, story or rule" if rules_too else "alert or story"
    raise TriageError(f"no {known} is called {target[:60]!r}; `harmattan alerts` shows the ids")


async def _marked(server: Server, crisis: str, scope: Scope, key: str, now: datetime) -> list[_Alert]:
    """The documents on which a snooze of it stands that has not ended."""
    return await _search(server, [
        {"term": {"crisis": crisis}}, {"term": {scope: key}},
        {"range": {f"{scope}_snoozed_until": {"gt": now.isoformat()}}},
    ])


async def _let_go(server: Server, crisis: str, scope: Scope, key: str, now: datetime) -> None:
    """What a snooze held is due now; whoever releases it looks whether anything else holds it."""
    held = await _search(server, [
        {"term": {"crisis": crisis}}, {"term": {scope: key}}, {"term": {"decision_why": "snoozed"}},
        {"range": {"release_at": {"gt": now.isoformat()}}},
    ])
    await _change(server, held, lambda _: {"release_at": now.isoformat()})


async def _search(server: Server, filters: Sequence[dict[str, Any]]) -> list[_Alert]:
    query = {
        "size": MOST, "seq_no_primary_term": True, "sort": [{"indexed": "desc"}],
        "query": {"bool": {"filter": list(filters)}},
    }
    # an alert that came a moment ago is seen by a person, and so must be found
    await ask(server, "POST", f"/{INDEX}/_refresh", None, impatience())
    answer = await ask(server, "POST", f"/{INDEX}/_search", orjson.dumps(query), impatience())
    return [_alert(hit) for hit in answer.body["hits"]["hits"]]


async def _change(
    server: Server, alerts: Sequence[_Alert], change: Callable[[Source], Source | None]
) -> tuple[str, ...]:
    """Changes each document as it is at that moment (compare-and-set); returns the ids of those that changed."""
    waiting = list(alerts)
    done: list[str] = []
    for _ in range(_ATTEMPTS):
        changed = {alert.id: new for alert in waiting if (new := change(alert.source)) is not None}
        waiting = [alert for alert in waiting if alert.id in changed]
        if not waiting:
            if done:
                # whoever looks next, as the page that a form leads back to, must see it
                await ask(server, "POST", f"/{INDEX}/_refresh", None, impatience())
            return tuple(done)
        results = await bulk(server, INDEX, [_operation(one, changed[one.id]) for one in waiting], impatience())
        done += [one.id for one, result in zip(waiting, results, strict=True) if isinstance(result, Done)]
        _raise_refused(results)
        waiting = [one for one, result in zip(waiting, results, strict=True) if isinstance(result, Conflict)]
        waiting = await _again(server, waiting)
    raise TriageError(f"{len(waiting)} alerts change too often at the moment; try again")


async def _again(server: Server, alerts: Sequence[_Alert]) -> list[_Alert]:
    if not alerts:
        return []
    body = orjson.dumps({"ids": [alert.id for alert in alerts]})
    answer = await ask(server, "POST", f"/{INDEX}/_mget", body, impatience())
    return [_alert(found) for found in answer.body["docs"] if found.get("found")]


def _operation(alert: _Alert, changed: Source) -> Operation:
    return update(alert.id, alert.seq_no, alert.primary_term, orjson.dumps({"doc": changed}), alert.index)


def _raise_refused(results: Sequence[Result]) -> None:
    for result in results:
        if isinstance(result, Refused):
            raise TriageError(f"Elasticsearch refuses: {result.reason[:200]}")


def _alert(hit: dict[str, Any]) -> _Alert:
    return _Alert(hit["_id"], hit["_source"], hit["_seq_no"], hit["_primary_term"], hit.get("_index"))


def impatience() -> Patience:
    """Raises TriageError where a server is away for longer than a person waits."""
    def tell(reason: str, waited: float) -> None:
        if waited > PATIENCE_S:
            raise TriageError(f"nothing was changed: {reason}")

    return Patience(on_wait=tell)
