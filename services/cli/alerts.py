"""`harmattan alerts`: what fired, newest first; --follow waits for more."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from schemas.alert import Alert
from services.cli.problem import Problem

if TYPE_CHECKING:
    from services.runtime.settings import Connections


def command(
    follow: Annotated[bool, typer.Option("--follow", "-f", help="stay and print each new alert as it fires")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines")] = False,
    size: Annotated[int, typer.Option(help="how many of the newest", min=0, max=1000)] = 20,
) -> None:
    """Show the alerts that fired, oldest of them first, and with --follow those that fire from now on."""
    from services.cli.connections import connections

    settings = connections()
    seen = set()
    if size:
        for alert in reversed(_newest(settings, size)):
            seen.add(alert.id)
            _show(alert, json)
    if follow:
        _follow(settings, seen, json)


def _newest(settings: Connections, size: int) -> list[Alert]:
    from services.cli.elastic import elasticsearch
    from services.pipeline import ALERTS_INDEX

    with elasticsearch(settings) as client:
        client.indices.refresh(index=ALERTS_INDEX.name)
        answer = client.search(index=ALERTS_INDEX.name, size=size, sort=[{"indexed": "desc"}])
    return [Alert.model_validate(hit["_source"]) for hit in answer["hits"]["hits"]]


def _follow(settings: Connections, seen: set[str], json: bool) -> None:
    from kafka import KafkaConsumer
    from kafka.errors import KafkaError

    from services.pipeline import ALERTS
    from services.runtime import links

    links.check(settings)
    try:
        # from the end, without a group: a reader leaves no trace on the broker
        consumer = KafkaConsumer(
            ALERTS.name, **links.kafka_python(settings), auto_offset_reset="latest", group_id=None
        )
        for record in consumer:
            alert = Alert.model_validate_json(record.value)
            if alert.id not in seen:  # a repeat after a crash has the same id
                seen.add(alert.id)
                _show(alert, json)
    except KafkaError as error:
        raise Problem(f"no Kafka answers at {settings.kafka_bootstrap} ({type(error).__name__})") from None
    except KeyboardInterrupt:
        return


def _show(alert: Alert, json: bool) -> None:
    from services.alert.text import as_text

    print(alert.model_dump_json() if json else as_text(alert) + "\n")
    sys.stdout.flush()
