"""`harmattan alerts`: what fired, and what the desk does about it: ack, snooze, resolve; and how the channels are."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from schemas.alert import Alert
from services.cli.problem import Problem
from services.cli.triaging import do

if TYPE_CHECKING:
    from services.runtime.settings import Connections
    from services.triage.actions import Outcome
    from services.triage.channels import ChannelState

app = typer.Typer(invoke_without_command=True)

Target = Annotated[str, typer.Argument(metavar="ID", help="of an alert or a story, whole or its first six digits")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="who does it; kept with the alert")]
T = TypeVar("T")


@app.callback()
def show_alerts(
    context: typer.Context,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="stay and print each new alert as it fires")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines")] = False,
    size: Annotated[int, typer.Option(help="how many of the newest", min=0, max=1000)] = 20,
    throttled: Annotated[bool, typer.Option("--throttled", help="only those that a throttle kept")] = False,
    waiting: Annotated[bool, typer.Option("--waiting", help="only those held or for the digest")] = False,
) -> None:
    """Show the alerts that fired, oldest of them first, and with --follow those that fire from now on."""
    if context.invoked_subcommand:
        return
    from services.cli.connections import connections

    settings = connections()
    seen = set()
    filters: list[dict[str, Any]] = []
    if throttled:
        filters.append({"term": {"decision": "throttled"}})
    if waiting:
        filters.append({"terms": {"decision": ["held", "digest"]}})
        filters.append({"bool": {"must_not": {"exists": {"field": "notice"}}}})
    if size:
        for source in reversed(_newest(settings, size, filters)):
            alert = Alert.model_validate(source)
            seen.add(alert.id)
            _show(alert, json, _state(source))
    if follow:
        _follow(settings, seen, json)


@app.command()
def ack(target: Target, by: By) -> None:
    """Acknowledge an alert, or all open ones of a story: somebody has it in hand, and what still waits is not sent."""
    from services.triage.actions import acknowledge

    _tell(do(lambda server: acknowledge(server, target, by, _now())))


@app.command()
def resolve(target: Target, by: By) -> None:
    """Resolve an alert, or all of a story: it needs nobody any more."""
    from services.triage.actions import resolve

    _tell(do(lambda server: resolve(server, target, by, _now())))


@app.command()
def snooze(
    target: Annotated[str, typer.Argument(metavar="ID", help="of an alert or a story; or the name of a rule")],
    by: By,
    until: Annotated[str, typer.Option(help="30m, 2h, 1d, 18:00 (UTC), 2023-07-27T06:00+01:00; now ends it")],
    rule: Annotated[bool, typer.Option("--rule", help="the alert's rule, not its story")] = False,
) -> None:
    """Snooze a story or a rule: its new alerts come together as one message when the time is over."""
    from services.triage import changes
    from services.triage.actions import snooze

    now = _now()
    try:
        end = changes.until(until, now)
    except changes.TriageError as error:
        raise Problem(str(error)) from None
    _tell(do(lambda server: snooze(server, target, end, by, now, "rule" if rule else None)))


@app.command()
def channels(
    json: Annotated[bool, typer.Option("--json", help="JSON Lines")] = False,
    retry: Annotated[str, typer.Option(metavar="CHANNEL", help="send once more what was given up for it")] = "",
) -> None:
    """Show how each channel is; exit code 1 if one takes nothing for ten minutes or was given up on."""
    from services.triage import channels as known

    if retry:
        print(f"{do(lambda server: known.retry(server, retry, _now()))} notices are due again")
        return
    states = do(known.channels)
    now = _now()
    if json:
        import orjson

        for one in states:
            print(orjson.dumps(one).decode())
    else:
        _table(states)
    if any(one.takes_nothing(now) for one in states):
        raise typer.Exit(1)


def _now() -> datetime:
    return datetime.now(UTC)


def _tell(outcome: Outcome) -> None:
    if outcome.alerts:
        print(f"{outcome.what}: {', '.join(outcome.alerts)}")
    if outcome.already:
        print(f"as it was before: {', '.join(outcome.already)}")


def _newest(settings: Connections, size: int, filters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from services.cli.elastic import elasticsearch
    from services.pipeline import ALERTS_INDEX

    with elasticsearch(settings) as client:
        client.indices.refresh(index=ALERTS_INDEX.name)
        query = {"bool": {"filter": filters}}
        answer = client.search(index=ALERTS_INDEX.name, size=size, sort=[{"indexed": "desc"}], query=query)
    return [hit["_source"] for hit in answer["hits"]["hits"]]


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


def _state(source: dict[str, Any]) -> str:
    """What became of it, in a line: of the delivery and of the desk."""
    parts = []
    if source.get("decision") in ("held", "digest") and "notice" not in source:
        parts.append(f"waits until {source['release_at'][:16]} ({source['decision_why']})")
    elif source.get("decision") == "throttled":
        parts.append(f"kept by the throttle of its {source['decision_why']}")
    if delivered := source.get("delivered"):
        parts.append(f"delivered: {', '.join(delivered)}")
    for action in ("acknowledged", "resolved"):
        if f"{action}_by" in source:
            parts.append(f"{action} by {source[f'{action}_by']} at {source[f'{action}_at'][:16]}")
    now = _now().isoformat()
    for scope in ("story", "rule"):
        if source.get(f"{scope}_snoozed_until", "") > now:
            end, by = source[f"{scope}_snoozed_until"][:16], source[f"{scope}_snoozed_by"]
            parts.append(f"{scope} snoozed until {end} by {by}")
    return " · ".join(parts)


def _show(alert: Alert, json: bool, state: str = "") -> None:
    from services.alert.text import as_text

    if json:
        print(alert.model_dump_json())
    else:
        print(as_text(alert) + (f"\nstate: {state}" if state else "") + "\n")
    sys.stdout.flush()


def _table(states: list[ChannelState]) -> None:
    from rich.markup import escape
    from rich.table import Table

    from services.cli.tables import console

    table = Table("channel", "took", "waiting", "given up", "last took", "state")
    for one in states:
        how = "works"
        if one.failing_since:
            how = f"[red]fails since {one.failing_since:%Y-%m-%d %H:%M} UTC:[/red] {escape(one.error)}"
        last = f"{one.last_delivered:%Y-%m-%d %H:%M}" if one.last_delivered else "never"
        table.add_row(one.name, str(one.delivered), str(one.pending), str(one.failed), last, how)
    console().print(table if states else "no channel was sent anything yet")
