"""`harmattan rules`: alert rules tried out on the articles that have come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.problem import Problem

if TYPE_CHECKING:
    from kafka import KafkaConsumer, TopicPartition

    from schemas.alert import Alert
    from schemas.record import Record
    from services.runtime.settings import Connections
    from services.stories.rehearsal import Rehearsal
    from services.stories.rules import Rules

app = typer.Typer(no_args_is_help=True)

SHOWN = 10


@app.callback()
def group() -> None:
    """Try out alert rules."""


@app.command("test")
def rehearse(
    since: Annotated[str, typer.Option(metavar="TIME", help="how far back: 90m, 6h, 7d; at most 30d are kept")] = "7d",
    rules: Annotated[
        Path | None, typer.Option(metavar="FILE", help="a file of rules instead of the crisis' own alerts.yaml")
    ] = None,
    crisis: Annotated[str, typer.Option(metavar="ID", help="only this one's rules")] = "",
    every: Annotated[bool, typer.Option("--all", help=f"every alert, not the last {SHOWN} of each rule")] = False,
    json: Annotated[bool, typer.Option("--json", help="the alerts as JSON Lines")] = False,
) -> None:
    """Show what the rules would have alerted of the articles that came lately; nothing is sent or written."""
    from services.cli.connections import connections
    from services.stories.rehearsal import Rehearsal
    from services.stories.state import QUIET

    settings, now = connections(), datetime.now(UTC)
    begin = now - _span(since)
    rehearsal = Rehearsal(_rules(rules, crisis), begin)
    # a story that is silent for so long is closed: what came before needs not be known
    for records in _came(settings, begin - QUIET):
        rehearsal.take(records)
    if json:
        for alert in rehearsal.alerts:
            print(alert.model_dump_json())
    else:
        _show(rehearsal, since, every)


def _span(text: str) -> timedelta:
    from pydantic import TypeAdapter, ValidationError

    from schemas.rules import Duration

    try:
        span: timedelta = TypeAdapter(Duration).validate_python(text)
        if timedelta(0) < span <= timedelta(days=30):
            return span
    except (ValidationError, OverflowError):
        pass
    raise Problem(f"--since {text} is no time between 1m and 30d: a number with m, h or d, such as 90m, 6h, 7d")


def _rules(file: Path | None, crisis: str) -> Rules:
    """As they are tried. Raises Problem for rules that cannot be used."""
    from services.runtime.settings import ServiceSettings, SettingsError
    from services.runtime.settings import read as settings
    from services.stories.files import RulesError, load, read

    try:
        found = load(settings(ServiceSettings).seeds)
        if crisis and crisis not in found:
            raise Problem(f"no crisis {crisis} has rules; there are: {', '.join(found)}")
        chosen = {name: one for name, one in found.items() if not crisis or name == crisis}
        if not chosen:
            raise Problem("no crisis has rules; HARMATTAN_SEEDS says where its folder is")
        if file is not None:
            if len(chosen) != 1:
                raise Problem(f"--crisis says which one {file} is for: {', '.join(found)}")
            chosen = {name: read(file) for name in chosen}
        _check_names(chosen, settings(ServiceSettings).seeds)
        return chosen
    except (RulesError, SettingsError) as error:
        raise Problem(str(error)) from None


def _check_names(rules: Rules, seeds: Path) -> None:
    """Raises Problem for a rule on somebody whom the gazetteer does not have: it would wait for ever."""
    from services.search.gazetteer import SeedError, load

    try:
        known = load(seeds).kinds
    except SeedError as error:
        raise Problem(str(error)) from None
    for crisis, one in rules.items():
        for rule in one.rules:
            if unknown := [name for name in (*rule.entities, *rule.places) if name not in known]:
                raise Problem(f"{crisis}: rule {rule.id}: the gazetteer has no {', '.join(unknown)}; "
                              "`harmattan gazetteer show NAME` says the ids")


def _came(settings: Connections, begin: datetime) -> Iterator[list[Record]]:
    """The articles of all crises that came since then and are there now, each partition in its order."""
    from kafka import KafkaConsumer
    from kafka.errors import KafkaError

    from services.pipeline import CRISIS
    from services.runtime import links, topics

    try:
        client = topics.admin(settings, timeout_s=5.0)
    except topics.BrokerAwayError as away:
        raise Problem(str(away)) from None
    try:
        if topics.topic_id(client, CRISIS.name) is None:
            raise Problem(f"there is no topic {CRISIS.name} yet; start the services with `make up`")
        topics.check_topics(client, "READ", (CRISIS,))
    finally:
        client.close()
    try:
        consumer = KafkaConsumer(**links.kafka_python(settings), group_id=None, enable_auto_commit=False)
        try:
            yield from _read(consumer, CRISIS.name, begin)
        finally:
            consumer.close()
    except KafkaError as error:
        raise Problem(f"Kafka at {settings.kafka_bootstrap} does not say: {error}") from None


def _read(consumer: KafkaConsumer, topic: str, begin: datetime) -> Iterator[list[Record]]:
    from kafka import TopicPartition

    from schemas.record import Record

    places = [TopicPartition(topic, number) for number in sorted(consumer.partitions_for_topic(topic) or ())]
    ends: dict[TopicPartition, int] = consumer.end_offsets(places)
    starts = consumer.offsets_for_times(dict.fromkeys(places, int(begin.timestamp() * 1000)))
    left = [place for place in places if starts.get(place) and starts[place].offset < ends[place]]
    consumer.assign(left)
    for place in left:
        consumer.seek(place, starts[place].offset)
    while left:
        for place, records in consumer.poll(timeout_ms=1000, max_records=1000).items():
            yield [
                Record(topic, place.partition, one.offset, one.timestamp, one.key, one.value, tuple(one.headers))
                for one in records if one.offset < ends[place]
            ]
        left = [place for place in left if consumer.position(place) < ends[place]]


def _show(rehearsal: Rehearsal, since: str, every: bool) -> None:
    for (crisis, rule), alerts in rehearsal.fired().items():
        print(f"{crisis} · {rule}: {len(alerts)} {'alert' if len(alerts) == 1 else 'alerts'}")
        shown = alerts if every else alerts[-SHOWN:]
        if len(shown) < len(alerts):
            print(f"  … {len(alerts) - len(shown)} before these; --all shows them")
        for alert in shown:
            print(_line(alert))
    print(f"{rehearsal.articles:,} articles of the last {since}, {len(rehearsal.alerts):,} alerts would have been sent "
          "to the policy of delivery; nothing was sent")


def _line(alert: Alert) -> str:
    source = f" · {alert.source}" if alert.source else ""
    return f"  {alert.received:%Y-%m-%d %H:%M} {alert.kind} · {alert.headline}{source}\n      {alert.why}"
